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
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 0.4 THEN "t1"."weight_centile" ELSE 0.4 END < 2.275
                THEN CASE WHEN "t1"."weight_centile" > 0.4 THEN "t1"."weight_centile" ELSE 0.4 END
                ELSE 2.275
              END - 0.4
            ) * 0.35573333333333335
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 2.275 THEN "t1"."weight_centile" ELSE 2.275 END < 9.12
                THEN CASE WHEN "t1"."weight_centile" > 2.275 THEN "t1"."weight_centile" ELSE 2.275 END
                ELSE 9.12
              END - 2.275
            ) * 0.09744338933528125
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 9.12 THEN "t1"."weight_centile" ELSE 9.12 END < 25.25
                THEN CASE WHEN "t1"."weight_centile" > 9.12 THEN "t1"."weight_centile" ELSE 9.12 END
                ELSE 25.25
              END - 9.12
            ) * 0.041351518908865466
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 25.25 THEN "t1"."weight_centile" ELSE 25.25 END < 50.0
                THEN CASE WHEN "t1"."weight_centile" > 25.25 THEN "t1"."weight_centile" ELSE 25.25 END
                ELSE 50.0
              END - 25.25
            ) * 0.026949494949494952
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 50.0 THEN "t1"."weight_centile" ELSE 50.0 END < 74.75
                THEN CASE WHEN "t1"."weight_centile" > 50.0 THEN "t1"."weight_centile" ELSE 50.0 END
                ELSE 74.75
              END - 50.0
            ) * 0.026949494949494952
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 74.75 THEN "t1"."weight_centile" ELSE 74.75 END < 90.88
                THEN CASE WHEN "t1"."weight_centile" > 74.75 THEN "t1"."weight_centile" ELSE 74.75 END
                ELSE 90.88
              END - 74.75
            ) * 0.04135151890886548
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 90.88 THEN "t1"."weight_centile" ELSE 90.88 END < 97.725
                THEN CASE WHEN "t1"."weight_centile" > 90.88 THEN "t1"."weight_centile" ELSE 90.88 END
                ELSE 97.725
              END - 90.88
            ) * 0.09744338933528125
          ) + (
            (
              CASE
                WHEN CASE WHEN "t1"."weight_centile" > 97.725 THEN "t1"."weight_centile" ELSE 97.725 END < 99.6
                THEN CASE WHEN "t1"."weight_centile" > 97.725 THEN "t1"."weight_centile" ELSE 97.725 END
                ELSE 99.6
              END - 97.725
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
          ORDER BY "t1"."weighed_day" ASC, "t1"."entry_id" ASC
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
            "t0"."born_day" + $weight_faltering_with_concern__at_birth
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
    "t0"."sds" AS "sds",
    "t0"."born_day" AS "born_day",
    "t0"."due_day" AS "due_day",
    "t0"."gestation_days" AS "gestation_days"
  FROM "weighed" AS "t0"
  WHERE
    "t0"."weighed_day" > (
      CASE
        WHEN COALESCE("t0"."gestation_days" < $weight_faltering_with_concern__early, FALSE)
        AND (
          "t0"."due_day" > "t0"."born_day"
        )
        THEN "t0"."due_day"
        ELSE "t0"."born_day"
      END + $weight_faltering_with_concern__first
    )
), "newest" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id",
    "t2"."weighed_day" AS "weighed_day",
    "t2"."sds" AS "sds",
    "t2"."born_day" AS "born_day",
    "t2"."due_day" AS "due_day",
    "t2"."gestation_days" AS "gestation_days"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "entry_id",
      "t1"."weighed_day" AS "weighed_day",
      "t1"."sds" AS "sds",
      "t1"."born_day" AS "born_day",
      "t1"."due_day" AS "due_day",
      "t1"."gestation_days" AS "gestation_days"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."weighed_day" AS "weighed_day",
        "t0"."sds" AS "sds",
        "t0"."born_day" AS "born_day",
        "t0"."due_day" AS "due_day",
        "t0"."gestation_days" AS "gestation_days",
        ROW_NUMBER() OVER (
          PARTITION BY "t0"."child_id"
          ORDER BY "t0"."weighed_day" DESC, "t0"."sds" ASC, "t0"."entry_id" ASC
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
          ORDER BY "t5"."sds" DESC, "t5"."weighed_day" ASC, "t5"."entry_id" ASC
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
        SEMI JOIN "newest" AS "t2"
          ON "t4"."child_id" = "t2"."child_id" AND "t4"."weighed_day" < "t2"."weighed_day"
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
          ORDER BY "t8"."sds" DESC, "t8"."weighed_day" ASC, "t8"."entry_id" ASC
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
                  "t2"."gestation_days" >= $weight_faltering_with_concern__very_early
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
        SEMI JOIN "newest" AS "t3"
          ON "t7"."child_id" = "t3"."child_id" AND "t7"."weighed_day" < "t3"."weighed_day"
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
    "t21"."sds" AS "sds",
    "t21"."born_day" AS "born_day",
    "t21"."due_day" AS "due_day",
    "t21"."gestation_days" AS "gestation_days",
    "t21"."from_sds" AS "from_sds",
    "t21"."from_entry_id" AS "from_entry_id",
    "t21"."top_sds" AS "top_sds",
    "t21"."birth_sds" AS "birth_sds"
  FROM (
    SELECT
      "t17"."child_id" AS "child_id",
      "t17"."entry_id" AS "entry_id",
      "t17"."weighed_day" AS "weighed_day",
      "t17"."sds" AS "sds",
      "t17"."born_day" AS "born_day",
      "t17"."due_day" AS "due_day",
      "t17"."gestation_days" AS "gestation_days",
      "t17"."from_sds" AS "from_sds",
      "t17"."from_entry_id" AS "from_entry_id",
      "t17"."top_sds" AS "top_sds",
      "t17"."birth_sds" AS "birth_sds"
    FROM (
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."entry_id" AS "entry_id",
        "t7"."weighed_day" AS "weighed_day",
        "t7"."sds" AS "sds",
        "t7"."born_day" AS "born_day",
        "t7"."due_day" AS "due_day",
        "t7"."gestation_days" AS "gestation_days",
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
          ) >= CASE
            WHEN COALESCE("t17"."birth_sds" < (
              0 - $weight_faltering_with_concern__ninth
            ), FALSE)
            THEN $weight_faltering_with_concern__one_space
            ELSE CASE
              WHEN COALESCE("t17"."birth_sds" > $weight_faltering_with_concern__ninth, FALSE)
              THEN $weight_faltering_with_concern__three_spaces
              ELSE $weight_faltering_with_concern__two_spaces
            END
          END
        )
        OR (
          "t17"."sds" < (
            0 - $weight_faltering_with_concern__second
          )
        )
      )
  ) AS "t21"
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
      "t0"."code" AS "code",
      "t0"."level" AS "level",
      "t0"."explored" AS "explored",
      "t0"."past" AS "past",
      "t0"."status" AS "status",
      "t0"."child_id" AS "child_id"
    FROM "observation" AS "t0"
    WHERE
      "t0"."code" IN ('disability', 'chronic_condition', 'complex_needs')
      AND NOT (
        COALESCE("t0"."past", FALSE)
      )
  ) AS "t16"
    ON "t21"."child_id" = "t16"."child_id"
  ANTI JOIN (
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
    ON "t21"."child_id" = "t19"."child_id"
    AND "t19"."helped_day" >= (
      "t21"."weighed_day" - $weight_faltering_with_concern__near
    )
), "carried_told" AS (
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
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."status" AS "status",
    "t0"."child_id" AS "child_id",
    "t0"."person_id" AS "person_id",
    "t0"."relation" AS "relation",
    "t0"."identity" AS "identity",
    "t0"."is_parent" AS "is_parent",
    "t0"."is_sibling" AS "is_sibling",
    "t0"."is_partner" AS "is_partner",
    "t0"."adult" AS "adult",
    "t0"."lives_here" AS "lives_here",
    "t0"."stays_often" AS "stays_often",
    "t0"."cares" AS "cares",
    "t0"."at_home" AS "at_home",
    "t0"."home_entry_id" AS "home_entry_id",
    "t0"."home_day" AS "home_day",
    "t0"."home_reason_known" AS "home_reason_known",
    "t0"."since_entry_id" AS "since_entry_id",
    "t0"."since_day" AS "since_day",
    "t0"."person_sex" AS "person_sex",
    "t0"."person_born_from" AS "person_born_from",
    "t0"."person_born_to" AS "person_born_to"
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
                    "t5"."happened_to" + $weight_faltering_with_concern__made_up_within
                  ) >= $today
                )
              )
          ) AS "t28"
          ANTI JOIN (
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
            ON "t28"."child_id" = "t26"."child_id"
            AND "t28"."service" = "t26"."service"
            AND "t26"."happened_to" >= "t28"."happened_from"
            AND "t26"."happened_from" <= (
              "t28"."happened_to" + $weight_faltering_with_concern__made_up_within
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
          ANTI JOIN (
            SELECT
              "t11"."about_id" AS "about_id",
              "t11"."agency" AS "agency",
              "t11"."sector" AS "sector",
              "t11"."happened_from" AS "happened_from",
              "t11"."happened_to" AS "happened_to",
              "t11"."recorded_day" AS "recorded_day",
              "t11"."known_from" AS "known_from",
              "t11"."known_until" AS "known_until",
              "t11"."sensitivity" AS "sensitivity",
              "t11"."entry_id" AS "entry_id",
              "t11"."root_id" AS "root_id",
              "t11"."code" AS "code",
              "t11"."level" AS "level",
              "t11"."explored" AS "explored",
              "t11"."past" AS "past",
              "t11"."status" AS "status",
              "t11"."child_id" AS "child_id",
              "t11"."person_id" AS "person_id",
              "t11"."relation" AS "relation",
              "t11"."identity" AS "identity",
              "t11"."is_parent" AS "is_parent",
              "t11"."is_sibling" AS "is_sibling",
              "t11"."is_partner" AS "is_partner",
              "t11"."adult" AS "adult",
              "t11"."lives_here" AS "lives_here",
              "t11"."stays_often" AS "stays_often",
              "t11"."cares" AS "cares",
              "t11"."at_home" AS "at_home",
              "t11"."home_entry_id" AS "home_entry_id",
              "t11"."home_day" AS "home_day",
              "t11"."home_reason_known" AS "home_reason_known",
              "t11"."since_entry_id" AS "since_entry_id",
              "t11"."since_day" AS "since_day",
              "t11"."person_sex" AS "person_sex",
              "t11"."person_born_from" AS "person_born_from",
              "t11"."person_born_to" AS "person_born_to"
            FROM "carried_told" AS "t11"
            WHERE
              COALESCE("t11"."past", FALSE)
          ) AS "t22"
            ON "t21"."child_id" = "t22"."child_id"
            AND "t21"."about_id" = "t22"."about_id"
            AND "t21"."code" = "t22"."code"
            AND "t22"."recorded_day" >= "t21"."recorded_day"
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
            SEMI JOIN (
              SELECT
                "t8"."child_id" AS "child_id",
                "t8"."person_id" AS "person_id",
                "t8"."relation" AS "relation",
                "t8"."identity" AS "identity",
                "t8"."is_parent" AS "is_parent",
                "t8"."is_sibling" AS "is_sibling",
                "t8"."is_partner" AS "is_partner",
                "t8"."adult" AS "adult",
                "t8"."lives_here" AS "lives_here",
                "t8"."stays_often" AS "stays_often",
                "t8"."cares" AS "cares",
                "t8"."at_home" AS "at_home",
                "t8"."home_entry_id" AS "home_entry_id",
                "t8"."home_day" AS "home_day",
                "t8"."home_reason_known" AS "home_reason_known",
                "t8"."since_entry_id" AS "since_entry_id",
                "t8"."since_day" AS "since_day",
                "t8"."person_sex" AS "person_sex",
                "t8"."person_born_from" AS "person_born_from",
                "t8"."person_born_to" AS "person_born_to"
              FROM "network" AS "t8"
              WHERE
                "t8"."is_parent"
                OR "t8"."is_partner"
                OR "t8"."cares"
                OR (
                  "t8"."adult" AND "t8"."at_home"
                )
            ) AS "t27"
              ON "t9"."child_id" = "t27"."child_id" AND "t9"."by_id" = "t27"."person_id"
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
    "t2"."entry_id" AS "entry_id",
    "t2"."happened_from" AS "happened_from",
    "t2"."happened_to" AS "happened_to"
  FROM "concerns" AS "t2"
  SEMI JOIN "fallen" AS "t3"
    ON "t2"."child_id" = "t3"."child_id"
    AND "t2"."happened_from" >= (
      "t3"."weighed_day" - $weight_faltering_with_concern__near
    )
    AND "t2"."happened_to" <= (
      "t3"."weighed_day" + $weight_faltering_with_concern__near
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
    SEMI JOIN "near" AS "t2"
      ON "t3"."child_id" = "t2"."child_id"
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
