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
), "noted_told" AS (
  WITH "t13" AS (
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
    FROM "seen_told" AS "t4"
    ANTI JOIN "weighed_people" AS "t6"
      ON "t4"."child_id" = "t6"."child_id"
      AND "t4"."about_id" = "t6"."person_id"
      AND "t6"."finished_day" >= "t4"."recorded_day"
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
      FROM "seen_told" AS "t5"
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
  )
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
      "t14"."about_id" AS "about_id",
      "t14"."agency" AS "agency",
      "t14"."sector" AS "sector",
      "t14"."happened_from" AS "happened_from",
      "t14"."happened_to" AS "happened_to",
      "t14"."recorded_day" AS "recorded_day",
      "t14"."known_from" AS "known_from",
      "t14"."known_until" AS "known_until",
      "t14"."sensitivity" AS "sensitivity",
      "t14"."entry_id" AS "entry_id",
      "t14"."root_id" AS "root_id",
      "t14"."code" AS "code",
      "t14"."level" AS "level",
      "t14"."explored" AS "explored",
      "t14"."past" AS "past",
      "t14"."status" AS "status",
      "t14"."child_id" AS "child_id",
      "t14"."person_id" AS "person_id",
      "t14"."relation" AS "relation",
      "t14"."identity" AS "identity",
      "t14"."is_parent" AS "is_parent",
      "t14"."is_sibling" AS "is_sibling",
      "t14"."is_partner" AS "is_partner",
      "t14"."adult" AS "adult",
      "t14"."lives_here" AS "lives_here",
      "t14"."stays_often" AS "stays_often",
      "t14"."cares" AS "cares",
      "t14"."at_home" AS "at_home",
      "t14"."home_entry_id" AS "home_entry_id",
      "t14"."home_day" AS "home_day",
      "t14"."home_reason_known" AS "home_reason_known",
      "t14"."since_entry_id" AS "since_entry_id",
      "t14"."since_day" AS "since_day",
      "t14"."person_sex" AS "person_sex",
      "t14"."person_born_from" AS "person_born_from",
      "t14"."person_born_to" AS "person_born_to"
    FROM "t13" AS "t14"
    WHERE
      NOT (
        COALESCE("t14"."past", FALSE)
      )
      AND "t14"."recorded_day" >= (
        $today - $favouring_one_child__look_back
      )
      AND COALESCE("t14"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t15"
  UNION ALL
  SELECT
    "t18"."about_id" AS "about_id",
    "t18"."agency" AS "agency",
    "t18"."sector" AS "sector",
    "t18"."happened_from" AS "happened_from",
    "t18"."happened_to" AS "happened_to",
    "t18"."recorded_day" AS "recorded_day",
    "t18"."known_from" AS "known_from",
    "t18"."known_until" AS "known_until",
    "t18"."sensitivity" AS "sensitivity",
    "t18"."entry_id" AS "entry_id",
    "t18"."root_id" AS "root_id",
    "t18"."code" AS "code",
    "t18"."level" AS "level",
    "t18"."explored" AS "explored",
    "t18"."past" AS "past",
    "t18"."status" AS "status",
    "t18"."child_id" AS "child_id",
    "t18"."person_id" AS "person_id",
    "t18"."relation" AS "relation",
    "t18"."identity" AS "identity",
    "t18"."is_parent" AS "is_parent",
    "t18"."is_sibling" AS "is_sibling",
    "t18"."is_partner" AS "is_partner",
    "t18"."adult" AS "adult",
    "t18"."lives_here" AS "lives_here",
    "t18"."stays_often" AS "stays_often",
    "t18"."cares" AS "cares",
    "t18"."at_home" AS "at_home",
    "t18"."home_entry_id" AS "home_entry_id",
    "t18"."home_day" AS "home_day",
    "t18"."home_reason_known" AS "home_reason_known",
    "t18"."since_entry_id" AS "since_entry_id",
    "t18"."since_day" AS "since_day",
    "t18"."person_sex" AS "person_sex",
    "t18"."person_born_from" AS "person_born_from",
    "t18"."person_born_to" AS "person_born_to"
  FROM (
    SELECT
      "t17"."about_id" AS "about_id",
      "t17"."agency" AS "agency",
      "t17"."sector" AS "sector",
      "t17"."happened_from" AS "happened_from",
      "t17"."happened_to" AS "happened_to",
      "t17"."recorded_day" AS "recorded_day",
      "t17"."known_from" AS "known_from",
      "t17"."known_until" AS "known_until",
      "t17"."sensitivity" AS "sensitivity",
      "t17"."entry_id" AS "entry_id",
      "t17"."root_id" AS "root_id",
      "t17"."code" AS "code",
      "t17"."level" AS "level",
      "t17"."explored" AS "explored",
      "t17"."past" AS "past",
      "t17"."status" AS "status",
      "t17"."child_id" AS "child_id",
      "t17"."person_id" AS "person_id",
      "t17"."relation" AS "relation",
      "t17"."identity" AS "identity",
      "t17"."is_parent" AS "is_parent",
      "t17"."is_sibling" AS "is_sibling",
      "t17"."is_partner" AS "is_partner",
      "t17"."adult" AS "adult",
      "t17"."lives_here" AS "lives_here",
      "t17"."stays_often" AS "stays_often",
      "t17"."cares" AS "cares",
      "t17"."at_home" AS "at_home",
      "t17"."home_entry_id" AS "home_entry_id",
      "t17"."home_day" AS "home_day",
      "t17"."home_reason_known" AS "home_reason_known",
      "t17"."since_entry_id" AS "since_entry_id",
      "t17"."since_day" AS "since_day",
      "t17"."person_sex" AS "person_sex",
      "t17"."person_born_from" AS "person_born_from",
      "t17"."person_born_to" AS "person_born_to"
    FROM (
      SELECT
        "t14"."about_id" AS "about_id",
        "t14"."agency" AS "agency",
        "t14"."sector" AS "sector",
        "t14"."happened_from" AS "happened_from",
        "t14"."happened_to" AS "happened_to",
        "t14"."recorded_day" AS "recorded_day",
        "t14"."known_from" AS "known_from",
        "t14"."known_until" AS "known_until",
        "t14"."sensitivity" AS "sensitivity",
        "t14"."entry_id" AS "entry_id",
        "t14"."root_id" AS "root_id",
        "t14"."code" AS "code",
        "t14"."level" AS "level",
        "t14"."explored" AS "explored",
        "t14"."past" AS "past",
        "t14"."status" AS "status",
        "t14"."child_id" AS "child_id",
        "t14"."person_id" AS "person_id",
        "t14"."relation" AS "relation",
        "t14"."identity" AS "identity",
        "t14"."is_parent" AS "is_parent",
        "t14"."is_sibling" AS "is_sibling",
        "t14"."is_partner" AS "is_partner",
        "t14"."adult" AS "adult",
        "t14"."lives_here" AS "lives_here",
        "t14"."stays_often" AS "stays_often",
        "t14"."cares" AS "cares",
        "t14"."at_home" AS "at_home",
        "t14"."home_entry_id" AS "home_entry_id",
        "t14"."home_day" AS "home_day",
        "t14"."home_reason_known" AS "home_reason_known",
        "t14"."since_entry_id" AS "since_entry_id",
        "t14"."since_day" AS "since_day",
        "t14"."person_sex" AS "person_sex",
        "t14"."person_born_from" AS "person_born_from",
        "t14"."person_born_to" AS "person_born_to"
      FROM "t13" AS "t14"
      WHERE
        NOT (
          COALESCE("t14"."past", FALSE)
        )
        AND "t14"."recorded_day" >= (
          $today - $favouring_one_child__look_back
        )
        AND NOT (
          COALESCE("t14"."level", 'unstated') IN ('moderate', 'high')
        )
    ) AS "t17"
    ANTI JOIN (
      SELECT
        "t7"."child_id" AS "child_id"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id"
        FROM "observation" AS "t2"
        WHERE
          "t2"."code" IN ('disability', 'chronic_condition', 'complex_needs')
      ) AS "t7"
      UNION ALL
      SELECT
        "t8"."child_id" AS "child_id"
      FROM (
        SELECT
          "t3"."child_id" AS "child_id"
        FROM "around_observation" AS "t3"
        WHERE
          "t3"."is_sibling"
          AND "t3"."code" IN ('disability', 'chronic_condition', 'complex_needs')
      ) AS "t8"
    ) AS "t12"
      ON "t17"."child_id" = "t12"."child_id"
  ) AS "t18"
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
