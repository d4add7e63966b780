WITH "low" AS (
  SELECT
    "t5"."about_id" AS "about_id",
    "t5"."happened_to" AS "happened_to",
    "t5"."recorded_day" AS "recorded_day",
    "t5"."entry_id" AS "entry_id",
    "t5"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."about_id" AS "about_id",
      "t0"."happened_to" AS "happened_to",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."entry_id" AS "entry_id",
      "t0"."child_id" AS "child_id"
    FROM "around_observation" AS "t0"
    WHERE
      "t0"."is_parent"
      AND NOT (
        COALESCE("t0"."past", FALSE)
      )
      AND (
        (
          (
            "t0"."code" = 'perinatal_low_mood'
          ) AND "t0"."level" IN ('moderate', 'high')
        )
        OR (
          (
            "t0"."code" = 'mental_ill_health'
          )
          AND (
            COALESCE("t0"."level", 'moderate') <> 'low'
          )
        )
      )
  ) AS "t5"
  WHERE
    EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."due_day" - 280 AS "begun"
        FROM "baby" AS "t1"
        WHERE
          (
            "t1"."born_day" IS NULL
          )
          OR (
            :today <= (
              "t1"."born_day" + :perinatal_offer_missing__until
            )
          )
      ) AS "t4"
      WHERE
        "t5"."child_id" = "t4"."child_id"
        AND (
          (
            "t4"."begun" IS NULL
          )
          OR (
            COALESCE("t5"."happened_to", "t5"."recorded_day") >= "t4"."begun"
          )
        )
    )
), "offers" AS (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."about_id" AS "parent_id"
  FROM (
    SELECT
      "t5"."about_id" AS "about_id",
      "t5"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."about_id" AS "about_id",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."child_id" AS "child_id"
      FROM "offer" AS "t0"
      WHERE
        "t0"."offer" IN ('perinatal_mental_health', 'talking_therapy')
        AND COALESCE("t0"."outcome", 'waiting') <> 'not_offered'
    ) AS "t5"
    WHERE
      EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."due_day" - 280 AS "begun"
          FROM "baby" AS "t1"
        ) AS "t4"
        WHERE
          "t5"."child_id" = "t4"."child_id"
          AND (
            (
              "t4"."begun" IS NULL
            )
            OR (
              COALESCE("t5"."happened_to", "t5"."recorded_day") >= "t4"."begun"
            )
          )
      )
  ) AS "t6"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'low' AS "because"
  FROM (
    SELECT
      "t4"."entry_id" AS "entry_id",
      "t4"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."about_id" AS "about_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."child_id" AS "child_id"
      FROM "low" AS "t0"
      WHERE
        (
          COALESCE("t0"."happened_to", "t0"."recorded_day") + :perinatal_offer_missing__offer_within
        ) <= :today
    ) AS "t4"
    WHERE
      NOT ("t4"."child_id", "t4"."about_id") IN (
        SELECT
          "t2"."child_id",
          "t2"."parent_id"
        FROM "offers" AS "t2"
      )
  ) AS "t5"
) AS "found"
