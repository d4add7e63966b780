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
      "t29"."child_id",
      "t29"."entry_id",
      "t29"."agency",
      "t29"."happened_from",
      "t29"."happened_to",
      "t29"."recorded_day",
      "t29"."known_from",
      "t29"."sector" AS "service",
      'cut_short' AS "kind"
    FROM (
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
        "t5"."code",
        "t5"."level",
        "t5"."explored",
        "t5"."past",
        "t5"."status",
        "t5"."child_id",
        "t5"."person_id",
        "t5"."relation",
        "t5"."identity",
        "t5"."is_parent",
        "t5"."is_sibling",
        "t5"."is_partner",
        "t5"."adult",
        "t5"."lives_here",
        "t5"."stays_often",
        "t5"."cares",
        "t5"."at_home",
        "t5"."home_entry_id",
        "t5"."home_day",
        "t5"."home_reason_known",
        "t5"."since_entry_id",
        "t5"."since_day",
        "t5"."person_sex",
        "t5"."person_born_from",
        "t5"."person_born_to"
      FROM "cut_told" AS "t5"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t9"."child_id",
              "t9"."about_id" AS "person_id",
              "t21"."finished_day"
            FROM "considered" AS "t9"
            INNER JOIN (
              SELECT
                "t4"."about_id",
                "t4"."agency",
                "t4"."sector",
                "t4"."happened_from",
                "t4"."happened_to",
                "t4"."recorded_day",
                "t4"."known_from",
                "t4"."known_until",
                "t4"."sensitivity",
                "t4"."entry_id",
                "t4"."root_id",
                "t4"."type",
                "t4"."started_day",
                "t4"."completed_day",
                "t4"."baby_factors",
                "t4"."child_id",
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
            ) AS "t21"
              ON "t9"."child_id" = "t21"."child_id" AND "t9"."entry_id" = "t21"."entry_id"
          ) AS "t26"
          WHERE
            "t5"."child_id" = "t26"."child_id"
            AND "t5"."about_id" = "t26"."person_id"
            AND "t26"."finished_day" >= "t5"."recorded_day"
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "cut_told" AS "t6"
            WHERE
              COALESCE("t6"."explored", FALSE)
          ) AS "t17"
          WHERE
            "t5"."child_id" = "t17"."child_id"
            AND "t5"."about_id" = "t17"."about_id"
            AND "t5"."code" = "t17"."code"
            AND (
              (
                "t17"."recorded_day" >= "t5"."recorded_day"
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
                  COALESCE("t17"."past", FALSE),
                  1,
                  COALESCE(
                    IIF(
                      "t17"."level" = 'low',
                      1,
                      IIF("t17"."level" = 'moderate', 2, IIF("t17"."level" = 'high', 3, 1))
                    ),
                    1
                  )
                )
              )
            )
        )
    ) AS "t29"
    WHERE
      NOT (
        COALESCE("t29"."past", FALSE)
      )
  ) AS "t30"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t25"."child_id",
        "t25"."entry_id",
        "t25"."agency",
        "t25"."happened_from",
        "t25"."happened_to",
        "t25"."recorded_day",
        "t25"."known_from",
        "t25"."service",
        "t25"."outcome" AS "kind"
      FROM (
        SELECT
          "t13"."about_id",
          "t13"."agency",
          "t13"."sector",
          "t13"."happened_from",
          "t13"."happened_to",
          "t13"."recorded_day",
          "t13"."known_from",
          "t13"."known_until",
          "t13"."sensitivity",
          "t13"."entry_id",
          "t13"."root_id",
          "t13"."service",
          "t13"."outcome",
          "t13"."routine",
          "t13"."child_id"
        FROM (
          SELECT
            *
          FROM "appointment" AS "t1"
          WHERE
            "t1"."outcome" IN ('declined', 'no_access')
        ) AS "t13"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM "appointment" AS "t7"
              WHERE
                "t7"."outcome" = 'attended'
            ) AS "t18"
            WHERE
              "t13"."child_id" = "t18"."child_id"
              AND (
                (
                  (
                    "t13"."service" = "t18"."service"
                  )
                  AND (
                    (
                      "t18"."happened_to" >= "t13"."happened_from"
                    )
                    AND (
                      "t18"."happened_from" <= (
                        "t13"."happened_to" + :reluctant_to_engage__made_up_within
                      )
                    )
                  )
                )
                OR (
                  "t13"."routine" = "t18"."routine"
                )
              )
          )
      ) AS "t25"
    ) AS "t27"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        "t22"."child_id",
        "t22"."entry_id",
        "t22"."agency",
        "t22"."happened_from",
        "t22"."happened_to",
        "t22"."recorded_day",
        "t22"."known_from",
        "t22"."sector" AS "service",
        'offer_declined' AS "kind"
      FROM (
        SELECT
          "t15"."about_id",
          "t15"."agency",
          "t15"."sector",
          "t15"."happened_from",
          "t15"."happened_to",
          "t15"."recorded_day",
          "t15"."known_from",
          "t15"."known_until",
          "t15"."sensitivity",
          "t15"."entry_id",
          "t15"."root_id",
          "t15"."child_id",
          "t15"."offer",
          "t15"."outcome",
          "t15"."priority"
        FROM (
          SELECT
            *
          FROM "offer" AS "t2"
          WHERE
            "t2"."outcome" = 'declined'
        ) AS "t15"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM "offer" AS "t8"
              WHERE
                "t8"."outcome" = 'accepted'
            ) AS "t19"
            WHERE
              "t15"."child_id" = "t19"."child_id" AND "t15"."offer" = "t19"."offer"
          )
      ) AS "t22"
    ) AS "t23"
  ) AS "t28"
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
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t13"."child_id",
      "t13"."entry_id",
      "t13"."because"
    FROM (
      SELECT
        "t11"."child_id",
        "t11"."entry_id",
        "t11"."kind" AS "because"
      FROM (
        SELECT DISTINCT
          "t10"."child_id",
          "t10"."entry_id",
          "t10"."kind"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."last_id",
            "t4"."entry_id",
            "t4"."service",
            "t4"."kind",
            "t4"."recorded_day"
          FROM "near" AS "t4"
          WHERE
            EXISTS(
              SELECT
                1
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."child_id",
                    "t2"."last_id",
                    COUNT(DISTINCT "t2"."entry_id") AS "n",
                    COUNT(DISTINCT "t2"."kind") AS "kinds",
                    COUNT(DISTINCT "t2"."service") AS "services",
                    MAX("t2"."recorded_day") AS "newest"
                  FROM "near" AS "t2"
                  GROUP BY
                    1,
                    2
                ) AS "t6"
                WHERE
                  "t6"."newest" >= (
                    :today - :reluctant_to_engage__span
                  )
                  AND "t6"."n" >= :reluctant_to_engage__events
                  AND (
                    (
                      "t6"."kinds" >= :reluctant_to_engage__kinds
                    ) OR (
                      "t6"."services" >= :reluctant_to_engage__services
                    )
                  )
              ) AS "t9"
              WHERE
                "t4"."child_id" = "t9"."child_id" AND "t4"."last_id" = "t9"."last_id"
            )
        ) AS "t10"
      ) AS "t11"
    ) AS "t13"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t3"
        WHERE
          "t13"."child_id" = "t3"."child_id"
      )
  ) AS "t14"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('appointment', 'offer', 'observation')
      ) AS "t5"
    ) > 0
) AS found
