SELECT
  "t4"."about_id",
  "t4"."agency",
  "t4"."sector",
  "t4"."happened_from",
  "t4"."happened_to",
  "t4"."recorded_day",
  "t4"."known_from",
  "t4"."known_until",
  "t4"."sensitivity",
  "t4"."entry_id",
  "t4"."root_id",
  "t4"."how",
  "t4"."source_kind",
  "t2"."child_id",
  "t2"."person_id",
  "t2"."relation",
  "t2"."identity",
  "t2"."is_parent",
  "t2"."is_sibling",
  "t2"."is_partner",
  "t2"."adult",
  "t2"."lives_here",
  "t2"."stays_often",
  "t2"."cares",
  "t2"."at_home",
  "t2"."home_entry_id",
  "t2"."home_day",
  "t2"."home_reason_known",
  "t2"."since_entry_id",
  "t2"."since_day",
  "t2"."person_sex",
  "t2"."person_born_from",
  "t2"."person_born_to"
FROM "network" AS "t2"
CROSS JOIN (
  SELECT
    *
  FROM "signal_met" AS "t1"
  WHERE
    "t1"."known_from" <= :as_of
    AND "t1"."known_until" > :as_of
    AND "t1"."sensitivity" <= :level
) AS "t4"
  ON "t2"."person_id" = "t4"."about_id"
