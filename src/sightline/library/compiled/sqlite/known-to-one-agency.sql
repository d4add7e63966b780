WITH "violent_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
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
    "t4"."entry_id" AS "entry_id",
    "t4"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."about_id" AS "about_id",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."entry_id" AS "entry_id",
      "t0"."code" AS "code",
      "t0"."child_id" AS "child_id"
    FROM "violent_told" AS "t0"
    WHERE
      NOT (
        COALESCE("t0"."past", FALSE)
      )
  ) AS "t4"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t1"."about_id" AS "about_id",
          "t1"."recorded_day" AS "recorded_day",
          "t1"."code" AS "code",
          "t1"."child_id" AS "child_id"
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
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."sector" AS "sector",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
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
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."sector" AS "sector",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
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
    "t8"."child_id" AS "child_id",
    "t8"."entry_id" AS "entry_id",
    "t8"."agency" AS "agency",
    "t8"."person_id" AS "person_id",
    "t8"."matter" AS "matter",
    "t8"."told_day" AS "told_day"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."entry_id" AS "entry_id",
      "t6"."agency" AS "agency",
      "t6"."person_id" AS "person_id",
      "t6"."matter" AS "matter",
      "t6"."told_day" AS "told_day"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."agency" AS "agency",
        "t0"."child_id" AS "person_id",
        'violence' AS "matter",
        "t0"."recorded_day" AS "told_day"
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
      "t7"."child_id" AS "child_id",
      "t7"."entry_id" AS "entry_id",
      "t7"."agency" AS "agency",
      "t7"."person_id" AS "person_id",
      "t7"."matter" AS "matter",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."agency" AS "agency",
        "t0"."child_id" AS "person_id",
        'harmed' AS "matter",
        "t0"."recorded_day" AS "told_day"
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
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    "t5"."agency" AS "agency",
    "t5"."person_id" AS "person_id",
    "t5"."matter" AS "matter",
    "t5"."told_day" AS "told_day"
  FROM (
    SELECT
      "t3"."child_id" AS "child_id",
      "t3"."entry_id" AS "entry_id",
      "t3"."agency" AS "agency",
      "t3"."person_id" AS "person_id",
      "t3"."matter" AS "matter",
      "t3"."told_day" AS "told_day"
    FROM (
      SELECT
        "t1"."child_id" AS "child_id",
        "t1"."entry_id" AS "entry_id",
        "t1"."agency" AS "agency",
        "t1"."about_id" AS "person_id",
        'illness' AS "matter",
        "t1"."recorded_day" AS "told_day"
      FROM "ill" AS "t1"
    ) AS "t3"
    UNION ALL
    SELECT
      "t4"."child_id" AS "child_id",
      "t4"."entry_id" AS "entry_id",
      "t4"."agency" AS "agency",
      "t4"."person_id" AS "person_id",
      "t4"."matter" AS "matter",
      "t4"."told_day" AS "told_day"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id",
        "t2"."agency" AS "agency",
        "t2"."about_id" AS "person_id",
        'substances' AS "matter",
        "t2"."recorded_day" AS "told_day"
      FROM "using" AS "t2"
    ) AS "t4"
  ) AS "t5"
), "still_ill_told" AS (
  SELECT
    "ill"."about_id" AS "about_id",
    "ill"."sector" AS "sector",
    "ill"."recorded_day" AS "recorded_day",
    "ill"."entry_id" AS "entry_id",
    "ill"."code" AS "code",
    "ill"."level" AS "level",
    "ill"."past" AS "past",
    "ill"."child_id" AS "child_id"
  FROM "ill" AS "ill"
), "still_using_told" AS (
  SELECT
    "using"."about_id" AS "about_id",
    "using"."sector" AS "sector",
    "using"."recorded_day" AS "recorded_day",
    "using"."entry_id" AS "entry_id",
    "using"."code" AS "code",
    "using"."level" AS "level",
    "using"."past" AS "past",
    "using"."child_id" AS "child_id"
  FROM "using" AS "using"
), "said" AS (
  SELECT
    "t7"."agency" AS "agency",
    "t7"."happened_from" AS "happened_from",
    "t7"."recorded_day" AS "recorded_day",
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
), "open_said" AS (
  SELECT
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."by_id" AS "by_id",
    "t0"."child_id" AS "child_id",
    "t0"."said_from" AS "said_from",
    "t0"."said_to" AS "said_to"
  FROM "said" AS "t0"
  WHERE
    NOT (
      "t0"."code" IN ('frightened', 'harm_disclosed', 'fears_blame')
    )
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
), "marks" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."explanation_fits" AS "explanation_fits",
    "t0"."child_id" AS "child_id"
  FROM "injury" AS "t0"
  WHERE
    NOT (
      COALESCE("t0"."medical_cause", FALSE)
    )
), "able" AS (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."until_day" AS "until_day",
    "t7"."seen_day" AS "from_day"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."seen_day" AS "seen_day",
      "t6"."shown" AS "shown",
      LEAD("t6"."seen_day") OVER (
        PARTITION BY "t6"."child_id", "t6"."skill"
        ORDER BY "t6"."seen_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "until_day"
    FROM (
      SELECT
        "t5"."child_id" AS "child_id",
        "t5"."seen_day" AS "seen_day",
        "t5"."known_from" AS "known_from",
        "t5"."skill" AS "skill",
        "t5"."shown" AS "shown"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."seen_day" AS "seen_day",
          "t1"."known_from" AS "known_from",
          "t1"."skill" AS "skill",
          "t1"."shown" AS "shown"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
            "t0"."known_from" AS "known_from",
            'walks' AS "skill",
            "t0"."walks" AS "shown"
          FROM "mobility" AS "t0"
        ) AS "t1"
        UNION ALL
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."seen_day" AS "seen_day",
          "t4"."known_from" AS "known_from",
          "t4"."skill" AS "skill",
          "t4"."shown" AS "shown"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."seen_day" AS "seen_day",
            "t2"."known_from" AS "known_from",
            "t2"."skill" AS "skill",
            "t2"."shown" AS "shown"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from" AS "known_from",
              'crawls' AS "skill",
              "t0"."crawls" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t2"
          UNION ALL
          SELECT
            "t3"."child_id" AS "child_id",
            "t3"."seen_day" AS "seen_day",
            "t3"."known_from" AS "known_from",
            "t3"."skill" AS "skill",
            "t3"."shown" AS "shown"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from" AS "known_from",
              'cruises' AS "skill",
              "t0"."cruises" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t3"
        ) AS "t4"
      ) AS "t5"
      WHERE
        NOT "t5"."shown" IS NULL
    ) AS "t6"
  ) AS "t7"
  WHERE
    "t7"."shown"
), "facts" AS (
  SELECT
    "t65"."child_id" AS "child_id",
    "t65"."entry_id" AS "entry_id",
    "t65"."agency" AS "agency",
    "t65"."matter" AS "matter",
    "t65"."told_day" AS "told_day"
  FROM (
    SELECT
      "t58"."child_id" AS "child_id",
      "t58"."entry_id" AS "entry_id",
      "t58"."agency" AS "agency",
      "t58"."matter" AS "matter",
      "t58"."told_day" AS "told_day"
    FROM (
      SELECT DISTINCT
        "t53"."child_id" AS "child_id",
        "t53"."entry_id" AS "entry_id",
        "t53"."agency" AS "agency",
        "t53"."person_id" AS "person_id",
        "t53"."matter" AS "matter",
        "t53"."told_day" AS "told_day",
        "t53"."happened_from" AS "happened_from"
      FROM (
        SELECT
          "t52"."child_id" AS "child_id",
          "t52"."entry_id" AS "entry_id",
          "t52"."agency" AS "agency",
          "t52"."person_id" AS "person_id",
          "t52"."matter" AS "matter",
          "t52"."told_day" AS "told_day",
          "t52"."happened_from" AS "happened_from"
        FROM (
          SELECT
            "t47"."child_id" AS "child_id",
            "t47"."entry_id" AS "entry_id",
            "t47"."agency" AS "agency",
            "t47"."about_id" AS "person_id",
            'injury' AS "matter",
            "t47"."recorded_day" AS "told_day",
            COALESCE("t47"."happened_from", "t47"."recorded_day") AS "happened_from"
          FROM (
            SELECT
              "t17"."about_id" AS "about_id",
              "t17"."agency" AS "agency",
              "t17"."happened_from" AS "happened_from",
              "t17"."recorded_day" AS "recorded_day",
              "t17"."entry_id" AS "entry_id",
              "t17"."child_id" AS "child_id"
            FROM "marks" AS "t17"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
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
          "t33"."child_id" AS "child_id",
          "t33"."entry_id" AS "entry_id",
          "t33"."agency" AS "agency",
          "t33"."person_id" AS "person_id",
          "t33"."matter" AS "matter",
          "t33"."told_day" AS "told_day",
          "t33"."happened_from" AS "happened_from"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."entry_id" AS "entry_id",
            "t2"."agency" AS "agency",
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
          1 AS "1"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."agency" AS "agency",
            "t1"."about_id" AS "person_id",
            'injury' AS "matter",
            "t1"."recorded_day" AS "told_day"
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
          1 AS "1"
        FROM (
          SELECT
            "t28"."child_id" AS "child_id",
            "t28"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t3"."child_id" AS "child_id",
              "t3"."recorded_day" AS "passed_day"
            FROM "plan" AS "t3"
            WHERE
              "t3"."type" IN ('child_protection', 'child_in_need')
          ) AS "t28"
          UNION ALL
          SELECT
            "t31"."child_id" AS "child_id",
            "t31"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t24"."child_id" AS "child_id",
              "t24"."passed_day" AS "passed_day"
            FROM (
              SELECT
                "t5"."child_id" AS "child_id",
                "t5"."recorded_day" AS "passed_day"
              FROM "strategy" AS "t5"
            ) AS "t24"
            UNION ALL
            SELECT
              "t25"."child_id" AS "child_id",
              "t25"."passed_day" AS "passed_day"
            FROM (
              SELECT
                "t6"."child_id" AS "child_id",
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
    "t68"."child_id" AS "child_id",
    "t68"."entry_id" AS "entry_id",
    "t68"."agency" AS "agency",
    "t68"."matter" AS "matter",
    "t68"."told_day" AS "told_day"
  FROM (
    SELECT
      "t67"."child_id" AS "child_id",
      "t67"."entry_id" AS "entry_id",
      "t67"."agency" AS "agency",
      "t67"."matter" AS "matter",
      "t67"."told_day" AS "told_day"
    FROM (
      SELECT
        "t15"."child_id" AS "child_id",
        "t15"."entry_id" AS "entry_id",
        "t15"."agency" AS "agency",
        "t15"."matter" AS "matter",
        "t15"."told_day" AS "told_day"
      FROM "told" AS "t15"
      WHERE
        ("t15"."child_id", "t15"."entry_id") IN (
          SELECT
            "t66"."child_id",
            "t66"."entry_id"
          FROM (
            SELECT
              "t61"."child_id" AS "child_id",
              "t61"."entry_id" AS "entry_id"
            FROM (
              SELECT
                "t45"."child_id" AS "child_id",
                "t45"."entry_id" AS "entry_id"
              FROM (
                SELECT
                  "t7"."child_id" AS "child_id",
                  "t7"."entry_id" AS "entry_id"
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
                "t59"."child_id" AS "child_id",
                "t59"."entry_id" AS "entry_id"
              FROM (
                SELECT
                  "t50"."child_id" AS "child_id",
                  "t50"."entry_id" AS "entry_id"
                FROM (
                  SELECT
                    "t41"."sector" AS "sector",
                    "t41"."entry_id" AS "entry_id",
                    "t41"."level" AS "level",
                    "t41"."child_id" AS "child_id"
                  FROM (
                    SELECT
                      "t13"."about_id" AS "about_id",
                      "t13"."sector" AS "sector",
                      "t13"."recorded_day" AS "recorded_day",
                      "t13"."entry_id" AS "entry_id",
                      "t13"."code" AS "code",
                      "t13"."level" AS "level",
                      "t13"."child_id" AS "child_id"
                    FROM "still_ill_told" AS "t13"
                    WHERE
                      NOT (
                        COALESCE("t13"."past", FALSE)
                      )
                  ) AS "t41"
                  WHERE
                    NOT EXISTS(
                      SELECT
                        1 AS "1"
                      FROM (
                        SELECT
                          "t22"."about_id" AS "about_id",
                          "t22"."recorded_day" AS "recorded_day",
                          "t22"."code" AS "code",
                          "t22"."child_id" AS "child_id"
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
              "t62"."child_id" AS "child_id",
              "t62"."entry_id" AS "entry_id"
            FROM (
              SELECT
                "t60"."child_id" AS "child_id",
                "t60"."entry_id" AS "entry_id"
              FROM (
                SELECT
                  "t51"."child_id" AS "child_id",
                  "t51"."entry_id" AS "entry_id"
                FROM (
                  SELECT
                    "t43"."sector" AS "sector",
                    "t43"."entry_id" AS "entry_id",
                    "t43"."level" AS "level",
                    "t43"."child_id" AS "child_id"
                  FROM (
                    SELECT
                      "t14"."about_id" AS "about_id",
                      "t14"."sector" AS "sector",
                      "t14"."recorded_day" AS "recorded_day",
                      "t14"."entry_id" AS "entry_id",
                      "t14"."code" AS "code",
                      "t14"."level" AS "level",
                      "t14"."child_id" AS "child_id"
                    FROM "still_using_told" AS "t14"
                    WHERE
                      NOT (
                        COALESCE("t14"."past", FALSE)
                      )
                  ) AS "t43"
                  WHERE
                    NOT EXISTS(
                      SELECT
                        1 AS "1"
                      FROM (
                        SELECT
                          "t23"."about_id" AS "about_id",
                          "t23"."recorded_day" AS "recorded_day",
                          "t23"."code" AS "code",
                          "t23"."child_id" AS "child_id"
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
                "t48"."child_id" AS "child_id",
                "t48"."entry_id" AS "entry_id"
              FROM (
                SELECT
                  "t26"."child_id" AS "child_id",
                  "t26"."entry_id" AS "entry_id"
                FROM (
                  SELECT
                    "t10"."child_id" AS "child_id",
                    "t10"."entry_id" AS "entry_id"
                  FROM "violence_now" AS "t10"
                ) AS "t26"
                UNION ALL
                SELECT
                  "t46"."child_id" AS "child_id",
                  "t46"."entry_id" AS "entry_id"
                FROM (
                  SELECT
                    "t7"."child_id" AS "child_id",
                    "t7"."entry_id" AS "entry_id"
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
        )
        AND NOT EXISTS(
          SELECT
            1 AS "1"
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
      "t63"."child_id" AS "child_id",
      "t63"."entry_id" AS "entry_id",
      "t63"."agency" AS "agency",
      "t63"."matter" AS "matter",
      "t63"."told_day" AS "told_day"
    FROM (
      SELECT
        "t57"."child_id" AS "child_id",
        "t57"."entry_id" AS "entry_id",
        "t57"."agency" AS "agency",
        "t57"."matter" AS "matter",
        "t57"."told_day" AS "told_day"
      FROM (
        SELECT
          "t30"."child_id" AS "child_id",
          "t30"."entry_id" AS "entry_id",
          "t30"."agency" AS "agency",
          "t30"."person_id" AS "person_id",
          "t30"."matter" AS "matter",
          "t30"."told_day" AS "told_day",
          "t30"."happened_from" AS "happened_from"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            "t4"."entry_id" AS "entry_id",
            "t4"."agency" AS "agency",
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
          "t54"."child_id" AS "child_id",
          "t54"."entry_id" AS "entry_id",
          "t54"."agency" AS "agency",
          "t54"."person_id" AS "person_id",
          "t54"."matter" AS "matter",
          "t54"."told_day" AS "told_day",
          "t54"."happened_from" AS "happened_from"
        FROM (
          SELECT
            "t49"."child_id" AS "child_id",
            "t49"."entry_id" AS "entry_id",
            "t49"."agency" AS "agency",
            "t49"."by_id" AS "person_id",
            'statement' AS "matter",
            "t49"."recorded_day" AS "told_day",
            COALESCE("t49"."happened_from", "t49"."recorded_day") AS "happened_from"
          FROM (
            SELECT
              "t18"."agency" AS "agency",
              "t18"."happened_from" AS "happened_from",
              "t18"."recorded_day" AS "recorded_day",
              "t18"."entry_id" AS "entry_id",
              "t18"."by_id" AS "by_id",
              "t18"."child_id" AS "child_id"
            FROM "open_said" AS "t18"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
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
                  1 AS "1"
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
            1 AS "1"
          FROM (
            SELECT
              "t4"."child_id" AS "child_id",
              "t4"."agency" AS "agency",
              "t4"."by_id" AS "person_id",
              'statement' AS "matter",
              "t4"."recorded_day" AS "told_day"
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
            1 AS "1"
          FROM (
            SELECT
              "t28"."child_id" AS "child_id",
              "t28"."passed_day" AS "passed_day"
            FROM (
              SELECT
                "t3"."child_id" AS "child_id",
                "t3"."recorded_day" AS "passed_day"
              FROM "plan" AS "t3"
              WHERE
                "t3"."type" IN ('child_protection', 'child_in_need')
            ) AS "t28"
            UNION ALL
            SELECT
              "t31"."child_id" AS "child_id",
              "t31"."passed_day" AS "passed_day"
            FROM (
              SELECT
                "t24"."child_id" AS "child_id",
                "t24"."passed_day" AS "passed_day"
              FROM (
                SELECT
                  "t5"."child_id" AS "child_id",
                  "t5"."recorded_day" AS "passed_day"
                FROM "strategy" AS "t5"
              ) AS "t24"
              UNION ALL
              SELECT
                "t25"."child_id" AS "child_id",
                "t25"."passed_day" AS "passed_day"
              FROM (
                SELECT
                  "t6"."child_id" AS "child_id",
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
    "t74"."child_id" AS "child_id",
    "t74"."entry_id" AS "entry_id",
    "t74"."matter" AS "matter",
    "t74"."since_day" AS "since_day"
  FROM (
    SELECT
      "t72"."child_id" AS "child_id",
      "t72"."entry_id" AS "entry_id",
      "t72"."agency" AS "agency",
      "t72"."matter" AS "matter",
      "t72"."told_day" AS "told_day",
      MAX("t72"."told_day", "t72"."knows_day", COALESCE("t72"."begins", "t72"."told_day")) AS "since_day"
    FROM (
      SELECT
        "t23"."child_id" AS "child_id",
        "t23"."entry_id" AS "entry_id",
        "t23"."agency" AS "agency",
        "t23"."matter" AS "matter",
        "t23"."told_day" AS "told_day",
        "t71"."knows_day" AS "knows_day",
        COALESCE("t24"."due_day" - :known_to_one_agency__pregnancy, "t24"."born_day") AS "begins"
      FROM "facts" AS "t23"
      INNER JOIN (
        SELECT
          "t69"."child_id" AS "child_id",
          "t69"."agency" AS "agency",
          MIN("t69"."recorded_day") AS "knows_day"
        FROM (
          SELECT
            "t66"."child_id" AS "child_id",
            "t66"."agency" AS "agency",
            "t66"."recorded_day" AS "recorded_day"
          FROM (
            SELECT
              "t60"."child_id" AS "child_id",
              "t60"."agency" AS "agency",
              "t60"."recorded_day" AS "recorded_day"
            FROM (
              SELECT
                "t50"."child_id" AS "child_id",
                "t50"."agency" AS "agency",
                "t50"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t31"."child_id" AS "child_id",
                  "t31"."agency" AS "agency",
                  "t31"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t6"."child_id" AS "child_id",
                    "t6"."agency" AS "agency",
                    "t6"."recorded_day" AS "recorded_day"
                  FROM "statement" AS "t6"
                ) AS "t31"
                UNION ALL
                SELECT
                  "t28"."child_id" AS "child_id",
                  "t28"."agency" AS "agency",
                  "t28"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t4"."child_id" AS "child_id",
                    "t4"."agency" AS "agency",
                    "t4"."recorded_day" AS "recorded_day"
                  FROM "referral" AS "t4"
                ) AS "t28"
              ) AS "t50"
              UNION ALL
              SELECT
                "t51"."child_id" AS "child_id",
                "t51"."agency" AS "agency",
                "t51"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t30"."child_id" AS "child_id",
                  "t30"."agency" AS "agency",
                  "t30"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t5"."child_id" AS "child_id",
                    "t5"."agency" AS "agency",
                    "t5"."recorded_day" AS "recorded_day"
                  FROM "strategy" AS "t5"
                ) AS "t30"
                UNION ALL
                SELECT
                  "t32"."child_id" AS "child_id",
                  "t32"."agency" AS "agency",
                  "t32"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t7"."child_id" AS "child_id",
                    "t7"."agency" AS "agency",
                    "t7"."recorded_day" AS "recorded_day"
                  FROM "medical" AS "t7"
                ) AS "t32"
              ) AS "t51"
            ) AS "t60"
            UNION ALL
            SELECT
              "t61"."child_id" AS "child_id",
              "t61"."agency" AS "agency",
              "t61"."recorded_day" AS "recorded_day"
            FROM (
              SELECT
                "t52"."child_id" AS "child_id",
                "t52"."agency" AS "agency",
                "t52"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t33"."child_id" AS "child_id",
                  "t33"."agency" AS "agency",
                  "t33"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t8"."child_id" AS "child_id",
                    "t8"."agency" AS "agency",
                    "t8"."recorded_day" AS "recorded_day"
                  FROM "assessment" AS "t8"
                ) AS "t33"
                UNION ALL
                SELECT
                  "t34"."child_id" AS "child_id",
                  "t34"."agency" AS "agency",
                  "t34"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t9"."child_id" AS "child_id",
                    "t9"."agency" AS "agency",
                    "t9"."recorded_day" AS "recorded_day"
                  FROM "plan" AS "t9"
                ) AS "t34"
              ) AS "t52"
              UNION ALL
              SELECT
                "t53"."child_id" AS "child_id",
                "t53"."agency" AS "agency",
                "t53"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t35"."child_id" AS "child_id",
                  "t35"."agency" AS "agency",
                  "t35"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t10"."child_id" AS "child_id",
                    "t10"."agency" AS "agency",
                    "t10"."recorded_day" AS "recorded_day"
                  FROM "touchpoint" AS "t10"
                ) AS "t35"
                UNION ALL
                SELECT
                  "t36"."child_id" AS "child_id",
                  "t36"."agency" AS "agency",
                  "t36"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t11"."child_id" AS "child_id",
                    "t11"."agency" AS "agency",
                    "t11"."recorded_day" AS "recorded_day"
                  FROM "offer" AS "t11"
                ) AS "t36"
              ) AS "t53"
            ) AS "t61"
          ) AS "t66"
          UNION ALL
          SELECT
            "t68"."child_id" AS "child_id",
            "t68"."agency" AS "agency",
            "t68"."recorded_day" AS "recorded_day"
          FROM (
            SELECT
              "t62"."child_id" AS "child_id",
              "t62"."agency" AS "agency",
              "t62"."recorded_day" AS "recorded_day"
            FROM (
              SELECT
                "t54"."child_id" AS "child_id",
                "t54"."agency" AS "agency",
                "t54"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t37"."child_id" AS "child_id",
                  "t37"."agency" AS "agency",
                  "t37"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t12"."child_id" AS "child_id",
                    "t12"."agency" AS "agency",
                    "t12"."recorded_day" AS "recorded_day"
                  FROM "gp_request" AS "t12"
                ) AS "t37"
                UNION ALL
                SELECT
                  "t38"."child_id" AS "child_id",
                  "t38"."agency" AS "agency",
                  "t38"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t13"."child_id" AS "child_id",
                    "t13"."agency" AS "agency",
                    "t13"."recorded_day" AS "recorded_day"
                  FROM "challenge" AS "t13"
                ) AS "t38"
              ) AS "t54"
              UNION ALL
              SELECT
                "t55"."child_id" AS "child_id",
                "t55"."agency" AS "agency",
                "t55"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t39"."child_id" AS "child_id",
                  "t39"."agency" AS "agency",
                  "t39"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t14"."child_id" AS "child_id",
                    "t14"."agency" AS "agency",
                    "t14"."recorded_day" AS "recorded_day"
                  FROM "relationship" AS "t14"
                ) AS "t39"
                UNION ALL
                SELECT
                  "t40"."child_id" AS "child_id",
                  "t40"."agency" AS "agency",
                  "t40"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t15"."child_id" AS "child_id",
                    "t15"."agency" AS "agency",
                    "t15"."recorded_day" AS "recorded_day"
                  FROM "stay" AS "t15"
                ) AS "t40"
              ) AS "t55"
            ) AS "t62"
            UNION ALL
            SELECT
              "t67"."child_id" AS "child_id",
              "t67"."agency" AS "agency",
              "t67"."recorded_day" AS "recorded_day"
            FROM (
              SELECT
                "t63"."child_id" AS "child_id",
                "t63"."agency" AS "agency",
                "t63"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t41"."child_id" AS "child_id",
                  "t41"."agency" AS "agency",
                  "t41"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t16"."child_id" AS "child_id",
                    "t16"."agency" AS "agency",
                    "t16"."recorded_day" AS "recorded_day"
                  FROM "area_move" AS "t16"
                ) AS "t41"
                UNION ALL
                SELECT
                  "t56"."child_id" AS "child_id",
                  "t56"."agency" AS "agency",
                  "t56"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t42"."child_id" AS "child_id",
                    "t42"."agency" AS "agency",
                    "t42"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t17"."child_id" AS "child_id",
                      "t17"."agency" AS "agency",
                      "t17"."recorded_day" AS "recorded_day"
                    FROM "appointment" AS "t17"
                  ) AS "t42"
                  UNION ALL
                  SELECT
                    "t43"."child_id" AS "child_id",
                    "t43"."agency" AS "agency",
                    "t43"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t18"."child_id" AS "child_id",
                      "t18"."agency" AS "agency",
                      "t18"."recorded_day" AS "recorded_day"
                    FROM "contact" AS "t18"
                  ) AS "t43"
                ) AS "t56"
              ) AS "t63"
              UNION ALL
              SELECT
                "t64"."child_id" AS "child_id",
                "t64"."agency" AS "agency",
                "t64"."recorded_day" AS "recorded_day"
              FROM (
                SELECT
                  "t57"."child_id" AS "child_id",
                  "t57"."agency" AS "agency",
                  "t57"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t44"."child_id" AS "child_id",
                    "t44"."agency" AS "agency",
                    "t44"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t19"."child_id" AS "child_id",
                      "t19"."agency" AS "agency",
                      "t19"."recorded_day" AS "recorded_day"
                    FROM "measurement" AS "t19"
                  ) AS "t44"
                  UNION ALL
                  SELECT
                    "t45"."child_id" AS "child_id",
                    "t45"."agency" AS "agency",
                    "t45"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t20"."child_id" AS "child_id",
                      "t20"."agency" AS "agency",
                      "t20"."recorded_day" AS "recorded_day"
                    FROM "mobility" AS "t20"
                  ) AS "t45"
                ) AS "t57"
                UNION ALL
                SELECT
                  "t58"."child_id" AS "child_id",
                  "t58"."agency" AS "agency",
                  "t58"."recorded_day" AS "recorded_day"
                FROM (
                  SELECT
                    "t46"."child_id" AS "child_id",
                    "t46"."agency" AS "agency",
                    "t46"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t21"."child_id" AS "child_id",
                      "t21"."agency" AS "agency",
                      "t21"."recorded_day" AS "recorded_day"
                    FROM "injury" AS "t21"
                  ) AS "t46"
                  UNION ALL
                  SELECT
                    "t47"."child_id" AS "child_id",
                    "t47"."agency" AS "agency",
                    "t47"."recorded_day" AS "recorded_day"
                  FROM (
                    SELECT
                      "t22"."child_id" AS "child_id",
                      "t22"."agency" AS "agency",
                      "t22"."recorded_day" AS "recorded_day"
                    FROM "observation" AS "t22"
                  ) AS "t47"
                ) AS "t58"
              ) AS "t64"
            ) AS "t67"
          ) AS "t68"
        ) AS "t69"
        GROUP BY
          "t69"."child_id",
          "t69"."agency"
      ) AS "t71"
        ON "t23"."child_id" = "t71"."child_id" AND "t23"."agency" = "t71"."agency"
      INNER JOIN "baby" AS "t24"
        ON "t23"."child_id" = "t24"."child_id"
    ) AS "t72"
  ) AS "t74"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t48"."child_id" AS "child_id",
          "t48"."agency" AS "agency",
          "t48"."passed_day" AS "passed_day"
        FROM (
          SELECT
            "t25"."child_id" AS "child_id",
            "t25"."agency" AS "agency",
            "t25"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
              "t2"."agency" AS "agency",
              "t2"."recorded_day" AS "passed_day"
            FROM "shared" AS "t2"
          ) AS "t25"
          UNION ALL
          SELECT
            "t26"."child_id" AS "child_id",
            "t26"."agency" AS "agency",
            "t26"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t3"."child_id" AS "child_id",
              "t3"."agency" AS "agency",
              "t3"."recorded_day" AS "passed_day"
            FROM "around_shared" AS "t3"
          ) AS "t26"
        ) AS "t48"
        UNION ALL
        SELECT
          "t49"."child_id" AS "child_id",
          "t49"."agency" AS "agency",
          "t49"."passed_day" AS "passed_day"
        FROM (
          SELECT
            "t27"."child_id" AS "child_id",
            "t27"."agency" AS "agency",
            "t27"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t4"."child_id" AS "child_id",
              "t4"."agency" AS "agency",
              "t4"."recorded_day" AS "passed_day"
            FROM "referral" AS "t4"
          ) AS "t27"
          UNION ALL
          SELECT
            "t29"."child_id" AS "child_id",
            "t29"."agency" AS "agency",
            "t29"."passed_day" AS "passed_day"
          FROM (
            SELECT
              "t5"."child_id" AS "child_id",
              "t5"."agency" AS "agency",
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
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."entry_id" AS "entry_id",
    "t6"."because" AS "because"
  FROM (
    SELECT
      "t4"."child_id" AS "child_id",
      "t4"."entry_id" AS "entry_id",
      'violence_now' AS "because"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id",
        "t2"."since_day" AS "since_day"
      FROM "left" AS "t2"
      WHERE
        ("t2"."child_id", "t2"."entry_id") IN (
          SELECT
            "t3"."child_id",
            "t3"."entry_id"
          FROM "violence_now" AS "t3"
        )
    ) AS "t4"
    WHERE
      "t4"."since_day" <= :known_to_one_agency__current_within
  ) AS "t6"
  UNION ALL
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."entry_id" AS "entry_id",
    "t7"."because" AS "because"
  FROM (
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      "t5"."matter" AS "because"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id",
        "t2"."matter" AS "matter",
        "t2"."since_day" AS "since_day"
      FROM "left" AS "t2"
      WHERE
        NOT ("t2"."child_id", "t2"."entry_id") IN (
          SELECT
            "t3"."child_id",
            "t3"."entry_id"
          FROM "violence_now" AS "t3"
        )
    ) AS "t5"
    WHERE
      (
        "t5"."since_day" + :known_to_one_agency__after
      ) <= :today
  ) AS "t7"
) AS "found"
