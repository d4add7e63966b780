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
), "noted_told" AS (
  WITH "t18" AS (
    SELECT
      "t5"."about_id" AS "about_id",
      "t5"."agency" AS "agency",
      "t5"."happened_from" AS "happened_from",
      "t5"."happened_to" AS "happened_to",
      "t5"."recorded_day" AS "recorded_day",
      "t5"."known_from" AS "known_from",
      "t5"."entry_id" AS "entry_id",
      "t5"."level" AS "level",
      "t5"."past" AS "past",
      "t5"."child_id" AS "child_id"
    FROM "seen_told" AS "t5"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t7"."child_id" AS "child_id",
            "t7"."about_id" AS "person_id",
            "t15"."finished_day" AS "finished_day"
          FROM "considered" AS "t7"
          INNER JOIN (
            SELECT
              "t4"."entry_id" AS "entry_id",
              "t4"."child_id" AS "child_id",
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
          1 AS "1"
        FROM (
          SELECT
            "t6"."about_id" AS "about_id",
            "t6"."recorded_day" AS "recorded_day",
            "t6"."code" AS "code",
            "t6"."level" AS "level",
            "t6"."past" AS "past",
            "t6"."child_id" AS "child_id"
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
    "t20"."about_id" AS "about_id",
    "t20"."agency" AS "agency",
    "t20"."happened_from" AS "happened_from",
    "t20"."happened_to" AS "happened_to",
    "t20"."known_from" AS "known_from",
    "t20"."entry_id" AS "entry_id",
    "t20"."child_id" AS "child_id"
  FROM (
    SELECT
      "t19"."about_id" AS "about_id",
      "t19"."agency" AS "agency",
      "t19"."happened_from" AS "happened_from",
      "t19"."happened_to" AS "happened_to",
      "t19"."known_from" AS "known_from",
      "t19"."entry_id" AS "entry_id",
      "t19"."child_id" AS "child_id"
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
    "t23"."about_id" AS "about_id",
    "t23"."agency" AS "agency",
    "t23"."happened_from" AS "happened_from",
    "t23"."happened_to" AS "happened_to",
    "t23"."known_from" AS "known_from",
    "t23"."entry_id" AS "entry_id",
    "t23"."child_id" AS "child_id"
  FROM (
    SELECT
      "t22"."about_id" AS "about_id",
      "t22"."agency" AS "agency",
      "t22"."happened_from" AS "happened_from",
      "t22"."happened_to" AS "happened_to",
      "t22"."known_from" AS "known_from",
      "t22"."entry_id" AS "entry_id",
      "t22"."child_id" AS "child_id"
    FROM (
      SELECT
        "t19"."about_id" AS "about_id",
        "t19"."agency" AS "agency",
        "t19"."happened_from" AS "happened_from",
        "t19"."happened_to" AS "happened_to",
        "t19"."known_from" AS "known_from",
        "t19"."entry_id" AS "entry_id",
        "t19"."child_id" AS "child_id"
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
      NOT "t22"."child_id" IN (
        SELECT
          "t13"."child_id"
        FROM (
          SELECT
            "t8"."child_id" AS "child_id"
          FROM (
            SELECT
              "t1"."child_id" AS "child_id"
            FROM "observation" AS "t1"
            WHERE
              "t1"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t8"
          UNION ALL
          SELECT
            "t9"."child_id" AS "child_id"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id"
            FROM "around_observation" AS "t2"
            WHERE
              "t2"."is_sibling"
              AND "t2"."code" IN ('disability', 'chronic_condition', 'complex_needs')
          ) AS "t9"
        ) AS "t13"
      )
  ) AS "t23"
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
      ("t1"."child_id", "t1"."about_id") IN (
        SELECT
          "t4"."child_id",
          "t4"."about_id"
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
            "t2"."n" >= :favouring_one_child__times AND "t2"."by" >= :favouring_one_child__people
        ) AS "t4"
      )
  ) AS "t5"
) AS "found"
