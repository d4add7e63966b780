WITH "cut_told" AS (
  SELECT
    *
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
    *
  FROM (
    SELECT
      "t35"."child_id",
      "t35"."entry_id",
      "t35"."agency",
      "t35"."happened_from",
      "t35"."happened_to",
      "t35"."recorded_day",
      "t35"."known_from",
      "t35"."sector" AS "service",
      'cut_short' AS "kind"
    FROM (
      SELECT
        "t6"."about_id",
        "t6"."agency",
        "t6"."sector",
        "t6"."happened_from",
        "t6"."happened_to",
        "t6"."recorded_day",
        "t6"."known_from",
        "t6"."known_until",
        "t6"."sensitivity",
        "t6"."entry_id",
        "t6"."root_id",
        "t6"."code",
        "t6"."level",
        "t6"."explored",
        "t6"."past",
        "t6"."status",
        "t6"."child_id",
        "t6"."person_id",
        "t6"."relation",
        "t6"."identity",
        "t6"."is_parent",
        "t6"."is_sibling",
        "t6"."is_partner",
        "t6"."adult",
        "t6"."lives_here",
        "t6"."stays_often",
        "t6"."cares",
        "t6"."at_home",
        "t6"."home_entry_id",
        "t6"."home_day",
        "t6"."home_reason_known",
        "t6"."since_entry_id",
        "t6"."since_day",
        "t6"."person_sex",
        "t6"."person_born_from",
        "t6"."person_born_to"
      FROM "cut_told" AS "t6"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t11"."child_id",
              "t11"."about_id" AS "person_id",
              "t27"."finished_day"
            FROM "considered" AS "t11"
            INNER JOIN (
              SELECT
                "t5"."about_id",
                "t5"."agency",
                "t5"."sector",
                "t5"."happened_from",
                "t5"."happened_to",
                "t5"."recorded_day",
                "t5"."known_from",
                "t5"."known_until",
                "t5"."sensitivity",
                "t5"."entry_id",
                "t5"."root_id",
                "t5"."type",
                "t5"."started_day",
                "t5"."completed_day",
                "t5"."baby_factors",
                "t5"."child_id",
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
            1
          FROM (
            SELECT
              *
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
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t29"."child_id",
        "t29"."entry_id",
        "t29"."agency",
        "t29"."happened_from",
        "t29"."happened_to",
        "t29"."recorded_day",
        "t29"."known_from",
        "t29"."service",
        "t29"."outcome" AS "kind"
      FROM (
        SELECT
          "t16"."about_id",
          "t16"."agency",
          "t16"."sector",
          "t16"."happened_from",
          "t16"."happened_to",
          "t16"."recorded_day",
          "t16"."known_from",
          "t16"."known_until",
          "t16"."sensitivity",
          "t16"."entry_id",
          "t16"."root_id",
          "t16"."service",
          "t16"."outcome",
          "t16"."routine",
          "t16"."child_id"
        FROM (
          SELECT
            *
          FROM "appointment" AS "t1"
          WHERE
            "t1"."outcome" IN ('declined', 'no_access')
        ) AS "t16"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t9"."child_id",
                  "t9"."service",
                  "t9"."happened_from",
                  "t9"."happened_to"
                FROM "appointment" AS "t9"
                WHERE
                  "t9"."outcome" = 'attended'
              ) AS "t18"
              UNION ALL
              SELECT
                *
              FROM (
                SELECT
                  "t4"."child_id",
                  "t4"."sector" AS "service",
                  "t4"."happened_from",
                  "t4"."happened_to"
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
              1
            FROM (
              SELECT
                *
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
      *
    FROM (
      SELECT
        "t28"."child_id",
        "t28"."entry_id",
        "t28"."agency",
        "t28"."happened_from",
        "t28"."happened_to",
        "t28"."recorded_day",
        "t28"."known_from",
        "t28"."sector" AS "service",
        'offer_declined' AS "kind"
      FROM (
        SELECT
          "t19"."about_id",
          "t19"."agency",
          "t19"."sector",
          "t19"."happened_from",
          "t19"."happened_to",
          "t19"."recorded_day",
          "t19"."known_from",
          "t19"."known_until",
          "t19"."sensitivity",
          "t19"."entry_id",
          "t19"."root_id",
          "t19"."child_id",
          "t19"."offer",
          "t19"."outcome",
          "t19"."priority"
        FROM (
          SELECT
            *
          FROM "offer" AS "t2"
          WHERE
            "t2"."outcome" = 'declined'
        ) AS "t19"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
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
    "t1"."child_id",
    "t1"."entry_id",
    "t1"."agency",
    "t1"."happened_from",
    "t1"."happened_to",
    "t1"."recorded_day",
    "t1"."known_from",
    "t1"."service",
    "t1"."kind"
  FROM "event_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
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
    *
  FROM "event"
), "near" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."child_id",
      "t1"."entry_id" AS "last_id",
      "t2"."entry_id",
      "t2"."service",
      "t2"."kind",
      "t2"."recorded_day"
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
SELECT * FROM (
  SELECT
    "t6"."child_id",
    "t6"."entry_id",
    "t6"."kind" AS "because"
  FROM (
    SELECT DISTINCT
      "t5"."child_id",
      "t5"."entry_id",
      "t5"."kind"
    FROM (
      SELECT
        "t1"."child_id",
        "t1"."last_id",
        "t1"."entry_id",
        "t1"."service",
        "t1"."kind",
        "t1"."recorded_day"
      FROM "near" AS "t1"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."child_id",
                "t0"."last_id",
                COUNT(DISTINCT "t0"."entry_id") AS "n",
                COUNT(DISTINCT "t0"."kind") AS "kinds",
                COUNT(DISTINCT "t0"."service") AS "services",
                MAX("t0"."recorded_day") AS "newest"
              FROM "near" AS "t0"
              GROUP BY
                1,
                2
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
          WHERE
            "t1"."child_id" = "t4"."child_id" AND "t1"."last_id" = "t4"."last_id"
        )
    ) AS "t5"
  ) AS "t6"
) AS found
