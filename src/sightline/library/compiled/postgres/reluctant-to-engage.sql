WITH "cut_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."sector" AS "sector",
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
    "t0"."code" IN ('reluctant_to_engage')
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
), "event_told" AS (
  SELECT
    "t31"."child_id" AS "child_id",
    "t31"."entry_id" AS "entry_id",
    "t31"."agency" AS "agency",
    "t31"."happened_from" AS "happened_from",
    "t31"."happened_to" AS "happened_to",
    "t31"."recorded_day" AS "recorded_day",
    "t31"."known_from" AS "known_from",
    "t31"."service" AS "service",
    "t31"."kind" AS "kind"
  FROM (
    SELECT
      "t30"."child_id" AS "child_id",
      "t30"."entry_id" AS "entry_id",
      "t30"."agency" AS "agency",
      "t30"."happened_from" AS "happened_from",
      "t30"."happened_to" AS "happened_to",
      "t30"."recorded_day" AS "recorded_day",
      "t30"."known_from" AS "known_from",
      "t30"."sector" AS "service",
      'cut_short' AS "kind"
    FROM (
      SELECT
        "t5"."agency" AS "agency",
        "t5"."sector" AS "sector",
        "t5"."happened_from" AS "happened_from",
        "t5"."happened_to" AS "happened_to",
        "t5"."recorded_day" AS "recorded_day",
        "t5"."known_from" AS "known_from",
        "t5"."entry_id" AS "entry_id",
        "t5"."past" AS "past",
        "t5"."child_id" AS "child_id"
      FROM "cut_told" AS "t5"
      WHERE
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM "weighed_people" AS "t7"
          WHERE
            "t5"."child_id" = "t7"."child_id"
            AND "t5"."about_id" = "t7"."person_id"
            AND "t7"."finished_day" >= "t5"."recorded_day"
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
            FROM "cut_told" AS "t6"
            WHERE
              COALESCE("t6"."explored", FALSE)
          ) AS "t20"
          WHERE
            "t5"."child_id" = "t20"."child_id"
            AND "t5"."about_id" = "t20"."about_id"
            AND "t5"."code" = "t20"."code"
            AND (
              (
                "t20"."recorded_day" >= "t5"."recorded_day"
              )
              OR (
                COALESCE(
                  CASE
                    WHEN "t5"."level" = 'low'
                    THEN 1
                    ELSE CASE
                      WHEN "t5"."level" = 'moderate'
                      THEN 2
                      ELSE CASE WHEN "t5"."level" = 'high' THEN 3 ELSE 0 END
                    END
                  END,
                  0
                ) <= CASE
                  WHEN COALESCE("t20"."past", FALSE)
                  THEN 1
                  ELSE COALESCE(
                    CASE
                      WHEN "t20"."level" = 'low'
                      THEN 1
                      ELSE CASE
                        WHEN "t20"."level" = 'moderate'
                        THEN 2
                        ELSE CASE WHEN "t20"."level" = 'high' THEN 3 ELSE 1 END
                      END
                    END,
                    1
                  )
                END
              )
            )
        )
    ) AS "t30"
    WHERE
      NOT (
        COALESCE("t30"."past", FALSE)
      )
  ) AS "t31"
  UNION ALL
  SELECT
    "t29"."child_id" AS "child_id",
    "t29"."entry_id" AS "entry_id",
    "t29"."agency" AS "agency",
    "t29"."happened_from" AS "happened_from",
    "t29"."happened_to" AS "happened_to",
    "t29"."recorded_day" AS "recorded_day",
    "t29"."known_from" AS "known_from",
    "t29"."service" AS "service",
    "t29"."kind" AS "kind"
  FROM (
    SELECT
      "t28"."child_id" AS "child_id",
      "t28"."entry_id" AS "entry_id",
      "t28"."agency" AS "agency",
      "t28"."happened_from" AS "happened_from",
      "t28"."happened_to" AS "happened_to",
      "t28"."recorded_day" AS "recorded_day",
      "t28"."known_from" AS "known_from",
      "t28"."service" AS "service",
      "t28"."kind" AS "kind"
    FROM (
      SELECT
        "t26"."child_id" AS "child_id",
        "t26"."entry_id" AS "entry_id",
        "t26"."agency" AS "agency",
        "t26"."happened_from" AS "happened_from",
        "t26"."happened_to" AS "happened_to",
        "t26"."recorded_day" AS "recorded_day",
        "t26"."known_from" AS "known_from",
        "t26"."service" AS "service",
        "t26"."outcome" AS "kind"
      FROM (
        SELECT
          "t15"."agency" AS "agency",
          "t15"."happened_from" AS "happened_from",
          "t15"."happened_to" AS "happened_to",
          "t15"."recorded_day" AS "recorded_day",
          "t15"."known_from" AS "known_from",
          "t15"."entry_id" AS "entry_id",
          "t15"."service" AS "service",
          "t15"."outcome" AS "outcome",
          "t15"."child_id" AS "child_id"
        FROM (
          SELECT
            "t2"."agency" AS "agency",
            "t2"."happened_from" AS "happened_from",
            "t2"."happened_to" AS "happened_to",
            "t2"."recorded_day" AS "recorded_day",
            "t2"."known_from" AS "known_from",
            "t2"."entry_id" AS "entry_id",
            "t2"."service" AS "service",
            "t2"."outcome" AS "outcome",
            "t2"."routine" AS "routine",
            "t2"."child_id" AS "child_id"
          FROM "appointment" AS "t2"
          WHERE
            "t2"."outcome" IN ('declined', 'no_access')
        ) AS "t15"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t17"."child_id" AS "child_id",
                "t17"."service" AS "service",
                "t17"."happened_from" AS "happened_from",
                "t17"."happened_to" AS "happened_to"
              FROM (
                SELECT
                  "t9"."child_id" AS "child_id",
                  "t9"."service" AS "service",
                  "t9"."happened_from" AS "happened_from",
                  "t9"."happened_to" AS "happened_to"
                FROM "appointment" AS "t9"
                WHERE
                  "t9"."outcome" = 'attended'
              ) AS "t17"
              UNION ALL
              SELECT
                "t11"."child_id" AS "child_id",
                "t11"."service" AS "service",
                "t11"."happened_from" AS "happened_from",
                "t11"."happened_to" AS "happened_to"
              FROM (
                SELECT
                  "t4"."child_id" AS "child_id",
                  "t4"."sector" AS "service",
                  "t4"."happened_from" AS "happened_from",
                  "t4"."happened_to" AS "happened_to"
                FROM "contact" AS "t4"
                WHERE
                  "t4"."child_seen"
              ) AS "t11"
            ) AS "t24"
            WHERE
              "t15"."child_id" = "t24"."child_id"
              AND "t15"."service" = "t24"."service"
              AND "t24"."happened_to" >= "t15"."happened_from"
              AND "t24"."happened_from" <= (
                "t15"."happened_to" + %(reluctant_to_engage__made_up_within)s
              )
          )
          AND NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t8"."routine" AS "routine",
                "t8"."child_id" AS "child_id"
              FROM "appointment" AS "t8"
              WHERE
                "t8"."outcome" = 'attended'
            ) AS "t21"
            WHERE
              "t15"."child_id" = "t21"."child_id" AND "t15"."routine" = "t21"."routine"
          )
      ) AS "t26"
    ) AS "t28"
    UNION ALL
    SELECT
      "t27"."child_id" AS "child_id",
      "t27"."entry_id" AS "entry_id",
      "t27"."agency" AS "agency",
      "t27"."happened_from" AS "happened_from",
      "t27"."happened_to" AS "happened_to",
      "t27"."recorded_day" AS "recorded_day",
      "t27"."known_from" AS "known_from",
      "t27"."service" AS "service",
      "t27"."kind" AS "kind"
    FROM (
      SELECT
        "t25"."child_id" AS "child_id",
        "t25"."entry_id" AS "entry_id",
        "t25"."agency" AS "agency",
        "t25"."happened_from" AS "happened_from",
        "t25"."happened_to" AS "happened_to",
        "t25"."recorded_day" AS "recorded_day",
        "t25"."known_from" AS "known_from",
        "t25"."sector" AS "service",
        'offer_declined' AS "kind"
      FROM (
        SELECT
          "t18"."agency" AS "agency",
          "t18"."sector" AS "sector",
          "t18"."happened_from" AS "happened_from",
          "t18"."happened_to" AS "happened_to",
          "t18"."recorded_day" AS "recorded_day",
          "t18"."known_from" AS "known_from",
          "t18"."entry_id" AS "entry_id",
          "t18"."child_id" AS "child_id"
        FROM (
          SELECT
            "t3"."agency" AS "agency",
            "t3"."sector" AS "sector",
            "t3"."happened_from" AS "happened_from",
            "t3"."happened_to" AS "happened_to",
            "t3"."recorded_day" AS "recorded_day",
            "t3"."known_from" AS "known_from",
            "t3"."entry_id" AS "entry_id",
            "t3"."child_id" AS "child_id",
            "t3"."offer" AS "offer"
          FROM "offer" AS "t3"
          WHERE
            "t3"."outcome" = 'declined'
        ) AS "t18"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t10"."child_id" AS "child_id",
                "t10"."offer" AS "offer"
              FROM "offer" AS "t10"
              WHERE
                "t10"."outcome" = 'accepted'
            ) AS "t23"
            WHERE
              "t18"."child_id" = "t23"."child_id" AND "t18"."offer" = "t23"."offer"
          )
      ) AS "t25"
    ) AS "t27"
  ) AS "t29"
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
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "event_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."service" = "t2"."service"
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
        "t1"."happened_to" - %(reluctant_to_engage__span)s
      )
      AND "t2"."happened_to" <= "t1"."happened_to"
  ) AS "t3"
  WHERE
    "t3"."recorded_day" <= %(today)s
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."entry_id" AS "entry_id",
    "t6"."kind" AS "because"
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
      WHERE
        EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
              "t2"."last_id" AS "last_id"
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
                %(today)s - %(reluctant_to_engage__span)s
              )
              AND "t2"."n" >= %(reluctant_to_engage__events)s
              AND (
                (
                  "t2"."kinds" >= %(reluctant_to_engage__kinds)s
                ) OR (
                  "t2"."services" >= %(reluctant_to_engage__services)s
                )
              )
          ) AS "t4"
          WHERE
            "t1"."child_id" = "t4"."child_id" AND "t1"."last_id" = "t4"."last_id"
        )
    ) AS "t5"
  ) AS "t6"
) AS "found"
