WITH "open_said" AS (
  SELECT
    "t7"."about_id",
    "t7"."agency",
    "t7"."sector",
    "t7"."happened_from",
    "t7"."happened_to",
    "t7"."recorded_day",
    "t7"."known_from",
    "t7"."known_until",
    "t7"."sensitivity",
    "t7"."entry_id",
    "t7"."root_id",
    "t7"."by_id",
    "t7"."code",
    "t7"."child_id",
    COALESCE("t7"."happened_from", "t7"."recorded_day") AS "said_from",
    COALESCE("t7"."happened_to", "t7"."recorded_day") AS "said_to"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t2"."about_id",
        "t2"."agency",
        "t2"."sector",
        "t2"."happened_from",
        "t2"."happened_to",
        "t2"."recorded_day",
        "t2"."known_from",
        "t2"."known_until",
        "t2"."sensitivity",
        "t2"."entry_id",
        "t2"."root_id",
        "t2"."by_id",
        "t2"."code",
        "t2"."child_id"
      FROM "statement" AS "t2"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "network" AS "t1"
            WHERE
              "t1"."is_parent"
              OR "t1"."is_partner"
              OR "t1"."cares"
              OR (
                "t1"."adult" AND "t1"."at_home"
              )
          ) AS "t5"
          WHERE
            "t2"."child_id" = "t5"."child_id" AND "t2"."by_id" = "t5"."person_id"
        )
    ) AS "t6"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "statement" AS "t0"
      WHERE
        "t0"."by_id" IS NULL
    ) AS "t3"
  ) AS "t7"
  WHERE
    "t7"."code" <> 'harm_disclosed'
), "open_talks" AS (
  SELECT
    "t8"."child_id",
    "t8"."person_id",
    "t8"."agency",
    COALESCE("t8"."happened_to", "t8"."recorded_day") AS "talk_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM "around_met" AS "t0"
      WHERE
        "t0"."source_kind" IN ('contact', 'seen')
    ) AS "t2"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t5"."about_id",
        "t5"."agency",
        "t5"."sector",
        "t5"."happened_from",
        "t5"."happened_to",
        "t5"."recorded_day",
        "t5"."known_from",
        "t5"."known_until",
        "t5"."sensitivity",
        "t5"."entry_id",
        "t5"."root_id",
        "t5"."how",
        "t5"."source_kind",
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
        "t5"."person_born_to"
      FROM (
        SELECT
          *
        FROM "around_met" AS "t0"
        WHERE
          "t0"."source_kind" = 'appointment'
      ) AS "t5"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "appointment" AS "t1"
            WHERE
              "t1"."routine" IS NULL
          ) AS "t6"
          WHERE
            "t5"."child_id" = "t6"."child_id" AND "t5"."entry_id" = "t6"."entry_id"
        )
    ) AS "t7"
  ) AS "t8"
), "open_done" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          CAST(NULL AS VARCHAR) AS "person_id",
          COALESCE("t1"."happened_to", "t1"."recorded_day") AS "done_day"
        FROM "medical" AS "t1"
      ) AS "t8"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t2"."child_id",
          CAST(NULL AS VARCHAR) AS "person_id",
          COALESCE("t2"."happened_to", "t2"."recorded_day") AS "done_day"
        FROM "plan" AS "t2"
      ) AS "t9"
    ) AS "t13"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t3"."child_id",
            CAST(NULL AS VARCHAR) AS "person_id",
            COALESCE("t3"."happened_to", "t3"."recorded_day") AS "done_day"
          FROM "offer" AS "t3"
          WHERE
            COALESCE("t3"."outcome", '') <> 'not_offered'
        ) AS "t14"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t4"."child_id",
            CAST(NULL AS VARCHAR) AS "person_id",
            COALESCE("t4"."happened_to", "t4"."recorded_day") AS "done_day"
          FROM "referral" AS "t4"
        ) AS "t10"
      ) AS "t16"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t5"."child_id",
            CAST(NULL AS VARCHAR) AS "person_id",
            COALESCE("t5"."happened_to", "t5"."recorded_day") AS "done_day"
          FROM "assessment" AS "t5"
        ) AS "t11"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t6"."child_id",
            CAST(NULL AS VARCHAR) AS "person_id",
            COALESCE("t6"."happened_to", "t6"."recorded_day") AS "done_day"
          FROM "strategy" AS "t6"
        ) AS "t12"
      ) AS "t15"
    ) AS "t17"
  ) AS "t18"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."person_id",
      COALESCE("t0"."happened_to", "t0"."recorded_day") AS "done_day"
    FROM "around_observation" AS "t0"
    WHERE
      "t0"."explored"
  ) AS "t7"
), "open" AS (
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
    "t3"."by_id",
    "t3"."code",
    "t3"."child_id",
    "t3"."said_from",
    "t3"."said_to"
  FROM "open_said" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1
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
          "t3"."said_to" + CASE WHEN "t4"."agency" = "t3"."agency" THEN %(parent_says_struggling__same_visit)s ELSE 0 END
        )
    )
    AND NOT EXISTS(
      SELECT
        1
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
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'unanswered' AS "because"
    FROM "open" AS "t0"
    WHERE
      NOT (
        "t0"."code" = 'frightened'
      )
      AND (
        "t0"."said_to" + %(parent_says_struggling__within)s
      ) <= %(today)s
  ) AS "t9"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t15"."child_id",
        "t15"."entry_id",
        'harm' AS "because"
      FROM (
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
          "t10"."by_id",
          "t10"."code",
          "t10"."child_id",
          "t10"."said_from",
          "t10"."said_to"
        FROM (
          SELECT
            "t1"."about_id",
            "t1"."agency",
            "t1"."sector",
            "t1"."happened_from",
            "t1"."happened_to",
            "t1"."recorded_day",
            "t1"."known_from",
            "t1"."known_until",
            "t1"."sensitivity",
            "t1"."entry_id",
            "t1"."root_id",
            "t1"."by_id",
            "t1"."code",
            "t1"."child_id",
            COALESCE("t1"."happened_from", "t1"."recorded_day") AS "said_from",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "said_to"
          FROM "statement" AS "t1"
          WHERE
            "t1"."code" = 'harm_disclosed'
        ) AS "t10"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t2"."child_id",
                  CAST(NULL AS VARCHAR) AS "person_id",
                  COALESCE("t2"."happened_to", "t2"."recorded_day") AS "done_day"
                FROM "medical" AS "t2"
              ) AS "t7"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t3"."child_id",
                    CAST(NULL AS VARCHAR) AS "person_id",
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
                  *
                FROM (
                  SELECT
                    "t4"."child_id",
                    CAST(NULL AS VARCHAR) AS "person_id",
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
      *
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."entry_id",
        'frightened' AS "because"
      FROM "open" AS "t0"
      WHERE
        "t0"."code" = 'frightened' AND "t0"."said_to" <= %(parent_says_struggling__frightened)s
    ) AS "t5"
  ) AS "t17"
) AS found
