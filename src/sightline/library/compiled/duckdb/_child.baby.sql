SELECT
  "t0"."about_id" AS "about_id",
  "t0"."agency" AS "agency",
  "t0"."sector" AS "sector",
  "t0"."happened_from" AS "happened_from",
  "t0"."happened_to" AS "happened_to",
  "t0"."recorded_day" AS "recorded_day",
  "t0"."known_from" AS "known_from",
  "t0"."known_until" AS "known_until",
  "t0"."sensitivity" AS "sensitivity",
  "t0"."entry_id" AS "entry_id",
  "t0"."root_id" AS "root_id",
  "t0"."partnership" AS "partnership",
  "t0"."born_day" AS "born_day",
  "t0"."due_day" AS "due_day",
  "t0"."gestation_days" AS "gestation_days",
  "t0"."multiple_birth" AS "multiple_birth",
  "t0"."sex" AS "sex",
  "t0"."birth_weight_g" AS "birth_weight_g",
  "t0"."last_day" AS "last_day",
  "t0"."about_id" AS "child_id"
FROM "signal_child" AS "t0"
WHERE
  "t0"."known_from" <= $as_of
  AND "t0"."known_until" > $as_of
  AND "t0"."sensitivity" <= $level
  AND "t0"."about_id" = $child_id
