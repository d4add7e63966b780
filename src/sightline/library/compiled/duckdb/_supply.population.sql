SELECT
  "t0"."partnership" AS "partnership",
  "t0"."kind" AS "kind",
  "t0"."sector" AS "sector",
  "t0"."agency" AS "agency",
  "t0"."known_from" AS "known_from",
  "t0"."known_until" AS "known_until",
  "t0"."last_day" AS "last_day"
FROM "signal_supply" AS "t0"
WHERE
  "t0"."known_from" <= $as_of
  AND "t0"."known_until" > $as_of
  AND "t0"."partnership" = $partnership
