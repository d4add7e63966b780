SELECT
  *
FROM "signal_considered" AS "t0"
WHERE
  "t0"."known_from" <= %(as_of)s
  AND "t0"."known_until" > %(as_of)s
  AND "t0"."sensitivity" <= %(level)s
