WITH "came_stays" AS (
  SELECT
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8"."happened_from" AS "happened_from",
    "t8"."happened_to" AS "happened_to",
    "t8"."entry_id" AS "entry_id",
    "t8"."child_id" AS "child_id",
    "t8"."person_id" AS "person_id",
    "t8"."came_day" AS "came_day"
  FROM (
    SELECT
      "t7"."happened_from" AS "happened_from",
      "t7"."happened_to" AS "happened_to",
      "t7"."entry_id" AS "entry_id",
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."came_day" AS "came_day"
    FROM (
      SELECT
        "t6"."happened_from" AS "happened_from",
        "t6"."happened_to" AS "happened_to",
        "t6"."entry_id" AS "entry_id",
        "t6"."child_id" AS "child_id",
        "t6"."person_id" AS "person_id",
        "t6"."came_day" AS "came_day",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ORDER BY "t6"."came_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST, "t6"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place"
      FROM (
        SELECT
          "t3"."happened_from" AS "happened_from",
          "t3"."happened_to" AS "happened_to",
          "t3"."known_from" AS "known_from",
          "t3"."entry_id" AS "entry_id",
          "t3"."child_id" AS "child_id",
          "t3"."person_id" AS "person_id",
          "t3"."came_day" AS "came_day"
        FROM (
          SELECT
            "t0"."happened_from" AS "happened_from",
            "t0"."happened_to" AS "happened_to",
            "t0"."known_from" AS "known_from",
            "t0"."entry_id" AS "entry_id",
            "t0"."child_id" AS "child_id",
            "t0"."person_id" AS "person_id",
            "t0"."came_day" AS "came_day"
          FROM "came_stays" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often')
        ) AS "t3"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t1"."child_id" AS "child_id",
                "t1"."person_id" AS "person_id",
                "t1"."came_day" AS "came_day"
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
    "t30"."entry_id" AS "entry_id",
    "t30"."child_id" AS "child_id",
    "t30"."person_id" AS "person_id"
  FROM (
    SELECT
      "t28"."happened_from" AS "happened_from",
      "t28"."happened_to" AS "happened_to",
      "t28"."entry_id" AS "entry_id",
      "t28"."child_id" AS "child_id",
      "t28"."person_id" AS "person_id",
      "t28"."came_day" AS "came_day"
    FROM (
      SELECT
        "t7"."happened_from" AS "happened_from",
        "t7"."happened_to" AS "happened_to",
        "t7"."entry_id" AS "entry_id",
        "t7"."child_id" AS "child_id",
        "t7"."person_id" AS "person_id",
        "t7"."came_day" AS "came_day"
      FROM "came" AS "t7"
      WHERE
        ("t7"."child_id", "t7"."person_id") IN (
          SELECT
            "t27"."child_id",
            "t27"."person_id"
          FROM (
            SELECT
              "t25"."child_id" AS "child_id",
              "t25"."person_id" AS "person_id"
            FROM (
              SELECT
                "t20"."child_id" AS "child_id",
                "t20"."person_id" AS "person_id",
                "t20"."is_parent" AS "is_parent",
                "t20"."is_partner" AS "is_partner",
                "t20"."adult" AS "adult",
                "t20"."at_home" AS "at_home"
              FROM (
                SELECT
                  "t5"."child_id" AS "child_id",
                  "t5"."person_id" AS "person_id",
                  "t5"."is_parent" AS "is_parent",
                  "t5"."is_partner" AS "is_partner",
                  "t5"."adult" AS "adult",
                  "t5"."at_home" AS "at_home"
                FROM "network" AS "t5"
                WHERE
                  NOT (
                    "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
              ) AS "t20"
              WHERE
                NOT EXISTS(
                  SELECT
                    1 AS "1"
                  FROM (
                    SELECT
                      "t18"."about_id" AS "about_id",
                      "t18"."child_id" AS "child_id"
                    FROM (
                      SELECT
                        "t6"."about_id" AS "about_id",
                        "t6"."agency" AS "agency",
                        "t6"."happened_to" AS "happened_to",
                        "t6"."recorded_day" AS "recorded_day",
                        "t6"."known_from" AS "known_from",
                        "t6"."child_id" AS "child_id"
                      FROM "relationship" AS "t6"
                      WHERE
                        "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                    ) AS "t18"
                    WHERE
                      NOT EXISTS(
                        SELECT
                          1 AS "1"
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
        )
    ) AS "t28"
    WHERE
      (
        "t28"."came_day" + :new_adult_in_home__wait
      ) <= :today
  ) AS "t30"
  WHERE
    (
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t0"."happened_from" AS "happened_from",
            "t0"."happened_to" AS "happened_to",
            "t0"."child_id" AS "child_id"
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
          1 AS "1"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
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
        1 AS "1"
      FROM (
        SELECT
          "t12"."child_id" AS "child_id",
          "t12"."person_id" AS "person_id",
          "t19"."weighed_day" AS "weighed_day"
        FROM (
          SELECT
            "t3"."entry_id" AS "entry_id",
            "t3"."child_id" AS "child_id",
            "t3"."about_id" AS "person_id"
          FROM "considered" AS "t3"
        ) AS "t12"
        INNER JOIN (
          SELECT
            "t4"."entry_id" AS "entry_id",
            "t4"."child_id" AS "child_id",
            IIF("t4"."happened_from" IS NULL, "t4"."recorded_day", "t4"."completed_day") AS "weighed_day"
          FROM "assessment" AS "t4"
          WHERE
            NOT "t4"."completed_day" IS NULL
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
    "t13"."child_id" AS "child_id",
    "t13"."person_id" AS "person_id"
  FROM (
    SELECT
      "t10"."child_id" AS "child_id",
      "t10"."person_id" AS "person_id"
    FROM (
      SELECT
        "t5"."child_id" AS "child_id",
        "t5"."person_id" AS "person_id"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id",
          "t0"."person_id" AS "person_id"
        FROM "around_contact" AS "t0"
      ) AS "t5"
      UNION ALL
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."person_id" AS "person_id"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id"
        FROM "around_offer" AS "t1"
        WHERE
          "t1"."outcome" IN ('accepted', 'declined')
      ) AS "t7"
    ) AS "t10"
    UNION ALL
    SELECT
      "t12"."child_id" AS "child_id",
      "t12"."person_id" AS "person_id"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."by_id" AS "person_id"
        FROM "statement" AS "t2"
        WHERE
          NOT "t2"."by_id" IS NULL
      ) AS "t8"
      UNION ALL
      SELECT
        "t11"."child_id" AS "child_id",
        "t11"."person_id" AS "person_id"
      FROM (
        SELECT
          "t6"."child_id" AS "child_id",
          "t6"."person_id" AS "person_id"
        FROM (
          SELECT
            "t3"."child_id" AS "child_id",
            "t3"."person_id" AS "person_id"
          FROM "around_met" AS "t3"
        ) AS "t6"
        UNION ALL
        SELECT
          "t9"."child_id" AS "child_id",
          "t9"."person_id" AS "person_id"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            "t4"."person_id" AS "person_id"
          FROM "around_appointment" AS "t4"
          WHERE
            "t4"."outcome" = 'attended'
        ) AS "t9"
      ) AS "t11"
    ) AS "t12"
  ) AS "t13"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'new' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "new" AS "t2"
    WHERE
      NOT ("t2"."child_id", "t2"."person_id") IN (
        SELECT
          "t3"."child_id",
          "t3"."person_id"
        FROM "reached" AS "t3"
      )
      AND NOT ("t2"."child_id", "t2"."person_id") IN (
        SELECT
          "t4"."child_id",
          "t4"."person_id"
        FROM "reached" AS "t4"
      )
  ) AS "t5"
) AS "found"
