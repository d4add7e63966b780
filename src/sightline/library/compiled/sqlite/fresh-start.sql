WITH "came_stays" AS (
  SELECT
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8"."child_id" AS "child_id",
    "t8"."person_id" AS "person_id",
    "t8"."told_day" AS "told_day"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t6"."child_id" AS "child_id",
        "t6"."person_id" AS "person_id",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ORDER BY "t6"."came_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST, "t6"."entry_id" ASC NULLS LAST
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
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
        ) AS "t3"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t1"."child_id" AS "child_id",
                "t1"."person_id" AS "person_id",
                "t1"."came_day" AS "came_day"
              FROM "came_stays" AS "t1"
              WHERE
                "t1"."change" = 'moves_out'
            ) AS "t5"
            WHERE
              "t3"."child_id" = "t5"."child_id"
              AND "t3"."person_id" = "t5"."person_id"
              AND "t5"."came_day" > "t3"."came_day"
          )
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."place" = 0
  ) AS "t8"
), "in_life" AS (
  SELECT
    "t18"."child_id" AS "child_id",
    "t18"."person_id" AS "person_id",
    "t18"."is_parent" AS "is_parent",
    "t18"."is_partner" AS "is_partner",
    "t18"."adult" AS "adult",
    "t18"."since_day" AS "since_day"
  FROM (
    SELECT
      "t16"."child_id" AS "child_id",
      "t16"."person_id" AS "person_id",
      "t16"."is_parent" AS "is_parent",
      "t16"."is_partner" AS "is_partner",
      "t16"."adult" AS "adult",
      "t16"."since_day" AS "since_day"
    FROM (
      SELECT
        "t11"."child_id" AS "child_id",
        "t11"."person_id" AS "person_id",
        "t11"."is_parent" AS "is_parent",
        "t11"."is_partner" AS "is_partner",
        "t11"."adult" AS "adult",
        "t11"."cares" AS "cares",
        "t11"."at_home" AS "at_home",
        "t11"."since_day" AS "since_day"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id",
          "t0"."person_id" AS "person_id",
          "t0"."is_parent" AS "is_parent",
          "t0"."is_partner" AS "is_partner",
          "t0"."adult" AS "adult",
          "t0"."cares" AS "cares",
          "t0"."at_home" AS "at_home",
          "t0"."since_day" AS "since_day"
        FROM "network" AS "t0"
        WHERE
          NOT (
            "t0"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t11"
      WHERE
        NOT ("t11"."child_id", "t11"."person_id") IN (
          SELECT
            "t15"."child_id",
            "t15"."about_id"
          FROM (
            SELECT
              "t10"."about_id" AS "about_id",
              "t10"."child_id" AS "child_id"
            FROM (
              SELECT
                "t2"."about_id" AS "about_id",
                "t2"."agency" AS "agency",
                "t2"."happened_to" AS "happened_to",
                "t2"."recorded_day" AS "recorded_day",
                "t2"."known_from" AS "known_from",
                "t2"."child_id" AS "child_id"
              FROM "relationship" AS "t2"
              WHERE
                "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t10"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM "relationship" AS "t3"
                WHERE
                  "t10"."child_id" = "t3"."child_id"
                  AND "t10"."about_id" = "t3"."about_id"
                  AND "t10"."agency" = "t3"."agency"
                  AND NOT (
                    "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t10"."happened_to", "t10"."recorded_day")
                  AND "t3"."known_from" > "t10"."known_from"
              )
          ) AS "t15"
        )
    ) AS "t16"
    WHERE
      "t16"."at_home" OR "t16"."cares" OR "t16"."is_partner"
  ) AS "t18"
  WHERE
    NOT ("t18"."child_id", "t18"."person_id") IN (
      SELECT
        "t14"."child_id",
        "t14"."about_id"
      FROM (
        SELECT
          "t8"."about_id" AS "about_id",
          "t8"."child_id" AS "child_id"
        FROM (
          SELECT
            "t1"."about_id" AS "about_id",
            "t1"."happened_to" AS "happened_to",
            "t1"."recorded_day" AS "recorded_day",
            "t1"."child_id" AS "child_id"
          FROM "stay" AS "t1"
          WHERE
            "t1"."change" = 'moves_out'
        ) AS "t8"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t1"."child_id" AS "child_id",
                "t1"."about_id" AS "about_id",
                COALESCE("t1"."happened_to", "t1"."recorded_day") AS "came_day"
              FROM "stay" AS "t1"
              WHERE
                "t1"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
            ) AS "t9"
            WHERE
              "t8"."child_id" = "t9"."child_id"
              AND "t8"."about_id" = "t9"."about_id"
              AND "t9"."came_day" >= COALESCE("t8"."happened_to", "t8"."recorded_day")
          )
      ) AS "t14"
    )
), "told" AS (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."person_id" AS "person_id",
    "t1"."entry_id" AS "entry_id",
    "t1"."code" AS "code",
    "t1"."explored" AS "explored",
    "t1"."is_sibling" AS "is_sibling",
    "t1"."recorded_day" AS "recorded_day",
    MIN("t1"."recorded_day") OVER (
      PARTITION BY "t1"."child_id", "t1"."person_id", "t1"."code"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "first_day"
  FROM (
    SELECT
      "t0"."recorded_day" AS "recorded_day",
      "t0"."entry_id" AS "entry_id",
      "t0"."code" AS "code",
      "t0"."explored" AS "explored",
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."is_sibling" AS "is_sibling"
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
    "t18"."child_id" AS "child_id",
    "t18"."person_id" AS "person_id",
    "t18"."entry_id" AS "entry_id",
    "t18"."code" AS "code",
    "t18"."first_day" AS "first_day"
  FROM (
    SELECT
      "t16"."child_id" AS "child_id",
      "t16"."person_id" AS "person_id",
      "t16"."entry_id" AS "entry_id",
      "t16"."code" AS "code",
      "t16"."first_day" AS "first_day"
    FROM (
      SELECT
        "t15"."child_id" AS "child_id",
        "t15"."person_id" AS "person_id",
        "t15"."entry_id" AS "entry_id",
        "t15"."code" AS "code",
        "t15"."recorded_day" AS "recorded_day",
        "t15"."first_day" AS "first_day"
      FROM (
        SELECT
          "t14"."child_id" AS "child_id",
          "t14"."person_id" AS "person_id",
          "t14"."entry_id" AS "entry_id",
          "t14"."code" AS "code",
          "t14"."recorded_day" AS "recorded_day",
          "t14"."first_day" AS "first_day"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            "t4"."person_id" AS "person_id",
            "t4"."entry_id" AS "entry_id",
            "t4"."code" AS "code",
            "t4"."recorded_day" AS "recorded_day",
            "t4"."first_day" AS "first_day",
            "t13"."here_day" AS "here_day"
          FROM "told" AS "t4"
          INNER JOIN (
            SELECT
              "t11"."child_id" AS "child_id",
              "t11"."person_id" AS "person_id",
              "t11"."here_day" AS "here_day"
            FROM (
              SELECT
                "t5"."child_id" AS "child_id",
                "t5"."person_id" AS "person_id",
                "t5"."is_partner" AS "is_partner",
                "t5"."adult" AS "adult",
                IIF(
                  "t5"."is_parent" OR "t5"."is_partner",
                  "t5"."since_day",
                  COALESCE("t9"."came_told", "t5"."since_day")
                ) AS "here_day"
              FROM "in_life" AS "t5"
              LEFT OUTER JOIN (
                SELECT
                  "t3"."child_id" AS "child_id",
                  "t3"."person_id" AS "person_id",
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
            "t14"."here_day" + :fresh_start__after_known
          ) <= :today
      ) AS "t15"
      UNION ALL
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id",
        "t8"."entry_id" AS "entry_id",
        "t8"."code" AS "code",
        "t8"."recorded_day" AS "recorded_day",
        "t8"."first_day" AS "first_day"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."entry_id" AS "entry_id",
          "t1"."code" AS "code",
          "t1"."recorded_day" AS "recorded_day",
          "t1"."first_day" AS "first_day"
        FROM "told" AS "t1"
        WHERE
          "t1"."is_sibling"
          AND "t1"."code" IN ('previous_child_removed', 'previous_child_harmed')
      ) AS "t8"
    ) AS "t16"
    WHERE
      (
        "t16"."recorded_day" + :fresh_start__after_known
      ) <= :today
  ) AS "t18"
  WHERE
    "t18"."child_id" IN (
      SELECT
        "t10"."child_id"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id"
        FROM "baby" AS "t0"
        WHERE
          "t0"."age_days" >= :fresh_start__after_birth
      ) AS "t10"
    )
), "open" AS (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    "t4"."code" AS "code"
  FROM "known" AS "t4"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."code" AS "code"
        FROM "told" AS "t1"
        WHERE
          "t1"."explored"
      ) AS "t7"
      WHERE
        "t4"."child_id" = "t7"."child_id"
        AND "t4"."person_id" = "t7"."person_id"
        AND "t4"."code" = "t7"."code"
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t8"."child_id" AS "child_id",
          "t8"."person_id" AS "person_id",
          "t10"."weighed_day" AS "weighed_day"
        FROM (
          SELECT
            "t2"."entry_id" AS "entry_id",
            "t2"."child_id" AS "child_id",
            "t2"."about_id" AS "person_id"
          FROM "considered" AS "t2"
        ) AS "t8"
        INNER JOIN (
          SELECT
            "t3"."entry_id" AS "entry_id",
            "t3"."child_id" AS "child_id",
            IIF("t3"."happened_from" IS NULL, "t3"."recorded_day", "t3"."completed_day") AS "weighed_day"
          FROM "assessment" AS "t3"
          WHERE
            NOT "t3"."completed_day" IS NULL
        ) AS "t10"
          ON "t8"."entry_id" = "t10"."entry_id" AND "t8"."child_id" = "t10"."child_id"
      ) AS "t12"
      WHERE
        "t4"."child_id" = "t12"."child_id"
        AND "t4"."person_id" = "t12"."person_id"
        AND "t12"."weighed_day" >= "t4"."first_day"
    )
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
      "t0"."entry_id" AS "entry_id",
      'earlier_child' AS "because"
    FROM "open" AS "t0"
    WHERE
      "t0"."code" IN ('previous_child_removed', 'previous_child_harmed')
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
      'earlier_violence' AS "because"
    FROM "open" AS "t0"
    WHERE
      "t0"."code" IN ('domestic_abuse_perpetrator', 'violent_offence')
  ) AS "t2"
) AS "found"
