WITH "violent_told" AS (
  SELECT
    *
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('domestic_abuse_perpetrator', 'violent_offence', 'domestic_abuse_victim')
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
    AND (
      "t0"."is_parent" OR "t0"."is_partner" OR "t0"."at_home" OR "t0"."cares"
    )
), "violence_now" AS (
  SELECT
    "t4"."about_id",
    "t4"."agency",
    "t4"."sector",
    "t4"."happened_from",
    "t4"."happened_to",
    "t4"."recorded_day",
    "t4"."known_from",
    "t4"."known_until",
    "t4"."sensitivity",
    "t4"."entry_id",
    "t4"."root_id",
    "t4"."code",
    "t4"."level",
    "t4"."explored",
    "t4"."past",
    "t4"."status",
    "t4"."child_id",
    "t4"."person_id",
    "t4"."relation",
    "t4"."identity",
    "t4"."is_parent",
    "t4"."is_sibling",
    "t4"."is_partner",
    "t4"."adult",
    "t4"."lives_here",
    "t4"."stays_often",
    "t4"."cares",
    "t4"."at_home",
    "t4"."home_entry_id",
    "t4"."home_day",
    "t4"."home_reason_known",
    "t4"."since_entry_id",
    "t4"."since_day",
    "t4"."person_sex",
    "t4"."person_born_from",
    "t4"."person_born_to"
  FROM (
    SELECT
      *
    FROM "violent_told" AS "t0"
    WHERE
      NOT (
        COALESCE("t0"."past", FALSE)
      )
  ) AS "t4"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "violent_told" AS "t1"
        WHERE
          COALESCE("t1"."past", FALSE)
      ) AS "t5"
      WHERE
        "t4"."child_id" = "t5"."child_id"
        AND "t4"."about_id" = "t5"."about_id"
        AND "t4"."code" = "t5"."code"
        AND "t5"."recorded_day" >= "t4"."recorded_day"
    )
), "ill" AS (
  SELECT
    *
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('mental_ill_health', 'perinatal_low_mood')
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
    AND (
      "t0"."is_parent" OR "t0"."is_partner" OR "t0"."at_home" OR "t0"."cares"
    )
), "using" AS (
  SELECT
    *
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('substance_misuse', 'cannabis', 'alcohol')
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
    AND (
      "t0"."is_parent" OR "t0"."is_partner" OR "t0"."at_home" OR "t0"."cares"
    )
), "told" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."entry_id",
        "t0"."agency",
        "t0"."child_id" AS "person_id",
        'violence' AS "matter",
        "t0"."recorded_day" AS "told_day",
        COALESCE("t0"."happened_from", "t0"."recorded_day") AS "happened_from"
      FROM "around_observation" AS "t0"
      WHERE
        "t0"."code" IN ('domestic_abuse_perpetrator', 'violent_offence', 'domestic_abuse_victim')
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
        AND (
          "t0"."is_parent" OR "t0"."is_partner" OR "t0"."at_home" OR "t0"."cares"
        )
    ) AS "t6"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."entry_id",
        "t0"."agency",
        "t0"."child_id" AS "person_id",
        'harmed' AS "matter",
        "t0"."recorded_day" AS "told_day",
        COALESCE("t0"."happened_from", "t0"."recorded_day") AS "happened_from"
      FROM "around_observation" AS "t0"
      WHERE
        "t0"."code" IN ('previous_child_harmed', 'previous_child_removed')
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
        AND (
          "t0"."is_parent" OR "t0"."is_partner" OR "t0"."at_home" OR "t0"."cares"
        )
    ) AS "t7"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t1"."child_id",
        "t1"."entry_id",
        "t1"."agency",
        "t1"."about_id" AS "person_id",
        'illness' AS "matter",
        "t1"."recorded_day" AS "told_day",
        COALESCE("t1"."happened_from", "t1"."recorded_day") AS "happened_from"
      FROM "ill" AS "t1"
    ) AS "t3"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."entry_id",
        "t2"."agency",
        "t2"."about_id" AS "person_id",
        'substances' AS "matter",
        "t2"."recorded_day" AS "told_day",
        COALESCE("t2"."happened_from", "t2"."recorded_day") AS "happened_from"
      FROM "using" AS "t2"
    ) AS "t4"
  ) AS "t5"
), "still_ill_told" AS (
  SELECT
    *
  FROM "ill"
), "still_using_told" AS (
  SELECT
    *
  FROM "using"
), "said" AS (
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
), "open_said" AS (
  SELECT
    *
  FROM "said" AS "t0"
  WHERE
    NOT (
      "t0"."code" IN ('frightened', 'harm_disclosed', 'fears_blame')
    )
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
          CAST(NULL AS TEXT) AS "person_id",
          COALESCE("t1"."happened_to", "t1"."recorded_day") AS "done_day"
        FROM "medical" AS "t1"
      ) AS "t8"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t2"."child_id",
          CAST(NULL AS TEXT) AS "person_id",
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
            CAST(NULL AS TEXT) AS "person_id",
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
            CAST(NULL AS TEXT) AS "person_id",
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
            CAST(NULL AS TEXT) AS "person_id",
            COALESCE("t5"."happened_to", "t5"."recorded_day") AS "done_day"
          FROM "assessment" AS "t5"
        ) AS "t11"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t6"."child_id",
            CAST(NULL AS TEXT) AS "person_id",
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
), "marks" AS (
  SELECT
    *
  FROM "injury" AS "t0"
  WHERE
    NOT (
      COALESCE("t0"."medical_cause", FALSE)
    )
), "able" AS (
  SELECT
    "t7"."child_id",
    "t7"."skill",
    "t7"."until_day",
    "t7"."seen_day" AS "from_day"
  FROM (
    SELECT
      "t6"."child_id",
      "t6"."seen_day",
      "t6"."known_from",
      "t6"."skill",
      "t6"."shown",
      LEAD("t6"."seen_day") OVER (
        PARTITION BY "t6"."child_id", "t6"."skill"
        ORDER BY "t6"."seen_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "until_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."child_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
            "t0"."known_from",
            'walks' AS "skill",
            "t0"."walks" AS "shown"
          FROM "mobility" AS "t0"
        ) AS "t1"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from",
              'crawls' AS "skill",
              "t0"."crawls" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t2"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t0"."child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from",
              'cruises' AS "skill",
              "t0"."cruises" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t3"
        ) AS "t4"
      ) AS "t5"
      WHERE
        "t5"."shown" IS NOT NULL
    ) AS "t6"
  ) AS "t7"
  WHERE
    "t7"."shown"
), "facts" AS (
  SELECT
    *
  FROM (
    SELECT
      "t58"."child_id",
      "t58"."entry_id",
      "t58"."agency",
      "t58"."person_id",
      "t58"."matter",
      "t58"."told_day",
      "t58"."happened_from"
    FROM (
      SELECT DISTINCT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t47"."child_id",
            "t47"."entry_id",
            "t47"."agency",
            "t47"."about_id" AS "person_id",
            'injury' AS "matter",
            "t47"."recorded_day" AS "told_day",
            COALESCE("t47"."happened_from", "t47"."recorded_day") AS "happened_from"
          FROM (
            SELECT
              "t17"."about_id",
              "t17"."agency",
              "t17"."sector",
              "t17"."happened_from",
              "t17"."happened_to",
              "t17"."recorded_day",
              "t17"."known_from",
              "t17"."known_until",
              "t17"."sensitivity",
              "t17"."entry_id",
              "t17"."root_id",
              "t17"."injury",
              "t17"."site",
              "t17"."patterned",
              "t17"."explanation",
              "t17"."explanation_fits",
              "t17"."medical_cause",
              "t17"."child_id"
            FROM "marks" AS "t17"
            WHERE
              NOT EXISTS(
                SELECT
                  1
                FROM "able" AS "t19"
                WHERE
                  "t17"."child_id" = "t19"."child_id"
                  AND "t19"."from_day" <= COALESCE("t17"."happened_to", "t17"."recorded_day")
                  AND (
                    (
                      "t19"."until_day" IS NULL
                    )
                    OR (
                      "t19"."until_day" > COALESCE("t17"."happened_to", "t17"."recorded_day")
                    )
                  )
              )
          ) AS "t47"
        ) AS "t52"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t2"."child_id",
            "t2"."entry_id",
            "t2"."agency",
            "t2"."about_id" AS "person_id",
            'injury' AS "matter",
            "t2"."recorded_day" AS "told_day",
            COALESCE("t2"."happened_from", "t2"."recorded_day") AS "happened_from"
          FROM "marks" AS "t2"
          WHERE
            COALESCE("t2"."explanation_fits", '') <> 'yes'
        ) AS "t33"
      ) AS "t53"
    ) AS "t58"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t1"."child_id",
            "t1"."entry_id",
            "t1"."agency",
            "t1"."about_id" AS "person_id",
            'injury' AS "matter",
            "t1"."recorded_day" AS "told_day",
            COALESCE("t1"."happened_from", "t1"."recorded_day") AS "happened_from"
          FROM "injury" AS "t1"
        ) AS "t32"
        WHERE
          "t58"."child_id" = "t32"."child_id"
          AND "t58"."matter" = "t32"."matter"
          AND "t58"."person_id" = "t32"."person_id"
          AND "t58"."agency" <> "t32"."agency"
          AND "t32"."told_day" >= (
            "t58"."happened_from" - :known_to_one_agency__after
          )
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."child_id",
              "t3"."agency",
              "t3"."recorded_day" AS "passed_day"
            FROM "plan" AS "t3"
            WHERE
              "t3"."type" IN ('child_protection', 'child_in_need')
          ) AS "t28"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."child_id",
                "t5"."agency",
                "t5"."recorded_day" AS "passed_day"
              FROM "strategy" AS "t5"
            ) AS "t24"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t6"."child_id",
                "t6"."agency",
                "t6"."recorded_day" AS "passed_day"
              FROM "medical" AS "t6"
            ) AS "t25"
          ) AS "t31"
        ) AS "t40"
        WHERE
          "t58"."child_id" = "t40"."child_id"
          AND "t40"."passed_day" >= "t58"."happened_from"
      )
  ) AS "t65"
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
        "t15"."agency",
        "t15"."person_id",
        "t15"."matter",
        "t15"."told_day",
        "t15"."happened_from"
      FROM "told" AS "t15"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t7"."child_id",
                  "t7"."entry_id"
                FROM "around_observation" AS "t7"
                WHERE
                  "t7"."code" IN ('previous_child_harmed', 'previous_child_removed')
                  AND "t7"."adult"
                  AND COALESCE("t7"."status", '') <> 'acquitted'
                  AND NOT (
                    (
                      "t7"."identity" = 'no_contact_permitted'
                    )
                    AND NOT (
                      "t7"."at_home"
                    )
                    AND NOT (
                      "t7"."cares"
                    )
                  )
                  AND (
                    "t7"."is_parent" OR "t7"."is_partner" OR "t7"."at_home" OR "t7"."cares"
                  )
              ) AS "t45"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t50"."child_id",
                  "t50"."entry_id"
                FROM (
                  SELECT
                    "t41"."about_id",
                    "t41"."agency",
                    "t41"."sector",
                    "t41"."happened_from",
                    "t41"."happened_to",
                    "t41"."recorded_day",
                    "t41"."known_from",
                    "t41"."known_until",
                    "t41"."sensitivity",
                    "t41"."entry_id",
                    "t41"."root_id",
                    "t41"."code",
                    "t41"."level",
                    "t41"."explored",
                    "t41"."past",
                    "t41"."status",
                    "t41"."child_id",
                    "t41"."person_id",
                    "t41"."relation",
                    "t41"."identity",
                    "t41"."is_parent",
                    "t41"."is_sibling",
                    "t41"."is_partner",
                    "t41"."adult",
                    "t41"."lives_here",
                    "t41"."stays_often",
                    "t41"."cares",
                    "t41"."at_home",
                    "t41"."home_entry_id",
                    "t41"."home_day",
                    "t41"."home_reason_known",
                    "t41"."since_entry_id",
                    "t41"."since_day",
                    "t41"."person_sex",
                    "t41"."person_born_from",
                    "t41"."person_born_to"
                  FROM (
                    SELECT
                      *
                    FROM "still_ill_told" AS "t13"
                    WHERE
                      NOT (
                        COALESCE("t13"."past", FALSE)
                      )
                  ) AS "t41"
                  WHERE
                    NOT EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          *
                        FROM "still_ill_told" AS "t22"
                        WHERE
                          COALESCE("t22"."past", FALSE)
                      ) AS "t42"
                      WHERE
                        "t41"."child_id" = "t42"."child_id"
                        AND "t41"."about_id" = "t42"."about_id"
                        AND "t41"."code" = "t42"."code"
                        AND "t42"."recorded_day" >= "t41"."recorded_day"
                    )
                ) AS "t50"
                WHERE
                  COALESCE("t50"."level", 'unstated') IN ('high')
                  OR (
                    (
                      "t50"."sector" = 'mental_health'
                    )
                    AND NOT (
                      COALESCE("t50"."level", 'unstated') IN ('low')
                    )
                  )
              ) AS "t59"
            ) AS "t61"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t51"."child_id",
                  "t51"."entry_id"
                FROM (
                  SELECT
                    "t43"."about_id",
                    "t43"."agency",
                    "t43"."sector",
                    "t43"."happened_from",
                    "t43"."happened_to",
                    "t43"."recorded_day",
                    "t43"."known_from",
                    "t43"."known_until",
                    "t43"."sensitivity",
                    "t43"."entry_id",
                    "t43"."root_id",
                    "t43"."code",
                    "t43"."level",
                    "t43"."explored",
                    "t43"."past",
                    "t43"."status",
                    "t43"."child_id",
                    "t43"."person_id",
                    "t43"."relation",
                    "t43"."identity",
                    "t43"."is_parent",
                    "t43"."is_sibling",
                    "t43"."is_partner",
                    "t43"."adult",
                    "t43"."lives_here",
                    "t43"."stays_often",
                    "t43"."cares",
                    "t43"."at_home",
                    "t43"."home_entry_id",
                    "t43"."home_day",
                    "t43"."home_reason_known",
                    "t43"."since_entry_id",
                    "t43"."since_day",
                    "t43"."person_sex",
                    "t43"."person_born_from",
                    "t43"."person_born_to"
                  FROM (
                    SELECT
                      *
                    FROM "still_using_told" AS "t14"
                    WHERE
                      NOT (
                        COALESCE("t14"."past", FALSE)
                      )
                  ) AS "t43"
                  WHERE
                    NOT EXISTS(
                      SELECT
                        1
                      FROM (
                        SELECT
                          *
                        FROM "still_using_told" AS "t23"
                        WHERE
                          COALESCE("t23"."past", FALSE)
                      ) AS "t44"
                      WHERE
                        "t43"."child_id" = "t44"."child_id"
                        AND "t43"."about_id" = "t44"."about_id"
                        AND "t43"."code" = "t44"."code"
                        AND "t44"."recorded_day" >= "t43"."recorded_day"
                    )
                ) AS "t51"
                WHERE
                  COALESCE("t51"."level", 'unstated') IN ('moderate', 'high')
                  OR (
                    (
                      "t51"."sector" = 'substance_service'
                    )
                    AND NOT (
                      COALESCE("t51"."level", 'unstated') IN ('low')
                    )
                  )
              ) AS "t60"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."child_id",
                    "t10"."entry_id"
                  FROM "violence_now" AS "t10"
                ) AS "t26"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t7"."child_id",
                    "t7"."entry_id"
                  FROM "around_observation" AS "t7"
                  WHERE
                    "t7"."code" IN ('domestic_abuse_perpetrator', 'violent_offence', 'domestic_abuse_victim')
                    AND "t7"."adult"
                    AND COALESCE("t7"."status", '') <> 'acquitted'
                    AND NOT (
                      (
                        "t7"."identity" = 'no_contact_permitted'
                      )
                      AND NOT (
                        "t7"."at_home"
                      )
                      AND NOT (
                        "t7"."cares"
                      )
                    )
                    AND (
                      "t7"."is_parent" OR "t7"."is_partner" OR "t7"."at_home" OR "t7"."cares"
                    )
                    AND "t7"."code" IN ('domestic_abuse_perpetrator', 'violent_offence')
                    AND COALESCE("t7"."past", FALSE)
                    AND NOT (
                      COALESCE("t7"."level", 'unstated') IN ('low')
                    )
                ) AS "t46"
              ) AS "t48"
            ) AS "t62"
          ) AS "t66"
          WHERE
            "t15"."child_id" = "t66"."child_id" AND "t15"."entry_id" = "t66"."entry_id"
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM "told" AS "t16"
          WHERE
            "t15"."child_id" = "t16"."child_id"
            AND "t15"."matter" = "t16"."matter"
            AND "t15"."person_id" = "t16"."person_id"
            AND "t15"."agency" <> "t16"."agency"
        )
    ) AS "t67"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t57"."child_id",
        "t57"."entry_id",
        "t57"."agency",
        "t57"."person_id",
        "t57"."matter",
        "t57"."told_day",
        "t57"."happened_from"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."entry_id",
            "t4"."agency",
            "t4"."by_id" AS "person_id",
            'statement' AS "matter",
            "t4"."recorded_day" AS "told_day",
            COALESCE("t4"."happened_from", "t4"."recorded_day") AS "happened_from"
          FROM "said" AS "t4"
          WHERE
            "t4"."code" IN ('frightened', 'harm_disclosed', 'fears_blame')
        ) AS "t30"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t49"."child_id",
            "t49"."entry_id",
            "t49"."agency",
            "t49"."by_id" AS "person_id",
            'statement' AS "matter",
            "t49"."recorded_day" AS "told_day",
            COALESCE("t49"."happened_from", "t49"."recorded_day") AS "happened_from"
          FROM (
            SELECT
              "t18"."about_id",
              "t18"."agency",
              "t18"."sector",
              "t18"."happened_from",
              "t18"."happened_to",
              "t18"."recorded_day",
              "t18"."known_from",
              "t18"."known_until",
              "t18"."sensitivity",
              "t18"."entry_id",
              "t18"."root_id",
              "t18"."by_id",
              "t18"."code",
              "t18"."child_id",
              "t18"."said_from",
              "t18"."said_to"
            FROM "open_said" AS "t18"
            WHERE
              NOT EXISTS(
                SELECT
                  1
                FROM "open_talks" AS "t20"
                WHERE
                  "t18"."child_id" = "t20"."child_id"
                  AND (
                    (
                      "t18"."by_id" IS NULL
                    ) OR (
                      "t18"."by_id" = "t20"."person_id"
                    )
                  )
                  AND "t20"."talk_day" > (
                    "t18"."said_to" + IIF("t20"."agency" = "t18"."agency", :known_to_one_agency__same_visit, 0)
                  )
              )
              AND NOT EXISTS(
                SELECT
                  1
                FROM "open_done" AS "t21"
                WHERE
                  "t18"."child_id" = "t21"."child_id"
                  AND (
                    (
                      "t21"."person_id" IS NULL
                    )
                    OR (
                      "t18"."by_id" IS NULL
                    )
                    OR (
                      "t21"."person_id" = "t18"."by_id"
                    )
                  )
                  AND "t21"."done_day" >= "t18"."said_from"
              )
          ) AS "t49"
        ) AS "t54"
      ) AS "t57"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t4"."child_id",
              "t4"."entry_id",
              "t4"."agency",
              "t4"."by_id" AS "person_id",
              'statement' AS "matter",
              "t4"."recorded_day" AS "told_day",
              COALESCE("t4"."happened_from", "t4"."recorded_day") AS "happened_from"
            FROM "said" AS "t4"
          ) AS "t34"
          WHERE
            "t57"."child_id" = "t34"."child_id"
            AND "t57"."matter" = "t34"."matter"
            AND "t57"."person_id" = "t34"."person_id"
            AND "t57"."agency" <> "t34"."agency"
            AND "t34"."told_day" >= (
              "t57"."happened_from" - :known_to_one_agency__after
            )
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t3"."child_id",
                "t3"."agency",
                "t3"."recorded_day" AS "passed_day"
              FROM "plan" AS "t3"
              WHERE
                "t3"."type" IN ('child_protection', 'child_in_need')
            ) AS "t28"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."child_id",
                  "t5"."agency",
                  "t5"."recorded_day" AS "passed_day"
                FROM "strategy" AS "t5"
              ) AS "t24"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t6"."child_id",
                  "t6"."agency",
                  "t6"."recorded_day" AS "passed_day"
                FROM "medical" AS "t6"
              ) AS "t25"
            ) AS "t31"
          ) AS "t40"
          WHERE
            "t57"."child_id" = "t40"."child_id"
            AND "t40"."passed_day" >= "t57"."happened_from"
        )
    ) AS "t63"
  ) AS "t68"
), "left" AS (
  SELECT
    "t74"."child_id",
    "t74"."entry_id",
    "t74"."agency",
    "t74"."person_id",
    "t74"."matter",
    "t74"."told_day",
    "t74"."happened_from",
    "t74"."knows_day",
    "t74"."begins",
    "t74"."since_day"
  FROM (
    SELECT
      "t72"."child_id",
      "t72"."entry_id",
      "t72"."agency",
      "t72"."person_id",
      "t72"."matter",
      "t72"."told_day",
      "t72"."happened_from",
      "t72"."knows_day",
      "t72"."begins",
      MAX("t72"."told_day", "t72"."knows_day", COALESCE("t72"."begins", "t72"."told_day")) AS "since_day"
    FROM (
      SELECT
        "t23"."child_id",
        "t23"."entry_id",
        "t23"."agency",
        "t23"."person_id",
        "t23"."matter",
        "t23"."told_day",
        "t23"."happened_from",
        "t71"."knows_day",
        COALESCE("t24"."due_day" - :known_to_one_agency__pregnancy, "t24"."born_day") AS "begins"
      FROM "facts" AS "t23"
      INNER JOIN (
        SELECT
          "t69"."child_id",
          "t69"."agency",
          MIN("t69"."recorded_day") AS "knows_day"
        FROM (
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
                  *
                FROM (
                  SELECT
                    "t6"."child_id",
                    "t6"."agency",
                    "t6"."recorded_day"
                  FROM "statement" AS "t6"
                ) AS "t31"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t4"."child_id",
                    "t4"."agency",
                    "t4"."recorded_day"
                  FROM "referral" AS "t4"
                ) AS "t28"
              ) AS "t50"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."child_id",
                    "t5"."agency",
                    "t5"."recorded_day"
                  FROM "strategy" AS "t5"
                ) AS "t30"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t7"."child_id",
                    "t7"."agency",
                    "t7"."recorded_day"
                  FROM "medical" AS "t7"
                ) AS "t32"
              ) AS "t51"
            ) AS "t60"
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
                    "t8"."child_id",
                    "t8"."agency",
                    "t8"."recorded_day"
                  FROM "assessment" AS "t8"
                ) AS "t33"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t9"."child_id",
                    "t9"."agency",
                    "t9"."recorded_day"
                  FROM "plan" AS "t9"
                ) AS "t34"
              ) AS "t52"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."child_id",
                    "t10"."agency",
                    "t10"."recorded_day"
                  FROM "touchpoint" AS "t10"
                ) AS "t35"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t11"."child_id",
                    "t11"."agency",
                    "t11"."recorded_day"
                  FROM "offer" AS "t11"
                ) AS "t36"
              ) AS "t53"
            ) AS "t61"
          ) AS "t66"
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
                  *
                FROM (
                  SELECT
                    "t12"."child_id",
                    "t12"."agency",
                    "t12"."recorded_day"
                  FROM "gp_request" AS "t12"
                ) AS "t37"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t13"."child_id",
                    "t13"."agency",
                    "t13"."recorded_day"
                  FROM "challenge" AS "t13"
                ) AS "t38"
              ) AS "t54"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t14"."child_id",
                    "t14"."agency",
                    "t14"."recorded_day"
                  FROM "relationship" AS "t14"
                ) AS "t39"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    "t15"."child_id",
                    "t15"."agency",
                    "t15"."recorded_day"
                  FROM "stay" AS "t15"
                ) AS "t40"
              ) AS "t55"
            ) AS "t62"
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
                    "t16"."child_id",
                    "t16"."agency",
                    "t16"."recorded_day"
                  FROM "area_move" AS "t16"
                ) AS "t41"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t17"."child_id",
                      "t17"."agency",
                      "t17"."recorded_day"
                    FROM "appointment" AS "t17"
                  ) AS "t42"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t18"."child_id",
                      "t18"."agency",
                      "t18"."recorded_day"
                    FROM "contact" AS "t18"
                  ) AS "t43"
                ) AS "t56"
              ) AS "t63"
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
                      "t19"."child_id",
                      "t19"."agency",
                      "t19"."recorded_day"
                    FROM "measurement" AS "t19"
                  ) AS "t44"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t20"."child_id",
                      "t20"."agency",
                      "t20"."recorded_day"
                    FROM "mobility" AS "t20"
                  ) AS "t45"
                ) AS "t57"
                UNION ALL
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t21"."child_id",
                      "t21"."agency",
                      "t21"."recorded_day"
                    FROM "injury" AS "t21"
                  ) AS "t46"
                  UNION ALL
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t22"."child_id",
                      "t22"."agency",
                      "t22"."recorded_day"
                    FROM "observation" AS "t22"
                  ) AS "t47"
                ) AS "t58"
              ) AS "t64"
            ) AS "t67"
          ) AS "t68"
        ) AS "t69"
        GROUP BY
          1,
          2
      ) AS "t71"
        ON "t23"."child_id" = "t71"."child_id" AND "t23"."agency" = "t71"."agency"
      INNER JOIN "baby" AS "t24"
        ON "t23"."child_id" = "t24"."child_id"
    ) AS "t72"
  ) AS "t74"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."child_id",
              "t2"."agency",
              "t2"."recorded_day" AS "passed_day"
            FROM "shared" AS "t2"
          ) AS "t25"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t3"."child_id",
              "t3"."agency",
              "t3"."recorded_day" AS "passed_day"
            FROM "around_shared" AS "t3"
          ) AS "t26"
        ) AS "t48"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t4"."child_id",
              "t4"."agency",
              "t4"."recorded_day" AS "passed_day"
            FROM "referral" AS "t4"
          ) AS "t27"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t5"."child_id",
              "t5"."agency",
              "t5"."recorded_day" AS "passed_day"
            FROM "strategy" AS "t5"
          ) AS "t29"
        ) AS "t49"
      ) AS "t65"
      WHERE
        "t74"."child_id" = "t65"."child_id"
        AND "t74"."agency" = "t65"."agency"
        AND "t65"."passed_day" >= "t74"."told_day"
    )
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t4"."child_id",
      "t4"."entry_id",
      'violence_now' AS "because"
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."entry_id",
        "t2"."agency",
        "t2"."person_id",
        "t2"."matter",
        "t2"."told_day",
        "t2"."happened_from",
        "t2"."knows_day",
        "t2"."begins",
        "t2"."since_day"
      FROM "left" AS "t2"
      WHERE
        EXISTS(
          SELECT
            1
          FROM "violence_now" AS "t3"
          WHERE
            "t2"."child_id" = "t3"."child_id" AND "t2"."entry_id" = "t3"."entry_id"
        )
    ) AS "t4"
    WHERE
      "t4"."since_day" <= :known_to_one_agency__current_within
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."child_id",
      "t5"."entry_id",
      "t5"."matter" AS "because"
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."entry_id",
        "t2"."agency",
        "t2"."person_id",
        "t2"."matter",
        "t2"."told_day",
        "t2"."happened_from",
        "t2"."knows_day",
        "t2"."begins",
        "t2"."since_day"
      FROM "left" AS "t2"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM "violence_now" AS "t3"
          WHERE
            "t2"."child_id" = "t3"."child_id" AND "t2"."entry_id" = "t3"."entry_id"
        )
    ) AS "t5"
    WHERE
      (
        "t5"."since_day" + :known_to_one_agency__after
      ) <= :today
  ) AS "t7"
) AS found
