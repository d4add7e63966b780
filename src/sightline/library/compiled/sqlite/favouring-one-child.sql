WITH "seen_told" AS (
  SELECT
    *
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('favours_a_child')
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
), "noted_told" AS (
  WITH "t18" AS (
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
      "t5"."code",
      "t5"."level",
      "t5"."explored",
      "t5"."past",
      "t5"."status",
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
    FROM "seen_told" AS "t5"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t7"."child_id",
            "t7"."about_id" AS "person_id",
            "t15"."finished_day"
          FROM "considered" AS "t7"
          INNER JOIN (
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
              "t4"."type",
              "t4"."started_day",
              "t4"."completed_day",
              "t4"."baby_factors",
              "t4"."child_id",
              COALESCE(
                "t4"."completed_day",
                IIF("t4"."started_day" IS NULL, COALESCE("t4"."happened_to", "t4"."recorded_day"), NULL)
              ) AS "finished_day"
            FROM "assessment" AS "t4"
            WHERE
              COALESCE(
                "t4"."completed_day",
                IIF("t4"."started_day" IS NULL, COALESCE("t4"."happened_to", "t4"."recorded_day"), NULL)
              ) <= :today
          ) AS "t15"
            ON "t7"."child_id" = "t15"."child_id" AND "t7"."entry_id" = "t15"."entry_id"
        ) AS "t17"
        WHERE
          "t5"."child_id" = "t17"."child_id"
          AND "t5"."about_id" = "t17"."person_id"
          AND "t17"."finished_day" >= "t5"."recorded_day"
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM "seen_told" AS "t6"
          WHERE
            COALESCE("t6"."explored", FALSE)
        ) AS "t12"
        WHERE
          "t5"."child_id" = "t12"."child_id"
          AND "t5"."about_id" = "t12"."about_id"
          AND "t5"."code" = "t12"."code"
          AND (
            (
              "t12"."recorded_day" >= "t5"."recorded_day"
            )
            OR (
              COALESCE(
                IIF(
                  "t5"."level" = 'low',
                  1,
                  IIF("t5"."level" = 'moderate', 2, IIF("t5"."level" = 'high', 3, 0))
                ),
                0
              ) <= IIF(
                COALESCE("t12"."past", FALSE),
                1,
                COALESCE(
                  IIF(
                    "t12"."level" = 'low',
                    1,
                    IIF("t12"."level" = 'moderate', 2, IIF("t12"."level" = 'high', 3, 1))
                  ),
                  1
                )
              )
            )
          )
      )
  )
  SELECT
    *
  FROM (
    SELECT
      *
    FROM "t18" AS "t19"
    WHERE
      NOT (
        COALESCE("t19"."past", FALSE)
      )
      AND "t19"."recorded_day" >= (
        :today - :favouring_one_child__look_back
      )
      AND COALESCE("t19"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t20"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t22"."about_id",
      "t22"."agency",
      "t22"."sector",
      "t22"."happened_from",
      "t22"."happened_to",
      "t22"."recorded_day",
      "t22"."known_from",
      "t22"."known_until",
      "t22"."sensitivity",
      "t22"."entry_id",
      "t22"."root_id",
      "t22"."code",
      "t22"."level",
      "t22"."explored",
      "t22"."past",
      "t22"."status",
      "t22"."child_id",
      "t22"."person_id",
      "t22"."relation",
      "t22"."identity",
      "t22"."is_parent",
      "t22"."is_sibling",
      "t22"."is_partner",
      "t22"."adult",
      "t22"."lives_here",
      "t22"."stays_often",
      "t22"."cares",
      "t22"."at_home",
      "t22"."home_entry_id",
      "t22"."home_day",
      "t22"."home_reason_known",
      "t22"."since_entry_id",
      "t22"."since_day",
      "t22"."person_sex",
      "t22"."person_born_from",
      "t22"."person_born_to"
    FROM (
      SELECT
        *
      FROM "t18" AS "t19"
      WHERE
        NOT (
          COALESCE("t19"."past", FALSE)
        )
        AND "t19"."recorded_day" >= (
          :today - :favouring_one_child__look_back
        )
        AND NOT (
          COALESCE("t19"."level", 'unstated') IN ('moderate', 'high')
        )
    ) AS "t22"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."child_id"
            FROM "observation" AS "t1"
            WHERE
              "t1"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t8"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t2"."child_id"
            FROM "around_observation" AS "t2"
            WHERE
              "t2"."is_sibling"
              AND "t2"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t9"
        ) AS "t13"
        WHERE
          "t22"."child_id" = "t13"."child_id"
      )
  ) AS "t23"
), "noted" AS (
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
    "t1"."code",
    "t1"."level",
    "t1"."explored",
    "t1"."past",
    "t1"."status",
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
    "t1"."person_born_to"
  FROM "noted_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "noted_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."about_id" = "t2"."about_id"
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
    )
)
SELECT * FROM (
  SELECT
    "t5"."child_id",
    "t5"."entry_id",
    'noted' AS "because"
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
      "t1"."code",
      "t1"."level",
      "t1"."explored",
      "t1"."past",
      "t1"."status",
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
      "t1"."person_born_to"
    FROM "noted" AS "t1"
    WHERE
      EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."child_id",
              "t0"."about_id",
              COUNT(*) AS "n",
              COUNT(DISTINCT "t0"."agency") AS "by"
            FROM "noted" AS "t0"
            GROUP BY
              1,
              2
          ) AS "t2"
          WHERE
            "t2"."n" >= :favouring_one_child__times AND "t2"."by" >= :favouring_one_child__people
        ) AS "t4"
        WHERE
          "t1"."child_id" = "t4"."child_id" AND "t1"."about_id" = "t4"."about_id"
      )
  ) AS "t5"
) AS found
