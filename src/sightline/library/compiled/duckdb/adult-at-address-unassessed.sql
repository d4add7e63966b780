WITH "came_stays" AS (
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
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."reason_known" AS "reason_known",
    "t0"."nights_a_week" AS "nights_a_week",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8"."entry_id" AS "entry_id",
    "t8"."child_id" AS "child_id",
    "t8"."person_id" AS "person_id",
    "t8"."came_day" AS "came_day",
    "t8"."told_day" AS "told_day"
  FROM (
    SELECT
      "t7"."entry_id" AS "entry_id",
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."came_day" AS "came_day",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t6"."entry_id" AS "entry_id",
        "t6"."child_id" AS "child_id",
        "t6"."person_id" AS "person_id",
        "t6"."came_day" AS "came_day",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ORDER BY "t6"."came_day" ASC, "t6"."known_from" ASC, "t6"."entry_id" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        MIN("t6"."recorded_day") OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "told_day"
      FROM (
        SELECT
          "t3"."recorded_day" AS "recorded_day",
          "t3"."known_from" AS "known_from",
          "t3"."entry_id" AS "entry_id",
          "t3"."child_id" AS "child_id",
          "t3"."person_id" AS "person_id",
          "t3"."came_day" AS "came_day"
        FROM (
          SELECT
            "t0"."recorded_day" AS "recorded_day",
            "t0"."known_from" AS "known_from",
            "t0"."entry_id" AS "entry_id",
            "t0"."child_id" AS "child_id",
            "t0"."person_id" AS "person_id",
            "t0"."came_day" AS "came_day"
          FROM "came_stays" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often')
        ) AS "t3"
        ANTI JOIN (
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
            "t1"."child_id" AS "child_id",
            "t1"."change" AS "change",
            "t1"."reason_known" AS "reason_known",
            "t1"."nights_a_week" AS "nights_a_week",
            "t1"."person_id" AS "person_id",
            "t1"."came_day" AS "came_day"
          FROM "came_stays" AS "t1"
          WHERE
            "t1"."change" = 'moves_out'
        ) AS "t5"
          ON "t3"."child_id" = "t5"."child_id"
          AND "t3"."person_id" = "t5"."person_id"
          AND "t5"."came_day" > "t3"."came_day"
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."place" = 0
  ) AS "t8"
), "weighed" AS (
  SELECT
    "t3"."entry_id" AS "entry_id",
    "t3"."child_id" AS "child_id",
    "t3"."person_id" AS "person_id",
    "t5"."weighed_day" AS "weighed_day"
  FROM (
    SELECT
      "t0"."entry_id" AS "entry_id",
      "t0"."child_id" AS "child_id",
      "t0"."about_id" AS "person_id"
    FROM "considered" AS "t0"
  ) AS "t3"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      CASE
        WHEN "t1"."happened_from" IS NULL
        THEN "t1"."recorded_day"
        ELSE "t1"."completed_day"
      END AS "weighed_day"
    FROM "assessment" AS "t1"
    WHERE
      NOT "t1"."completed_day" IS NULL
  ) AS "t5"
    ON "t3"."entry_id" = "t5"."entry_id" AND "t3"."child_id" = "t5"."child_id"
), "missing" AS (
  SELECT
    "t19"."child_id" AS "child_id",
    COALESCE("t8"."came_id", "t19"."since_entry_id") AS "entry_id",
    CASE
      WHEN COALESCE("t8"."since", "t19"."since_day") > COALESCE("t8"."told", "t19"."since_day")
      THEN COALESCE("t8"."since", "t19"."since_day")
      ELSE COALESCE("t8"."told", "t19"."since_day")
    END AS "known_day"
  FROM (
    SELECT
      "t17"."child_id" AS "child_id",
      "t17"."person_id" AS "person_id",
      "t17"."since_entry_id" AS "since_entry_id",
      "t17"."since_day" AS "since_day"
    FROM (
      SELECT
        "t14"."child_id" AS "child_id",
        "t14"."person_id" AS "person_id",
        "t14"."relation" AS "relation",
        "t14"."is_partner" AS "is_partner",
        "t14"."adult" AS "adult",
        "t14"."lives_here" AS "lives_here",
        "t14"."stays_often" AS "stays_often",
        "t14"."home_reason_known" AS "home_reason_known",
        "t14"."since_entry_id" AS "since_entry_id",
        "t14"."since_day" AS "since_day"
      FROM (
        SELECT
          "t3"."child_id" AS "child_id",
          "t3"."person_id" AS "person_id",
          "t3"."relation" AS "relation",
          "t3"."is_partner" AS "is_partner",
          "t3"."adult" AS "adult",
          "t3"."lives_here" AS "lives_here",
          "t3"."stays_often" AS "stays_often",
          "t3"."home_reason_known" AS "home_reason_known",
          "t3"."since_entry_id" AS "since_entry_id",
          "t3"."since_day" AS "since_day"
        FROM "network" AS "t3"
        WHERE
          NOT (
            "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t14"
      ANTI JOIN (
        SELECT
          "t13"."about_id" AS "about_id",
          "t13"."agency" AS "agency",
          "t13"."sector" AS "sector",
          "t13"."happened_from" AS "happened_from",
          "t13"."happened_to" AS "happened_to",
          "t13"."recorded_day" AS "recorded_day",
          "t13"."known_from" AS "known_from",
          "t13"."known_until" AS "known_until",
          "t13"."sensitivity" AS "sensitivity",
          "t13"."entry_id" AS "entry_id",
          "t13"."root_id" AS "root_id",
          "t13"."to_id" AS "to_id",
          "t13"."type" AS "type",
          "t13"."identity" AS "identity",
          "t13"."ended" AS "ended",
          "t13"."child_id" AS "child_id"
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
            "t4"."to_id" AS "to_id",
            "t4"."type" AS "type",
            "t4"."identity" AS "identity",
            "t4"."ended" AS "ended",
            "t4"."child_id" AS "child_id"
          FROM "relationship" AS "t4"
          WHERE
            "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
        ) AS "t13"
        ANTI JOIN "relationship" AS "t6"
          ON "t13"."child_id" = "t6"."child_id"
          AND "t13"."about_id" = "t6"."about_id"
          AND "t13"."agency" = "t6"."agency"
          AND NOT (
            "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
          AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= COALESCE("t13"."happened_to", "t13"."recorded_day")
          AND "t6"."known_from" > "t13"."known_from"
      ) AS "t16"
        ON "t14"."child_id" = "t16"."child_id" AND "t14"."person_id" = "t16"."about_id"
    ) AS "t17"
    WHERE
      (
        "t17"."adult" OR "t17"."is_partner"
      )
      AND NOT (
        (
          "t17"."relation" = 'lodger'
        ) AND COALESCE("t17"."home_reason_known", FALSE)
      )
      AND (
        "t17"."lives_here" OR (
          "t17"."stays_often" AND "t17"."is_partner"
        )
      )
  ) AS "t19"
  LEFT OUTER JOIN (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."person_id" AS "person_id",
      "t1"."entry_id" AS "came_id",
      "t1"."came_day" AS "since",
      "t1"."told_day" AS "told"
    FROM "came" AS "t1"
  ) AS "t8"
    ON "t19"."child_id" = "t8"."child_id" AND "t19"."person_id" = "t8"."person_id"
  ANTI JOIN "weighed" AS "t5"
    ON "t19"."child_id" = "t5"."child_id" AND "t19"."person_id" = "t5"."person_id"
  ANTI JOIN (
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
      "t2"."how" AS "how",
      "t2"."source_kind" AS "source_kind",
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
    FROM "around_met" AS "t2"
    WHERE
      "t2"."how" = 'assessed' AND "t2"."sector" IN ('social_care', 'early_help')
  ) AS "t11"
    ON "t19"."child_id" = "t11"."child_id" AND "t19"."person_id" = "t11"."person_id"
), "left_out" AS (
  SELECT
    "t10"."child_id" AS "child_id",
    "t10"."entry_id" AS "entry_id",
    "t10"."assessment_id" AS "assessment_id"
  FROM (
    SELECT
      "t3"."child_id" AS "child_id",
      "t3"."entry_id" AS "entry_id",
      "t3"."known_day" AS "known_day",
      "t9"."finished_day" AS "finished_day",
      "t9"."assessment_id" AS "assessment_id"
    FROM "missing" AS "t3"
    INNER JOIN (
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."finished_day" AS "finished_day",
        "t7"."entry_id" AS "assessment_id"
      FROM (
        SELECT
          "t6"."entry_id" AS "entry_id",
          "t6"."child_id" AS "child_id",
          "t6"."finished_day" AS "finished_day"
        FROM (
          SELECT
            "t1"."entry_id" AS "entry_id",
            "t1"."child_id" AS "child_id",
            CASE
              WHEN "t1"."happened_from" IS NULL
              THEN "t1"."recorded_day"
              ELSE "t1"."completed_day"
            END AS "finished_day"
          FROM "assessment" AS "t1"
          WHERE
            NOT "t1"."completed_day" IS NULL
            AND "t1"."type" IN ('pre_birth', 'child_and_family', 'early_help', 'section_47')
            AND NOT "t1"."happened_from" IS NULL
            AND CASE
              WHEN "t1"."happened_from" IS NULL
              THEN "t1"."recorded_day"
              ELSE "t1"."completed_day"
            END <= $today
        ) AS "t6"
        SEMI JOIN "considered" AS "t4"
          ON "t6"."entry_id" = "t4"."entry_id" AND "t6"."child_id" = "t4"."child_id"
      ) AS "t7"
    ) AS "t9"
      ON "t3"."child_id" = "t9"."child_id"
  ) AS "t10"
  WHERE
    "t10"."known_day" <= "t10"."finished_day"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."entry_id" AS "entry_id",
    "t1"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."assessment_id" AS "entry_id",
      'left_out' AS "because"
    FROM "left_out" AS "t0"
  ) AS "t1"
  UNION ALL
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id",
    "t2"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'lives_there' AS "because"
    FROM "left_out" AS "t0"
  ) AS "t2"
) AS "found"
