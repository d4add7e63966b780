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
  "t0"."by_sector" AS "by_sector",
  "t0"."with_sector" AS "with_sector",
  "t0"."stage" AS "stage",
  "t0"."resolved_day" AS "resolved_day",
  "t0"."about_id" AS "child_id"
FROM "signal_challenge" AS "t0"
WHERE
  "t0"."known_from" <= %(as_of)s
  AND "t0"."known_until" > %(as_of)s
  AND "t0"."sensitivity" <= %(level)s
  AND "t0"."about_id" = %(child_id)s
