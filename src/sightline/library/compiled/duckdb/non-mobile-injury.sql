WITH "told_told" AS (
  SELECT
    "injury"."about_id" AS "about_id",
    "injury"."agency" AS "agency",
    "injury"."sector" AS "sector",
    "injury"."happened_from" AS "happened_from",
    "injury"."happened_to" AS "happened_to",
    "injury"."recorded_day" AS "recorded_day",
    "injury"."known_from" AS "known_from",
    "injury"."known_until" AS "known_until",
    "injury"."sensitivity" AS "sensitivity",
    "injury"."entry_id" AS "entry_id",
    "injury"."root_id" AS "root_id",
    "injury"."injury" AS "injury",
    "injury"."site" AS "site",
    "injury"."patterned" AS "patterned",
    "injury"."explanation" AS "explanation",
    "injury"."explanation_fits" AS "explanation_fits",
    "injury"."medical_cause" AS "medical_cause",
    "injury"."child_id" AS "child_id"
  FROM "injury" AS "injury"
), "told" AS (
  SELECT
    "t1"."sector" AS "sector",
    "t1"."happened_from" AS "happened_from",
    "t1"."happened_to" AS "happened_to",
    "t1"."recorded_day" AS "recorded_day",
    "t1"."entry_id" AS "entry_id",
    "t1"."injury" AS "injury",
    "t1"."site" AS "site",
    "t1"."medical_cause" AS "medical_cause",
    "t1"."child_id" AS "child_id"
  FROM "told_told" AS "t1"
  ANTI JOIN "told_told" AS "t2"
    ON "t1"."child_id" = "t2"."child_id"
    AND "t1"."injury" = "t2"."injury"
    AND "t1"."site" = "t2"."site"
    AND "t2"."happened_from" <= "t1"."happened_to"
    AND "t2"."happened_to" >= "t1"."happened_from"
    AND (
      (
        "t2"."known_from" < "t1"."known_from"
      )
      OR (
        (
          "t2"."known_from" = "t1"."known_from"
        )
        AND (
          "t2"."entry_id" < "t1"."entry_id"
        )
      )
    )
    AND (
      (
        "t1"."agency" <> "t2"."agency"
      )
      OR (
        (
          "t2"."happened_from" = "t1"."happened_from"
        )
        AND (
          "t2"."happened_to" = "t1"."happened_to"
        )
      )
    )
), "marks" AS (
  SELECT
    "t28"."happened_to" AS "happened_to",
    "t28"."recorded_day" AS "recorded_day",
    "t28"."entry_id" AS "entry_id",
    "t28"."child_id" AS "child_id"
  FROM (
    SELECT
      "t26"."happened_from" AS "happened_from",
      "t26"."happened_to" AS "happened_to",
      "t26"."recorded_day" AS "recorded_day",
      "t26"."entry_id" AS "entry_id",
      "t26"."injury" AS "injury",
      "t26"."site" AS "site",
      "t26"."child_id" AS "child_id"
    FROM (
      SELECT
        "t6"."happened_from" AS "happened_from",
        "t6"."happened_to" AS "happened_to",
        "t6"."recorded_day" AS "recorded_day",
        "t6"."entry_id" AS "entry_id",
        "t6"."injury" AS "injury",
        "t6"."site" AS "site",
        "t6"."medical_cause" AS "medical_cause",
        "t6"."child_id" AS "child_id"
      FROM "told" AS "t6"
      ANTI JOIN (
        SELECT
          "t19"."about_id" AS "about_id",
          "t19"."agency" AS "agency",
          "t19"."sector" AS "sector",
          "t19"."happened_from" AS "happened_from",
          "t19"."happened_to" AS "happened_to",
          "t19"."recorded_day" AS "recorded_day",
          "t19"."known_from" AS "known_from",
          "t19"."known_until" AS "known_until",
          "t19"."sensitivity" AS "sensitivity",
          "t19"."entry_id" AS "entry_id",
          "t19"."root_id" AS "root_id",
          "t19"."injury" AS "injury",
          "t19"."site" AS "site",
          "t19"."patterned" AS "patterned",
          "t19"."explanation" AS "explanation",
          "t19"."explanation_fits" AS "explanation_fits",
          "t19"."medical_cause" AS "medical_cause",
          "t19"."child_id" AS "child_id",
          "t19"."born_day" AS "born_day"
        FROM (
          SELECT
            "t5"."about_id" AS "about_id",
            "t5"."agency" AS "agency",
            "t5"."sector" AS "sector",
            "t5"."happened_from" AS "happened_from",
            "t5"."happened_to" AS "happened_to",
            "t5"."recorded_day" AS "recorded_day",
            "t5"."known_from" AS "known_from",
            "t5"."known_until" AS "known_until",
            "t5"."sensitivity" AS "sensitivity",
            "t5"."entry_id" AS "entry_id",
            "t5"."root_id" AS "root_id",
            "t5"."injury" AS "injury",
            "t5"."site" AS "site",
            "t5"."patterned" AS "patterned",
            "t5"."explanation" AS "explanation",
            "t5"."explanation_fits" AS "explanation_fits",
            "t5"."medical_cause" AS "medical_cause",
            "t5"."child_id" AS "child_id",
            "t11"."born_day" AS "born_day"
          FROM "injury" AS "t5"
          INNER JOIN (
            SELECT
              "t2"."child_id" AS "child_id",
              "t2"."born_day" AS "born_day"
            FROM "baby" AS "t2"
          ) AS "t11"
            ON "t5"."child_id" = "t11"."child_id"
        ) AS "t19"
        WHERE
          "t19"."medical_cause" AND "t19"."injury" = 'mark'
      ) AS "t22"
        ON "t6"."child_id" = "t22"."child_id"
        AND "t6"."injury" = 'mark'
        AND "t6"."site" = "t22"."site"
        AND "t22"."recorded_day" <= (
          "t22"."born_day" + $non_mobile_injury__birthmark_by
        )
      ANTI JOIN "baby" AS "t7"
        ON "t6"."child_id" = "t7"."child_id"
        AND "t6"."sector" IN ('hospital', 'midwifery', 'neonatal_unit', 'ambulance')
        AND "t6"."happened_from" = "t7"."born_day"
        AND "t6"."recorded_day" <= (
          "t7"."born_day" + $non_mobile_injury__birthmark_by
        )
      ANTI JOIN (
        SELECT
          "t3"."child_id" AS "child_id",
          COALESCE("t3"."outcome_day", COALESCE("t3"."happened_to", "t3"."recorded_day")) AS "given_day"
        FROM "medical" AS "t3"
        WHERE
          "t3"."outcome" IN ('accidental', 'inflicted', 'medical_cause')
      ) AS "t17"
        ON "t6"."child_id" = "t17"."child_id"
        AND "t17"."given_day" >= COALESCE("t6"."happened_to", "t6"."recorded_day")
    ) AS "t26"
    WHERE
      NOT (
        COALESCE("t26"."medical_cause", FALSE)
      )
  ) AS "t28"
  ANTI JOIN (
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
      "t0"."injury" AS "injury",
      "t0"."site" AS "site",
      "t0"."patterned" AS "patterned",
      "t0"."explanation" AS "explanation",
      "t0"."explanation_fits" AS "explanation_fits",
      "t0"."medical_cause" AS "medical_cause",
      "t0"."child_id" AS "child_id"
    FROM "injury" AS "t0"
    WHERE
      "t0"."medical_cause"
  ) AS "t10"
    ON "t28"."child_id" = "t10"."child_id"
    AND "t28"."injury" = "t10"."injury"
    AND "t28"."site" = "t10"."site"
    AND "t10"."happened_from" <= "t28"."happened_to"
    AND "t10"."happened_to" >= "t28"."happened_from"
  ANTI JOIN (
    SELECT
      "t23"."child_id" AS "child_id",
      "t23"."skill" AS "skill",
      "t23"."until_day" AS "until_day",
      "t23"."seen_day" AS "from_day"
    FROM (
      SELECT
        "t20"."child_id" AS "child_id",
        "t20"."seen_day" AS "seen_day",
        "t20"."skill" AS "skill",
        "t20"."shown" AS "shown",
        LEAD("t20"."seen_day") OVER (
          PARTITION BY "t20"."child_id", "t20"."skill"
          ORDER BY "t20"."seen_day" ASC, "t20"."known_from" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "until_day"
      FROM (
        SELECT
          "t18"."child_id" AS "child_id",
          "t18"."seen_day" AS "seen_day",
          "t18"."known_from" AS "known_from",
          "t18"."skill" AS "skill",
          "t18"."shown" AS "shown"
        FROM (
          SELECT
            "t12"."child_id" AS "child_id",
            "t12"."seen_day" AS "seen_day",
            "t12"."known_from" AS "known_from",
            "t12"."skill" AS "skill",
            "t12"."shown" AS "shown"
          FROM (
            SELECT
              "t4"."child_id" AS "child_id",
              COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
              "t4"."known_from" AS "known_from",
              'walks' AS "skill",
              "t4"."walks" AS "shown"
            FROM "mobility" AS "t4"
          ) AS "t12"
          UNION ALL
          SELECT
            "t16"."child_id" AS "child_id",
            "t16"."seen_day" AS "seen_day",
            "t16"."known_from" AS "known_from",
            "t16"."skill" AS "skill",
            "t16"."shown" AS "shown"
          FROM (
            SELECT
              "t13"."child_id" AS "child_id",
              "t13"."seen_day" AS "seen_day",
              "t13"."known_from" AS "known_from",
              "t13"."skill" AS "skill",
              "t13"."shown" AS "shown"
            FROM (
              SELECT
                "t4"."child_id" AS "child_id",
                COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
                "t4"."known_from" AS "known_from",
                'crawls' AS "skill",
                "t4"."crawls" AS "shown"
              FROM "mobility" AS "t4"
            ) AS "t13"
            UNION ALL
            SELECT
              "t14"."child_id" AS "child_id",
              "t14"."seen_day" AS "seen_day",
              "t14"."known_from" AS "known_from",
              "t14"."skill" AS "skill",
              "t14"."shown" AS "shown"
            FROM (
              SELECT
                "t4"."child_id" AS "child_id",
                COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
                "t4"."known_from" AS "known_from",
                'cruises' AS "skill",
                "t4"."cruises" AS "shown"
              FROM "mobility" AS "t4"
            ) AS "t14"
          ) AS "t16"
        ) AS "t18"
        WHERE
          NOT "t18"."shown" IS NULL
      ) AS "t20"
    ) AS "t23"
    WHERE
      "t23"."shown"
  ) AS "t25"
    ON "t28"."child_id" = "t25"."child_id"
    AND "t25"."from_day" <= "t28"."recorded_day"
    AND "t25"."until_day" IS NULL
    AND "t28"."recorded_day" > (
      COALESCE("t28"."happened_to", "t28"."recorded_day") + $non_mobile_injury__new_within
    )
), "able" AS (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."skill" AS "skill",
    "t7"."until_day" AS "until_day",
    "t7"."seen_day" AS "from_day"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."seen_day" AS "seen_day",
      "t6"."skill" AS "skill",
      "t6"."shown" AS "shown",
      LEAD("t6"."seen_day") OVER (
        PARTITION BY "t6"."child_id", "t6"."skill"
        ORDER BY "t6"."seen_day" ASC, "t6"."known_from" ASC
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
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    'mark' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "marks" AS "t2"
    ANTI JOIN "able" AS "t3"
      ON "t2"."child_id" = "t3"."child_id"
      AND "t3"."from_day" <= COALESCE("t2"."happened_to", "t2"."recorded_day")
      AND (
        (
          "t3"."until_day" IS NULL
        )
        OR (
          "t3"."until_day" > COALESCE("t2"."happened_to", "t2"."recorded_day")
        )
      )
  ) AS "t4"
) AS "found"
