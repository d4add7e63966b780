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
), "missing" AS (
  SELECT
    "t25"."child_id" AS "child_id",
    COALESCE("t9"."came_id", "t25"."since_entry_id") AS "entry_id",
    IIF(
      COALESCE("t9"."since", "t25"."since_day") > COALESCE("t9"."told", "t25"."since_day"),
      COALESCE("t9"."since", "t25"."since_day"),
      COALESCE("t9"."told", "t25"."since_day")
    ) AS "known_day"
  FROM (
    SELECT
      "t23"."child_id" AS "child_id",
      "t23"."person_id" AS "person_id",
      "t23"."since_entry_id" AS "since_entry_id",
      "t23"."since_day" AS "since_day"
    FROM (
      SELECT
        "t17"."child_id" AS "child_id",
        "t17"."person_id" AS "person_id",
        "t17"."relation" AS "relation",
        "t17"."is_partner" AS "is_partner",
        "t17"."adult" AS "adult",
        "t17"."lives_here" AS "lives_here",
        "t17"."stays_often" AS "stays_often",
        "t17"."home_reason_known" AS "home_reason_known",
        "t17"."since_entry_id" AS "since_entry_id",
        "t17"."since_day" AS "since_day"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."person_id" AS "person_id",
          "t2"."relation" AS "relation",
          "t2"."is_partner" AS "is_partner",
          "t2"."adult" AS "adult",
          "t2"."lives_here" AS "lives_here",
          "t2"."stays_often" AS "stays_often",
          "t2"."home_reason_known" AS "home_reason_known",
          "t2"."since_entry_id" AS "since_entry_id",
          "t2"."since_day" AS "since_day"
        FROM "network" AS "t2"
        WHERE
          NOT (
            "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t17"
      WHERE
        NOT ("t17"."child_id", "t17"."person_id") IN (
          SELECT
            "t22"."child_id",
            "t22"."about_id"
          FROM (
            SELECT
              "t16"."about_id" AS "about_id",
              "t16"."child_id" AS "child_id"
            FROM (
              SELECT
                "t5"."about_id" AS "about_id",
                "t5"."agency" AS "agency",
                "t5"."happened_to" AS "happened_to",
                "t5"."recorded_day" AS "recorded_day",
                "t5"."known_from" AS "known_from",
                "t5"."child_id" AS "child_id"
              FROM "relationship" AS "t5"
              WHERE
                "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t16"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM "relationship" AS "t6"
                WHERE
                  "t16"."child_id" = "t6"."child_id"
                  AND "t16"."about_id" = "t6"."about_id"
                  AND "t16"."agency" = "t6"."agency"
                  AND NOT (
                    "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= COALESCE("t16"."happened_to", "t16"."recorded_day")
                  AND "t6"."known_from" > "t16"."known_from"
              )
          ) AS "t22"
        )
    ) AS "t23"
    WHERE
      (
        "t23"."adult" OR "t23"."is_partner"
      )
      AND NOT (
        (
          "t23"."relation" = 'lodger'
        ) AND COALESCE("t23"."home_reason_known", FALSE)
      )
      AND (
        "t23"."lives_here" OR (
          "t23"."stays_often" AND "t23"."is_partner"
        )
      )
  ) AS "t25"
  LEFT OUTER JOIN (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."entry_id" AS "came_id",
      "t0"."came_day" AS "since",
      "t0"."told_day" AS "told"
    FROM "came" AS "t0"
  ) AS "t9"
    ON "t25"."child_id" = "t9"."child_id" AND "t25"."person_id" = "t9"."person_id"
  WHERE
    NOT ("t25"."child_id", "t25"."person_id") IN (
      SELECT
        "t21"."child_id",
        "t21"."person_id"
      FROM (
        SELECT
          "t11"."child_id" AS "child_id",
          "t11"."person_id" AS "person_id"
        FROM (
          SELECT
            "t3"."entry_id" AS "entry_id",
            "t3"."child_id" AS "child_id",
            "t3"."about_id" AS "person_id"
          FROM "considered" AS "t3"
        ) AS "t11"
        INNER JOIN (
          SELECT
            "t4"."entry_id" AS "entry_id",
            "t4"."child_id" AS "child_id"
          FROM "assessment" AS "t4"
          WHERE
            NOT "t4"."completed_day" IS NULL
        ) AS "t18"
          ON "t11"."entry_id" = "t18"."entry_id" AND "t11"."child_id" = "t18"."child_id"
      ) AS "t21"
    )
    AND NOT ("t25"."child_id", "t25"."person_id") IN (
      SELECT
        "t13"."child_id",
        "t13"."person_id"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id"
        FROM "around_met" AS "t1"
        WHERE
          "t1"."how" = 'assessed' AND "t1"."sector" IN ('social_care', 'early_help')
      ) AS "t13"
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
