WITH "unborn" AS (
  SELECT
    "t0"."child_id",
    "t0"."due_day" - 280 AS "begun"
  FROM "baby" AS "t0"
  WHERE
    "t0"."born_day" IS NULL AND "t0"."due_day" IS NOT NULL
), "referred" AS (
  SELECT
    "t4"."child_id",
    "t4"."entry_id",
    "t2"."begun",
    COALESCE("t4"."happened_to", "t4"."recorded_day") AS "asked"
  FROM (
    SELECT
      *
    FROM "referral" AS "t0"
    WHERE
      "t0"."to_sector" = 'social_care' AND "t0"."outcome" IN ('open', 'accepted')
  ) AS "t4"
  INNER JOIN "unborn" AS "t2"
    ON "t4"."child_id" = "t2"."child_id"
), "work" AS (
  SELECT
    *
  FROM "assessment" AS "t0"
  WHERE
    "t0"."type" IN ('pre_birth', 'child_and_family', 'section_47')
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t20"."child_id",
      "t20"."entry_id",
      "t20"."because"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t14"."child_id",
          "t14"."entry_id",
          'referred' AS "because"
        FROM (
          SELECT
            "t6"."child_id",
            "t6"."entry_id",
            "t6"."begun",
            "t6"."asked"
          FROM "referred" AS "t6"
          WHERE
            NOT EXISTS(
              SELECT
                1
              FROM "work" AS "t7"
              WHERE
                "t6"."child_id" = "t7"."child_id"
            )
        ) AS "t14"
        WHERE
          %(today)s > (
            "t14"."begun" + %(pre_birth_late__start_by)s
          )
          AND "t14"."asked" <= %(pre_birth_late__after_referral)s
      ) AS "t16"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t17"."child_id",
          "t17"."entry_id",
          'unfinished' AS "because"
        FROM (
          SELECT
            "t15"."about_id",
            "t15"."agency",
            "t15"."sector",
            "t15"."happened_from",
            "t15"."happened_to",
            "t15"."recorded_day",
            "t15"."known_from",
            "t15"."known_until",
            "t15"."sensitivity",
            "t15"."entry_id",
            "t15"."root_id",
            "t15"."type",
            "t15"."started_day",
            "t15"."completed_day",
            "t15"."baby_factors",
            "t15"."child_id",
            "t8"."begun",
            "t11"."child_id" AS "child_id_right",
            "t11"."asked"
          FROM (
            SELECT
              *
            FROM "work" AS "t3"
            WHERE
              "t3"."type" = 'pre_birth'
              AND (
                (
                  "t3"."completed_day" IS NULL
                )
                OR (
                  "t3"."completed_day" > %(today)s
                )
              )
          ) AS "t15"
          INNER JOIN "unborn" AS "t8"
            ON "t15"."child_id" = "t8"."child_id"
          LEFT OUTER JOIN (
            SELECT
              "t2"."child_id",
              MIN("t2"."asked") AS "asked"
            FROM "referred" AS "t2"
            GROUP BY
              1
          ) AS "t11"
            ON "t15"."child_id" = "t11"."child_id"
        ) AS "t17"
        WHERE
          %(today)s > (
            "t17"."begun" + %(pre_birth_late__complete_by)s
          )
          AND %(today)s > (
            COALESCE(
              COALESCE("t17"."asked", "t17"."started_day"),
              COALESCE("t17"."happened_to", "t17"."recorded_day")
            ) + (
              %(pre_birth_late__complete_by)s - %(pre_birth_late__start_by)s
            )
          )
      ) AS "t18"
    ) AS "t20"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t5"
        WHERE
          "t20"."child_id" = "t5"."child_id"
      )
  ) AS "t21"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('referral', 'assessment')
      ) AS "t9"
    ) > 0
) AS found
