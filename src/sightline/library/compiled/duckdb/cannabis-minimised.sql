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
    "t20"."about_id" AS "about_id",
    "t20"."agency" AS "agency",
    "t20"."sector" AS "sector",
    "t20"."happened_from" AS "happened_from",
    "t20"."happened_to" AS "happened_to",
    "t20"."recorded_day" AS "recorded_day",
    "t20"."known_from" AS "known_from",
    "t20"."known_until" AS "known_until",
    "t20"."sensitivity" AS "sensitivity",
    "t20"."entry_id" AS "entry_id",
    "t20"."root_id" AS "root_id",
    "t20"."code" AS "code",
    "t20"."level" AS "level",
    "t20"."explored" AS "explored",
    "t20"."past" AS "past",
    "t20"."status" AS "status",
    "t20"."child_id" AS "child_id",
    "t20"."person_id" AS "person_id",
    "t20"."relation" AS "relation",
    "t20"."identity" AS "identity",
    "t20"."is_parent" AS "is_parent",
    "t20"."is_sibling" AS "is_sibling",
    "t20"."is_partner" AS "is_partner",
    "t20"."adult" AS "adult",
    "t20"."lives_here" AS "lives_here",
    "t20"."stays_often" AS "stays_often",
    "t20"."cares" AS "cares",
    "t20"."at_home" AS "at_home",
    "t20"."home_entry_id" AS "home_entry_id",
    "t20"."home_day" AS "home_day",
    "t20"."home_reason_known" AS "home_reason_known",
    "t20"."since_entry_id" AS "since_entry_id",
    "t20"."since_day" AS "since_day",
    "t20"."person_sex" AS "person_sex",
    "t20"."person_born_from" AS "person_born_from",
    "t20"."person_born_to" AS "person_born_to"
  FROM (
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
    ANTI JOIN (
      SELECT
        "t6"."child_id" AS "child_id",
        "t6"."about_id" AS "person_id",
        "t15"."finished_day" AS "finished_day"
      FROM "considered" AS "t6"
      INNER JOIN (
        SELECT
          "t3"."entry_id" AS "entry_id",
          "t3"."child_id" AS "child_id",
          COALESCE(
            "t3"."completed_day",
            CASE
              WHEN "t3"."started_day" IS NULL
              THEN COALESCE("t3"."happened_to", "t3"."recorded_day")
              ELSE NULL
            END
          ) AS "finished_day"
        FROM "assessment" AS "t3"
        WHERE
          COALESCE(
            "t3"."completed_day",
            CASE
              WHEN "t3"."started_day" IS NULL
              THEN COALESCE("t3"."happened_to", "t3"."recorded_day")
              ELSE NULL
            END
          ) <= $today
      ) AS "t15"
        ON "t6"."child_id" = "t15"."child_id" AND "t6"."entry_id" = "t15"."entry_id"
    ) AS "t19"
      ON "t4"."child_id" = "t19"."child_id"
      AND "t4"."about_id" = "t19"."person_id"
      AND "t19"."finished_day" >= "t4"."recorded_day"
    ANTI JOIN (
      SELECT
        "t5"."about_id" AS "about_id",
        "t5"."agency" AS "agency",
        "t5"."sector" AS "sector",
        "t5"."happened_from" AS "happened_from",
        "t5"."happened_to" AS "happened_to",
        "t5"."recorded_day" AS "recorded_day",
        "t5"."known_from" AS "known_from",
        "t5"."known_until" AS "known_until",
        "t5"."sensitivity" AS "sensitivity",
        "t5"."entry_id" AS "entry_id",
        "t5"."root_id" AS "root_id",
        "t5"."code" AS "code",
        "t5"."level" AS "level",
        "t5"."explored" AS "explored",
        "t5"."past" AS "past",
        "t5"."status" AS "status",
        "t5"."child_id" AS "child_id",
        "t5"."person_id" AS "person_id",
        "t5"."relation" AS "relation",
        "t5"."identity" AS "identity",
        "t5"."is_parent" AS "is_parent",
        "t5"."is_sibling" AS "is_sibling",
        "t5"."is_partner" AS "is_partner",
        "t5"."adult" AS "adult",
        "t5"."lives_here" AS "lives_here",
        "t5"."stays_often" AS "stays_often",
        "t5"."cares" AS "cares",
        "t5"."at_home" AS "at_home",
        "t5"."home_entry_id" AS "home_entry_id",
        "t5"."home_day" AS "home_day",
        "t5"."home_reason_known" AS "home_reason_known",
        "t5"."since_entry_id" AS "since_entry_id",
        "t5"."since_day" AS "since_day",
        "t5"."person_sex" AS "person_sex",
        "t5"."person_born_from" AS "person_born_from",
        "t5"."person_born_to" AS "person_born_to"
      FROM "every_told" AS "t5"
      WHERE
        COALESCE("t5"."explored", FALSE)
    ) AS "t11"
      ON "t4"."child_id" = "t11"."child_id"
      AND "t4"."about_id" = "t11"."about_id"
      AND "t4"."code" = "t11"."code"
      AND (
        (
          "t11"."recorded_day" >= "t4"."recorded_day"
        )
        OR (
          COALESCE(
            CASE
              WHEN "t4"."level" = 'low'
              THEN 1
              ELSE CASE
                WHEN "t4"."level" = 'moderate'
                THEN 2
                ELSE CASE WHEN "t4"."level" = 'high' THEN 3 ELSE 0 END
              END
            END,
            0
          ) <= CASE
            WHEN COALESCE("t11"."past", FALSE)
            THEN 1
            ELSE COALESCE(
              CASE
                WHEN "t11"."level" = 'low'
                THEN 1
                ELSE CASE
                  WHEN "t11"."level" = 'moderate'
                  THEN 2
                  ELSE CASE WHEN "t11"."level" = 'high' THEN 3 ELSE 1 END
                END
              END,
              1
            )
          END
        )
      )
    SEMI JOIN (
      SELECT
        "t12"."about_id" AS "about_id",
        "t12"."agency" AS "agency",
        "t12"."sector" AS "sector",
        "t12"."happened_from" AS "happened_from",
        "t12"."happened_to" AS "happened_to",
        "t12"."recorded_day" AS "recorded_day",
        "t12"."known_from" AS "known_from",
        "t12"."known_until" AS "known_until",
        "t12"."sensitivity" AS "sensitivity",
        "t12"."entry_id" AS "entry_id",
        "t12"."root_id" AS "root_id",
        "t12"."code" AS "code",
        "t12"."level" AS "level",
        "t12"."explored" AS "explored",
        "t12"."past" AS "past",
        "t12"."status" AS "status",
        "t12"."child_id" AS "child_id",
        "t12"."person_id" AS "person_id",
        "t12"."relation" AS "relation",
        "t12"."identity" AS "identity",
        "t12"."is_parent" AS "is_parent",
        "t12"."is_sibling" AS "is_sibling",
        "t12"."is_partner" AS "is_partner",
        "t12"."adult" AS "adult",
        "t12"."lives_here" AS "lives_here",
        "t12"."stays_often" AS "stays_often",
        "t12"."cares" AS "cares",
        "t12"."at_home" AS "at_home",
        "t12"."home_entry_id" AS "home_entry_id",
        "t12"."home_day" AS "home_day",
        "t12"."home_reason_known" AS "home_reason_known",
        "t12"."since_entry_id" AS "since_entry_id",
        "t12"."since_day" AS "since_day",
        "t12"."person_sex" AS "person_sex",
        "t12"."person_born_from" AS "person_born_from",
        "t12"."person_born_to" AS "person_born_to"
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
      ) AS "t12"
      ANTI JOIN (
        SELECT
          "t7"."about_id" AS "about_id",
          "t7"."agency" AS "agency",
          "t7"."sector" AS "sector",
          "t7"."happened_from" AS "happened_from",
          "t7"."happened_to" AS "happened_to",
          "t7"."recorded_day" AS "recorded_day",
          "t7"."known_from" AS "known_from",
          "t7"."known_until" AS "known_until",
          "t7"."sensitivity" AS "sensitivity",
          "t7"."entry_id" AS "entry_id",
          "t7"."root_id" AS "root_id",
          "t7"."code" AS "code",
          "t7"."level" AS "level",
          "t7"."explored" AS "explored",
          "t7"."past" AS "past",
          "t7"."status" AS "status",
          "t7"."child_id" AS "child_id",
          "t7"."person_id" AS "person_id",
          "t7"."relation" AS "relation",
          "t7"."identity" AS "identity",
          "t7"."is_parent" AS "is_parent",
          "t7"."is_sibling" AS "is_sibling",
          "t7"."is_partner" AS "is_partner",
          "t7"."adult" AS "adult",
          "t7"."lives_here" AS "lives_here",
          "t7"."stays_often" AS "stays_often",
          "t7"."cares" AS "cares",
          "t7"."at_home" AS "at_home",
          "t7"."home_entry_id" AS "home_entry_id",
          "t7"."home_day" AS "home_day",
          "t7"."home_reason_known" AS "home_reason_known",
          "t7"."since_entry_id" AS "since_entry_id",
          "t7"."since_day" AS "since_day",
          "t7"."person_sex" AS "person_sex",
          "t7"."person_born_from" AS "person_born_from",
          "t7"."person_born_to" AS "person_born_to"
        FROM "still_told" AS "t7"
        WHERE
          COALESCE("t7"."past", FALSE)
      ) AS "t13"
        ON "t12"."child_id" = "t13"."child_id"
        AND "t12"."about_id" = "t13"."about_id"
        AND "t12"."code" = "t13"."code"
        AND "t13"."recorded_day" >= "t12"."recorded_day"
    ) AS "t17"
      ON "t4"."child_id" = "t17"."child_id" AND "t4"."entry_id" = "t17"."entry_id"
  ) AS "t20"
  WHERE
    (
      "t20"."recorded_day" + $cannabis_minimised__after
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
