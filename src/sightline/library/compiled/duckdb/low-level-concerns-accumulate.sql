WITH "noted_told" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id",
    "t2"."about_id" AS "about_id",
    "t2"."agency" AS "agency",
    "t2"."happened_from" AS "happened_from",
    "t2"."happened_to" AS "happened_to",
    "t2"."recorded_day" AS "recorded_day",
    "t2"."known_from" AS "known_from",
    "t2"."code" AS "code",
    "t2"."level" AS "level",
    "t2"."explored" AS "explored",
    "t2"."past" AS "past"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      "t0"."about_id" AS "about_id",
      "t0"."agency" AS "agency",
      "t0"."happened_from" AS "happened_from",
      "t0"."happened_to" AS "happened_to",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."known_from" AS "known_from",
      "t0"."code" AS "code",
      "t0"."level" AS "level",
      "t0"."explored" AS "explored",
      "t0"."past" AS "past"
    FROM "observation" AS "t0"
    WHERE
      "t0"."code" IN ('excessive_crying', 'unsettled', 'feeding_difficulty', 'poor_presentation')
  ) AS "t2"
  UNION ALL
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."entry_id" AS "entry_id",
    "t3"."about_id" AS "about_id",
    "t3"."agency" AS "agency",
    "t3"."happened_from" AS "happened_from",
    "t3"."happened_to" AS "happened_to",
    "t3"."recorded_day" AS "recorded_day",
    "t3"."known_from" AS "known_from",
    "t3"."code" AS "code",
    "t3"."level" AS "level",
    "t3"."explored" AS "explored",
    "t3"."past" AS "past"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "entry_id",
      "t1"."about_id" AS "about_id",
      "t1"."agency" AS "agency",
      "t1"."happened_from" AS "happened_from",
      "t1"."happened_to" AS "happened_to",
      "t1"."recorded_day" AS "recorded_day",
      "t1"."known_from" AS "known_from",
      "t1"."code" AS "code",
      "t1"."level" AS "level",
      "t1"."explored" AS "explored",
      "t1"."past" AS "past"
    FROM "around_observation" AS "t1"
    WHERE
      "t1"."code" IN (
        'cannabis',
        'substance_misuse',
        'alcohol',
        'rough_handling',
        'harsh_comment',
        'poor_home_conditions',
        'unsafe_sleep',
        'favours_a_child',
        'reluctant_to_engage'
      )
      AND "t1"."adult"
      AND COALESCE("t1"."status", '') <> 'acquitted'
      AND NOT (
        (
          "t1"."identity" = 'no_contact_permitted'
        )
        AND NOT (
          "t1"."at_home"
        )
        AND NOT (
          "t1"."cares"
        )
      )
  ) AS "t3"
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
), "event_told" AS (
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."entry_id" AS "entry_id",
    "t13"."agency" AS "agency",
    "t13"."happened_from" AS "happened_from",
    "t13"."happened_to" AS "happened_to",
    "t13"."recorded_day" AS "recorded_day",
    "t13"."known_from" AS "known_from",
    "t13"."agency" AS "service",
    CASE
      WHEN "t13"."code" IN ('excessive_crying', 'unsettled', 'feeding_difficulty')
      THEN 'settling'
      ELSE CASE
        WHEN "t13"."code" IN ('cannabis', 'substance_misuse')
        THEN 'drugs'
        ELSE "t13"."code"
      END
    END AS "kind"
  FROM (
    SELECT
      "t12"."child_id" AS "child_id",
      "t12"."entry_id" AS "entry_id",
      "t12"."agency" AS "agency",
      "t12"."happened_from" AS "happened_from",
      "t12"."happened_to" AS "happened_to",
      "t12"."recorded_day" AS "recorded_day",
      "t12"."known_from" AS "known_from",
      "t12"."code" AS "code"
    FROM (
      SELECT
        "t10"."child_id" AS "child_id",
        "t10"."entry_id" AS "entry_id",
        "t10"."agency" AS "agency",
        "t10"."happened_from" AS "happened_from",
        "t10"."happened_to" AS "happened_to",
        "t10"."recorded_day" AS "recorded_day",
        "t10"."known_from" AS "known_from",
        "t10"."code" AS "code"
      FROM (
        SELECT
          "t3"."child_id" AS "child_id",
          "t3"."entry_id" AS "entry_id",
          "t3"."agency" AS "agency",
          "t3"."happened_from" AS "happened_from",
          "t3"."happened_to" AS "happened_to",
          "t3"."recorded_day" AS "recorded_day",
          "t3"."known_from" AS "known_from",
          "t3"."code" AS "code",
          "t3"."level" AS "level",
          "t3"."past" AS "past"
        FROM "noted_told" AS "t3"
        ANTI JOIN "weighed_people" AS "t5"
          ON "t3"."child_id" = "t5"."child_id"
          AND "t3"."about_id" = "t5"."person_id"
          AND "t5"."finished_day" >= "t3"."recorded_day"
        ANTI JOIN (
          SELECT
            "t4"."child_id" AS "child_id",
            "t4"."entry_id" AS "entry_id",
            "t4"."about_id" AS "about_id",
            "t4"."agency" AS "agency",
            "t4"."happened_from" AS "happened_from",
            "t4"."happened_to" AS "happened_to",
            "t4"."recorded_day" AS "recorded_day",
            "t4"."known_from" AS "known_from",
            "t4"."code" AS "code",
            "t4"."level" AS "level",
            "t4"."explored" AS "explored",
            "t4"."past" AS "past"
          FROM "noted_told" AS "t4"
          WHERE
            COALESCE("t4"."explored", FALSE)
        ) AS "t7"
          ON "t3"."child_id" = "t7"."child_id"
          AND "t3"."about_id" = "t7"."about_id"
          AND "t3"."code" = "t7"."code"
          AND (
            (
              "t7"."recorded_day" >= "t3"."recorded_day"
            )
            OR (
              COALESCE(
                CASE
                  WHEN "t3"."level" = 'low'
                  THEN 1
                  ELSE CASE
                    WHEN "t3"."level" = 'moderate'
                    THEN 2
                    ELSE CASE WHEN "t3"."level" = 'high' THEN 3 ELSE 0 END
                  END
                END,
                0
              ) <= CASE
                WHEN COALESCE("t7"."past", FALSE)
                THEN 1
                ELSE COALESCE(
                  CASE
                    WHEN "t7"."level" = 'low'
                    THEN 1
                    ELSE CASE
                      WHEN "t7"."level" = 'moderate'
                      THEN 2
                      ELSE CASE WHEN "t7"."level" = 'high' THEN 3 ELSE 1 END
                    END
                  END,
                  1
                )
              END
            )
          )
      ) AS "t10"
      WHERE
        NOT (
          COALESCE("t10"."past", FALSE)
        )
        AND COALESCE("t10"."level", 'unstated') IN ('low', 'unstated')
    ) AS "t12"
    ANTI JOIN (
      SELECT
        "t0"."about_id" AS "about_id",
        "t0"."agency" AS "agency",
        "t0"."sector" AS "sector",
        "t0"."happened_from" AS "happened_from",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."known_from" AS "known_from",
        "t0"."known_until" AS "known_until",
        "t0"."sensitivity" AS "sensitivity",
        "t0"."entry_id" AS "entry_id",
        "t0"."root_id" AS "root_id",
        "t0"."type" AS "type",
        "t0"."started_day" AS "started_day",
        "t0"."completed_day" AS "completed_day",
        "t0"."baby_factors" AS "baby_factors",
        "t0"."child_id" AS "child_id",
        COALESCE(
          "t0"."completed_day",
          CASE
            WHEN "t0"."started_day" IS NULL
            THEN COALESCE("t0"."happened_to", "t0"."recorded_day")
            ELSE NULL
          END
        ) AS "finished_day"
      FROM "assessment" AS "t0"
      WHERE
        COALESCE(
          "t0"."completed_day",
          CASE
            WHEN "t0"."started_day" IS NULL
            THEN COALESCE("t0"."happened_to", "t0"."recorded_day")
            ELSE NULL
          END
        ) <= $today
    ) AS "t9"
      ON "t12"."child_id" = "t9"."child_id"
      AND "t9"."finished_day" >= "t12"."recorded_day"
  ) AS "t13"
), "event" AS (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."entry_id" AS "entry_id",
    "t1"."happened_from" AS "happened_from",
    "t1"."happened_to" AS "happened_to",
    "t1"."recorded_day" AS "recorded_day",
    "t1"."service" AS "service",
    "t1"."kind" AS "kind"
  FROM "event_told" AS "t1"
  ANTI JOIN "event_told" AS "t2"
    ON "t1"."child_id" = "t2"."child_id"
    AND "t1"."kind" = "t2"."kind"
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
), "events" AS (
  SELECT
    "event"."child_id" AS "child_id",
    "event"."entry_id" AS "entry_id",
    "event"."happened_from" AS "happened_from",
    "event"."happened_to" AS "happened_to",
    "event"."recorded_day" AS "recorded_day",
    "event"."service" AS "service",
    "event"."kind" AS "kind"
  FROM "event" AS "event"
), "near" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."last_id" AS "last_id",
    "t3"."entry_id" AS "entry_id",
    "t3"."service" AS "service",
    "t3"."kind" AS "kind",
    "t3"."recorded_day" AS "recorded_day"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "last_id",
      "t2"."entry_id" AS "entry_id",
      "t2"."service" AS "service",
      "t2"."kind" AS "kind",
      "t2"."recorded_day" AS "recorded_day"
    FROM "events" AS "t1"
    INNER JOIN "events" AS "t2"
      ON "t1"."child_id" = "t2"."child_id"
      AND "t2"."happened_from" >= (
        "t1"."happened_to" - $low_level_concerns_accumulate__span
      )
      AND "t2"."happened_to" <= "t1"."happened_to"
  ) AS "t3"
  WHERE
    "t3"."recorded_day" <= $today
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."entry_id" AS "entry_id",
    'small' AS "because"
  FROM (
    SELECT DISTINCT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      "t5"."kind" AS "kind"
    FROM (
      SELECT
        "t1"."child_id" AS "child_id",
        "t1"."entry_id" AS "entry_id",
        "t1"."kind" AS "kind"
      FROM "near" AS "t1"
      SEMI JOIN (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."last_id" AS "last_id",
          "t2"."n" AS "n",
          "t2"."kinds" AS "kinds",
          "t2"."services" AS "services",
          "t2"."newest" AS "newest"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."last_id" AS "last_id",
            COUNT(DISTINCT "t0"."entry_id") AS "n",
            COUNT(DISTINCT "t0"."kind") AS "kinds",
            COUNT(DISTINCT "t0"."service") AS "services",
            MAX("t0"."recorded_day") AS "newest"
          FROM "near" AS "t0"
          GROUP BY
            "t0"."child_id",
            "t0"."last_id"
        ) AS "t2"
        WHERE
          "t2"."newest" >= (
            $today - $low_level_concerns_accumulate__span
          )
          AND "t2"."n" >= $low_level_concerns_accumulate__concerns
          AND "t2"."kinds" >= $low_level_concerns_accumulate__kinds
          AND "t2"."services" >= $low_level_concerns_accumulate__agencies
      ) AS "t4"
        ON "t1"."child_id" = "t4"."child_id" AND "t1"."last_id" = "t4"."last_id"
    ) AS "t5"
  ) AS "t6"
) AS "found"
