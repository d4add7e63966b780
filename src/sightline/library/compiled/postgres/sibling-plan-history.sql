WITH "known" AS (
  SELECT
    "t9"."about_id",
    "t9"."agency",
    "t9"."sector",
    "t9"."happened_from",
    "t9"."happened_to",
    "t9"."recorded_day",
    "t9"."known_from",
    "t9"."known_until",
    "t9"."sensitivity",
    "t9"."entry_id",
    "t9"."root_id",
    "t9"."type",
    "t9"."start_day",
    "t9"."end_day",
    "t9"."need_code",
    "t9"."child_id",
    "t9"."person_id",
    "t9"."relation",
    "t9"."identity",
    "t9"."is_parent",
    "t9"."is_sibling",
    "t9"."is_partner",
    "t9"."adult",
    "t9"."lives_here",
    "t9"."stays_often",
    "t9"."cares",
    "t9"."at_home",
    "t9"."home_entry_id",
    "t9"."home_day",
    "t9"."home_reason_known",
    "t9"."since_entry_id",
    "t9"."since_day",
    "t9"."person_sex",
    "t9"."person_born_from",
    "t9"."person_born_to",
    "t9"."told_day"
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
        "t6"."type",
        "t6"."start_day",
        "t6"."end_day",
        "t6"."need_code",
        "t6"."child_id",
        "t6"."person_id",
        "t6"."relation",
        "t6"."identity",
        "t6"."is_parent",
        "t6"."is_sibling",
        "t6"."is_partner",
        "t6"."adult",
        "t6"."lives_here",
        "t6"."stays_often",
        "t6"."cares",
        "t6"."at_home",
        "t6"."home_entry_id",
        "t6"."home_day",
        "t6"."home_reason_known",
        "t6"."since_entry_id",
        "t6"."since_day",
        "t6"."person_sex",
        "t6"."person_born_from",
        "t6"."person_born_to",
        "t6"."told_day"
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
          "t1"."type",
          "t1"."start_day",
          "t1"."end_day",
          "t1"."need_code",
          "t1"."child_id",
          "t1"."person_id",
          "t1"."relation",
          "t1"."identity",
          "t1"."is_parent",
          "t1"."is_sibling",
          "t1"."is_partner",
          "t1"."adult",
          "t1"."lives_here",
          "t1"."stays_often",
          "t1"."cares",
          "t1"."at_home",
          "t1"."home_entry_id",
          "t1"."home_day",
          "t1"."home_reason_known",
          "t1"."since_entry_id",
          "t1"."since_day",
          "t1"."person_sex",
          "t1"."person_born_from",
          "t1"."person_born_to",
          CASE
            WHEN "t1"."entry_id" = "t1"."root_id"
            THEN "t1"."recorded_day"
            ELSE COALESCE("t1"."happened_to", "t1"."recorded_day")
          END AS "told_day"
        FROM "around_plan" AS "t1"
        WHERE
          "t1"."is_sibling"
          AND "t1"."type" IN ('child_protection', 'child_in_need', 'looked_after')
          AND NOT (
            (
              COALESCE("t1"."need_code", '') = 'N2'
            )
            AND (
              "t1"."type" <> 'child_protection'
            )
          )
      ) AS "t6"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM "baby" AS "t2"
          WHERE
            "t6"."child_id" = "t2"."child_id"
            AND "t6"."person_born_from" >= COALESCE("t2"."born_day", "t2"."due_day")
        )
    ) AS "t7"
    WHERE
      (
        "t7"."told_day" + %(sibling_plan_history__after)s
      ) <= %(today)s
      AND (
        "t7"."since_day" + %(sibling_plan_history__after)s
      ) <= %(today)s
  ) AS "t9"
  WHERE
    EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "baby" AS "t0"
        WHERE
          (
            "t0"."born_day" + %(sibling_plan_history__after)s
          ) <= %(today)s
      ) AS "t4"
      WHERE
        "t9"."child_id" = "t4"."child_id"
    )
)
SELECT * FROM (
  SELECT
    "t11"."child_id",
    "t11"."entry_id",
    CASE
      WHEN "t11"."relation" = 'half_sibling'
      THEN 'half_sibling_plan'
      ELSE 'sibling_plan'
    END AS "because"
  FROM (
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
      "t3"."type",
      "t3"."start_day",
      "t3"."end_day",
      "t3"."need_code",
      "t3"."child_id",
      "t3"."person_id",
      "t3"."relation",
      "t3"."identity",
      "t3"."is_parent",
      "t3"."is_sibling",
      "t3"."is_partner",
      "t3"."adult",
      "t3"."lives_here",
      "t3"."stays_often",
      "t3"."cares",
      "t3"."at_home",
      "t3"."home_entry_id",
      "t3"."home_day",
      "t3"."home_reason_known",
      "t3"."since_entry_id",
      "t3"."since_day",
      "t3"."person_sex",
      "t3"."person_born_from",
      "t3"."person_born_to",
      "t3"."told_day"
    FROM "known" AS "t3"
    WHERE
      NOT EXISTS(
        SELECT
          1
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
            "t1"."type",
            "t1"."started_day",
            "t1"."completed_day",
            "t1"."baby_factors",
            "t1"."child_id",
            COALESCE(
              "t1"."completed_day",
              CASE
                WHEN "t1"."started_day" IS NULL
                THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
                ELSE NULL
              END
            ) AS "finished_day"
          FROM "assessment" AS "t1"
          WHERE
            COALESCE(
              "t1"."completed_day",
              CASE
                WHEN "t1"."started_day" IS NULL
                THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
                ELSE NULL
              END
            ) <= %(today)s
            AND "t1"."baby_factors"
        ) AS "t7"
        WHERE
          "t3"."child_id" = "t7"."child_id" AND "t7"."finished_day" >= "t3"."told_day"
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."about_id" AS "person_id",
            "t8"."finished_day"
          FROM "considered" AS "t4"
          INNER JOIN (
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
              "t1"."type",
              "t1"."started_day",
              "t1"."completed_day",
              "t1"."baby_factors",
              "t1"."child_id",
              COALESCE(
                "t1"."completed_day",
                CASE
                  WHEN "t1"."started_day" IS NULL
                  THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
                  ELSE NULL
                END
              ) AS "finished_day"
            FROM "assessment" AS "t1"
            WHERE
              COALESCE(
                "t1"."completed_day",
                CASE
                  WHEN "t1"."started_day" IS NULL
                  THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
                  ELSE NULL
                END
              ) <= %(today)s
          ) AS "t8"
            ON "t4"."child_id" = "t8"."child_id" AND "t4"."entry_id" = "t8"."entry_id"
        ) AS "t10"
        WHERE
          "t3"."child_id" = "t10"."child_id"
          AND "t3"."about_id" = "t10"."person_id"
          AND "t10"."finished_day" >= "t3"."told_day"
      )
  ) AS "t11"
) AS found
