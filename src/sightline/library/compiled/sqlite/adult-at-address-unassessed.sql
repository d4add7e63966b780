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
            "t0"."change" IN ('moves_in', 'stays_often')
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
), "weighed" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."person_id" AS "person_id"
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
      "t1"."child_id" AS "child_id"
    FROM "assessment" AS "t1"
    WHERE
      NOT "t1"."completed_day" IS NULL
  ) AS "t5"
    ON "t3"."entry_id" = "t5"."entry_id" AND "t3"."child_id" = "t5"."child_id"
), "missing" AS (
  SELECT
    "t19"."child_id" AS "child_id",
    COALESCE("t8"."came_id", "t19"."since_entry_id") AS "entry_id",
    IIF(
      COALESCE("t8"."since", "t19"."since_day") > COALESCE("t8"."told", "t19"."since_day"),
      COALESCE("t8"."since", "t19"."since_day"),
      COALESCE("t8"."told", "t19"."since_day")
    ) AS "known_day"
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
      WHERE
        NOT ("t14"."child_id", "t14"."person_id") IN (
          SELECT
            "t16"."child_id",
            "t16"."about_id"
          FROM (
            SELECT
              "t13"."about_id" AS "about_id",
              "t13"."child_id" AS "child_id"
            FROM (
              SELECT
                "t4"."about_id" AS "about_id",
                "t4"."agency" AS "agency",
                "t4"."happened_to" AS "happened_to",
                "t4"."recorded_day" AS "recorded_day",
                "t4"."known_from" AS "known_from",
                "t4"."child_id" AS "child_id"
              FROM "relationship" AS "t4"
              WHERE
                "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t13"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM "relationship" AS "t6"
                WHERE
                  "t13"."child_id" = "t6"."child_id"
                  AND "t13"."about_id" = "t6"."about_id"
                  AND "t13"."agency" = "t6"."agency"
                  AND NOT (
                    "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= COALESCE("t13"."happened_to", "t13"."recorded_day")
                  AND "t6"."known_from" > "t13"."known_from"
              )
          ) AS "t16"
        )
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
  WHERE
    NOT ("t19"."child_id", "t19"."person_id") IN (
      SELECT
        "t5"."child_id",
        "t5"."person_id"
      FROM "weighed" AS "t5"
    )
    AND NOT ("t19"."child_id", "t19"."person_id") IN (
      SELECT
        "t11"."child_id",
        "t11"."person_id"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."person_id" AS "person_id"
        FROM "around_met" AS "t2"
        WHERE
          "t2"."how" = 'assessed' AND "t2"."sector" IN ('social_care', 'early_help')
      ) AS "t11"
    )
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
            IIF("t1"."happened_from" IS NULL, "t1"."recorded_day", "t1"."completed_day") AS "finished_day"
          FROM "assessment" AS "t1"
          WHERE
            NOT "t1"."completed_day" IS NULL
            AND "t1"."type" IN ('pre_birth', 'child_and_family', 'early_help', 'section_47')
            AND NOT "t1"."happened_from" IS NULL
            AND IIF("t1"."happened_from" IS NULL, "t1"."recorded_day", "t1"."completed_day") <= :today
        ) AS "t6"
        WHERE
          ("t6"."entry_id", "t6"."child_id") IN (
            SELECT
              "t4"."entry_id",
              "t4"."child_id"
            FROM "considered" AS "t4"
          )
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
