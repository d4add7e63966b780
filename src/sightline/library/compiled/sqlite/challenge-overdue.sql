WITH "late" AS (
  SELECT
    *
  FROM "challenge" AS "t0"
  WHERE
    (
      (
        "t0"."resolved_day" IS NULL
      ) OR (
        "t0"."resolved_day" > :today
      )
    )
    AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= :challenge_overdue__settle_within
)
SELECT * FROM (
  SELECT
    "t4"."child_id",
    "t4"."entry_id",
    'differs' AS "because"
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
      "t2"."by_sector",
      "t2"."with_sector",
      "t2"."stage",
      "t2"."resolved_day",
      "t2"."child_id"
    FROM "late" AS "t2"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM "challenge" AS "t3"
        WHERE
          "t2"."child_id" = "t3"."child_id"
          AND "t2"."by_sector" = "t3"."by_sector"
          AND "t2"."with_sector" = "t3"."with_sector"
          AND "t3"."stage" > "t2"."stage"
          AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t2"."happened_from", "t2"."recorded_day")
      )
  ) AS "t4"
) AS found
