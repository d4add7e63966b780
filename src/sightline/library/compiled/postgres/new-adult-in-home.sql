WITH "came_stays" AS (
  SELECT
    "t0"."about_id",
    "t0"."agency",
    "t0"."sector",
    "t0"."happened_from",
    "t0"."happened_to",
    "t0"."recorded_day",
    "t0"."known_from",
    "t0"."known_until",
    "t0"."sensitivity",
    "t0"."entry_id",
    "t0"."root_id",
    "t0"."child_id",
    "t0"."change",
    "t0"."reason_known",
    "t0"."nights_a_week",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8"."about_id",
    "t8"."agency",
    "t8"."sector",
    "t8"."happened_from",
    "t8"."happened_to",
    "t8"."recorded_day",
    "t8"."known_from",
    "t8"."known_until",
    "t8"."sensitivity",
    "t8"."entry_id",
    "t8"."root_id",
    "t8"."child_id",
    "t8"."change",
    "t8"."reason_known",
    "t8"."nights_a_week",
    "t8"."person_id",
    "t8"."came_day",
    "t8"."told_day"
  FROM (
    SELECT
      *
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
        "t6"."child_id",
        "t6"."change",
        "t6"."reason_known",
        "t6"."nights_a_week",
        "t6"."person_id",
        "t6"."came_day",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ORDER BY "t6"."came_day" ASC, "t6"."known_from" ASC, "t6"."entry_id" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        MIN("t6"."recorded_day") OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "told_day"
      FROM (
        SELECT
          "t3"."about_id",
          "t3"."agency",
          "t3"."sector",
          "t3"."happened_from",
          "t3"."happened_to",
          "t3"."recorded_day",
          "t3"."known_from",
          "t3"."known_until",
          "t3"."sensitivity",
          "t3"."entry_id",
          "t3"."root_id",
          "t3"."child_id",
          "t3"."change",
          "t3"."reason_known",
          "t3"."nights_a_week",
          "t3"."person_id",
          "t3"."came_day"
        FROM (
          SELECT
            *
          FROM "came_stays" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often')
        ) AS "t3"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                *
              FROM "came_stays" AS "t1"
              WHERE
                "t1"."change" = 'moves_out'
            ) AS "t5"
            WHERE
              "t3"."child_id" = "t5"."child_id"
              AND "t3"."person_id" = "t5"."person_id"
              AND "t5"."came_day" > "t3"."came_day"
          )
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."place" = 0
  ) AS "t8"
), "new" AS (
  SELECT
    "t30"."about_id",
    "t30"."agency",
    "t30"."sector",
    "t30"."happened_from",
    "t30"."happened_to",
    "t30"."recorded_day",
    "t30"."known_from",
    "t30"."known_until",
    "t30"."sensitivity",
    "t30"."entry_id",
    "t30"."root_id",
    "t30"."child_id",
    "t30"."change",
    "t30"."reason_known",
    "t30"."nights_a_week",
    "t30"."person_id",
    "t30"."came_day",
    "t30"."told_day"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t7"."about_id",
        "t7"."agency",
        "t7"."sector",
        "t7"."happened_from",
        "t7"."happened_to",
        "t7"."recorded_day",
        "t7"."known_from",
        "t7"."known_until",
        "t7"."sensitivity",
        "t7"."entry_id",
        "t7"."root_id",
        "t7"."child_id",
        "t7"."change",
        "t7"."reason_known",
        "t7"."nights_a_week",
        "t7"."person_id",
        "t7"."came_day",
        "t7"."told_day"
      FROM "came" AS "t7"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t20"."child_id",
                "t20"."person_id",
                "t20"."relation",
                "t20"."identity",
                "t20"."is_parent",
                "t20"."is_sibling",
                "t20"."is_partner",
                "t20"."adult",
                "t20"."lives_here",
                "t20"."stays_often",
                "t20"."cares",
                "t20"."at_home",
                "t20"."home_entry_id",
                "t20"."home_day",
                "t20"."home_reason_known",
                "t20"."since_entry_id",
                "t20"."since_day",
                "t20"."person_sex",
                "t20"."person_born_from",
                "t20"."person_born_to"
              FROM (
                SELECT
                  *
                FROM "network" AS "t5"
                WHERE
                  NOT (
                    "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
              ) AS "t20"
              WHERE
                NOT EXISTS(
                  SELECT
                    1
                  FROM (
                    SELECT
                      "t18"."about_id",
                      "t18"."agency",
                      "t18"."sector",
                      "t18"."happened_from",
                      "t18"."happened_to",
                      "t18"."recorded_day",
                      "t18"."known_from",
                      "t18"."known_until",
                      "t18"."sensitivity",
                      "t18"."entry_id",
                      "t18"."root_id",
                      "t18"."to_id",
                      "t18"."type",
                      "t18"."identity",
                      "t18"."ended",
                      "t18"."child_id"
                    FROM (
                      SELECT
                        *
                      FROM "relationship" AS "t6"
                      WHERE
                        "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                    ) AS "t18"
                    WHERE
                      NOT EXISTS(
                        SELECT
                          1
                        FROM "relationship" AS "t8"
                        WHERE
                          "t18"."child_id" = "t8"."child_id"
                          AND "t18"."about_id" = "t8"."about_id"
                          AND "t18"."agency" = "t8"."agency"
                          AND NOT (
                            "t8"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                          )
                          AND COALESCE("t8"."happened_to", "t8"."recorded_day") >= COALESCE("t18"."happened_to", "t18"."recorded_day")
                          AND "t8"."known_from" > "t18"."known_from"
                      )
                  ) AS "t24"
                  WHERE
                    "t20"."child_id" = "t24"."child_id" AND "t20"."person_id" = "t24"."about_id"
                )
            ) AS "t25"
            WHERE
              "t25"."at_home"
              AND NOT (
                "t25"."is_parent"
              )
              AND (
                "t25"."adult" OR "t25"."is_partner"
              )
          ) AS "t27"
          WHERE
            "t7"."child_id" = "t27"."child_id" AND "t7"."person_id" = "t27"."person_id"
        )
    ) AS "t28"
    WHERE
      (
        "t28"."came_day" + %(new_adult_in_home__wait)s
      ) <= %(today)s
  ) AS "t30"
  WHERE
    (
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM "around_stay" AS "t0"
          WHERE
            "t0"."is_parent"
            AND "t0"."change" = 'moves_in'
            AND "t0"."for_child_id" = "t0"."child_id"
        ) AS "t14"
        WHERE
          "t30"."child_id" = "t14"."child_id"
          AND "t30"."happened_from" <= "t14"."happened_to"
          AND "t30"."happened_to" >= "t14"."happened_from"
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t1"."child_id",
            "t1"."about_id" AS "person_id",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "asked_day"
          FROM "stay" AS "t1"
          WHERE
            "t1"."change" IN ('moves_in', 'stays_often') AND "t1"."reason_known"
        ) AS "t15"
        WHERE
          "t30"."child_id" = "t15"."child_id"
          AND "t30"."person_id" = "t15"."person_id"
          AND "t15"."asked_day" >= "t30"."came_day"
      )
    )
    AND NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          "t12"."entry_id",
          "t12"."child_id",
          "t12"."person_id",
          "t19"."weighed_day"
        FROM (
          SELECT
            "t3"."entry_id",
            "t3"."child_id",
            "t3"."about_id" AS "person_id"
          FROM "considered" AS "t3"
        ) AS "t12"
        INNER JOIN (
          SELECT
            "t4"."entry_id",
            "t4"."child_id",
            CASE
              WHEN "t4"."happened_from" IS NULL
              THEN "t4"."recorded_day"
              ELSE "t4"."completed_day"
            END AS "weighed_day"
          FROM "assessment" AS "t4"
          WHERE
            "t4"."completed_day" IS NOT NULL
        ) AS "t19"
          ON "t12"."entry_id" = "t19"."entry_id" AND "t12"."child_id" = "t19"."child_id"
      ) AS "t23"
      WHERE
        "t30"."child_id" = "t23"."child_id"
        AND "t30"."person_id" = "t23"."person_id"
        AND "t23"."weighed_day" >= "t30"."came_day"
    )
), "reached" AS (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t0"."child_id",
          "t0"."person_id"
        FROM "around_contact" AS "t0"
      ) AS "t5"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."person_id"
        FROM "around_offer" AS "t1"
        WHERE
          "t1"."outcome" IN ('accepted', 'declined')
      ) AS "t7"
    ) AS "t10"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t2"."child_id",
          "t2"."by_id" AS "person_id"
        FROM "statement" AS "t2"
        WHERE
          "t2"."by_id" IS NOT NULL
      ) AS "t8"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t3"."child_id",
            "t3"."person_id"
          FROM "around_met" AS "t3"
        ) AS "t6"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."person_id"
          FROM "around_appointment" AS "t4"
          WHERE
            "t4"."outcome" = 'attended'
        ) AS "t9"
      ) AS "t11"
    ) AS "t12"
  ) AS "t13"
)
SELECT * FROM (
  SELECT
    "t5"."child_id",
    "t5"."entry_id",
    'new' AS "because"
  FROM (
    SELECT
      "t2"."about_id",
      "t2"."agency",
      "t2"."sector",
      "t2"."happened_from",
      "t2"."happened_to",
      "t2"."recorded_day",
      "t2"."known_from",
      "t2"."known_until",
      "t2"."sensitivity",
      "t2"."entry_id",
      "t2"."root_id",
      "t2"."child_id",
      "t2"."change",
      "t2"."reason_known",
      "t2"."nights_a_week",
      "t2"."person_id",
      "t2"."came_day",
      "t2"."told_day"
    FROM "new" AS "t2"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM "reached" AS "t3"
        WHERE
          "t2"."child_id" = "t3"."child_id" AND "t2"."person_id" = "t3"."person_id"
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM "reached" AS "t4"
        WHERE
          "t2"."child_id" = "t4"."child_id" AND "t2"."person_id" = "t4"."person_id"
      )
  ) AS "t5"
) AS found
