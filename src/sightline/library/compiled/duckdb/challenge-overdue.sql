WITH "late" AS (
  SELECT
    "t0"."happened_from" AS "happened_from",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."by_sector" AS "by_sector",
    "t0"."with_sector" AS "with_sector",
    "t0"."stage" AS "stage",
    "t0"."child_id" AS "child_id"
  FROM "challenge" AS "t0"
  WHERE
    (
      (
        "t0"."resolved_day" IS NULL
      ) OR (
        "t0"."resolved_day" > $today
      )
    )
    AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= $challenge_overdue__settle_within
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    'differs' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "late" AS "t2"
    ANTI JOIN "challenge" AS "t3"
      ON "t2"."child_id" = "t3"."child_id"
      AND "t2"."by_sector" = "t3"."by_sector"
      AND "t2"."with_sector" = "t3"."with_sector"
      AND "t3"."stage" > "t2"."stage"
      AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t2"."happened_from", "t2"."recorded_day")
  ) AS "t4"
) AS "found"
