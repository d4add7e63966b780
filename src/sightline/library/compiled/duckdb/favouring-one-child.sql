WITH "seen_told" AS (
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
    "t0"."code" IN ('favours_a_child')
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
), "noted_told" AS (
  WITH "t18" AS (
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
    FROM "seen_told" AS "t5"
    ANTI JOIN (
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."about_id" AS "person_id",
        "t15"."finished_day" AS "finished_day"
      FROM "considered" AS "t7"
      INNER JOIN (
        SELECT
          "t4"."entry_id" AS "entry_id",
          "t4"."child_id" AS "child_id",
          COALESCE(
            "t4"."completed_day",
            CASE
              WHEN "t4"."started_day" IS NULL
              THEN COALESCE("t4"."happened_to", "t4"."recorded_day")
              ELSE NULL
            END
          ) AS "finished_day"
        FROM "assessment" AS "t4"
        WHERE
          COALESCE(
            "t4"."completed_day",
            CASE
              WHEN "t4"."started_day" IS NULL
              THEN COALESCE("t4"."happened_to", "t4"."recorded_day")
              ELSE NULL
            END
          ) <= $today
      ) AS "t15"
        ON "t7"."child_id" = "t15"."child_id" AND "t7"."entry_id" = "t15"."entry_id"
    ) AS "t17"
      ON "t5"."child_id" = "t17"."child_id"
      AND "t5"."about_id" = "t17"."person_id"
      AND "t17"."finished_day" >= "t5"."recorded_day"
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
      FROM "seen_told" AS "t6"
      WHERE
        COALESCE("t6"."explored", FALSE)
    ) AS "t12"
      ON "t5"."child_id" = "t12"."child_id"
      AND "t5"."about_id" = "t12"."about_id"
      AND "t5"."code" = "t12"."code"
      AND (
        (
          "t12"."recorded_day" >= "t5"."recorded_day"
        )
        OR (
          COALESCE(
            CASE
              WHEN "t5"."level" = 'low'
              THEN 1
              ELSE CASE
                WHEN "t5"."level" = 'moderate'
                THEN 2
                ELSE CASE WHEN "t5"."level" = 'high' THEN 3 ELSE 0 END
              END
            END,
            0
          ) <= CASE
            WHEN COALESCE("t12"."past", FALSE)
            THEN 1
            ELSE COALESCE(
              CASE
                WHEN "t12"."level" = 'low'
                THEN 1
                ELSE CASE
                  WHEN "t12"."level" = 'moderate'
                  THEN 2
                  ELSE CASE WHEN "t12"."level" = 'high' THEN 3 ELSE 1 END
                END
              END,
              1
            )
          END
        )
      )
  )
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
      "t19"."about_id" AS "about_id",
      "t19"."agency" AS "agency",
      "t19"."sector" AS "sector",
      "t19"."happened_from" AS "happened_from",
      "t19"."happened_to" AS "happened_to",
      "t19"."recorded_day" AS "recorded_day",
      "t19"."known_from" AS "known_from",
      "t19"."known_until" AS "known_until",
      "t19"."sensitivity" AS "sensitivity",
      "t19"."entry_id" AS "entry_id",
      "t19"."root_id" AS "root_id",
      "t19"."code" AS "code",
      "t19"."level" AS "level",
      "t19"."explored" AS "explored",
      "t19"."past" AS "past",
      "t19"."status" AS "status",
      "t19"."child_id" AS "child_id",
      "t19"."person_id" AS "person_id",
      "t19"."relation" AS "relation",
      "t19"."identity" AS "identity",
      "t19"."is_parent" AS "is_parent",
      "t19"."is_sibling" AS "is_sibling",
      "t19"."is_partner" AS "is_partner",
      "t19"."adult" AS "adult",
      "t19"."lives_here" AS "lives_here",
      "t19"."stays_often" AS "stays_often",
      "t19"."cares" AS "cares",
      "t19"."at_home" AS "at_home",
      "t19"."home_entry_id" AS "home_entry_id",
      "t19"."home_day" AS "home_day",
      "t19"."home_reason_known" AS "home_reason_known",
      "t19"."since_entry_id" AS "since_entry_id",
      "t19"."since_day" AS "since_day",
      "t19"."person_sex" AS "person_sex",
      "t19"."person_born_from" AS "person_born_from",
      "t19"."person_born_to" AS "person_born_to"
    FROM "t18" AS "t19"
    WHERE
      NOT (
        COALESCE("t19"."past", FALSE)
      )
      AND "t19"."recorded_day" >= (
        $today - $favouring_one_child__look_back
      )
      AND COALESCE("t19"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t20"
  UNION ALL
  SELECT
    "t23"."about_id" AS "about_id",
    "t23"."agency" AS "agency",
    "t23"."sector" AS "sector",
    "t23"."happened_from" AS "happened_from",
    "t23"."happened_to" AS "happened_to",
    "t23"."recorded_day" AS "recorded_day",
    "t23"."known_from" AS "known_from",
    "t23"."known_until" AS "known_until",
    "t23"."sensitivity" AS "sensitivity",
    "t23"."entry_id" AS "entry_id",
    "t23"."root_id" AS "root_id",
    "t23"."code" AS "code",
    "t23"."level" AS "level",
    "t23"."explored" AS "explored",
    "t23"."past" AS "past",
    "t23"."status" AS "status",
    "t23"."child_id" AS "child_id",
    "t23"."person_id" AS "person_id",
    "t23"."relation" AS "relation",
    "t23"."identity" AS "identity",
    "t23"."is_parent" AS "is_parent",
    "t23"."is_sibling" AS "is_sibling",
    "t23"."is_partner" AS "is_partner",
    "t23"."adult" AS "adult",
    "t23"."lives_here" AS "lives_here",
    "t23"."stays_often" AS "stays_often",
    "t23"."cares" AS "cares",
    "t23"."at_home" AS "at_home",
    "t23"."home_entry_id" AS "home_entry_id",
    "t23"."home_day" AS "home_day",
    "t23"."home_reason_known" AS "home_reason_known",
    "t23"."since_entry_id" AS "since_entry_id",
    "t23"."since_day" AS "since_day",
    "t23"."person_sex" AS "person_sex",
    "t23"."person_born_from" AS "person_born_from",
    "t23"."person_born_to" AS "person_born_to"
  FROM (
    SELECT
      "t22"."about_id" AS "about_id",
      "t22"."agency" AS "agency",
      "t22"."sector" AS "sector",
      "t22"."happened_from" AS "happened_from",
      "t22"."happened_to" AS "happened_to",
      "t22"."recorded_day" AS "recorded_day",
      "t22"."known_from" AS "known_from",
      "t22"."known_until" AS "known_until",
      "t22"."sensitivity" AS "sensitivity",
      "t22"."entry_id" AS "entry_id",
      "t22"."root_id" AS "root_id",
      "t22"."code" AS "code",
      "t22"."level" AS "level",
      "t22"."explored" AS "explored",
      "t22"."past" AS "past",
      "t22"."status" AS "status",
      "t22"."child_id" AS "child_id",
      "t22"."person_id" AS "person_id",
      "t22"."relation" AS "relation",
      "t22"."identity" AS "identity",
      "t22"."is_parent" AS "is_parent",
      "t22"."is_sibling" AS "is_sibling",
      "t22"."is_partner" AS "is_partner",
      "t22"."adult" AS "adult",
      "t22"."lives_here" AS "lives_here",
      "t22"."stays_often" AS "stays_often",
      "t22"."cares" AS "cares",
      "t22"."at_home" AS "at_home",
      "t22"."home_entry_id" AS "home_entry_id",
      "t22"."home_day" AS "home_day",
      "t22"."home_reason_known" AS "home_reason_known",
      "t22"."since_entry_id" AS "since_entry_id",
      "t22"."since_day" AS "since_day",
      "t22"."person_sex" AS "person_sex",
      "t22"."person_born_from" AS "person_born_from",
      "t22"."person_born_to" AS "person_born_to"
    FROM (
      SELECT
        "t19"."about_id" AS "about_id",
        "t19"."agency" AS "agency",
        "t19"."sector" AS "sector",
        "t19"."happened_from" AS "happened_from",
        "t19"."happened_to" AS "happened_to",
        "t19"."recorded_day" AS "recorded_day",
        "t19"."known_from" AS "known_from",
        "t19"."known_until" AS "known_until",
        "t19"."sensitivity" AS "sensitivity",
        "t19"."entry_id" AS "entry_id",
        "t19"."root_id" AS "root_id",
        "t19"."code" AS "code",
        "t19"."level" AS "level",
        "t19"."explored" AS "explored",
        "t19"."past" AS "past",
        "t19"."status" AS "status",
        "t19"."child_id" AS "child_id",
        "t19"."person_id" AS "person_id",
        "t19"."relation" AS "relation",
        "t19"."identity" AS "identity",
        "t19"."is_parent" AS "is_parent",
        "t19"."is_sibling" AS "is_sibling",
        "t19"."is_partner" AS "is_partner",
        "t19"."adult" AS "adult",
        "t19"."lives_here" AS "lives_here",
        "t19"."stays_often" AS "stays_often",
        "t19"."cares" AS "cares",
        "t19"."at_home" AS "at_home",
        "t19"."home_entry_id" AS "home_entry_id",
        "t19"."home_day" AS "home_day",
        "t19"."home_reason_known" AS "home_reason_known",
        "t19"."since_entry_id" AS "since_entry_id",
        "t19"."since_day" AS "since_day",
        "t19"."person_sex" AS "person_sex",
        "t19"."person_born_from" AS "person_born_from",
        "t19"."person_born_to" AS "person_born_to"
      FROM "t18" AS "t19"
      WHERE
        NOT (
          COALESCE("t19"."past", FALSE)
        )
        AND "t19"."recorded_day" >= (
          $today - $favouring_one_child__look_back
        )
        AND NOT (
          COALESCE("t19"."level", 'unstated') IN ('moderate', 'high')
        )
    ) AS "t22"
    ANTI JOIN (
      SELECT
        "t8"."child_id" AS "child_id"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id"
        FROM "observation" AS "t1"
        WHERE
          "t1"."code" IN ('disability', 'chronic_condition', 'complex_needs')
      ) AS "t8"
      UNION ALL
      SELECT
        "t9"."child_id" AS "child_id"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id"
        FROM "around_observation" AS "t2"
        WHERE
          "t2"."is_sibling"
          AND "t2"."code" IN ('disability', 'chronic_condition', 'complex_needs')
      ) AS "t9"
    ) AS "t13"
      ON "t22"."child_id" = "t13"."child_id"
  ) AS "t23"
), "noted" AS (
  SELECT
    "t1"."about_id" AS "about_id",
    "t1"."agency" AS "agency",
    "t1"."entry_id" AS "entry_id",
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
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'noted' AS "because"
  FROM (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id"
    FROM "noted" AS "t1"
    SEMI JOIN (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."about_id" AS "about_id",
        "t2"."n" AS "n",
        "t2"."by" AS "by"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id",
          "t0"."about_id" AS "about_id",
          COUNT(*) AS "n",
          COUNT(DISTINCT "t0"."agency") AS "by"
        FROM "noted" AS "t0"
        GROUP BY
          "t0"."child_id",
          "t0"."about_id"
      ) AS "t2"
      WHERE
        "t2"."n" >= $favouring_one_child__times AND "t2"."by" >= $favouring_one_child__people
    ) AS "t4"
      ON "t1"."child_id" = "t4"."child_id" AND "t1"."about_id" = "t4"."about_id"
  ) AS "t5"
) AS "found"
