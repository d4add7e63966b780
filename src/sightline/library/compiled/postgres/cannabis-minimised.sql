WITH "told" AS (
  SELECT
    *
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('cannabis')
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
), "every_told" AS (
  SELECT
    *
  FROM "told" AS "t0"
  WHERE
    "t0"."at_home" OR "t0"."cares"
), "still_told" AS (
  SELECT
    *
  FROM "told"
), "noted_told" AS (
  SELECT
    *
  FROM (
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
    FROM "every_told" AS "t4"
    WHERE
      (
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t6"."child_id",
              "t6"."about_id" AS "person_id",
              "t15"."finished_day"
            FROM "considered" AS "t6"
            INNER JOIN (
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
                "t3"."started_day",
                "t3"."completed_day",
                "t3"."baby_factors",
                "t3"."child_id",
                COALESCE(
                  "t3"."completed_day",
                  CASE
                    WHEN "t3"."started_day" IS NULL
                    THEN COALESCE("t3"."happened_to", "t3"."recorded_day")
                    ELSE NULL
                  END
                ) AS "finished_day"
              FROM "assessment" AS "t3"
              WHERE
                COALESCE(
                  "t3"."completed_day",
                  CASE
                    WHEN "t3"."started_day" IS NULL
                    THEN COALESCE("t3"."happened_to", "t3"."recorded_day")
                    ELSE NULL
                  END
                ) <= %(today)s
            ) AS "t15"
              ON "t6"."child_id" = "t15"."child_id" AND "t6"."entry_id" = "t15"."entry_id"
          ) AS "t19"
          WHERE
            "t4"."child_id" = "t19"."child_id"
            AND "t4"."about_id" = "t19"."person_id"
            AND "t19"."finished_day" >= "t4"."recorded_day"
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "every_told" AS "t5"
            WHERE
              COALESCE("t5"."explored", FALSE)
          ) AS "t11"
          WHERE
            "t4"."child_id" = "t11"."child_id"
            AND "t4"."about_id" = "t11"."about_id"
            AND "t4"."code" = "t11"."code"
            AND (
              (
                "t11"."recorded_day" >= "t4"."recorded_day"
              )
              OR (
                COALESCE(
                  CASE
                    WHEN "t4"."level" = 'low'
                    THEN 1
                    ELSE CASE
                      WHEN "t4"."level" = 'moderate'
                      THEN 2
                      ELSE CASE WHEN "t4"."level" = 'high' THEN 3 ELSE 0 END
                    END
                  END,
                  0
                ) <= CASE
                  WHEN COALESCE("t11"."past", FALSE)
                  THEN 1
                  ELSE COALESCE(
                    CASE
                      WHEN "t11"."level" = 'low'
                      THEN 1
                      ELSE CASE
                        WHEN "t11"."level" = 'moderate'
                        THEN 2
                        ELSE CASE WHEN "t11"."level" = 'high' THEN 3 ELSE 1 END
                      END
                    END,
                    1
                  )
                END
              )
            )
        )
      )
      AND EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t12"."about_id",
            "t12"."agency",
            "t12"."sector",
            "t12"."happened_from",
            "t12"."happened_to",
            "t12"."recorded_day",
            "t12"."known_from",
            "t12"."known_until",
            "t12"."sensitivity",
            "t12"."entry_id",
            "t12"."root_id",
            "t12"."code",
            "t12"."level",
            "t12"."explored",
            "t12"."past",
            "t12"."status",
            "t12"."child_id",
            "t12"."person_id",
            "t12"."relation",
            "t12"."identity",
            "t12"."is_parent",
            "t12"."is_sibling",
            "t12"."is_partner",
            "t12"."adult",
            "t12"."lives_here",
            "t12"."stays_often",
            "t12"."cares",
            "t12"."at_home",
            "t12"."home_entry_id",
            "t12"."home_day",
            "t12"."home_reason_known",
            "t12"."since_entry_id",
            "t12"."since_day",
            "t12"."person_sex",
            "t12"."person_born_from",
            "t12"."person_born_to"
          FROM (
            SELECT
              *
            FROM "still_told" AS "t2"
            WHERE
              NOT (
                COALESCE("t2"."past", FALSE)
              )
          ) AS "t12"
          WHERE
            NOT EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  *
                FROM "still_told" AS "t7"
                WHERE
                  COALESCE("t7"."past", FALSE)
              ) AS "t13"
              WHERE
                "t12"."child_id" = "t13"."child_id"
                AND "t12"."about_id" = "t13"."about_id"
                AND "t12"."code" = "t13"."code"
                AND "t13"."recorded_day" >= "t12"."recorded_day"
            )
        ) AS "t17"
        WHERE
          "t4"."child_id" = "t17"."child_id" AND "t4"."entry_id" = "t17"."entry_id"
      )
  ) AS "t20"
  WHERE
    (
      "t20"."recorded_day" + %(cannabis_minimised__after)s
    ) <= %(today)s
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
), "asked" AS (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id"
    FROM "noted" AS "t0"
    WHERE
      COALESCE("t0"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t1"."child_id"
    FROM (
      SELECT
        "t0"."child_id",
        COUNT(*) AS "n"
      FROM "noted" AS "t0"
      GROUP BY
        1
    ) AS "t1"
    WHERE
      "t1"."n" >= %(cannabis_minimised__records)s
  ) AS "t3"
)
SELECT * FROM (
  SELECT
    "t4"."child_id",
    "t4"."entry_id",
    'noted' AS "because"
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
      "t2"."code",
      "t2"."level",
      "t2"."explored",
      "t2"."past",
      "t2"."status",
      "t2"."child_id",
      "t2"."person_id",
      "t2"."relation",
      "t2"."identity",
      "t2"."is_parent",
      "t2"."is_sibling",
      "t2"."is_partner",
      "t2"."adult",
      "t2"."lives_here",
      "t2"."stays_often",
      "t2"."cares",
      "t2"."at_home",
      "t2"."home_entry_id",
      "t2"."home_day",
      "t2"."home_reason_known",
      "t2"."since_entry_id",
      "t2"."since_day",
      "t2"."person_sex",
      "t2"."person_born_from",
      "t2"."person_born_to"
    FROM "noted" AS "t2"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "asked" AS "t3"
        WHERE
          "t2"."child_id" = "t3"."child_id"
      )
  ) AS "t4"
) AS found
