WITH "kept" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."service" AS "service",
    "t2"."kept_day" AS "kept_day"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."service" AS "service",
      COALESCE("t0"."happened_to", "t0"."recorded_day") AS "kept_day"
    FROM "appointment" AS "t0"
    WHERE
      "t0"."outcome" = 'attended'
  ) AS "t2"
  UNION ALL
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."service" AS "service",
    "t3"."kept_day" AS "kept_day"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."sector" AS "service",
      COALESCE("t1"."happened_to", "t1"."recorded_day") AS "kept_day"
    FROM "contact" AS "t1"
    WHERE
      "t1"."child_seen"
  ) AS "t3"
), "missed_told" AS (
  SELECT
    "t4"."agency" AS "agency",
    "t4"."happened_from" AS "happened_from",
    "t4"."happened_to" AS "happened_to",
    "t4"."known_from" AS "known_from",
    "t4"."entry_id" AS "entry_id",
    "t4"."service" AS "service",
    "t4"."outcome" AS "outcome",
    "t4"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."agency" AS "agency",
      "t0"."happened_from" AS "happened_from",
      "t0"."happened_to" AS "happened_to",
      "t0"."known_from" AS "known_from",
      "t0"."entry_id" AS "entry_id",
      "t0"."service" AS "service",
      "t0"."outcome" AS "outcome",
      "t0"."child_id" AS "child_id"
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
        1 AS "1"
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
    "t1"."happened_from" AS "happened_from",
    "t1"."happened_to" AS "happened_to",
    "t1"."entry_id" AS "entry_id",
    "t1"."service" AS "service",
    "t1"."child_id" AS "child_id"
  FROM "missed_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
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
    "t3"."happened_from" AS "happened_from",
    "t3"."happened_to" AS "happened_to",
    "t3"."entry_id" AS "entry_id",
    "t3"."service" AS "service",
    "t3"."child_id" AS "child_id"
  FROM "missed" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."service" AS "service",
          "t1"."kept_day" AS "kept_day"
        FROM "kept" AS "t1"
        UNION ALL
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."service" AS "service",
          "t4"."kept_day" AS "kept_day"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."service" AS "service",
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
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."service" AS "service",
    "t0"."outcome" AS "outcome",
    "t0"."child_id" AS "child_id"
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
    "t1"."child_id" AS "child_id"
  FROM "offered_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
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
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t20"."child_id" AS "child_id",
    "t20"."entry_id" AS "entry_id",
    "t20"."because" AS "because"
  FROM (
    SELECT
      "t18"."child_id" AS "child_id",
      "t18"."entry_id" AS "entry_id",
      'missed_on_plan' AS "because"
    FROM (
      SELECT
        "t4"."entry_id" AS "entry_id",
        "t4"."child_id" AS "child_id"
      FROM "since_kept" AS "t4"
      WHERE
        EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
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
    "t25"."child_id" AS "child_id",
    "t25"."entry_id" AS "entry_id",
    "t25"."because" AS "because"
  FROM (
    SELECT
      "t19"."child_id" AS "child_id",
      "t19"."entry_id" AS "entry_id",
      "t19"."because" AS "because"
    FROM (
      SELECT
        "t17"."child_id" AS "child_id",
        "t17"."entry_id" AS "entry_id",
        'missed_running' AS "because"
      FROM (
        SELECT
          "t4"."entry_id" AS "entry_id",
          "t4"."child_id" AS "child_id"
        FROM "since_kept" AS "t4"
        WHERE
          EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t6"."child_id" AS "child_id",
                "t6"."service" AS "service"
              FROM (
                SELECT
                  "t0"."child_id" AS "child_id",
                  "t0"."service" AS "service",
                  COUNT(*) AS "n"
                FROM "since_kept" AS "t0"
                GROUP BY
                  "t0"."child_id",
                  "t0"."service"
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
      "t24"."child_id" AS "child_id",
      "t24"."entry_id" AS "entry_id",
      "t24"."because" AS "because"
    FROM (
      SELECT
        "t23"."child_id" AS "child_id",
        "t23"."entry_id" AS "entry_id",
        'missed_often' AS "because"
      FROM (
        SELECT
          "t5"."entry_id" AS "entry_id",
          "t5"."child_id" AS "child_id"
        FROM "missed" AS "t5"
        WHERE
          "t5"."child_id" IN (
            SELECT
              "t22"."child_id"
            FROM (
              SELECT
                "t16"."child_id" AS "child_id"
              FROM (
                SELECT
                  "t9"."child_id" AS "child_id",
                  "t9"."n" AS "n",
                  "t14"."offered" AS "offered"
                FROM (
                  SELECT
                    "t1"."child_id" AS "child_id",
                    COUNT(*) AS "n"
                  FROM "missed" AS "t1"
                  GROUP BY
                    "t1"."child_id"
                ) AS "t9"
                INNER JOIN (
                  SELECT
                    "t8"."child_id" AS "child_id",
                    "t8"."n" AS "offered"
                  FROM (
                    SELECT
                      "t3"."child_id" AS "child_id",
                      COUNT(*) AS "n"
                    FROM "offered" AS "t3"
                    GROUP BY
                      "t3"."child_id"
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
          )
      ) AS "t23"
    ) AS "t24"
  ) AS "t25"
) AS "found"
