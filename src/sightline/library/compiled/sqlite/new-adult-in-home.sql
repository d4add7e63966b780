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
), "weighed" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."person_id" AS "person_id",
    "t5"."weighed_day" AS "weighed_day"
  FROM (
    SELECT
      "t0"."entry_id" AS "entry_id",
      "t0"."child_id" AS "child_id",
      "t0"."about_id" AS "person_id"
    FROM "considered" AS "t0"
  ) AS "t3"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      IIF("t1"."happened_from" IS NULL, "t1"."recorded_day", "t1"."completed_day") AS "weighed_day"
    FROM "assessment" AS "t1"
    WHERE
      NOT "t1"."completed_day" IS NULL
  ) AS "t5"
    ON "t3"."entry_id" = "t5"."entry_id" AND "t3"."child_id" = "t5"."child_id"
), "new" AS (
  SELECT
    "t24"."entry_id" AS "entry_id",
    "t24"."child_id" AS "child_id",
    "t24"."person_id" AS "person_id"
  FROM (
    SELECT
      "t22"."happened_from" AS "happened_from",
      "t22"."happened_to" AS "happened_to",
      "t22"."entry_id" AS "entry_id",
      "t22"."child_id" AS "child_id",
      "t22"."person_id" AS "person_id",
      "t22"."came_day" AS "came_day"
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
            "t21"."child_id",
            "t21"."person_id"
          FROM (
            SELECT
              "t19"."child_id" AS "child_id",
              "t19"."person_id" AS "person_id"
            FROM (
              SELECT
                "t16"."child_id" AS "child_id",
                "t16"."person_id" AS "person_id",
                "t16"."is_parent" AS "is_parent",
                "t16"."is_partner" AS "is_partner",
                "t16"."adult" AS "adult",
                "t16"."at_home" AS "at_home"
              FROM (
                SELECT
                  "t4"."child_id" AS "child_id",
                  "t4"."person_id" AS "person_id",
                  "t4"."is_parent" AS "is_parent",
                  "t4"."is_partner" AS "is_partner",
                  "t4"."adult" AS "adult",
                  "t4"."at_home" AS "at_home"
                FROM "network" AS "t4"
                WHERE
                  NOT (
                    "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
              ) AS "t16"
              WHERE
                NOT EXISTS(
                  SELECT
                    1 AS "1"
                  FROM (
                    SELECT
                      "t15"."about_id" AS "about_id",
                      "t15"."child_id" AS "child_id"
                    FROM (
                      SELECT
                        "t5"."about_id" AS "about_id",
                        "t5"."agency" AS "agency",
                        "t5"."happened_to" AS "happened_to",
                        "t5"."recorded_day" AS "recorded_day",
                        "t5"."known_from" AS "known_from",
                        "t5"."child_id" AS "child_id"
                      FROM "relationship" AS "t5"
                      WHERE
                        "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                    ) AS "t15"
                    WHERE
                      NOT EXISTS(
                        SELECT
                          1 AS "1"
                        FROM "relationship" AS "t8"
                        WHERE
                          "t15"."child_id" = "t8"."child_id"
                          AND "t15"."about_id" = "t8"."about_id"
                          AND "t15"."agency" = "t8"."agency"
                          AND NOT (
                            "t8"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                          )
                          AND COALESCE("t8"."happened_to", "t8"."recorded_day") >= COALESCE("t15"."happened_to", "t15"."recorded_day")
                          AND "t8"."known_from" > "t15"."known_from"
                      )
                  ) AS "t18"
                  WHERE
                    "t16"."child_id" = "t18"."child_id" AND "t16"."person_id" = "t18"."about_id"
                )
            ) AS "t19"
            WHERE
              "t19"."at_home"
              AND NOT (
                "t19"."is_parent"
              )
              AND (
                "t19"."adult" OR "t19"."is_partner"
              )
          ) AS "t21"
        )
    ) AS "t22"
    WHERE
      (
        "t22"."came_day" + :new_adult_in_home__wait
      ) <= :today
  ) AS "t24"
  WHERE
    (
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t1"."happened_from" AS "happened_from",
            "t1"."happened_to" AS "happened_to",
            "t1"."child_id" AS "child_id"
          FROM "around_stay" AS "t1"
          WHERE
            "t1"."is_parent"
            AND "t1"."change" = 'moves_in'
            AND "t1"."for_child_id" = "t1"."child_id"
        ) AS "t12"
        WHERE
          "t24"."child_id" = "t12"."child_id"
          AND "t24"."happened_from" <= "t12"."happened_to"
          AND "t24"."happened_to" >= "t12"."happened_from"
      )
      AND NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."about_id" AS "person_id",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "asked_day"
          FROM "stay" AS "t2"
          WHERE
            "t2"."change" IN ('moves_in', 'stays_often') AND "t2"."reason_known"
        ) AS "t13"
        WHERE
          "t24"."child_id" = "t13"."child_id"
          AND "t24"."person_id" = "t13"."person_id"
          AND "t13"."asked_day" >= "t24"."came_day"
      )
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "weighed" AS "t6"
      WHERE
        "t24"."child_id" = "t6"."child_id"
        AND "t24"."person_id" = "t6"."person_id"
        AND "t6"."weighed_day" >= "t24"."came_day"
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
