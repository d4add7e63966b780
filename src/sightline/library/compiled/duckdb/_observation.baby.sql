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
  "t0"."code",
  "t0"."level",
  "t0"."explored",
  "t0"."past",
  "t0"."status",
  "t0"."about_id" AS "child_id"
FROM "signal_observation" AS "t0"
WHERE
  "t0"."known_from" <= $as_of
  AND "t0"."known_until" > $as_of
  AND "t0"."sensitivity" <= $level
  AND "t0"."about_id" = $child_id
