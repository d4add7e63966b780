SELECT
  "t0"."about_id",
  "t0"."agency",
  "t0"."sector",
  "t0"."happened_from",
  "t0"."happened_to",
  "t0"."recorded_day",
  "t0"."known_from",
  "t0"."known_until",
  "t0"."sensitivity",
  "t0"."entry_id",
  "t0"."root_id",
  "t0"."of_entry_id",
  "t0"."with_sector",
  "t0"."about_id" AS "child_id"
FROM "signal_shared" AS "t0"
WHERE
  "t0"."known_from" <= %(as_of)s
  AND "t0"."known_until" > %(as_of)s
  AND "t0"."sensitivity" <= %(level)s
  AND "t0"."about_id" = %(child_id)s
