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
  "t0"."of_entry_id" AS "of_entry_id",
  "t0"."with_sector" AS "with_sector",
  "t0"."about_id" AS "child_id"
FROM "signal_shared" AS "t0"
WHERE
  "t0"."known_from" <= $as_of
  AND "t0"."known_until" > $as_of
  AND "t0"."sensitivity" <= $level
