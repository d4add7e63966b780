WITH "told" AS (
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
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."status" AS "status",
    "t0"."child_id" AS "child_id",
    "t0"."person_id" AS "person_id",
    "t0"."relation" AS "relation",
    "t0"."identity" AS "identity",
    "t0"."is_parent" AS "is_parent",
    "t0"."is_sibling" AS "is_sibling",
    "t0"."is_partner" AS "is_partner",
    "t0"."adult" AS "adult",
    "t0"."lives_here" AS "lives_here",
    "t0"."stays_often" AS "stays_often",
    "t0"."cares" AS "cares",
    "t0"."at_home" AS "at_home",
    "t0"."home_entry_id" AS "home_entry_id",
    "t0"."home_day" AS "home_day",
    "t0"."home_reason_known" AS "home_reason_known",
    "t0"."since_entry_id" AS "since_entry_id",
    "t0"."since_day" AS "since_day",
    "t0"."person_sex" AS "person_sex",
    "t0"."person_born_from" AS "person_born_from",
    "t0"."person_born_to" AS "person_born_to"
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('cannabis')
    AND "t0"."adult"
    AND COALESCE("t0"."status", '') <> 'acquitted'
    AND NOT (
      (
        "t0"."identity" = 'no_contact_permitted'
      )
      AND NOT (
        "t0"."at_home"
      )
      AND NOT (
        "t0"."cares"
      )
    )
), "every_told" AS (
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
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."status" AS "status",
    "t0"."child_id" AS "child_id",
    "t0"."person_id" AS "person_id",
    "t0"."relation" AS "relation",
    "t0"."identity" AS "identity",
    "t0"."is_parent" AS "is_parent",
    "t0"."is_sibling" AS "is_sibling",
    "t0"."is_partner" AS "is_partner",
    "t0"."adult" AS "adult",
    "t0"."lives_here" AS "lives_here",
    "t0"."stays_often" AS "stays_often",
    "t0"."cares" AS "cares",
    "t0"."at_home" AS "at_home",
    "t0"."home_entry_id" AS "home_entry_id",
    "t0"."home_day" AS "home_day",
    "t0"."home_reason_known" AS "home_reason_known",
    "t0"."since_entry_id" AS "since_entry_id",
    "t0"."since_day" AS "since_day",
    "t0"."person_sex" AS "person_sex",
    "t0"."person_born_from" AS "person_born_from",
    "t0"."person_born_to" AS "person_born_to"
  FROM "told" AS "t0"
  WHERE
    "t0"."at_home" OR "t0"."cares"
), "weighed_people" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."about_id" AS "person_id",
    "t4"."finished_day" AS "finished_day"
  FROM "considered" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      COALESCE(
        "t1"."completed_day",
        CASE
          WHEN "t1"."started_day" IS NULL
          THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
          ELSE NULL
        END
      ) AS "finished_day"
    FROM "assessment" AS "t1"
    WHERE
      COALESCE(
        "t1"."completed_day",
        CASE
          WHEN "t1"."started_day" IS NULL
          THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
          ELSE NULL
        END
      ) <= $today
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."entry_id" = "t4"."entry_id"
), "still_told" AS (
  SELECT
    "told"."about_id" AS "about_id",
    "told"."agency" AS "agency",
    "told"."sector" AS "sector",
    "told"."happened_from" AS "happened_from",
    "told"."happened_to" AS "happened_to",
    "told"."recorded_day" AS "recorded_day",
    "told"."known_from" AS "known_from",
    "told"."known_until" AS "known_until",
    "told"."sensitivity" AS "sensitivity",
    "told"."entry_id" AS "entry_id",
    "told"."root_id" AS "root_id",
    "told"."code" AS "code",
    "told"."level" AS "level",
    "told"."explored" AS "explored",
    "told"."past" AS "past",
    "told"."status" AS "status",
    "told"."child_id" AS "child_id",
    "told"."person_id" AS "person_id",
    "told"."relation" AS "relation",
    "told"."identity" AS "identity",
    "told"."is_parent" AS "is_parent",
    "told"."is_sibling" AS "is_sibling",
    "told"."is_partner" AS "is_partner",
    "told"."adult" AS "adult",
    "told"."lives_here" AS "lives_here",
    "told"."stays_often" AS "stays_often",
    "told"."cares" AS "cares",
    "told"."at_home" AS "at_home",
    "told"."home_entry_id" AS "home_entry_id",
    "told"."home_day" AS "home_day",
    "told"."home_reason_known" AS "home_reason_known",
    "told"."since_entry_id" AS "since_entry_id",
    "told"."since_day" AS "since_day",
    "told"."person_sex" AS "person_sex",
    "told"."person_born_from" AS "person_born_from",
    "told"."person_born_to" AS "person_born_to"
  FROM "told" AS "told"
), "noted_told" AS (
  SELECT
    "t15"."about_id" AS "about_id",
    "t15"."agency" AS "agency",
    "t15"."sector" AS "sector",
    "t15"."happened_from" AS "happened_from",
    "t15"."happened_to" AS "happened_to",
    "t15"."recorded_day" AS "recorded_day",
    "t15"."known_from" AS "known_from",
    "t15"."known_until" AS "known_until",
    "t15"."sensitivity" AS "sensitivity",
    "t15"."entry_id" AS "entry_id",
    "t15"."root_id" AS "root_id",
    "t15"."code" AS "code",
    "t15"."level" AS "level",
    "t15"."explored" AS "explored",
    "t15"."past" AS "past",
    "t15"."status" AS "status",
    "t15"."child_id" AS "child_id",
    "t15"."person_id" AS "person_id",
    "t15"."relation" AS "relation",
    "t15"."identity" AS "identity",
    "t15"."is_parent" AS "is_parent",
    "t15"."is_sibling" AS "is_sibling",
    "t15"."is_partner" AS "is_partner",
    "t15"."adult" AS "adult",
    "t15"."lives_here" AS "lives_here",
    "t15"."stays_often" AS "stays_often",
    "t15"."cares" AS "cares",
    "t15"."at_home" AS "at_home",
    "t15"."home_entry_id" AS "home_entry_id",
    "t15"."home_day" AS "home_day",
    "t15"."home_reason_known" AS "home_reason_known",
    "t15"."since_entry_id" AS "since_entry_id",
    "t15"."since_day" AS "since_day",
    "t15"."person_sex" AS "person_sex",
    "t15"."person_born_from" AS "person_born_from",
    "t15"."person_born_to" AS "person_born_to"
  FROM (
    SELECT
      "t3"."about_id" AS "about_id",
      "t3"."agency" AS "agency",
      "t3"."sector" AS "sector",
      "t3"."happened_from" AS "happened_from",
      "t3"."happened_to" AS "happened_to",
      "t3"."recorded_day" AS "recorded_day",
      "t3"."known_from" AS "known_from",
      "t3"."known_until" AS "known_until",
      "t3"."sensitivity" AS "sensitivity",
      "t3"."entry_id" AS "entry_id",
      "t3"."root_id" AS "root_id",
      "t3"."code" AS "code",
      "t3"."level" AS "level",
      "t3"."explored" AS "explored",
      "t3"."past" AS "past",
      "t3"."status" AS "status",
      "t3"."child_id" AS "child_id",
      "t3"."person_id" AS "person_id",
      "t3"."relation" AS "relation",
      "t3"."identity" AS "identity",
      "t3"."is_parent" AS "is_parent",
      "t3"."is_sibling" AS "is_sibling",
      "t3"."is_partner" AS "is_partner",
      "t3"."adult" AS "adult",
      "t3"."lives_here" AS "lives_here",
      "t3"."stays_often" AS "stays_often",
      "t3"."cares" AS "cares",
      "t3"."at_home" AS "at_home",
      "t3"."home_entry_id" AS "home_entry_id",
      "t3"."home_day" AS "home_day",
      "t3"."home_reason_known" AS "home_reason_known",
      "t3"."since_entry_id" AS "since_entry_id",
      "t3"."since_day" AS "since_day",
      "t3"."person_sex" AS "person_sex",
      "t3"."person_born_from" AS "person_born_from",
      "t3"."person_born_to" AS "person_born_to"
    FROM "every_told" AS "t3"
    ANTI JOIN "weighed_people" AS "t5"
      ON "t3"."child_id" = "t5"."child_id"
      AND "t3"."about_id" = "t5"."person_id"
      AND "t5"."finished_day" >= "t3"."recorded_day"
    ANTI JOIN (
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
        "t4"."code" AS "code",
        "t4"."level" AS "level",
        "t4"."explored" AS "explored",
        "t4"."past" AS "past",
        "t4"."status" AS "status",
        "t4"."child_id" AS "child_id",
        "t4"."person_id" AS "person_id",
        "t4"."relation" AS "relation",
        "t4"."identity" AS "identity",
        "t4"."is_parent" AS "is_parent",
        "t4"."is_sibling" AS "is_sibling",
        "t4"."is_partner" AS "is_partner",
        "t4"."adult" AS "adult",
        "t4"."lives_here" AS "lives_here",
        "t4"."stays_often" AS "stays_often",
        "t4"."cares" AS "cares",
        "t4"."at_home" AS "at_home",
        "t4"."home_entry_id" AS "home_entry_id",
        "t4"."home_day" AS "home_day",
        "t4"."home_reason_known" AS "home_reason_known",
        "t4"."since_entry_id" AS "since_entry_id",
        "t4"."since_day" AS "since_day",
        "t4"."person_sex" AS "person_sex",
        "t4"."person_born_from" AS "person_born_from",
        "t4"."person_born_to" AS "person_born_to"
      FROM "every_told" AS "t4"
      WHERE
        COALESCE("t4"."explored", FALSE)
    ) AS "t10"
      ON "t3"."child_id" = "t10"."child_id"
      AND "t3"."about_id" = "t10"."about_id"
      AND "t3"."code" = "t10"."code"
      AND (
        (
          "t10"."recorded_day" >= "t3"."recorded_day"
        )
        OR (
          COALESCE(
            CASE
              WHEN "t3"."level" = 'low'
              THEN 1
              ELSE CASE
                WHEN "t3"."level" = 'moderate'
                THEN 2
                ELSE CASE WHEN "t3"."level" = 'high' THEN 3 ELSE 0 END
              END
            END,
            0
          ) <= CASE
            WHEN COALESCE("t10"."past", FALSE)
            THEN 1
            ELSE COALESCE(
              CASE
                WHEN "t10"."level" = 'low'
                THEN 1
                ELSE CASE
                  WHEN "t10"."level" = 'moderate'
                  THEN 2
                  ELSE CASE WHEN "t10"."level" = 'high' THEN 3 ELSE 1 END
                END
              END,
              1
            )
          END
        )
      )
    SEMI JOIN (
      SELECT
        "t11"."about_id" AS "about_id",
        "t11"."agency" AS "agency",
        "t11"."sector" AS "sector",
        "t11"."happened_from" AS "happened_from",
        "t11"."happened_to" AS "happened_to",
        "t11"."recorded_day" AS "recorded_day",
        "t11"."known_from" AS "known_from",
        "t11"."known_until" AS "known_until",
        "t11"."sensitivity" AS "sensitivity",
        "t11"."entry_id" AS "entry_id",
        "t11"."root_id" AS "root_id",
        "t11"."code" AS "code",
        "t11"."level" AS "level",
        "t11"."explored" AS "explored",
        "t11"."past" AS "past",
        "t11"."status" AS "status",
        "t11"."child_id" AS "child_id",
        "t11"."person_id" AS "person_id",
        "t11"."relation" AS "relation",
        "t11"."identity" AS "identity",
        "t11"."is_parent" AS "is_parent",
        "t11"."is_sibling" AS "is_sibling",
        "t11"."is_partner" AS "is_partner",
        "t11"."adult" AS "adult",
        "t11"."lives_here" AS "lives_here",
        "t11"."stays_often" AS "stays_often",
        "t11"."cares" AS "cares",
        "t11"."at_home" AS "at_home",
        "t11"."home_entry_id" AS "home_entry_id",
        "t11"."home_day" AS "home_day",
        "t11"."home_reason_known" AS "home_reason_known",
        "t11"."since_entry_id" AS "since_entry_id",
        "t11"."since_day" AS "since_day",
        "t11"."person_sex" AS "person_sex",
        "t11"."person_born_from" AS "person_born_from",
        "t11"."person_born_to" AS "person_born_to"
      FROM (
        SELECT
          "t2"."about_id" AS "about_id",
          "t2"."agency" AS "agency",
          "t2"."sector" AS "sector",
          "t2"."happened_from" AS "happened_from",
          "t2"."happened_to" AS "happened_to",
          "t2"."recorded_day" AS "recorded_day",
          "t2"."known_from" AS "known_from",
          "t2"."known_until" AS "known_until",
          "t2"."sensitivity" AS "sensitivity",
          "t2"."entry_id" AS "entry_id",
          "t2"."root_id" AS "root_id",
          "t2"."code" AS "code",
          "t2"."level" AS "level",
          "t2"."explored" AS "explored",
          "t2"."past" AS "past",
          "t2"."status" AS "status",
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
        FROM "still_told" AS "t2"
        WHERE
          NOT (
            COALESCE("t2"."past", FALSE)
          )
      ) AS "t11"
      ANTI JOIN (
        SELECT
          "t6"."about_id" AS "about_id",
          "t6"."agency" AS "agency",
          "t6"."sector" AS "sector",
          "t6"."happened_from" AS "happened_from",
          "t6"."happened_to" AS "happened_to",
          "t6"."recorded_day" AS "recorded_day",
          "t6"."known_from" AS "known_from",
          "t6"."known_until" AS "known_until",
          "t6"."sensitivity" AS "sensitivity",
          "t6"."entry_id" AS "entry_id",
          "t6"."root_id" AS "root_id",
          "t6"."code" AS "code",
          "t6"."level" AS "level",
          "t6"."explored" AS "explored",
          "t6"."past" AS "past",
          "t6"."status" AS "status",
          "t6"."child_id" AS "child_id",
          "t6"."person_id" AS "person_id",
          "t6"."relation" AS "relation",
          "t6"."identity" AS "identity",
          "t6"."is_parent" AS "is_parent",
          "t6"."is_sibling" AS "is_sibling",
          "t6"."is_partner" AS "is_partner",
          "t6"."adult" AS "adult",
          "t6"."lives_here" AS "lives_here",
          "t6"."stays_often" AS "stays_often",
          "t6"."cares" AS "cares",
          "t6"."at_home" AS "at_home",
          "t6"."home_entry_id" AS "home_entry_id",
          "t6"."home_day" AS "home_day",
          "t6"."home_reason_known" AS "home_reason_known",
          "t6"."since_entry_id" AS "since_entry_id",
          "t6"."since_day" AS "since_day",
          "t6"."person_sex" AS "person_sex",
          "t6"."person_born_from" AS "person_born_from",
          "t6"."person_born_to" AS "person_born_to"
        FROM "still_told" AS "t6"
        WHERE
          COALESCE("t6"."past", FALSE)
      ) AS "t12"
        ON "t11"."child_id" = "t12"."child_id"
        AND "t11"."about_id" = "t12"."about_id"
        AND "t11"."code" = "t12"."code"
        AND "t12"."recorded_day" >= "t11"."recorded_day"
    ) AS "t14"
      ON "t3"."child_id" = "t14"."child_id" AND "t3"."entry_id" = "t14"."entry_id"
  ) AS "t15"
  WHERE
    (
      "t15"."recorded_day" + $cannabis_minimised__after
    ) <= $today
), "noted" AS (
  SELECT
    "t1"."entry_id" AS "entry_id",
    "t1"."level" AS "level",
    "t1"."child_id" AS "child_id"
  FROM "noted_told" AS "t1"
  ANTI JOIN "noted_told" AS "t2"
    ON "t1"."child_id" = "t2"."child_id"
    AND "t1"."about_id" = "t2"."about_id"
    AND "t2"."happened_from" <= "t1"."happened_to"
    AND "t2"."happened_to" >= "t1"."happened_from"
    AND (
      (
        "t2"."known_from" < "t1"."known_from"
      )
      OR (
        (
          "t2"."known_from" = "t1"."known_from"
        )
        AND (
          "t2"."entry_id" < "t1"."entry_id"
        )
      )
    )
    AND (
      (
        "t1"."agency" <> "t2"."agency"
      )
      OR (
        (
          "t2"."happened_from" = "t1"."happened_from"
        )
        AND (
          "t2"."happened_to" = "t1"."happened_to"
        )
      )
    )
), "asked" AS (
  SELECT
    "t2"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id"
    FROM "noted" AS "t0"
    WHERE
      COALESCE("t0"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t2"
  UNION ALL
  SELECT
    "t3"."child_id" AS "child_id"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        COUNT(*) AS "n"
      FROM "noted" AS "t0"
      GROUP BY
        "t0"."child_id"
    ) AS "t1"
    WHERE
      "t1"."n" >= $cannabis_minimised__records
  ) AS "t3"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    'noted' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "noted" AS "t2"
    SEMI JOIN "asked" AS "t3"
      ON "t2"."child_id" = "t3"."child_id"
  ) AS "t4"
) AS "found"
