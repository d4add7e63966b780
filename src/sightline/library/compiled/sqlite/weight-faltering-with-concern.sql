WITH "weighed" AS (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    "t5"."happened_from" AS "weighed_day",
    "t5"."sds" AS "sds",
    "t2"."born_day" AS "born_day",
    COALESCE("t2"."due_day", "t2"."born_day") AS "due_day",
    "t2"."gestation_days" AS "gestation_days"
  FROM (
    SELECT
      "t3"."happened_from" AS "happened_from",
      "t3"."entry_id" AS "entry_id",
      "t3"."child_id" AS "child_id",
      "t3"."sds" AS "sds"
    FROM (
      SELECT
        "t1"."happened_from" AS "happened_from",
        "t1"."entry_id" AS "entry_id",
        "t1"."child_id" AS "child_id",
        COALESCE(
          "t1"."weight_sds",
          (
            (
              "t1"."weight_centile" * 0
            ) - 2.667
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 0.4, "t1"."weight_centile", 0.4) < 2.275,
                IIF("t1"."weight_centile" > 0.4, "t1"."weight_centile", 0.4),
                2.275
              ) - 0.4
            ) * 0.35573333333333335
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 2.275, "t1"."weight_centile", 2.275) < 9.12,
                IIF("t1"."weight_centile" > 2.275, "t1"."weight_centile", 2.275),
                9.12
              ) - 2.275
            ) * 0.09744338933528125
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 9.12, "t1"."weight_centile", 9.12) < 25.25,
                IIF("t1"."weight_centile" > 9.12, "t1"."weight_centile", 9.12),
                25.25
              ) - 9.12
            ) * 0.041351518908865466
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 25.25, "t1"."weight_centile", 25.25) < 50.0,
                IIF("t1"."weight_centile" > 25.25, "t1"."weight_centile", 25.25),
                50.0
              ) - 25.25
            ) * 0.026949494949494952
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 50.0, "t1"."weight_centile", 50.0) < 74.75,
                IIF("t1"."weight_centile" > 50.0, "t1"."weight_centile", 50.0),
                74.75
              ) - 50.0
            ) * 0.026949494949494952
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 74.75, "t1"."weight_centile", 74.75) < 90.88,
                IIF("t1"."weight_centile" > 74.75, "t1"."weight_centile", 74.75),
                90.88
              ) - 74.75
            ) * 0.04135151890886548
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 90.88, "t1"."weight_centile", 90.88) < 97.725,
                IIF("t1"."weight_centile" > 90.88, "t1"."weight_centile", 90.88),
                97.725
              ) - 90.88
            ) * 0.09744338933528125
          ) + (
            (
              IIF(
                IIF("t1"."weight_centile" > 97.725, "t1"."weight_centile", 97.725) < 99.6,
                IIF("t1"."weight_centile" > 97.725, "t1"."weight_centile", 97.725),
                99.6
              ) - 97.725
            ) * 0.35573333333333335
          )
        ) AS "sds"
      FROM "measurement" AS "t1"
      WHERE
        "t1"."happened_from" = "t1"."happened_to"
    ) AS "t3"
    WHERE
      NOT "t3"."sds" IS NULL
  ) AS "t5"
  INNER JOIN "baby" AS "t2"
    ON "t5"."child_id" = "t2"."child_id" AND "t5"."happened_from" >= "t2"."born_day"
), "birth" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."entry_id" AS "entry_id",
    "t3"."weighed_day" AS "weighed_day",
    "t3"."sds" AS "sds",
    "t3"."gestation_days" AS "gestation_days"
  FROM (
    SELECT
      "t2"."child_id" AS "child_id",
      "t2"."entry_id" AS "entry_id",
      "t2"."weighed_day" AS "weighed_day",
      "t2"."sds" AS "sds",
      "t2"."gestation_days" AS "gestation_days"
    FROM (
      SELECT
        "t1"."child_id" AS "child_id",
        "t1"."entry_id" AS "entry_id",
        "t1"."weighed_day" AS "weighed_day",
        "t1"."sds" AS "sds",
        "t1"."gestation_days" AS "gestation_days",
        ROW_NUMBER() OVER (
          PARTITION BY "t1"."child_id"
          ORDER BY "t1"."weighed_day" ASC NULLS LAST, "t1"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id",
          "t0"."entry_id" AS "entry_id",
          "t0"."weighed_day" AS "weighed_day",
          "t0"."sds" AS "sds",
          "t0"."gestation_days" AS "gestation_days"
        FROM "weighed" AS "t0"
        WHERE
          "t0"."weighed_day" <= (
            "t0"."born_day" + :weight_faltering_with_concern__at_birth
          )
      ) AS "t1"
    ) AS "t2"
    WHERE
      "t2"."place" = 0
  ) AS "t3"
), "settled" AS (
  SELECT
    "t0"."child_id" AS "child_id",
    "t0"."entry_id" AS "entry_id",
    "t0"."weighed_day" AS "weighed_day",
    "t0"."sds" AS "sds"
  FROM "weighed" AS "t0"
  WHERE
    "t0"."weighed_day" > (
      IIF(
        COALESCE("t0"."gestation_days" < :weight_faltering_with_concern__early, FALSE)
        AND (
          "t0"."due_day" > "t0"."born_day"
        ),
        "t0"."due_day",
        "t0"."born_day"
      ) + :weight_faltering_with_concern__first
    )
), "newest" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id",
    "t2"."weighed_day" AS "weighed_day",
    "t2"."sds" AS "sds"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "entry_id",
      "t1"."weighed_day" AS "weighed_day",
      "t1"."sds" AS "sds"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."weighed_day" AS "weighed_day",
        "t0"."sds" AS "sds",
        ROW_NUMBER() OVER (
          PARTITION BY "t0"."child_id"
          ORDER BY "t0"."weighed_day" DESC, "t0"."sds" ASC NULLS LAST, "t0"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM "settled" AS "t0"
    ) AS "t1"
    WHERE
      "t1"."place" = 0
  ) AS "t2"
), "top" AS (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."sds" AS "sds"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."sds" AS "sds"
    FROM (
      SELECT
        "t5"."child_id" AS "child_id",
        "t5"."sds" AS "sds",
        ROW_NUMBER() OVER (
          PARTITION BY "t5"."child_id"
          ORDER BY "t5"."sds" DESC, "t5"."weighed_day" ASC NULLS LAST, "t5"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."entry_id" AS "entry_id",
          "t4"."weighed_day" AS "weighed_day",
          "t4"."sds" AS "sds"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."entry_id" AS "entry_id",
            "t0"."weighed_day" AS "weighed_day",
            "t0"."sds" AS "sds"
          FROM "settled" AS "t0"
        ) AS "t4"
        WHERE
          EXISTS(
            SELECT
              1 AS "1"
            FROM "newest" AS "t2"
            WHERE
              "t4"."child_id" = "t2"."child_id" AND "t4"."weighed_day" < "t2"."weighed_day"
          )
      ) AS "t5"
    ) AS "t6"
    WHERE
      "t6"."place" = 0
  ) AS "t7"
), "high" AS (
  SELECT
    "t10"."child_id" AS "child_id",
    "t10"."entry_id" AS "entry_id",
    "t10"."sds" AS "sds"
  FROM (
    SELECT
      "t9"."child_id" AS "child_id",
      "t9"."entry_id" AS "entry_id",
      "t9"."sds" AS "sds"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."entry_id" AS "entry_id",
        "t8"."sds" AS "sds",
        ROW_NUMBER() OVER (
          PARTITION BY "t8"."child_id"
          ORDER BY "t8"."sds" DESC, "t8"."weighed_day" ASC NULLS LAST, "t8"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t7"."child_id" AS "child_id",
          "t7"."entry_id" AS "entry_id",
          "t7"."weighed_day" AS "weighed_day",
          "t7"."sds" AS "sds"
        FROM (
          SELECT
            "t5"."child_id" AS "child_id",
            "t5"."entry_id" AS "entry_id",
            "t5"."weighed_day" AS "weighed_day",
            "t5"."sds" AS "sds"
          FROM (
            SELECT
              "t4"."child_id" AS "child_id",
              "t4"."entry_id" AS "entry_id",
              "t4"."weighed_day" AS "weighed_day",
              "t4"."sds" AS "sds"
            FROM (
              SELECT
                "t2"."child_id" AS "child_id",
                "t2"."entry_id" AS "entry_id",
                "t2"."weighed_day" AS "weighed_day",
                "t2"."sds" AS "sds"
              FROM "birth" AS "t2"
              WHERE
                (
                  "t2"."gestation_days" IS NULL
                )
                OR (
                  "t2"."gestation_days" >= :weight_faltering_with_concern__very_early
                )
            ) AS "t4"
            UNION ALL
            SELECT
              "t1"."child_id" AS "child_id",
              "t1"."entry_id" AS "entry_id",
              "t1"."weighed_day" AS "weighed_day",
              "t1"."sds" AS "sds"
            FROM "settled" AS "t1"
          ) AS "t5"
        ) AS "t7"
        WHERE
          EXISTS(
            SELECT
              1 AS "1"
            FROM "newest" AS "t3"
            WHERE
              "t7"."child_id" = "t3"."child_id" AND "t7"."weighed_day" < "t3"."weighed_day"
          )
      ) AS "t8"
    ) AS "t9"
    WHERE
      "t9"."place" = 0
  ) AS "t10"
), "fallen" AS (
  SELECT
    "t21"."child_id" AS "child_id",
    "t21"."entry_id" AS "entry_id",
    "t21"."weighed_day" AS "weighed_day",
    "t21"."from_entry_id" AS "from_entry_id"
  FROM (
    SELECT
      "t17"."child_id" AS "child_id",
      "t17"."entry_id" AS "entry_id",
      "t17"."weighed_day" AS "weighed_day",
      "t17"."from_entry_id" AS "from_entry_id"
    FROM (
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."entry_id" AS "entry_id",
        "t7"."weighed_day" AS "weighed_day",
        "t7"."sds" AS "sds",
        "t8"."sds" AS "from_sds",
        "t8"."entry_id" AS "from_entry_id",
        "t9"."sds" AS "top_sds",
        "t10"."sds" AS "birth_sds"
      FROM "newest" AS "t7"
      INNER JOIN "high" AS "t8"
        ON "t7"."child_id" = "t8"."child_id"
      INNER JOIN "top" AS "t9"
        ON "t7"."child_id" = "t9"."child_id"
      LEFT OUTER JOIN "birth" AS "t10"
        ON "t7"."child_id" = "t10"."child_id"
    ) AS "t17"
    WHERE
      "t17"."top_sds" >= "t17"."sds"
      AND (
        (
          (
            "t17"."from_sds" - "t17"."sds"
          ) >= IIF(
            COALESCE("t17"."birth_sds" < (
              0 - :weight_faltering_with_concern__ninth
            ), FALSE),
            :weight_faltering_with_concern__one_space,
            IIF(COALESCE("t17"."birth_sds" > :weight_faltering_with_concern__ninth, FALSE), :weight_faltering_with_concern__three_spaces, :weight_faltering_with_concern__two_spaces)
          )
        )
        OR (
          "t17"."sds" < (
            0 - :weight_faltering_with_concern__second
          )
        )
      )
  ) AS "t21"
  WHERE
    NOT "t21"."child_id" IN (
      SELECT
        "t16"."child_id"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id"
        FROM "observation" AS "t0"
        WHERE
          "t0"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          AND NOT (
            COALESCE("t0"."past", FALSE)
          )
      ) AS "t16"
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t12"."child_id" AS "child_id",
          "t12"."helped_day" AS "helped_day"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "helped_day"
          FROM "offer" AS "t2"
          WHERE
            "t2"."offer" = 'other' AND "t2"."outcome" IN ('accepted', 'waiting')
        ) AS "t12"
        UNION ALL
        SELECT
          "t15"."child_id" AS "child_id",
          "t15"."helped_day" AS "helped_day"
        FROM (
          SELECT
            "t11"."child_id" AS "child_id",
            "t11"."helped_day" AS "helped_day"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "helped_day"
            FROM "observation" AS "t0"
            WHERE
              "t0"."code" = 'feeding_difficulty' AND "t0"."explored"
          ) AS "t11"
          UNION ALL
          SELECT
            "t13"."child_id" AS "child_id",
            "t13"."helped_day" AS "helped_day"
          FROM (
            SELECT
              "t6"."child_id" AS "child_id",
              COALESCE("t6"."happened_to", "t6"."recorded_day") AS "helped_day"
            FROM "referral" AS "t6"
            WHERE
              "t6"."to_sector" IN ('hospital', 'gp') AND "t6"."outcome" IN ('open', 'accepted')
          ) AS "t13"
        ) AS "t15"
      ) AS "t19"
      WHERE
        "t21"."child_id" = "t19"."child_id"
        AND "t19"."helped_day" >= (
          "t21"."weighed_day" - :weight_faltering_with_concern__near
        )
    )
), "carried_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN (
      'mental_ill_health',
      'perinatal_low_mood',
      'substance_misuse',
      'cannabis',
      'alcohol',
      'domestic_abuse_victim',
      'domestic_abuse_perpetrator'
    )
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
      "t0"."is_parent" OR (
        "t0"."is_partner" AND "t0"."at_home"
      )
    )
), "concerns" AS (
  SELECT
    "t40"."child_id" AS "child_id",
    "t40"."entry_id" AS "entry_id",
    "t40"."happened_from" AS "happened_from",
    "t40"."happened_to" AS "happened_to"
  FROM (
    SELECT
      "t13"."child_id" AS "child_id",
      "t13"."entry_id" AS "entry_id",
      "t13"."happened_from" AS "happened_from",
      "t13"."happened_to" AS "happened_to"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."happened_from" AS "happened_from",
        "t0"."happened_to" AS "happened_to"
      FROM "referral" AS "t0"
      WHERE
        "t0"."to_sector" = 'social_care'
    ) AS "t13"
    UNION ALL
    SELECT
      "t38"."child_id" AS "child_id",
      "t38"."entry_id" AS "entry_id",
      "t38"."happened_from" AS "happened_from",
      "t38"."happened_to" AS "happened_to"
    FROM (
      SELECT
        "t35"."child_id" AS "child_id",
        "t35"."entry_id" AS "entry_id",
        "t35"."happened_from" AS "happened_from",
        "t35"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t32"."child_id" AS "child_id",
          "t32"."entry_id" AS "entry_id",
          "t32"."happened_from" AS "happened_from",
          "t32"."happened_to" AS "happened_to"
        FROM (
          SELECT
            "t28"."happened_from" AS "happened_from",
            "t28"."happened_to" AS "happened_to",
            "t28"."entry_id" AS "entry_id",
            "t28"."child_id" AS "child_id"
          FROM (
            SELECT
              "t5"."happened_from" AS "happened_from",
              "t5"."happened_to" AS "happened_to",
              "t5"."entry_id" AS "entry_id",
              "t5"."service" AS "service",
              "t5"."child_id" AS "child_id"
            FROM "appointment" AS "t5"
            WHERE
              "t5"."outcome" IN ('not_brought', 'no_access', 'cancelled_by_family')
              AND NOT (
                (
                  "t5"."outcome" = 'cancelled_by_family'
                )
                AND (
                  (
                    "t5"."happened_to" + :weight_faltering_with_concern__made_up_within
                  ) >= :today
                )
              )
          ) AS "t28"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM (
                SELECT
                  "t17"."child_id" AS "child_id",
                  "t17"."service" AS "service",
                  "t17"."happened_from" AS "happened_from",
                  "t17"."happened_to" AS "happened_to"
                FROM (
                  SELECT
                    "t10"."child_id" AS "child_id",
                    "t10"."service" AS "service",
                    "t10"."happened_from" AS "happened_from",
                    "t10"."happened_to" AS "happened_to"
                  FROM "appointment" AS "t10"
                  WHERE
                    "t10"."outcome" = 'attended'
                ) AS "t17"
                UNION ALL
                SELECT
                  "t12"."child_id" AS "child_id",
                  "t12"."service" AS "service",
                  "t12"."happened_from" AS "happened_from",
                  "t12"."happened_to" AS "happened_to"
                FROM (
                  SELECT
                    "t7"."child_id" AS "child_id",
                    "t7"."sector" AS "service",
                    "t7"."happened_from" AS "happened_from",
                    "t7"."happened_to" AS "happened_to"
                  FROM "contact" AS "t7"
                  WHERE
                    "t7"."child_seen"
                ) AS "t12"
              ) AS "t26"
              WHERE
                "t28"."child_id" = "t26"."child_id"
                AND "t28"."service" = "t26"."service"
                AND "t26"."happened_to" >= "t28"."happened_from"
                AND "t26"."happened_from" <= (
                  "t28"."happened_to" + :weight_faltering_with_concern__made_up_within
                )
            )
        ) AS "t32"
      ) AS "t35"
      UNION ALL
      SELECT
        "t15"."child_id" AS "child_id",
        "t15"."entry_id" AS "entry_id",
        "t15"."happened_from" AS "happened_from",
        "t15"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."entry_id" AS "entry_id",
          "t1"."happened_from" AS "happened_from",
          "t1"."happened_to" AS "happened_to"
        FROM "observation" AS "t1"
        WHERE
          "t1"."code" IN ('poor_presentation', 'excessive_crying', 'unsettled')
          AND NOT (
            COALESCE("t1"."past", FALSE)
          )
      ) AS "t15"
    ) AS "t38"
  ) AS "t40"
  UNION ALL
  SELECT
    "t39"."child_id" AS "child_id",
    "t39"."entry_id" AS "entry_id",
    "t39"."happened_from" AS "happened_from",
    "t39"."happened_to" AS "happened_to"
  FROM (
    SELECT
      "t36"."child_id" AS "child_id",
      "t36"."entry_id" AS "entry_id",
      "t36"."happened_from" AS "happened_from",
      "t36"."happened_to" AS "happened_to"
    FROM (
      SELECT
        "t24"."child_id" AS "child_id",
        "t24"."entry_id" AS "entry_id",
        "t24"."happened_from" AS "happened_from",
        "t24"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."entry_id" AS "entry_id",
          "t2"."happened_from" AS "happened_from",
          "t2"."happened_to" AS "happened_to"
        FROM "around_observation" AS "t2"
        WHERE
          "t2"."code" IN (
            'rough_handling',
            'harsh_comment',
            'poor_home_conditions',
            'unsafe_sleep',
            'favours_a_child',
            'reluctant_to_engage'
          )
          AND "t2"."adult"
          AND COALESCE("t2"."status", '') <> 'acquitted'
          AND NOT (
            (
              "t2"."identity" = 'no_contact_permitted'
            )
            AND NOT (
              "t2"."at_home"
            )
            AND NOT (
              "t2"."cares"
            )
          )
          AND NOT (
            COALESCE("t2"."past", FALSE)
          )
      ) AS "t24"
      UNION ALL
      SELECT
        "t33"."child_id" AS "child_id",
        "t33"."entry_id" AS "entry_id",
        "t33"."happened_from" AS "happened_from",
        "t33"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t29"."child_id" AS "child_id",
          "t29"."entry_id" AS "entry_id",
          "t29"."happened_from" AS "happened_from",
          "t29"."happened_to" AS "happened_to"
        FROM (
          SELECT
            "t21"."happened_from" AS "happened_from",
            "t21"."happened_to" AS "happened_to",
            "t21"."entry_id" AS "entry_id",
            "t21"."level" AS "level",
            "t21"."child_id" AS "child_id"
          FROM (
            SELECT
              "t6"."about_id" AS "about_id",
              "t6"."happened_from" AS "happened_from",
              "t6"."happened_to" AS "happened_to",
              "t6"."recorded_day" AS "recorded_day",
              "t6"."entry_id" AS "entry_id",
              "t6"."code" AS "code",
              "t6"."level" AS "level",
              "t6"."child_id" AS "child_id"
            FROM "carried_told" AS "t6"
            WHERE
              NOT (
                COALESCE("t6"."past", FALSE)
              )
          ) AS "t21"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM (
                SELECT
                  "t11"."about_id" AS "about_id",
                  "t11"."recorded_day" AS "recorded_day",
                  "t11"."code" AS "code",
                  "t11"."child_id" AS "child_id"
                FROM "carried_told" AS "t11"
                WHERE
                  COALESCE("t11"."past", FALSE)
              ) AS "t22"
              WHERE
                "t21"."child_id" = "t22"."child_id"
                AND "t21"."about_id" = "t22"."about_id"
                AND "t21"."code" = "t22"."code"
                AND "t22"."recorded_day" >= "t21"."recorded_day"
            )
        ) AS "t29"
        WHERE
          COALESCE("t29"."level", 'unstated') IN ('moderate', 'high', 'unstated')
      ) AS "t33"
    ) AS "t36"
    UNION ALL
    SELECT
      "t37"."child_id" AS "child_id",
      "t37"."entry_id" AS "entry_id",
      "t37"."happened_from" AS "happened_from",
      "t37"."happened_to" AS "happened_to"
    FROM (
      SELECT
        "t34"."child_id" AS "child_id",
        "t34"."entry_id" AS "entry_id",
        "t34"."happened_from" AS "happened_from",
        "t34"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t31"."child_id" AS "child_id",
          "t31"."entry_id" AS "entry_id",
          "t31"."happened_from" AS "happened_from",
          "t31"."happened_to" AS "happened_to"
        FROM (
          SELECT
            "t30"."happened_from" AS "happened_from",
            "t30"."happened_to" AS "happened_to",
            "t30"."entry_id" AS "entry_id",
            "t30"."child_id" AS "child_id"
          FROM (
            SELECT
              "t9"."happened_from" AS "happened_from",
              "t9"."happened_to" AS "happened_to",
              "t9"."entry_id" AS "entry_id",
              "t9"."child_id" AS "child_id"
            FROM "statement" AS "t9"
            WHERE
              ("t9"."child_id", "t9"."by_id") IN (
                SELECT
                  "t27"."child_id",
                  "t27"."person_id"
                FROM (
                  SELECT
                    "t8"."child_id" AS "child_id",
                    "t8"."person_id" AS "person_id"
                  FROM "network" AS "t8"
                  WHERE
                    "t8"."is_parent"
                    OR "t8"."is_partner"
                    OR "t8"."cares"
                    OR (
                      "t8"."adult" AND "t8"."at_home"
                    )
                ) AS "t27"
              )
          ) AS "t30"
          UNION ALL
          SELECT
            "t14"."happened_from" AS "happened_from",
            "t14"."happened_to" AS "happened_to",
            "t14"."entry_id" AS "entry_id",
            "t14"."child_id" AS "child_id"
          FROM (
            SELECT
              "t4"."happened_from" AS "happened_from",
              "t4"."happened_to" AS "happened_to",
              "t4"."entry_id" AS "entry_id",
              "t4"."child_id" AS "child_id"
            FROM "statement" AS "t4"
            WHERE
              "t4"."by_id" IS NULL
          ) AS "t14"
        ) AS "t31"
      ) AS "t34"
      UNION ALL
      SELECT
        "t16"."child_id" AS "child_id",
        "t16"."entry_id" AS "entry_id",
        "t16"."happened_from" AS "happened_from",
        "t16"."happened_to" AS "happened_to"
      FROM (
        SELECT
          "t3"."child_id" AS "child_id",
          "t3"."entry_id" AS "entry_id",
          "t3"."happened_from" AS "happened_from",
          "t3"."happened_to" AS "happened_to"
        FROM "injury" AS "t3"
        WHERE
          NOT (
            COALESCE("t3"."medical_cause", FALSE)
          )
          AND COALESCE("t3"."explanation_fits", '') <> 'yes'
      ) AS "t16"
    ) AS "t37"
  ) AS "t39"
), "near" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id"
  FROM "concerns" AS "t2"
  WHERE
    EXISTS(
      SELECT
        1 AS "1"
      FROM "fallen" AS "t3"
      WHERE
        "t2"."child_id" = "t3"."child_id"
        AND "t2"."happened_from" >= (
          "t3"."weighed_day" - :weight_faltering_with_concern__near
        )
        AND "t2"."happened_to" <= (
          "t3"."weighed_day" + :weight_faltering_with_concern__near
        )
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  WITH "t5" AS (
    SELECT
      "t3"."child_id" AS "child_id",
      "t3"."entry_id" AS "entry_id",
      "t3"."from_entry_id" AS "from_entry_id"
    FROM "fallen" AS "t3"
    WHERE
      "t3"."child_id" IN (
        SELECT
          "t2"."child_id"
        FROM "near" AS "t2"
      )
  )
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    "t4"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'concern' AS "because"
    FROM "near" AS "t0"
  ) AS "t4"
  UNION ALL
  SELECT
    "t9"."child_id" AS "child_id",
    "t9"."entry_id" AS "entry_id",
    "t9"."because" AS "because"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."entry_id" AS "entry_id",
      "t7"."because" AS "because"
    FROM (
      SELECT
        "t6"."child_id" AS "child_id",
        "t6"."entry_id" AS "entry_id",
        'weight_now' AS "because"
      FROM "t5" AS "t6"
    ) AS "t7"
    UNION ALL
    SELECT
      "t8"."child_id" AS "child_id",
      "t8"."entry_id" AS "entry_id",
      "t8"."because" AS "because"
    FROM (
      SELECT
        "t6"."child_id" AS "child_id",
        "t6"."from_entry_id" AS "entry_id",
        'weight_before' AS "because"
      FROM "t5" AS "t6"
    ) AS "t8"
  ) AS "t9"
) AS "found"
