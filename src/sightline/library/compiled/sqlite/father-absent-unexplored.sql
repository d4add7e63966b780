WITH "unsettled" AS (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."person_id" AS "person_id",
    "t6"."relation" AS "relation",
    "t6"."identity" AS "identity",
    "t6"."cares" AS "cares",
    "t6"."at_home" AS "at_home",
    "t6"."person_sex" AS "person_sex"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."relation" AS "relation",
      "t0"."identity" AS "identity",
      "t0"."cares" AS "cares",
      "t0"."at_home" AS "at_home",
      "t0"."person_sex" AS "person_sex"
    FROM "network" AS "t0"
    WHERE
      "t0"."is_parent"
  ) AS "t6"
  WHERE
    (
      (
        "t6"."child_id" IN (
          SELECT
            "t11"."child_id"
          FROM (
            SELECT
              "t1"."child_id" AS "child_id"
            FROM "baby" AS "t1"
            WHERE
              "t1"."age_days" >= :father_absent_unexplored__after_birth
          ) AS "t11"
        )
        AND NOT "t6"."child_id" IN (
          SELECT
            "t12"."child_id"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id"
            FROM "relationship" AS "t2"
            WHERE
              "t2"."identity" = 'no_second_parent'
          ) AS "t12"
        )
      )
      AND NOT "t6"."child_id" IN (
        SELECT
          "t15"."child_id"
        FROM (
          SELECT
            "t13"."child_id" AS "child_id"
          FROM (
            SELECT
              "t2"."about_id" AS "about_id",
              "t2"."agency" AS "agency",
              "t2"."happened_to" AS "happened_to",
              "t2"."recorded_day" AS "recorded_day",
              "t2"."known_from" AS "known_from",
              "t2"."child_id" AS "child_id"
            FROM "relationship" AS "t2"
            WHERE
              "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          ) AS "t13"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM "relationship" AS "t3"
              WHERE
                "t13"."child_id" = "t3"."child_id"
                AND "t13"."about_id" = "t3"."about_id"
                AND "t13"."agency" = "t3"."agency"
                AND NOT (
                  "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                )
                AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t13"."happened_to", "t13"."recorded_day")
                AND "t3"."known_from" > "t13"."known_from"
            )
        ) AS "t15"
      )
    )
    AND NOT "t6"."child_id" IN (
      SELECT
        "t10"."child_id"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id"
        FROM "network" AS "t0"
        WHERE
          "t0"."is_parent"
          AND "t0"."identity" IN ('no_second_parent', 'no_contact_permitted', 'not_safe_to_ask')
      ) AS "t10"
    )
), "asked_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."child_id" AS "child_id"
  FROM "relationship" AS "t0"
  WHERE
    "t0"."identity" = 'asked_not_disclosed'
), "asked" AS (
  SELECT
    "t1"."about_id" AS "about_id",
    "t1"."child_id" AS "child_id"
  FROM "asked_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "asked_told" AS "t2"
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
), "mothers_met" AS (
  SELECT
    "t1"."child_id" AS "child_id",
    MIN("t1"."person_id") AS "one",
    MAX("t1"."person_id") AS "last"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id"
    FROM "around_met" AS "t0"
    WHERE
      "t0"."relation" IN ('mother', 'parent')
  ) AS "t1"
  GROUP BY
    "t1"."child_id"
), "told" AS (
  SELECT
    "t29"."child_id" AS "child_id",
    "t29"."entry_id" AS "entry_id",
    "t29"."person_id" AS "person_id",
    "t29"."why" AS "why"
  FROM (
    SELECT
      "t13"."child_id" AS "child_id",
      "t13"."entry_id" AS "entry_id",
      "t13"."person_id" AS "person_id",
      "t13"."why" AS "why"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."about_id" AS "person_id",
        'not_asked' AS "why"
      FROM "relationship" AS "t0"
      WHERE
        "t0"."identity" = 'not_asked'
    ) AS "t13"
    WHERE
      ("t13"."child_id", "t13"."person_id") IN (
        SELECT
          "t27"."child_id",
          "t27"."person_id"
        FROM (
          SELECT
            "t14"."child_id" AS "child_id",
            "t14"."person_id" AS "person_id"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
              "t2"."person_id" AS "person_id"
            FROM "unsettled" AS "t2"
            WHERE
              "t2"."identity" = 'not_asked'
          ) AS "t14"
          WHERE
            (
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM (
                  SELECT
                    "t7"."child_id" AS "child_id",
                    "t7"."about_id" AS "about_id"
                  FROM (
                    SELECT
                      "t5"."child_id" AS "child_id",
                      "t5"."about_id" AS "about_id",
                      COUNT(*) AS "n"
                    FROM "asked" AS "t5"
                    GROUP BY
                      "t5"."child_id",
                      "t5"."about_id"
                  ) AS "t7"
                  WHERE
                    "t7"."n" >= :father_absent_unexplored__at_most
                ) AS "t21"
                WHERE
                  "t14"."child_id" = "t21"."child_id" AND "t14"."person_id" = "t21"."about_id"
              )
              AND NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM (
                  SELECT
                    "t18"."child_id" AS "child_id"
                  FROM (
                    SELECT
                      "t11"."child_id" AS "child_id",
                      COUNT(*) AS "n"
                    FROM (
                      SELECT
                        "t3"."child_id" AS "child_id"
                      FROM "network" AS "t3"
                      WHERE
                        "t3"."is_parent" AND "t3"."identity" = 'named'
                    ) AS "t11"
                    GROUP BY
                      "t11"."child_id"
                  ) AS "t18"
                  WHERE
                    "t18"."n" >= 2
                ) AS "t24"
                WHERE
                  "t14"."child_id" = "t24"."child_id"
              )
            )
            AND NOT EXISTS(
              SELECT
                1 AS "1"
              FROM (
                SELECT
                  "t3"."child_id" AS "child_id"
                FROM "network" AS "t3"
                WHERE
                  "t3"."is_partner" AND "t3"."person_sex" = 'female'
              ) AS "t16"
              WHERE
                "t14"."child_id" = "t16"."child_id"
            )
        ) AS "t27"
      )
  ) AS "t29"
  UNION ALL
  SELECT
    "t30"."child_id" AS "child_id",
    "t30"."entry_id" AS "entry_id",
    "t30"."person_id" AS "person_id",
    "t30"."why" AS "why"
  FROM (
    SELECT
      "t20"."child_id" AS "child_id",
      "t20"."entry_id" AS "entry_id",
      "t20"."person_id" AS "person_id",
      "t20"."why" AS "why"
    FROM (
      SELECT
        "t1"."child_id" AS "child_id",
        "t1"."entry_id" AS "entry_id",
        "t1"."about_id" AS "person_id",
        'gone' AS "why"
      FROM "stay" AS "t1"
      WHERE
        "t1"."change" = 'moves_out'
        AND NOT (
          "t1"."reason_known"
        )
        AND (
          COALESCE("t1"."happened_to", "t1"."recorded_day") + :father_absent_unexplored__gone_for
        ) <= :today
    ) AS "t20"
    WHERE
      ("t20"."child_id", "t20"."person_id") IN (
        SELECT
          "t28"."child_id",
          "t28"."person_id"
        FROM (
          SELECT
            "t22"."child_id" AS "child_id",
            "t22"."person_id" AS "person_id"
          FROM (
            SELECT
              "t15"."child_id" AS "child_id",
              "t15"."person_id" AS "person_id",
              "t15"."relation" AS "relation",
              "t15"."person_sex" AS "person_sex",
              "t6"."one" AS "one",
              "t6"."last" AS "last"
            FROM (
              SELECT
                "t2"."child_id" AS "child_id",
                "t2"."person_id" AS "person_id",
                "t2"."relation" AS "relation",
                "t2"."person_sex" AS "person_sex"
              FROM "unsettled" AS "t2"
              WHERE
                "t2"."identity" IN ('named', 'described')
                AND NOT (
                  "t2"."at_home"
                )
                AND NOT (
                  "t2"."cares"
                )
            ) AS "t15"
            LEFT OUTER JOIN "mothers_met" AS "t6"
              ON "t15"."child_id" = "t6"."child_id"
          ) AS "t22"
          WHERE
            NOT (
              "t22"."relation" IN ('mother', 'parent')
            )
            OR COALESCE("t22"."person_sex" = 'male', FALSE)
            OR COALESCE(
              (
                "t22"."one" <> "t22"."person_id"
              ) OR (
                "t22"."last" <> "t22"."person_id"
              ),
              FALSE
            )
        ) AS "t28"
      )
  ) AS "t30"
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
    "t5"."why" AS "because"
  FROM (
    SELECT
      "t2"."child_id" AS "child_id",
      "t2"."entry_id" AS "entry_id",
      "t2"."why" AS "why"
    FROM "told" AS "t2"
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
