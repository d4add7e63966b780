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
), "gone" AS (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."about_id" AS "about_id"
  FROM (
    SELECT
      "t3"."about_id" AS "about_id",
      "t3"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."about_id" AS "about_id",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."child_id" AS "child_id"
      FROM "stay" AS "t0"
      WHERE
        "t0"."change" = 'moves_out'
    ) AS "t3"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."about_id" AS "about_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
          FROM "stay" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
        ) AS "t4"
        WHERE
          "t3"."child_id" = "t4"."child_id"
          AND "t3"."about_id" = "t4"."about_id"
          AND "t4"."came_day" >= COALESCE("t3"."happened_to", "t3"."recorded_day")
      )
  ) AS "t5"
), "in_life" AS (
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."person_id" AS "person_id",
    "t13"."is_parent" AS "is_parent",
    "t13"."is_partner" AS "is_partner",
    "t13"."adult" AS "adult",
    "t13"."since_day" AS "since_day"
  FROM (
    SELECT
      "t11"."child_id" AS "child_id",
      "t11"."person_id" AS "person_id",
      "t11"."is_parent" AS "is_parent",
      "t11"."is_partner" AS "is_partner",
      "t11"."adult" AS "adult",
      "t11"."since_day" AS "since_day"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id",
        "t8"."is_parent" AS "is_parent",
        "t8"."is_partner" AS "is_partner",
        "t8"."adult" AS "adult",
        "t8"."cares" AS "cares",
        "t8"."at_home" AS "at_home",
        "t8"."since_day" AS "since_day"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."is_parent" AS "is_parent",
          "t1"."is_partner" AS "is_partner",
          "t1"."adult" AS "adult",
          "t1"."cares" AS "cares",
          "t1"."at_home" AS "at_home",
          "t1"."since_day" AS "since_day"
        FROM "network" AS "t1"
        WHERE
          NOT (
            "t1"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t8"
      WHERE
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t7"."about_id" AS "about_id",
              "t7"."child_id" AS "child_id"
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
            ) AS "t7"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM "relationship" AS "t4"
                WHERE
                  "t7"."child_id" = "t4"."child_id"
                  AND "t7"."about_id" = "t4"."about_id"
                  AND "t7"."agency" = "t4"."agency"
                  AND NOT (
                    "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t4"."happened_to", "t4"."recorded_day") >= COALESCE("t7"."happened_to", "t7"."recorded_day")
                  AND "t4"."known_from" > "t7"."known_from"
              )
          ) AS "t10"
          WHERE
            "t8"."child_id" = "t10"."child_id" AND "t8"."person_id" = "t10"."about_id"
        )
    ) AS "t11"
    WHERE
      "t11"."at_home" OR "t11"."cares" OR "t11"."is_partner"
  ) AS "t13"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "gone" AS "t3"
      WHERE
        "t13"."child_id" = "t3"."child_id" AND "t13"."person_id" = "t3"."about_id"
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
                CASE
                  WHEN "t5"."is_parent" OR "t5"."is_partner"
                  THEN "t5"."since_day"
                  ELSE COALESCE("t9"."came_told", "t5"."since_day")
                END AS "here_day"
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
            "t14"."here_day" + %(fresh_start__after_known)s
          ) <= %(today)s
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
        "t16"."recorded_day" + %(fresh_start__after_known)s
      ) <= %(today)s
  ) AS "t18"
  WHERE
    EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id"
        FROM "baby" AS "t0"
        WHERE
          "t0"."age_days" >= %(fresh_start__after_birth)s
      ) AS "t10"
      WHERE
        "t18"."child_id" = "t10"."child_id"
    )
), "weighed" AS (
  SELECT
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
      "t1"."completed_day" IS NOT NULL
  ) AS "t5"
    ON "t3"."entry_id" = "t5"."entry_id" AND "t3"."child_id" = "t5"."child_id"
), "open" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."entry_id" AS "entry_id",
    "t3"."code" AS "code"
  FROM "known" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."person_id" AS "person_id",
          "t2"."code" AS "code"
        FROM "told" AS "t2"
        WHERE
          "t2"."explored"
      ) AS "t6"
      WHERE
        "t3"."child_id" = "t6"."child_id"
        AND "t3"."person_id" = "t6"."person_id"
        AND "t3"."code" = "t6"."code"
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "weighed" AS "t4"
      WHERE
        "t3"."child_id" = "t4"."child_id"
        AND "t3"."person_id" = "t4"."person_id"
        AND "t4"."weighed_day" >= "t3"."first_day"
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
