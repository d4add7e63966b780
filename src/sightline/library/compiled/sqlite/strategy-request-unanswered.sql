WITH "late" AS (
  SELECT
    "t0"."happened_from" AS "happened_from",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."child_id" AS "child_id"
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
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'asked' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "late" AS "t2"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "held_day"
          FROM "strategy" AS "t1"
          WHERE
            "t1"."step" = 'held'
        ) AS "t4"
        WHERE
          "t2"."child_id" = "t4"."child_id"
          AND "t4"."held_day" >= COALESCE("t2"."happened_from", "t2"."recorded_day")
      )
  ) AS "t5"
) AS "found"
