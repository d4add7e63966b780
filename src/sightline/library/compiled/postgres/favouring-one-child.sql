WITH "seen_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
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
      ) <= %(today)s
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."entry_id" = "t4"."entry_id"
), "noted_told" AS (
  WITH "t13" AS (
    SELECT
      "t4"."about_id" AS "about_id",
      "t4"."agency" AS "agency",
      "t4"."happened_from" AS "happened_from",
      "t4"."happened_to" AS "happened_to",
      "t4"."recorded_day" AS "recorded_day",
      "t4"."known_from" AS "known_from",
      "t4"."entry_id" AS "entry_id",
      "t4"."level" AS "level",
      "t4"."past" AS "past",
      "t4"."child_id" AS "child_id"
    FROM "seen_told" AS "t4"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM "weighed_people" AS "t6"
        WHERE
          "t4"."child_id" = "t6"."child_id"
          AND "t4"."about_id" = "t6"."person_id"
          AND "t6"."finished_day" >= "t4"."recorded_day"
      )
      AND NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t5"."about_id" AS "about_id",
            "t5"."recorded_day" AS "recorded_day",
            "t5"."code" AS "code",
            "t5"."level" AS "level",
            "t5"."past" AS "past",
            "t5"."child_id" AS "child_id"
          FROM "seen_told" AS "t5"
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
  SELECT
    "t15"."about_id" AS "about_id",
    "t15"."agency" AS "agency",
    "t15"."happened_from" AS "happened_from",
    "t15"."happened_to" AS "happened_to",
    "t15"."known_from" AS "known_from",
    "t15"."entry_id" AS "entry_id",
    "t15"."child_id" AS "child_id"
  FROM (
    SELECT
      "t14"."about_id" AS "about_id",
      "t14"."agency" AS "agency",
      "t14"."happened_from" AS "happened_from",
      "t14"."happened_to" AS "happened_to",
      "t14"."known_from" AS "known_from",
      "t14"."entry_id" AS "entry_id",
      "t14"."child_id" AS "child_id"
    FROM "t13" AS "t14"
    WHERE
      NOT (
        COALESCE("t14"."past", FALSE)
      )
      AND "t14"."recorded_day" >= (
        %(today)s - %(favouring_one_child__look_back)s
      )
      AND COALESCE("t14"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t15"
  UNION ALL
  SELECT
    "t18"."about_id" AS "about_id",
    "t18"."agency" AS "agency",
    "t18"."happened_from" AS "happened_from",
    "t18"."happened_to" AS "happened_to",
    "t18"."known_from" AS "known_from",
    "t18"."entry_id" AS "entry_id",
    "t18"."child_id" AS "child_id"
  FROM (
    SELECT
      "t17"."about_id" AS "about_id",
      "t17"."agency" AS "agency",
      "t17"."happened_from" AS "happened_from",
      "t17"."happened_to" AS "happened_to",
      "t17"."known_from" AS "known_from",
      "t17"."entry_id" AS "entry_id",
      "t17"."child_id" AS "child_id"
    FROM (
      SELECT
        "t14"."about_id" AS "about_id",
        "t14"."agency" AS "agency",
        "t14"."happened_from" AS "happened_from",
        "t14"."happened_to" AS "happened_to",
        "t14"."known_from" AS "known_from",
        "t14"."entry_id" AS "entry_id",
        "t14"."child_id" AS "child_id"
      FROM "t13" AS "t14"
      WHERE
        NOT (
          COALESCE("t14"."past", FALSE)
        )
        AND "t14"."recorded_day" >= (
          %(today)s - %(favouring_one_child__look_back)s
        )
        AND NOT (
          COALESCE("t14"."level", 'unstated') IN ('moderate', 'high')
        )
    ) AS "t17"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t7"."child_id" AS "child_id"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id"
            FROM "observation" AS "t2"
            WHERE
              "t2"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t7"
          UNION ALL
          SELECT
            "t8"."child_id" AS "child_id"
          FROM (
            SELECT
              "t3"."child_id" AS "child_id"
            FROM "around_observation" AS "t3"
            WHERE
              "t3"."is_sibling"
              AND "t3"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t8"
        ) AS "t12"
        WHERE
          "t17"."child_id" = "t12"."child_id"
      )
  ) AS "t18"
), "noted" AS (
  SELECT
    "t1"."about_id" AS "about_id",
    "t1"."agency" AS "agency",
    "t1"."entry_id" AS "entry_id",
    "t1"."child_id" AS "child_id"
  FROM "noted_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
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
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'noted' AS "because"
  FROM (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id"
    FROM "noted" AS "t1"
    WHERE
      EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."about_id" AS "about_id"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              "t0"."about_id" AS "about_id",
              COUNT(*) AS "n",
              COUNT(DISTINCT "t0"."agency") AS "by"
            FROM "noted" AS "t0"
            GROUP BY
              "t0"."child_id",
              "t0"."about_id"
          ) AS "t2"
          WHERE
            "t2"."n" >= %(favouring_one_child__times)s AND "t2"."by" >= %(favouring_one_child__people)s
        ) AS "t4"
        WHERE
          "t1"."child_id" = "t4"."child_id" AND "t1"."about_id" = "t4"."about_id"
      )
  ) AS "t5"
) AS "found"
