WITH "came_stays" AS (
  SELECT
    "t0"."about_id",
    "t0"."agency",
    "t0"."sector",
    "t0"."happened_from",
    "t0"."happened_to",
    "t0"."recorded_day",
    "t0"."known_from",
    "t0"."known_until",
    "t0"."sensitivity",
    "t0"."entry_id",
    "t0"."root_id",
    "t0"."child_id",
    "t0"."change",
    "t0"."reason_known",
    "t0"."nights_a_week",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8".*
    EXCLUDE ("place")
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t6"."about_id",
        "t6"."agency",
        "t6"."sector",
        "t6"."happened_from",
        "t6"."happened_to",
        "t6"."recorded_day",
        "t6"."known_from",
        "t6"."known_until",
        "t6"."sensitivity",
        "t6"."entry_id",
        "t6"."root_id",
        "t6"."child_id",
        "t6"."change",
        "t6"."reason_known",
        "t6"."nights_a_week",
        "t6"."person_id",
        "t6"."came_day",
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
          "t3"."about_id",
          "t3"."agency",
          "t3"."sector",
          "t3"."happened_from",
          "t3"."happened_to",
          "t3"."recorded_day",
          "t3"."known_from",
          "t3"."known_until",
          "t3"."sensitivity",
          "t3"."entry_id",
          "t3"."root_id",
          "t3"."child_id",
          "t3"."change",
          "t3"."reason_known",
          "t3"."nights_a_week",
          "t3"."person_id",
          "t3"."came_day"
        FROM (
          SELECT
            *
          FROM "came_stays" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
        ) AS "t3"
        ANTI JOIN (
          SELECT
            *
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
), "in_life" AS (
  SELECT
    "t18"."child_id",
    "t18"."person_id",
    "t18"."relation",
    "t18"."identity",
    "t18"."is_parent",
    "t18"."is_sibling",
    "t18"."is_partner",
    "t18"."adult",
    "t18"."lives_here",
    "t18"."stays_often",
    "t18"."cares",
    "t18"."at_home",
    "t18"."home_entry_id",
    "t18"."home_day",
    "t18"."home_reason_known",
    "t18"."since_entry_id",
    "t18"."since_day",
    "t18"."person_sex",
    "t18"."person_born_from",
    "t18"."person_born_to"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."child_id",
        "t11"."person_id",
        "t11"."relation",
        "t11"."identity",
        "t11"."is_parent",
        "t11"."is_sibling",
        "t11"."is_partner",
        "t11"."adult",
        "t11"."lives_here",
        "t11"."stays_often",
        "t11"."cares",
        "t11"."at_home",
        "t11"."home_entry_id",
        "t11"."home_day",
        "t11"."home_reason_known",
        "t11"."since_entry_id",
        "t11"."since_day",
        "t11"."person_sex",
        "t11"."person_born_from",
        "t11"."person_born_to"
      FROM (
        SELECT
          *
        FROM "network" AS "t0"
        WHERE
          NOT (
            "t0"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t11"
      ANTI JOIN (
        SELECT
          "t10"."about_id",
          "t10"."agency",
          "t10"."sector",
          "t10"."happened_from",
          "t10"."happened_to",
          "t10"."recorded_day",
          "t10"."known_from",
          "t10"."known_until",
          "t10"."sensitivity",
          "t10"."entry_id",
          "t10"."root_id",
          "t10"."to_id",
          "t10"."type",
          "t10"."identity",
          "t10"."ended",
          "t10"."child_id"
        FROM (
          SELECT
            *
          FROM "relationship" AS "t2"
          WHERE
            "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
        ) AS "t10"
        ANTI JOIN "relationship" AS "t3"
          ON "t10"."child_id" = "t3"."child_id"
          AND "t10"."about_id" = "t3"."about_id"
          AND "t10"."agency" = "t3"."agency"
          AND NOT (
            "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
          AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t10"."happened_to", "t10"."recorded_day")
          AND "t3"."known_from" > "t10"."known_from"
      ) AS "t15"
        ON "t11"."child_id" = "t15"."child_id" AND "t11"."person_id" = "t15"."about_id"
    ) AS "t16"
    WHERE
      "t16"."at_home" OR "t16"."cares" OR "t16"."is_partner"
  ) AS "t18"
  ANTI JOIN (
    SELECT
      "t8"."about_id",
      "t8"."agency",
      "t8"."sector",
      "t8"."happened_from",
      "t8"."happened_to",
      "t8"."recorded_day",
      "t8"."known_from",
      "t8"."known_until",
      "t8"."sensitivity",
      "t8"."entry_id",
      "t8"."root_id",
      "t8"."child_id",
      "t8"."change",
      "t8"."reason_known",
      "t8"."nights_a_week"
    FROM (
      SELECT
        *
      FROM "stay" AS "t1"
      WHERE
        "t1"."change" = 'moves_out'
    ) AS "t8"
    ANTI JOIN (
      SELECT
        "t1"."child_id",
        "t1"."about_id",
        COALESCE("t1"."happened_to", "t1"."recorded_day") AS "came_day"
      FROM "stay" AS "t1"
      WHERE
        "t1"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
    ) AS "t9"
      ON "t8"."child_id" = "t9"."child_id"
      AND "t8"."about_id" = "t9"."about_id"
      AND "t9"."came_day" >= COALESCE("t8"."happened_to", "t8"."recorded_day")
  ) AS "t14"
    ON "t18"."child_id" = "t14"."child_id" AND "t18"."person_id" = "t14"."about_id"
), "told" AS (
  SELECT
    "t1"."child_id",
    "t1"."person_id",
    "t1"."entry_id",
    "t1"."code",
    "t1"."explored",
    "t1"."is_sibling",
    "t1"."recorded_day",
    MIN("t1"."recorded_day") OVER (
      PARTITION BY "t1"."child_id", "t1"."person_id", "t1"."code"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "first_day"
  FROM (
    SELECT
      *
    FROM "around_observation" AS "t0"
    WHERE
      "t0"."code" IN (
        'previous_child_removed',
        'previous_child_harmed',
        'domestic_abuse_perpetrator',
        'violent_offence'
      )
      AND COALESCE("t0"."status", '') <> 'acquitted'
  ) AS "t1"
), "known" AS (
  SELECT
    "t18"."child_id",
    "t18"."person_id",
    "t18"."entry_id",
    "t18"."code",
    "t18"."explored",
    "t18"."is_sibling",
    "t18"."recorded_day",
    "t18"."first_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t14"."child_id",
          "t14"."person_id",
          "t14"."entry_id",
          "t14"."code",
          "t14"."explored",
          "t14"."is_sibling",
          "t14"."recorded_day",
          "t14"."first_day"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."person_id",
            "t4"."entry_id",
            "t4"."code",
            "t4"."explored",
            "t4"."is_sibling",
            "t4"."recorded_day",
            "t4"."first_day",
            "t13"."here_day"
          FROM "told" AS "t4"
          INNER JOIN (
            SELECT
              "t11"."child_id",
              "t11"."person_id",
              "t11"."here_day"
            FROM (
              SELECT
                "t5"."child_id",
                "t5"."person_id",
                "t5"."relation",
                "t5"."identity",
                "t5"."is_parent",
                "t5"."is_sibling",
                "t5"."is_partner",
                "t5"."adult",
                "t5"."lives_here",
                "t5"."stays_often",
                "t5"."cares",
                "t5"."at_home",
                "t5"."home_entry_id",
                "t5"."home_day",
                "t5"."home_reason_known",
                "t5"."since_entry_id",
                "t5"."since_day",
                "t5"."person_sex",
                "t5"."person_born_from",
                "t5"."person_born_to",
                CASE
                  WHEN "t5"."is_parent" OR "t5"."is_partner"
                  THEN "t5"."since_entry_id"
                  ELSE COALESCE("t9"."came_entry_id", "t5"."since_entry_id")
                END AS "entry_id",
                CASE
                  WHEN "t5"."is_parent" OR "t5"."is_partner"
                  THEN "t5"."since_day"
                  ELSE COALESCE("t9"."came_told", "t5"."since_day")
                END AS "here_day",
                COALESCE("t9"."came_told", "t5"."since_day") AS "came_told"
              FROM "in_life" AS "t5"
              LEFT OUTER JOIN (
                SELECT
                  "t3"."child_id",
                  "t3"."person_id",
                  "t3"."entry_id" AS "came_entry_id",
                  "t3"."told_day" AS "came_told"
                FROM "came" AS "t3"
              ) AS "t9"
                ON "t5"."child_id" = "t9"."child_id" AND "t5"."person_id" = "t9"."person_id"
            ) AS "t11"
            WHERE
              "t11"."adult" OR "t11"."is_partner"
          ) AS "t13"
            ON "t4"."child_id" = "t13"."child_id" AND "t4"."person_id" = "t13"."person_id"
        ) AS "t14"
        WHERE
          (
            "t14"."here_day" + $fresh_start__after_known
          ) <= $today
      ) AS "t15"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM "told" AS "t1"
        WHERE
          "t1"."is_sibling"
          AND "t1"."code" IN ('previous_child_removed', 'previous_child_harmed')
      ) AS "t8"
    ) AS "t16"
    WHERE
      (
        "t16"."recorded_day" + $fresh_start__after_known
      ) <= $today
  ) AS "t18"
  SEMI JOIN (
    SELECT
      *
    FROM "baby" AS "t0"
    WHERE
      "t0"."age_days" >= $fresh_start__after_birth
  ) AS "t10"
    ON "t18"."child_id" = "t10"."child_id"
), "open" AS (
  SELECT
    "t4"."child_id",
    "t4"."person_id",
    "t4"."entry_id",
    "t4"."code",
    "t4"."explored",
    "t4"."is_sibling",
    "t4"."recorded_day",
    "t4"."first_day"
  FROM "known" AS "t4"
  ANTI JOIN (
    SELECT
      *
    FROM "told" AS "t1"
    WHERE
      "t1"."explored"
  ) AS "t7"
    ON "t4"."child_id" = "t7"."child_id"
    AND "t4"."person_id" = "t7"."person_id"
    AND "t4"."code" = "t7"."code"
  ANTI JOIN (
    SELECT
      "t8"."entry_id",
      "t8"."child_id",
      "t8"."person_id",
      "t10"."weighed_day"
    FROM (
      SELECT
        "t2"."entry_id",
        "t2"."child_id",
        "t2"."about_id" AS "person_id"
      FROM "considered" AS "t2"
    ) AS "t8"
    INNER JOIN (
      SELECT
        "t3"."entry_id",
        "t3"."child_id",
        CASE
          WHEN "t3"."happened_from" IS NULL
          THEN "t3"."recorded_day"
          ELSE "t3"."completed_day"
        END AS "weighed_day"
      FROM "assessment" AS "t3"
      WHERE
        "t3"."completed_day" IS NOT NULL
    ) AS "t10"
      ON "t8"."entry_id" = "t10"."entry_id" AND "t8"."child_id" = "t10"."child_id"
  ) AS "t12"
    ON "t4"."child_id" = "t12"."child_id"
    AND "t4"."person_id" = "t12"."person_id"
    AND "t12"."weighed_day" >= "t4"."first_day"
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'earlier_child' AS "because"
    FROM "open" AS "t0"
    WHERE
      "t0"."code" IN ('previous_child_removed', 'previous_child_harmed')
  ) AS "t1"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'earlier_violence' AS "because"
    FROM "open" AS "t0"
    WHERE
      "t0"."code" IN ('domestic_abuse_perpetrator', 'violent_offence')
  ) AS "t2"
) AS found
