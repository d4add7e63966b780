WITH "unborn" AS (
  SELECT
    "t0"."child_id" AS "child_id",
    "t0"."due_day" - 280 AS "begun"
  FROM "baby" AS "t0"
  WHERE
    "t0"."born_day" IS NULL AND NOT "t0"."due_day" IS NULL
), "referred" AS (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    "t2"."begun" AS "begun",
    COALESCE("t4"."happened_to", "t4"."recorded_day") AS "asked"
  FROM (
    SELECT
      "t0"."happened_to" AS "happened_to",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."entry_id" AS "entry_id",
      "t0"."child_id" AS "child_id"
    FROM "referral" AS "t0"
    WHERE
      "t0"."to_sector" = 'social_care' AND "t0"."outcome" IN ('open', 'accepted')
  ) AS "t4"
  INNER JOIN "unborn" AS "t2"
    ON "t4"."child_id" = "t2"."child_id"
), "work" AS (
  SELECT
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."entry_id" AS "entry_id",
    "t0"."type" AS "type",
    "t0"."started_day" AS "started_day",
    "t0"."completed_day" AS "completed_day",
    "t0"."child_id" AS "child_id"
  FROM "assessment" AS "t0"
  WHERE
    "t0"."type" IN ('pre_birth', 'child_and_family', 'section_47')
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t11"."child_id" AS "child_id",
    "t11"."entry_id" AS "entry_id",
    "t11"."because" AS "because"
  FROM (
    SELECT
      "t9"."child_id" AS "child_id",
      "t9"."entry_id" AS "entry_id",
      'referred' AS "because"
    FROM (
      SELECT
        "t3"."child_id" AS "child_id",
        "t3"."entry_id" AS "entry_id",
        "t3"."begun" AS "begun",
        "t3"."asked" AS "asked"
      FROM "referred" AS "t3"
      WHERE
        NOT "t3"."child_id" IN (
          SELECT
            "t4"."child_id"
          FROM "work" AS "t4"
        )
    ) AS "t9"
    WHERE
      :today > (
        "t9"."begun" + :pre_birth_late__start_by
      )
      AND "t9"."asked" <= :pre_birth_late__after_referral
  ) AS "t11"
  UNION ALL
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."entry_id" AS "entry_id",
    "t13"."because" AS "because"
  FROM (
    SELECT
      "t12"."child_id" AS "child_id",
      "t12"."entry_id" AS "entry_id",
      'unfinished' AS "because"
    FROM (
      SELECT
        "t10"."happened_to" AS "happened_to",
        "t10"."recorded_day" AS "recorded_day",
        "t10"."entry_id" AS "entry_id",
        "t10"."started_day" AS "started_day",
        "t10"."child_id" AS "child_id",
        "t5"."begun" AS "begun",
        "t7"."asked" AS "asked"
      FROM (
        SELECT
          "t1"."happened_to" AS "happened_to",
          "t1"."recorded_day" AS "recorded_day",
          "t1"."entry_id" AS "entry_id",
          "t1"."started_day" AS "started_day",
          "t1"."child_id" AS "child_id"
        FROM "work" AS "t1"
        WHERE
          "t1"."type" = 'pre_birth'
          AND (
            (
              "t1"."completed_day" IS NULL
            )
            OR (
              "t1"."completed_day" > :today
            )
          )
      ) AS "t10"
      INNER JOIN "unborn" AS "t5"
        ON "t10"."child_id" = "t5"."child_id"
      LEFT OUTER JOIN (
        SELECT
          "t0"."child_id" AS "child_id",
          MIN("t0"."asked") AS "asked"
        FROM "referred" AS "t0"
        GROUP BY
          "t0"."child_id"
      ) AS "t7"
        ON "t10"."child_id" = "t7"."child_id"
    ) AS "t12"
    WHERE
      :today > (
        "t12"."begun" + :pre_birth_late__complete_by
      )
      AND :today > (
        COALESCE(
          COALESCE("t12"."asked", "t12"."started_day"),
          COALESCE("t12"."happened_to", "t12"."recorded_day")
        ) + (
          :pre_birth_late__complete_by - :pre_birth_late__start_by
        )
      )
  ) AS "t13"
) AS "found"
