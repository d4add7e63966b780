WITH "known" AS (
  SELECT
    "t9"."about_id" AS "about_id",
    "t9"."entry_id" AS "entry_id",
    "t9"."child_id" AS "child_id",
    "t9"."relation" AS "relation",
    "t9"."told_day" AS "told_day"
  FROM (
    SELECT
      "t7"."about_id" AS "about_id",
      "t7"."entry_id" AS "entry_id",
      "t7"."child_id" AS "child_id",
      "t7"."relation" AS "relation",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t6"."about_id" AS "about_id",
        "t6"."entry_id" AS "entry_id",
        "t6"."child_id" AS "child_id",
        "t6"."relation" AS "relation",
        "t6"."since_day" AS "since_day",
        "t6"."told_day" AS "told_day"
      FROM (
        SELECT
          "t1"."about_id" AS "about_id",
          "t1"."entry_id" AS "entry_id",
          "t1"."child_id" AS "child_id",
          "t1"."relation" AS "relation",
          "t1"."since_day" AS "since_day",
          "t1"."person_born_from" AS "person_born_from",
          IIF(
            "t1"."entry_id" = "t1"."root_id",
            "t1"."recorded_day",
            COALESCE("t1"."happened_to", "t1"."recorded_day")
          ) AS "told_day"
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
            1 AS "1"
          FROM "baby" AS "t2"
          WHERE
            "t6"."child_id" = "t2"."child_id"
            AND "t6"."person_born_from" >= COALESCE("t2"."born_day", "t2"."due_day")
        )
    ) AS "t7"
    WHERE
      (
        "t7"."told_day" + :sibling_plan_history__after
      ) <= :today
      AND (
        "t7"."since_day" + :sibling_plan_history__after
      ) <= :today
  ) AS "t9"
  WHERE
    "t9"."child_id" IN (
      SELECT
        "t4"."child_id"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id"
        FROM "baby" AS "t0"
        WHERE
          (
            "t0"."born_day" + :sibling_plan_history__after
          ) <= :today
      ) AS "t4"
    )
), "weighed_people" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."about_id" AS "person_id",
    "t4"."finished_day" AS "finished_day"
  FROM "considered" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      COALESCE(
        "t1"."completed_day",
        IIF("t1"."started_day" IS NULL, COALESCE("t1"."happened_to", "t1"."recorded_day"), NULL)
      ) AS "finished_day"
    FROM "assessment" AS "t1"
    WHERE
      COALESCE(
        "t1"."completed_day",
        IIF("t1"."started_day" IS NULL, COALESCE("t1"."happened_to", "t1"."recorded_day"), NULL)
      ) <= :today
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."entry_id" = "t4"."entry_id"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."entry_id" AS "entry_id",
    IIF("t7"."relation" = 'half_sibling', 'half_sibling_plan', 'sibling_plan') AS "because"
  FROM (
    SELECT
      "t3"."entry_id" AS "entry_id",
      "t3"."child_id" AS "child_id",
      "t3"."relation" AS "relation"
    FROM "known" AS "t3"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            COALESCE(
              "t2"."completed_day",
              IIF("t2"."started_day" IS NULL, COALESCE("t2"."happened_to", "t2"."recorded_day"), NULL)
            ) AS "finished_day"
          FROM "assessment" AS "t2"
          WHERE
            COALESCE(
              "t2"."completed_day",
              IIF("t2"."started_day" IS NULL, COALESCE("t2"."happened_to", "t2"."recorded_day"), NULL)
            ) <= :today
            AND "t2"."baby_factors"
        ) AS "t6"
        WHERE
          "t3"."child_id" = "t6"."child_id" AND "t6"."finished_day" >= "t3"."told_day"
      )
      AND NOT EXISTS(
        SELECT
          1 AS "1"
        FROM "weighed_people" AS "t4"
        WHERE
          "t3"."child_id" = "t4"."child_id"
          AND "t3"."about_id" = "t4"."person_id"
          AND "t4"."finished_day" >= "t3"."told_day"
      )
  ) AS "t7"
) AS "found"
