WITH "late" AS (
  SELECT
    *
  FROM "strategy" AS "t0"
  WHERE
    "t0"."step" = 'requested'
    AND (
      (
        "t0"."outcome" = 'unanswered'
      ) OR (
        "t0"."outcome" IS NULL
      )
    )
    AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= :strategy_request_unanswered__answer_within
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t12"."child_id",
      "t12"."entry_id",
      "t12"."because"
    FROM (
      SELECT
        "t10"."child_id",
        "t10"."entry_id",
        'asked' AS "because"
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
          "t5"."step",
          "t5"."by_sector",
          "t5"."outcome",
          "t5"."outcome_day",
          "t5"."child_id"
        FROM "late" AS "t5"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t3"."child_id",
                COALESCE("t3"."happened_to", "t3"."recorded_day") AS "held_day"
              FROM "strategy" AS "t3"
              WHERE
                "t3"."step" = 'held'
            ) AS "t8"
            WHERE
              "t5"."child_id" = "t8"."child_id"
              AND "t8"."held_day" >= COALESCE("t5"."happened_from", "t5"."recorded_day")
          )
      ) AS "t10"
    ) AS "t12"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t4"
        WHERE
          "t12"."child_id" = "t4"."child_id"
      )
  ) AS "t13"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('strategy_request')
      ) AS "t6"
    ) > 0
) AS found
