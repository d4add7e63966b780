WITH "kept" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."service",
      COALESCE("t0"."happened_to", "t0"."recorded_day") AS "kept_day"
    FROM "appointment" AS "t0"
    WHERE
      "t0"."outcome" = 'attended'
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."child_id",
      "t1"."sector" AS "service",
      COALESCE("t1"."happened_to", "t1"."recorded_day") AS "kept_day"
    FROM "contact" AS "t1"
    WHERE
      "t1"."child_seen"
  ) AS "t3"
), "missed_told" AS (
  SELECT
    "t4"."about_id",
    "t4"."agency",
    "t4"."sector",
    "t4"."happened_from",
    "t4"."happened_to",
    "t4"."recorded_day",
    "t4"."known_from",
    "t4"."known_until",
    "t4"."sensitivity",
    "t4"."entry_id",
    "t4"."root_id",
    "t4"."service",
    "t4"."outcome",
    "t4"."routine",
    "t4"."child_id"
  FROM (
    SELECT
      *
    FROM "appointment" AS "t0"
    WHERE
      "t0"."outcome" IN ('not_brought', 'no_access', 'cancelled_by_family')
      AND "t0"."happened_from" >= (
        :today - :not_brought_pattern__look_back
      )
      AND "t0"."happened_from" <= :today
      AND NOT (
        (
          "t0"."outcome" = 'cancelled_by_family'
        )
        AND (
          (
            "t0"."happened_to" + :not_brought_pattern__made_up_within
          ) >= :today
        )
      )
  ) AS "t4"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "kept" AS "t2"
      WHERE
        "t4"."child_id" = "t2"."child_id"
        AND "t4"."service" = "t2"."service"
        AND "t4"."outcome" = 'cancelled_by_family'
        AND "t2"."kept_day" >= "t4"."happened_from"
        AND "t2"."kept_day" <= (
          "t4"."happened_to" + :not_brought_pattern__made_up_within
        )
    )
), "missed" AS (
  SELECT
    "t1"."about_id",
    "t1"."agency",
    "t1"."sector",
    "t1"."happened_from",
    "t1"."happened_to",
    "t1"."recorded_day",
    "t1"."known_from",
    "t1"."known_until",
    "t1"."sensitivity",
    "t1"."entry_id",
    "t1"."root_id",
    "t1"."service",
    "t1"."outcome",
    "t1"."routine",
    "t1"."child_id"
  FROM "missed_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "missed_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."service" = "t2"."service"
        AND "t1"."outcome" = "t2"."outcome"
        AND "t2"."happened_from" <= "t1"."happened_to"
        AND "t2"."happened_to" >= "t1"."happened_from"
        AND (
          (
            "t2"."known_from" < "t1"."known_from"
          )
          OR (
            (
              "t2"."known_from" = "t1"."known_from"
            )
            AND (
              "t2"."entry_id" < "t1"."entry_id"
            )
          )
        )
        AND (
          (
            "t1"."agency" <> "t2"."agency"
          )
          OR (
            (
              "t2"."happened_from" = "t1"."happened_from"
            )
            AND (
              "t2"."happened_to" = "t1"."happened_to"
            )
          )
        )
    )
), "since_kept" AS (
  SELECT
    "t3"."about_id",
    "t3"."agency",
    "t3"."sector",
    "t3"."happened_from",
    "t3"."happened_to",
    "t3"."recorded_day",
    "t3"."known_from",
    "t3"."known_until",
    "t3"."sensitivity",
    "t3"."entry_id",
    "t3"."root_id",
    "t3"."service",
    "t3"."outcome",
    "t3"."routine",
    "t3"."child_id"
  FROM "missed" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "kept" AS "t1"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t2"."child_id",
            "t2"."service",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "kept_day"
          FROM "appointment" AS "t2"
          WHERE
            "t2"."outcome" IN ('cancelled_by_service', 'unable_to_invite')
        ) AS "t4"
      ) AS "t6"
      WHERE
        "t3"."child_id" = "t6"."child_id"
        AND "t3"."service" = "t6"."service"
        AND "t6"."kept_day" >= "t3"."happened_from"
    )
), "offered_told" AS (
  SELECT
    *
  FROM "appointment" AS "t0"
  WHERE
    "t0"."happened_from" >= (
      :today - :not_brought_pattern__look_back
    )
    AND "t0"."happened_from" <= :today
    AND NOT (
      "t0"."outcome" IN ('cancelled_by_service', 'unable_to_invite', 'rescheduled')
    )
), "offered" AS (
  SELECT
    "t1"."about_id",
    "t1"."agency",
    "t1"."sector",
    "t1"."happened_from",
    "t1"."happened_to",
    "t1"."recorded_day",
    "t1"."known_from",
    "t1"."known_until",
    "t1"."sensitivity",
    "t1"."entry_id",
    "t1"."root_id",
    "t1"."service",
    "t1"."outcome",
    "t1"."routine",
    "t1"."child_id"
  FROM "offered_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "offered_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."service" = "t2"."service"
        AND "t1"."outcome" = "t2"."outcome"
        AND "t2"."happened_from" <= "t1"."happened_to"
        AND "t2"."happened_to" >= "t1"."happened_from"
        AND (
          (
            "t2"."known_from" < "t1"."known_from"
          )
          OR (
            (
              "t2"."known_from" = "t1"."known_from"
            )
            AND (
              "t2"."entry_id" < "t1"."entry_id"
            )
          )
        )
        AND (
          (
            "t1"."agency" <> "t2"."agency"
          )
          OR (
            (
              "t2"."happened_from" = "t1"."happened_from"
            )
            AND (
              "t2"."happened_to" = "t1"."happened_to"
            )
          )
        )
    )
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t32"."child_id",
      "t32"."entry_id",
      "t32"."because"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t23"."child_id",
          "t23"."entry_id",
          'missed_on_plan' AS "because"
        FROM (
          SELECT
            "t7"."about_id",
            "t7"."agency",
            "t7"."sector",
            "t7"."happened_from",
            "t7"."happened_to",
            "t7"."recorded_day",
            "t7"."known_from",
            "t7"."known_until",
            "t7"."sensitivity",
            "t7"."entry_id",
            "t7"."root_id",
            "t7"."service",
            "t7"."outcome",
            "t7"."routine",
            "t7"."child_id"
          FROM "since_kept" AS "t7"
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  "t4"."about_id",
                  "t4"."agency",
                  "t4"."sector",
                  "t4"."happened_from",
                  "t4"."happened_to",
                  "t4"."recorded_day",
                  "t4"."known_from",
                  "t4"."known_until",
                  "t4"."sensitivity",
                  "t4"."entry_id",
                  "t4"."root_id",
                  "t4"."type",
                  "t4"."start_day",
                  "t4"."end_day",
                  "t4"."need_code",
                  "t4"."child_id",
                  COALESCE("t4"."start_day", COALESCE("t4"."happened_to", "t4"."recorded_day")) AS "first_day",
                  "t4"."end_day" AS "last_day"
                FROM "plan" AS "t4"
                WHERE
                  "t4"."type" IN ('child_protection', 'child_in_need')
              ) AS "t18"
              WHERE
                "t7"."child_id" = "t18"."child_id"
                AND "t18"."first_day" <= "t7"."happened_from"
                AND (
                  (
                    "t18"."last_day" IS NULL
                  ) OR (
                    "t18"."last_day" >= "t7"."happened_to"
                  )
                )
            )
        ) AS "t23"
      ) AS "t25"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t22"."child_id",
            "t22"."entry_id",
            'missed_running' AS "because"
          FROM (
            SELECT
              "t7"."about_id",
              "t7"."agency",
              "t7"."sector",
              "t7"."happened_from",
              "t7"."happened_to",
              "t7"."recorded_day",
              "t7"."known_from",
              "t7"."known_until",
              "t7"."sensitivity",
              "t7"."entry_id",
              "t7"."root_id",
              "t7"."service",
              "t7"."outcome",
              "t7"."routine",
              "t7"."child_id"
            FROM "since_kept" AS "t7"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t2"."child_id",
                      "t2"."service",
                      COUNT(*) AS "n"
                    FROM "since_kept" AS "t2"
                    GROUP BY
                      1,
                      2
                  ) AS "t9"
                  WHERE
                    "t9"."n" >= :not_brought_pattern__running
                ) AS "t20"
                WHERE
                  "t7"."child_id" = "t20"."child_id" AND "t7"."service" = "t20"."service"
              )
          ) AS "t22"
        ) AS "t24"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t28"."child_id",
            "t28"."entry_id",
            'missed_often' AS "because"
          FROM (
            SELECT
              "t8"."about_id",
              "t8"."agency",
              "t8"."sector",
              "t8"."happened_from",
              "t8"."happened_to",
              "t8"."recorded_day",
              "t8"."known_from",
              "t8"."known_until",
              "t8"."sensitivity",
              "t8"."entry_id",
              "t8"."root_id",
              "t8"."service",
              "t8"."outcome",
              "t8"."routine",
              "t8"."child_id"
            FROM "missed" AS "t8"
            WHERE
              EXISTS(
                SELECT
                  1
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t13"."child_id",
                      "t13"."n",
                      "t19"."offered"
                    FROM (
                      SELECT
                        "t3"."child_id",
                        COUNT(*) AS "n"
                      FROM "missed" AS "t3"
                      GROUP BY
                        1
                    ) AS "t13"
                    INNER JOIN (
                      SELECT
                        "t11"."child_id",
                        "t11"."n" AS "offered"
                      FROM (
                        SELECT
                          "t5"."child_id",
                          COUNT(*) AS "n"
                        FROM "offered" AS "t5"
                        GROUP BY
                          1
                      ) AS "t11"
                    ) AS "t19"
                      ON "t13"."child_id" = "t19"."child_id"
                  ) AS "t21"
                  WHERE
                    "t21"."n" >= :not_brought_pattern__in_a_year
                    AND "t21"."n" >= (
                      :not_brought_pattern__part * "t21"."offered"
                    )
                ) AS "t27"
                WHERE
                  "t8"."child_id" = "t27"."child_id"
              )
          ) AS "t28"
        ) AS "t29"
      ) AS "t30"
    ) AS "t32"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t6"
        WHERE
          "t32"."child_id" = "t6"."child_id"
      )
  ) AS "t33"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('appointment')
      ) AS "t12"
    ) > 0
) AS found
