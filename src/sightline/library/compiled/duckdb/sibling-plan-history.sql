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
      ANTI JOIN "baby" AS "t2"
        ON "t6"."child_id" = "t2"."child_id"
        AND "t6"."person_born_from" >= COALESCE("t2"."born_day", "t2"."due_day")
    ) AS "t7"
    WHERE
      (
        "t7"."told_day" + $sibling_plan_history__after
      ) <= $today
      AND (
        "t7"."since_day" + $sibling_plan_history__after
      ) <= $today
  ) AS "t9"
  SEMI JOIN (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      "t0"."partnership" AS "partnership",
      "t0"."born_day" AS "born_day",
      "t0"."age_days" AS "age_days",
      "t0"."due_day" AS "due_day",
      "t0"."gestation_days" AS "gestation_days",
      "t0"."multiple_birth" AS "multiple_birth",
      "t0"."sex" AS "sex",
      "t0"."birth_weight_g" AS "birth_weight_g"
    FROM "baby" AS "t0"
    WHERE
      (
        "t0"."born_day" + $sibling_plan_history__after
      ) <= $today
  ) AS "t4"
    ON "t9"."child_id" = "t4"."child_id"
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
      ) <= $today
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
    CASE
      WHEN "t7"."relation" = 'half_sibling'
      THEN 'half_sibling_plan'
      ELSE 'sibling_plan'
    END AS "because"
  FROM (
    SELECT
      "t3"."entry_id" AS "entry_id",
      "t3"."child_id" AS "child_id",
      "t3"."relation" AS "relation"
    FROM "known" AS "t3"
    ANTI JOIN (
      SELECT
        "t2"."about_id" AS "about_id",
        "t2"."agency" AS "agency",
        "t2"."sector" AS "sector",
        "t2"."happened_from" AS "happened_from",
        "t2"."happened_to" AS "happened_to",
        "t2"."recorded_day" AS "recorded_day",
        "t2"."known_from" AS "known_from",
        "t2"."known_until" AS "known_until",
        "t2"."sensitivity" AS "sensitivity",
        "t2"."entry_id" AS "entry_id",
        "t2"."root_id" AS "root_id",
        "t2"."type" AS "type",
        "t2"."started_day" AS "started_day",
        "t2"."completed_day" AS "completed_day",
        "t2"."baby_factors" AS "baby_factors",
        "t2"."child_id" AS "child_id",
        COALESCE(
          "t2"."completed_day",
          CASE
            WHEN "t2"."started_day" IS NULL
            THEN COALESCE("t2"."happened_to", "t2"."recorded_day")
            ELSE NULL
          END
        ) AS "finished_day"
      FROM "assessment" AS "t2"
      WHERE
        COALESCE(
          "t2"."completed_day",
          CASE
            WHEN "t2"."started_day" IS NULL
            THEN COALESCE("t2"."happened_to", "t2"."recorded_day")
            ELSE NULL
          END
        ) <= $today
        AND "t2"."baby_factors"
    ) AS "t6"
      ON "t3"."child_id" = "t6"."child_id" AND "t6"."finished_day" >= "t3"."told_day"
    ANTI JOIN "weighed_people" AS "t4"
      ON "t3"."child_id" = "t4"."child_id"
      AND "t3"."about_id" = "t4"."person_id"
      AND "t4"."finished_day" >= "t3"."told_day"
  ) AS "t7"
) AS "found"
