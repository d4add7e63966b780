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
), "event_told" AS (
  SELECT
    "t36"."child_id" AS "child_id",
    "t36"."entry_id" AS "entry_id",
    "t36"."agency" AS "agency",
    "t36"."happened_from" AS "happened_from",
    "t36"."happened_to" AS "happened_to",
    "t36"."recorded_day" AS "recorded_day",
    "t36"."known_from" AS "known_from",
    "t36"."service" AS "service",
    "t36"."kind" AS "kind"
  FROM (
    SELECT
      "t35"."child_id" AS "child_id",
      "t35"."entry_id" AS "entry_id",
      "t35"."agency" AS "agency",
      "t35"."happened_from" AS "happened_from",
      "t35"."happened_to" AS "happened_to",
      "t35"."recorded_day" AS "recorded_day",
      "t35"."known_from" AS "known_from",
      "t35"."sector" AS "service",
      'cut_short' AS "kind"
    FROM (
      SELECT
        "t6"."agency" AS "agency",
        "t6"."sector" AS "sector",
        "t6"."happened_from" AS "happened_from",
        "t6"."happened_to" AS "happened_to",
        "t6"."recorded_day" AS "recorded_day",
        "t6"."known_from" AS "known_from",
        "t6"."entry_id" AS "entry_id",
        "t6"."past" AS "past",
        "t6"."child_id" AS "child_id"
      FROM "cut_told" AS "t6"
      WHERE
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t11"."child_id" AS "child_id",
              "t11"."about_id" AS "person_id",
              "t27"."finished_day" AS "finished_day"
            FROM "considered" AS "t11"
            INNER JOIN (
              SELECT
                "t5"."entry_id" AS "entry_id",
                "t5"."child_id" AS "child_id",
                COALESCE(
                  "t5"."completed_day",
                  IIF("t5"."started_day" IS NULL, COALESCE("t5"."happened_to", "t5"."recorded_day"), NULL)
                ) AS "finished_day"
              FROM "assessment" AS "t5"
              WHERE
                COALESCE(
                  "t5"."completed_day",
                  IIF("t5"."started_day" IS NULL, COALESCE("t5"."happened_to", "t5"."recorded_day"), NULL)
                ) <= :today
            ) AS "t27"
              ON "t11"."child_id" = "t27"."child_id" AND "t11"."entry_id" = "t27"."entry_id"
          ) AS "t33"
          WHERE
            "t6"."child_id" = "t33"."child_id"
            AND "t6"."about_id" = "t33"."person_id"
            AND "t33"."finished_day" >= "t6"."recorded_day"
        )
        AND NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t7"."about_id" AS "about_id",
              "t7"."recorded_day" AS "recorded_day",
              "t7"."code" AS "code",
              "t7"."level" AS "level",
              "t7"."past" AS "past",
              "t7"."child_id" AS "child_id"
            FROM "cut_told" AS "t7"
            WHERE
              COALESCE("t7"."explored", FALSE)
          ) AS "t21"
          WHERE
            "t6"."child_id" = "t21"."child_id"
            AND "t6"."about_id" = "t21"."about_id"
            AND "t6"."code" = "t21"."code"
            AND (
              (
                "t21"."recorded_day" >= "t6"."recorded_day"
              )
              OR (
                COALESCE(
                  IIF(
                    "t6"."level" = 'low',
                    1,
                    IIF("t6"."level" = 'moderate', 2, IIF("t6"."level" = 'high', 3, 0))
                  ),
                  0
                ) <= IIF(
                  COALESCE("t21"."past", FALSE),
                  1,
                  COALESCE(
                    IIF(
                      "t21"."level" = 'low',
                      1,
                      IIF("t21"."level" = 'moderate', 2, IIF("t21"."level" = 'high', 3, 1))
                    ),
                    1
                  )
                )
              )
            )
        )
    ) AS "t35"
    WHERE
      NOT (
        COALESCE("t35"."past", FALSE)
      )
  ) AS "t36"
  UNION ALL
  SELECT
    "t34"."child_id" AS "child_id",
    "t34"."entry_id" AS "entry_id",
    "t34"."agency" AS "agency",
    "t34"."happened_from" AS "happened_from",
    "t34"."happened_to" AS "happened_to",
    "t34"."recorded_day" AS "recorded_day",
    "t34"."known_from" AS "known_from",
    "t34"."service" AS "service",
    "t34"."kind" AS "kind"
  FROM (
    SELECT
      "t32"."child_id" AS "child_id",
      "t32"."entry_id" AS "entry_id",
      "t32"."agency" AS "agency",
      "t32"."happened_from" AS "happened_from",
      "t32"."happened_to" AS "happened_to",
      "t32"."recorded_day" AS "recorded_day",
      "t32"."known_from" AS "known_from",
      "t32"."service" AS "service",
      "t32"."kind" AS "kind"
    FROM (
      SELECT
        "t29"."child_id" AS "child_id",
        "t29"."entry_id" AS "entry_id",
        "t29"."agency" AS "agency",
        "t29"."happened_from" AS "happened_from",
        "t29"."happened_to" AS "happened_to",
        "t29"."recorded_day" AS "recorded_day",
        "t29"."known_from" AS "known_from",
        "t29"."service" AS "service",
        "t29"."outcome" AS "kind"
      FROM (
        SELECT
          "t16"."agency" AS "agency",
          "t16"."happened_from" AS "happened_from",
          "t16"."happened_to" AS "happened_to",
          "t16"."recorded_day" AS "recorded_day",
          "t16"."known_from" AS "known_from",
          "t16"."entry_id" AS "entry_id",
          "t16"."service" AS "service",
          "t16"."outcome" AS "outcome",
          "t16"."child_id" AS "child_id"
        FROM (
          SELECT
            "t1"."agency" AS "agency",
            "t1"."happened_from" AS "happened_from",
            "t1"."happened_to" AS "happened_to",
            "t1"."recorded_day" AS "recorded_day",
            "t1"."known_from" AS "known_from",
            "t1"."entry_id" AS "entry_id",
            "t1"."service" AS "service",
            "t1"."outcome" AS "outcome",
            "t1"."routine" AS "routine",
            "t1"."child_id" AS "child_id"
          FROM "appointment" AS "t1"
          WHERE
            "t1"."outcome" IN ('declined', 'no_access')
        ) AS "t16"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t18"."child_id" AS "child_id",
                "t18"."service" AS "service",
                "t18"."happened_from" AS "happened_from",
                "t18"."happened_to" AS "happened_to"
              FROM (
                SELECT
                  "t9"."child_id" AS "child_id",
                  "t9"."service" AS "service",
                  "t9"."happened_from" AS "happened_from",
                  "t9"."happened_to" AS "happened_to"
                FROM "appointment" AS "t9"
                WHERE
                  "t9"."outcome" = 'attended'
              ) AS "t18"
              UNION ALL
              SELECT
                "t12"."child_id" AS "child_id",
                "t12"."service" AS "service",
                "t12"."happened_from" AS "happened_from",
                "t12"."happened_to" AS "happened_to"
              FROM (
                SELECT
                  "t4"."child_id" AS "child_id",
                  "t4"."sector" AS "service",
                  "t4"."happened_from" AS "happened_from",
                  "t4"."happened_to" AS "happened_to"
                FROM "contact" AS "t4"
                WHERE
                  "t4"."child_seen"
              ) AS "t12"
            ) AS "t25"
            WHERE
              "t16"."child_id" = "t25"."child_id"
              AND "t16"."service" = "t25"."service"
              AND "t25"."happened_to" >= "t16"."happened_from"
              AND "t25"."happened_from" <= (
                "t16"."happened_to" + :reluctant_to_engage__made_up_within
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
            ) AS "t22"
            WHERE
              "t16"."child_id" = "t22"."child_id" AND "t16"."routine" = "t22"."routine"
          )
      ) AS "t29"
    ) AS "t32"
    UNION ALL
    SELECT
      "t30"."child_id" AS "child_id",
      "t30"."entry_id" AS "entry_id",
      "t30"."agency" AS "agency",
      "t30"."happened_from" AS "happened_from",
      "t30"."happened_to" AS "happened_to",
      "t30"."recorded_day" AS "recorded_day",
      "t30"."known_from" AS "known_from",
      "t30"."service" AS "service",
      "t30"."kind" AS "kind"
    FROM (
      SELECT
        "t28"."child_id" AS "child_id",
        "t28"."entry_id" AS "entry_id",
        "t28"."agency" AS "agency",
        "t28"."happened_from" AS "happened_from",
        "t28"."happened_to" AS "happened_to",
        "t28"."recorded_day" AS "recorded_day",
        "t28"."known_from" AS "known_from",
        "t28"."sector" AS "service",
        'offer_declined' AS "kind"
      FROM (
        SELECT
          "t19"."agency" AS "agency",
          "t19"."sector" AS "sector",
          "t19"."happened_from" AS "happened_from",
          "t19"."happened_to" AS "happened_to",
          "t19"."recorded_day" AS "recorded_day",
          "t19"."known_from" AS "known_from",
          "t19"."entry_id" AS "entry_id",
          "t19"."child_id" AS "child_id"
        FROM (
          SELECT
            "t2"."agency" AS "agency",
            "t2"."sector" AS "sector",
            "t2"."happened_from" AS "happened_from",
            "t2"."happened_to" AS "happened_to",
            "t2"."recorded_day" AS "recorded_day",
            "t2"."known_from" AS "known_from",
            "t2"."entry_id" AS "entry_id",
            "t2"."child_id" AS "child_id",
            "t2"."offer" AS "offer"
          FROM "offer" AS "t2"
          WHERE
            "t2"."outcome" = 'declined'
        ) AS "t19"
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
            ) AS "t24"
            WHERE
              "t19"."child_id" = "t24"."child_id" AND "t19"."offer" = "t24"."offer"
          )
      ) AS "t28"
    ) AS "t30"
  ) AS "t34"
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
        "t1"."happened_to" - :reluctant_to_engage__span
      )
      AND "t2"."happened_to" <= "t1"."happened_to"
  ) AS "t3"
  WHERE
    "t3"."recorded_day" <= :today
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
        ("t1"."child_id", "t1"."last_id") IN (
          SELECT
            "t4"."child_id",
            "t4"."last_id"
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
                :today - :reluctant_to_engage__span
              )
              AND "t2"."n" >= :reluctant_to_engage__events
              AND (
                (
                  "t2"."kinds" >= :reluctant_to_engage__kinds
                ) OR (
                  "t2"."services" >= :reluctant_to_engage__services
                )
              )
          ) AS "t4"
        )
    ) AS "t5"
  ) AS "t6"
) AS "found"
