WITH "open_said" AS (
  SELECT
    "t7"."agency" AS "agency",
    "t7"."entry_id" AS "entry_id",
    "t7"."by_id" AS "by_id",
    "t7"."code" AS "code",
    "t7"."child_id" AS "child_id",
    COALESCE("t7"."happened_from", "t7"."recorded_day") AS "said_from",
    COALESCE("t7"."happened_to", "t7"."recorded_day") AS "said_to"
  FROM (
    SELECT
      "t6"."agency" AS "agency",
      "t6"."happened_from" AS "happened_from",
      "t6"."happened_to" AS "happened_to",
      "t6"."recorded_day" AS "recorded_day",
      "t6"."entry_id" AS "entry_id",
      "t6"."by_id" AS "by_id",
      "t6"."code" AS "code",
      "t6"."child_id" AS "child_id"
    FROM (
      SELECT
        "t2"."agency" AS "agency",
        "t2"."happened_from" AS "happened_from",
        "t2"."happened_to" AS "happened_to",
        "t2"."recorded_day" AS "recorded_day",
        "t2"."entry_id" AS "entry_id",
        "t2"."by_id" AS "by_id",
        "t2"."code" AS "code",
        "t2"."child_id" AS "child_id"
      FROM "statement" AS "t2"
      WHERE
        ("t2"."child_id", "t2"."by_id") IN (
          SELECT
            "t5"."child_id",
            "t5"."person_id"
          FROM (
            SELECT
              "t1"."child_id" AS "child_id",
              "t1"."person_id" AS "person_id"
            FROM "network" AS "t1"
            WHERE
              "t1"."is_parent"
              OR "t1"."is_partner"
              OR "t1"."cares"
              OR (
                "t1"."adult" AND "t1"."at_home"
              )
          ) AS "t5"
        )
    ) AS "t6"
    UNION ALL
    SELECT
      "t3"."agency" AS "agency",
      "t3"."happened_from" AS "happened_from",
      "t3"."happened_to" AS "happened_to",
      "t3"."recorded_day" AS "recorded_day",
      "t3"."entry_id" AS "entry_id",
      "t3"."by_id" AS "by_id",
      "t3"."code" AS "code",
      "t3"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."agency" AS "agency",
        "t0"."happened_from" AS "happened_from",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."entry_id" AS "entry_id",
        "t0"."by_id" AS "by_id",
        "t0"."code" AS "code",
        "t0"."child_id" AS "child_id"
      FROM "statement" AS "t0"
      WHERE
        "t0"."by_id" IS NULL
    ) AS "t3"
  ) AS "t7"
  WHERE
    "t7"."code" <> 'harm_disclosed'
), "open_talks" AS (
  SELECT
    "t8"."child_id" AS "child_id",
    "t8"."person_id" AS "person_id",
    "t8"."agency" AS "agency",
    COALESCE("t8"."happened_to", "t8"."recorded_day") AS "talk_day"
  FROM (
    SELECT
      "t2"."agency" AS "agency",
      "t2"."happened_to" AS "happened_to",
      "t2"."recorded_day" AS "recorded_day",
      "t2"."child_id" AS "child_id",
      "t2"."person_id" AS "person_id"
    FROM (
      SELECT
        "t0"."agency" AS "agency",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."child_id" AS "child_id",
        "t0"."person_id" AS "person_id"
      FROM "around_met" AS "t0"
      WHERE
        "t0"."source_kind" IN ('contact', 'seen')
    ) AS "t2"
    UNION ALL
    SELECT
      "t7"."agency" AS "agency",
      "t7"."happened_to" AS "happened_to",
      "t7"."recorded_day" AS "recorded_day",
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id"
    FROM (
      SELECT
        "t5"."agency" AS "agency",
        "t5"."happened_to" AS "happened_to",
        "t5"."recorded_day" AS "recorded_day",
        "t5"."child_id" AS "child_id",
        "t5"."person_id" AS "person_id"
      FROM (
        SELECT
          "t0"."agency" AS "agency",
          "t0"."happened_to" AS "happened_to",
          "t0"."recorded_day" AS "recorded_day",
          "t0"."entry_id" AS "entry_id",
          "t0"."child_id" AS "child_id",
          "t0"."person_id" AS "person_id"
        FROM "around_met" AS "t0"
        WHERE
          "t0"."source_kind" = 'appointment'
      ) AS "t5"
      WHERE
        ("t5"."child_id", "t5"."entry_id") IN (
          SELECT
            "t6"."child_id",
            "t6"."entry_id"
          FROM (
            SELECT
              "t1"."entry_id" AS "entry_id",
              "t1"."child_id" AS "child_id"
            FROM "appointment" AS "t1"
            WHERE
              "t1"."routine" IS NULL
          ) AS "t6"
        )
    ) AS "t7"
  ) AS "t8"
), "open_done" AS (
  SELECT
    "t18"."child_id" AS "child_id",
    "t18"."person_id" AS "person_id",
    "t18"."done_day" AS "done_day"
  FROM (
    SELECT
      "t13"."child_id" AS "child_id",
      "t13"."person_id" AS "person_id",
      "t13"."done_day" AS "done_day"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id",
        "t8"."done_day" AS "done_day"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          CAST(NULL AS TEXT) AS "person_id",
          COALESCE("t1"."happened_to", "t1"."recorded_day") AS "done_day"
        FROM "medical" AS "t1"
      ) AS "t8"
      UNION ALL
      SELECT
        "t9"."child_id" AS "child_id",
        "t9"."person_id" AS "person_id",
        "t9"."done_day" AS "done_day"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          CAST(NULL AS TEXT) AS "person_id",
          COALESCE("t2"."happened_to", "t2"."recorded_day") AS "done_day"
        FROM "plan" AS "t2"
      ) AS "t9"
    ) AS "t13"
    UNION ALL
    SELECT
      "t17"."child_id" AS "child_id",
      "t17"."person_id" AS "person_id",
      "t17"."done_day" AS "done_day"
    FROM (
      SELECT
        "t16"."child_id" AS "child_id",
        "t16"."person_id" AS "person_id",
        "t16"."done_day" AS "done_day"
      FROM (
        SELECT
          "t14"."child_id" AS "child_id",
          "t14"."person_id" AS "person_id",
          "t14"."done_day" AS "done_day"
        FROM (
          SELECT
            "t3"."child_id" AS "child_id",
            CAST(NULL AS TEXT) AS "person_id",
            COALESCE("t3"."happened_to", "t3"."recorded_day") AS "done_day"
          FROM "offer" AS "t3"
          WHERE
            COALESCE("t3"."outcome", '') <> 'not_offered'
        ) AS "t14"
        UNION ALL
        SELECT
          "t10"."child_id" AS "child_id",
          "t10"."person_id" AS "person_id",
          "t10"."done_day" AS "done_day"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            CAST(NULL AS TEXT) AS "person_id",
            COALESCE("t4"."happened_to", "t4"."recorded_day") AS "done_day"
          FROM "referral" AS "t4"
        ) AS "t10"
      ) AS "t16"
      UNION ALL
      SELECT
        "t15"."child_id" AS "child_id",
        "t15"."person_id" AS "person_id",
        "t15"."done_day" AS "done_day"
      FROM (
        SELECT
          "t11"."child_id" AS "child_id",
          "t11"."person_id" AS "person_id",
          "t11"."done_day" AS "done_day"
        FROM (
          SELECT
            "t5"."child_id" AS "child_id",
            CAST(NULL AS TEXT) AS "person_id",
            COALESCE("t5"."happened_to", "t5"."recorded_day") AS "done_day"
          FROM "assessment" AS "t5"
        ) AS "t11"
        UNION ALL
        SELECT
          "t12"."child_id" AS "child_id",
          "t12"."person_id" AS "person_id",
          "t12"."done_day" AS "done_day"
        FROM (
          SELECT
            "t6"."child_id" AS "child_id",
            CAST(NULL AS TEXT) AS "person_id",
            COALESCE("t6"."happened_to", "t6"."recorded_day") AS "done_day"
          FROM "strategy" AS "t6"
        ) AS "t12"
      ) AS "t15"
    ) AS "t17"
  ) AS "t18"
  UNION ALL
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."person_id" AS "person_id",
    "t7"."done_day" AS "done_day"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      COALESCE("t0"."happened_to", "t0"."recorded_day") AS "done_day"
    FROM "around_observation" AS "t0"
    WHERE
      "t0"."explored"
  ) AS "t7"
), "open" AS (
  SELECT
    "t3"."entry_id" AS "entry_id",
    "t3"."code" AS "code",
    "t3"."child_id" AS "child_id",
    "t3"."said_to" AS "said_to"
  FROM "open_said" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "open_talks" AS "t4"
      WHERE
        "t3"."child_id" = "t4"."child_id"
        AND (
          (
            "t3"."by_id" IS NULL
          ) OR (
            "t3"."by_id" = "t4"."person_id"
          )
        )
        AND "t4"."talk_day" > (
          "t3"."said_to" + IIF("t4"."agency" = "t3"."agency", :parent_says_struggling__same_visit, 0)
        )
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "open_done" AS "t5"
      WHERE
        "t3"."child_id" = "t5"."child_id"
        AND (
          (
            "t5"."person_id" IS NULL
          )
          OR (
            "t3"."by_id" IS NULL
          )
          OR (
            "t5"."person_id" = "t3"."by_id"
          )
        )
        AND "t5"."done_day" >= "t3"."said_from"
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t9"."child_id" AS "child_id",
    "t9"."entry_id" AS "entry_id",
    "t9"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'unanswered' AS "because"
    FROM "open" AS "t0"
    WHERE
      NOT (
        "t0"."code" = 'frightened'
      )
      AND (
        "t0"."said_to" + :parent_says_struggling__within
      ) <= :today
  ) AS "t9"
  UNION ALL
  SELECT
    "t17"."child_id" AS "child_id",
    "t17"."entry_id" AS "entry_id",
    "t17"."because" AS "because"
  FROM (
    SELECT
      "t16"."child_id" AS "child_id",
      "t16"."entry_id" AS "entry_id",
      "t16"."because" AS "because"
    FROM (
      SELECT
        "t15"."child_id" AS "child_id",
        "t15"."entry_id" AS "entry_id",
        'harm' AS "because"
      FROM (
        SELECT
          "t10"."entry_id" AS "entry_id",
          "t10"."child_id" AS "child_id"
        FROM (
          SELECT
            "t1"."entry_id" AS "entry_id",
            "t1"."child_id" AS "child_id",
            COALESCE("t1"."happened_from", "t1"."recorded_day") AS "said_from"
          FROM "statement" AS "t1"
          WHERE
            "t1"."code" = 'harm_disclosed'
        ) AS "t10"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t7"."child_id" AS "child_id",
                "t7"."done_day" AS "done_day"
              FROM (
                SELECT
                  "t2"."child_id" AS "child_id",
                  COALESCE("t2"."happened_to", "t2"."recorded_day") AS "done_day"
                FROM "medical" AS "t2"
              ) AS "t7"
              UNION ALL
              SELECT
                "t12"."child_id" AS "child_id",
                "t12"."done_day" AS "done_day"
              FROM (
                SELECT
                  "t11"."child_id" AS "child_id",
                  "t11"."done_day" AS "done_day"
                FROM (
                  SELECT
                    "t3"."child_id" AS "child_id",
                    COALESCE("t3"."happened_to", "t3"."recorded_day") AS "done_day"
                  FROM "strategy" AS "t3"
                  WHERE
                    (
                      "t3"."step" = 'held'
                    ) OR (
                      "t3"."outcome" = 'held'
                    )
                ) AS "t11"
                UNION ALL
                SELECT
                  "t8"."child_id" AS "child_id",
                  "t8"."done_day" AS "done_day"
                FROM (
                  SELECT
                    "t4"."child_id" AS "child_id",
                    COALESCE("t4"."happened_to", "t4"."recorded_day") AS "done_day"
                  FROM "assessment" AS "t4"
                  WHERE
                    "t4"."type" = 'section_47'
                ) AS "t8"
              ) AS "t12"
            ) AS "t14"
            WHERE
              "t10"."child_id" = "t14"."child_id" AND "t14"."done_day" >= "t10"."said_from"
          )
      ) AS "t15"
    ) AS "t16"
    UNION ALL
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      "t5"."because" AS "because"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        'frightened' AS "because"
      FROM "open" AS "t0"
      WHERE
        "t0"."code" = 'frightened' AND "t0"."said_to" <= :parent_says_struggling__frightened
    ) AS "t5"
  ) AS "t17"
) AS "found"
