WITH "told_told" AS (
  SELECT
    *
  FROM "injury"
), "told" AS (
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
    "t1"."injury",
    "t1"."site",
    "t1"."patterned",
    "t1"."explanation",
    "t1"."explanation_fits",
    "t1"."medical_cause",
    "t1"."child_id"
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
    "t28"."about_id",
    "t28"."agency",
    "t28"."sector",
    "t28"."happened_from",
    "t28"."happened_to",
    "t28"."recorded_day",
    "t28"."known_from",
    "t28"."known_until",
    "t28"."sensitivity",
    "t28"."entry_id",
    "t28"."root_id",
    "t28"."injury",
    "t28"."site",
    "t28"."patterned",
    "t28"."explanation",
    "t28"."explanation_fits",
    "t28"."medical_cause",
    "t28"."child_id"
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
        "t6"."injury",
        "t6"."site",
        "t6"."patterned",
        "t6"."explanation",
        "t6"."explanation_fits",
        "t6"."medical_cause",
        "t6"."child_id"
      FROM "told" AS "t6"
      ANTI JOIN (
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
            "t5"."injury",
            "t5"."site",
            "t5"."patterned",
            "t5"."explanation",
            "t5"."explanation_fits",
            "t5"."medical_cause",
            "t5"."child_id",
            "t11"."born_day"
          FROM "injury" AS "t5"
          INNER JOIN (
            SELECT
              "t2"."child_id",
              "t2"."born_day"
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
          "t3"."child_id",
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
      *
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
      "t23"."child_id",
      "t23"."skill",
      "t23"."until_day",
      "t23"."seen_day" AS "from_day"
    FROM (
      SELECT
        "t20"."child_id",
        "t20"."seen_day",
        "t20"."known_from",
        "t20"."skill",
        "t20"."shown",
        LEAD("t20"."seen_day") OVER (
          PARTITION BY "t20"."child_id", "t20"."skill"
          ORDER BY "t20"."seen_day" ASC, "t20"."known_from" ASC
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
              "t4"."child_id",
              COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
              "t4"."known_from",
              'walks' AS "skill",
              "t4"."walks" AS "shown"
            FROM "mobility" AS "t4"
          ) AS "t12"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t4"."child_id",
                COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
                "t4"."known_from",
                'crawls' AS "skill",
                "t4"."crawls" AS "shown"
              FROM "mobility" AS "t4"
            ) AS "t13"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t4"."child_id",
                COALESCE("t4"."happened_to", "t4"."recorded_day") AS "seen_day",
                "t4"."known_from",
                'cruises' AS "skill",
                "t4"."cruises" AS "shown"
              FROM "mobility" AS "t4"
            ) AS "t14"
          ) AS "t16"
        ) AS "t18"
        WHERE
          "t18"."shown" IS NOT NULL
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
        ORDER BY "t6"."seen_day" ASC, "t6"."known_from" ASC
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
)
SELECT * FROM (
  SELECT
    "t4"."child_id",
    "t4"."entry_id",
    'mark' AS "because"
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
      "t2"."injury",
      "t2"."site",
      "t2"."patterned",
      "t2"."explanation",
      "t2"."explanation_fits",
      "t2"."medical_cause",
      "t2"."child_id"
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
) AS found
