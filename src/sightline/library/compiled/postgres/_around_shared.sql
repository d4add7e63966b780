SELECT
  "t4"."about_id" AS "about_id",
  "t4"."agency" AS "agency",
  "t4"."sector" AS "sector",
  "t4"."happened_from" AS "happened_from",
  "t4"."happened_to" AS "happened_to",
  "t4"."recorded_day" AS "recorded_day",
  "t4"."known_from" AS "known_from",
  "t4"."known_until" AS "known_until",
  "t4"."sensitivity" AS "sensitivity",
  "t4"."entry_id" AS "entry_id",
  "t4"."root_id" AS "root_id",
  "t4"."of_entry_id" AS "of_entry_id",
  "t4"."with_sector" AS "with_sector",
  "t2"."child_id" AS "child_id",
  "t2"."person_id" AS "person_id",
  "t2"."relation" AS "relation",
  "t2"."identity" AS "identity",
  "t2"."is_parent" AS "is_parent",
  "t2"."is_sibling" AS "is_sibling",
  "t2"."is_partner" AS "is_partner",
  "t2"."adult" AS "adult",
  "t2"."lives_here" AS "lives_here",
  "t2"."stays_often" AS "stays_often",
  "t2"."cares" AS "cares",
  "t2"."at_home" AS "at_home",
  "t2"."home_entry_id" AS "home_entry_id",
  "t2"."home_day" AS "home_day",
  "t2"."home_reason_known" AS "home_reason_known",
  "t2"."since_entry_id" AS "since_entry_id",
  "t2"."since_day" AS "since_day",
  "t2"."person_sex" AS "person_sex",
  "t2"."person_born_from" AS "person_born_from",
  "t2"."person_born_to" AS "person_born_to"
FROM "network" AS "t2"
INNER JOIN (
  SELECT
    "t1"."about_id" AS "about_id",
    "t1"."agency" AS "agency",
    "t1"."sector" AS "sector",
    "t1"."happened_from" AS "happened_from",
    "t1"."happened_to" AS "happened_to",
    "t1"."recorded_day" AS "recorded_day",
    "t1"."known_from" AS "known_from",
    "t1"."known_until" AS "known_until",
    "t1"."sensitivity" AS "sensitivity",
    "t1"."entry_id" AS "entry_id",
    "t1"."root_id" AS "root_id",
    "t1"."of_entry_id" AS "of_entry_id",
    "t1"."with_sector" AS "with_sector"
  FROM "signal_shared" AS "t1"
  WHERE
    "t1"."known_from" <= %(as_of)s
    AND "t1"."known_until" > %(as_of)s
    AND "t1"."sensitivity" <= %(level)s
) AS "t4"
  ON "t2"."person_id" = "t4"."about_id"
