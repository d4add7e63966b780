SELECT
  "t3"."child_id",
  "t3"."entry_id",
  "t3"."partnership",
  "t3"."born_day",
  %(today)s - "t3"."born_day" AS "age_days",
  "t3"."due_day",
  "t3"."gestation_days",
  "t3"."multiple_birth",
  "t3"."sex",
  "t3"."birth_weight_g"
FROM (
  SELECT
    *
  FROM "child" AS "t0"
  WHERE
    "t0"."partnership" = %(partnership)s
    AND (
      (
        "t0"."last_day" IS NULL
      ) OR (
        "t0"."last_day" >= %(today)s
      )
    )
    AND (
      (
        "t0"."born_day" IS NULL
      )
      OR (
        "t0"."born_day" >= (
          %(today)s - %(followed_days)s
        )
      )
      OR "t0"."child_id" IN (
        SELECT
          "t1"."child_id"
        FROM "plan" AS "t1"
        WHERE
          "t1"."start_day" <= %(today)s
          AND (
            (
              "t1"."end_day" IS NULL
            ) OR (
              "t1"."end_day" >= %(today)s
            )
          )
      )
    )
) AS "t3"
