SELECT
  *
FROM "signal_considered" AS "t0"
WHERE
  "t0"."known_from" <= :as_of
  AND "t0"."known_until" > :as_of
  AND "t0"."sensitivity" <= :level
  AND "t0"."child_id" = :child_id
