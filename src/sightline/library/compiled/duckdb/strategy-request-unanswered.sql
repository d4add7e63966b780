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
    AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= $strategy_request_unanswered__answer_within
)
SELECT * FROM (
  SELECT
    "t5"."child_id",
    "t5"."entry_id",
    'asked' AS "because"
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
      "t2"."step",
      "t2"."by_sector",
      "t2"."outcome",
      "t2"."outcome_day",
      "t2"."child_id"
    FROM "late" AS "t2"
    ANTI JOIN (
      SELECT
        "t1"."child_id",
        COALESCE("t1"."happened_to", "t1"."recorded_day") AS "held_day"
      FROM "strategy" AS "t1"
      WHERE
        "t1"."step" = 'held'
    ) AS "t4"
      ON "t2"."child_id" = "t4"."child_id"
      AND "t4"."held_day" >= COALESCE("t2"."happened_from", "t2"."recorded_day")
  ) AS "t5"
) AS found
