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
  SELECT
    *
  FROM (
    SELECT
      "t18"."child_id",
      "t18"."entry_id",
      'missed_on_plan' AS "because"
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
        "t4"."service",
        "t4"."outcome",
        "t4"."routine",
        "t4"."child_id"
      FROM "since_kept" AS "t4"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t2"."about_id",
              "t2"."agency",
              "t2"."sector",
              "t2"."happened_from",
              "t2"."happened_to",
              "t2"."recorded_day",
              "t2"."known_from",
              "t2"."known_until",
              "t2"."sensitivity",
              "t2"."entry_id",
              "t2"."root_id",
              "t2"."type",
              "t2"."start_day",
              "t2"."end_day",
              "t2"."need_code",
              "t2"."child_id",
              COALESCE("t2"."start_day", COALESCE("t2"."happened_to", "t2"."recorded_day")) AS "first_day",
              "t2"."end_day" AS "last_day"
            FROM "plan" AS "t2"
            WHERE
              "t2"."type" IN ('child_protection', 'child_in_need')
          ) AS "t13"
          WHERE
            "t4"."child_id" = "t13"."child_id"
            AND "t13"."first_day" <= "t4"."happened_from"
            AND (
              (
                "t13"."last_day" IS NULL
              ) OR (
                "t13"."last_day" >= "t4"."happened_to"
              )
            )
        )
    ) AS "t18"
  ) AS "t20"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t17"."child_id",
        "t17"."entry_id",
        'missed_running' AS "because"
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
          "t4"."service",
          "t4"."outcome",
          "t4"."routine",
          "t4"."child_id"
        FROM "since_kept" AS "t4"
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."child_id",
                  "t0"."service",
                  COUNT(*) AS "n"
                FROM "since_kept" AS "t0"
                GROUP BY
                  1,
                  2
              ) AS "t6"
              WHERE
                "t6"."n" >= :not_brought_pattern__running
            ) AS "t15"
            WHERE
              "t4"."child_id" = "t15"."child_id" AND "t4"."service" = "t15"."service"
          )
      ) AS "t17"
    ) AS "t19"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t23"."child_id",
        "t23"."entry_id",
        'missed_often' AS "because"
      FROM (
        SELECT
          "t5"."about_id",
          "t5"."agency",
          "t5"."sector",
          "t5"."happened_from",
          "t5"."happened_to",
          "t5"."recorded_day",
          "t5"."known_from",
          "t5"."known_until",
          "t5"."sensitivity",
          "t5"."entry_id",
          "t5"."root_id",
          "t5"."service",
          "t5"."outcome",
          "t5"."routine",
          "t5"."child_id"
        FROM "missed" AS "t5"
        WHERE
          EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t9"."child_id",
                  "t9"."n",
                  "t14"."offered"
                FROM (
                  SELECT
                    "t1"."child_id",
                    COUNT(*) AS "n"
                  FROM "missed" AS "t1"
                  GROUP BY
                    1
                ) AS "t9"
                INNER JOIN (
                  SELECT
                    "t8"."child_id",
                    "t8"."n" AS "offered"
                  FROM (
                    SELECT
                      "t3"."child_id",
                      COUNT(*) AS "n"
                    FROM "offered" AS "t3"
                    GROUP BY
                      1
                  ) AS "t8"
                ) AS "t14"
                  ON "t9"."child_id" = "t14"."child_id"
              ) AS "t16"
              WHERE
                "t16"."n" >= :not_brought_pattern__in_a_year
                AND "t16"."n" >= (
                  :not_brought_pattern__part * "t16"."offered"
                )
            ) AS "t22"
            WHERE
              "t5"."child_id" = "t22"."child_id"
          )
      ) AS "t23"
    ) AS "t24"
  ) AS "t25"
) AS found
