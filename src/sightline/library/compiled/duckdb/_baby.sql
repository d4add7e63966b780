SELECT
  "t3"."child_id" AS "child_id",
  "t3"."entry_id" AS "entry_id",
  "t3"."partnership" AS "partnership",
  "t3"."born_day" AS "born_day",
  $today - "t3"."born_day" AS "age_days",
  "t3"."due_day" AS "due_day",
  "t3"."gestation_days" AS "gestation_days",
  "t3"."multiple_birth" AS "multiple_birth",
  "t3"."sex" AS "sex",
  "t3"."birth_weight_g" AS "birth_weight_g"
FROM (
  SELECT
    "t0"."entry_id" AS "entry_id",
    "t0"."partnership" AS "partnership",
    "t0"."born_day" AS "born_day",
    "t0"."due_day" AS "due_day",
    "t0"."gestation_days" AS "gestation_days",
    "t0"."multiple_birth" AS "multiple_birth",
    "t0"."sex" AS "sex",
    "t0"."birth_weight_g" AS "birth_weight_g",
    "t0"."child_id" AS "child_id"
  FROM "child" AS "t0"
  WHERE
    "t0"."partnership" = $partnership
    AND (
      (
        "t0"."last_day" IS NULL
      ) OR (
        "t0"."last_day" >= $today
      )
    )
    AND (
      (
        "t0"."born_day" IS NULL
      )
      OR (
        "t0"."born_day" >= (
          $today - $followed_days
        )
      )
      OR "t0"."child_id" IN (
        SELECT
          "t1"."child_id" AS "child_id"
        FROM "plan" AS "t1"
        WHERE
          "t1"."start_day" <= $today
          AND (
            (
              "t1"."end_day" IS NULL
            ) OR (
              "t1"."end_day" >= $today
            )
          )
      )
    )
) AS "t3"
