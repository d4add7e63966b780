WITH "unsettled" AS (
  SELECT
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
  FROM (
    SELECT
      *
    FROM "network" AS "t0"
    WHERE
      "t0"."is_parent"
  ) AS "t6"
  WHERE
    (
      (
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "baby" AS "t1"
            WHERE
              "t1"."age_days" >= :father_absent_unexplored__after_birth
          ) AS "t11"
          WHERE
            "t6"."child_id" = "t11"."child_id"
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "relationship" AS "t2"
            WHERE
              "t2"."identity" = 'no_second_parent'
          ) AS "t12"
          WHERE
            "t6"."child_id" = "t12"."child_id"
        )
      )
      AND NOT EXISTS(
        SELECT
          1
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
            "t13"."to_id",
            "t13"."type",
            "t13"."identity",
            "t13"."ended",
            "t13"."child_id"
          FROM (
            SELECT
              *
            FROM "relationship" AS "t2"
            WHERE
              "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          ) AS "t13"
          WHERE
            NOT EXISTS(
              SELECT
                1
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
        WHERE
          "t6"."child_id" = "t15"."child_id"
      )
    )
    AND NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "network" AS "t0"
        WHERE
          "t0"."is_parent"
          AND "t0"."identity" IN ('no_second_parent', 'no_contact_permitted', 'not_safe_to_ask')
      ) AS "t10"
      WHERE
        "t6"."child_id" = "t10"."child_id"
    )
), "asked_told" AS (
  SELECT
    *
  FROM "relationship" AS "t0"
  WHERE
    "t0"."identity" = 'asked_not_disclosed'
), "asked" AS (
  SELECT
    "t1"."about_id",
    "t1"."agency",
    "t1"."sector",
    "t1"."happened_from",
    "t1"."happened_to",
    "t1"."recorded_day",
    "t1"."known_from",
    "t1"."known_until",
    "t1"."sensitivity",
    "t1"."entry_id",
    "t1"."root_id",
    "t1"."to_id",
    "t1"."type",
    "t1"."identity",
    "t1"."ended",
    "t1"."child_id"
  FROM "asked_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
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
), "unknown" AS (
  SELECT
    "t17"."child_id",
    "t17"."person_id",
    "t17"."relation",
    "t17"."identity",
    "t17"."is_parent",
    "t17"."is_sibling",
    "t17"."is_partner",
    "t17"."adult",
    "t17"."lives_here",
    "t17"."stays_often",
    "t17"."cares",
    "t17"."at_home",
    "t17"."home_entry_id",
    "t17"."home_day",
    "t17"."home_reason_known",
    "t17"."since_entry_id",
    "t17"."since_day",
    "t17"."person_sex",
    "t17"."person_born_from",
    "t17"."person_born_to"
  FROM (
    SELECT
      *
    FROM "unsettled" AS "t0"
    WHERE
      "t0"."identity" = 'not_asked'
  ) AS "t17"
  WHERE
    (
      (
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."child_id",
                "t2"."about_id",
                COUNT(*) AS "n"
              FROM "asked" AS "t2"
              GROUP BY
                1,
                2
            ) AS "t8"
            WHERE
              "t8"."n" >= :father_absent_unexplored__at_most
          ) AS "t24"
          WHERE
            "t17"."child_id" = "t24"."child_id" AND "t17"."person_id" = "t24"."about_id"
        )
        AND NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t12"."child_id",
                COUNT(*) AS "n"
              FROM (
                SELECT
                  *
                FROM "network" AS "t1"
                WHERE
                  "t1"."is_parent" AND "t1"."identity" = 'named'
              ) AS "t12"
              GROUP BY
                1
            ) AS "t21"
            WHERE
              "t21"."n" >= 2
          ) AS "t28"
          WHERE
            "t17"."child_id" = "t28"."child_id"
        )
      )
      AND NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            *
          FROM "network" AS "t1"
          WHERE
            "t1"."is_partner" AND "t1"."person_sex" = 'female'
        ) AS "t18"
        WHERE
          "t17"."child_id" = "t18"."child_id"
      )
    )
    AND NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."child_id",
              "t3"."person_id"
            FROM "around_contact" AS "t3"
          ) AS "t9"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t4"."child_id",
              "t4"."person_id"
            FROM "around_offer" AS "t4"
            WHERE
              "t4"."outcome" IN ('accepted', 'declined')
          ) AS "t14"
        ) AS "t19"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t5"."child_id",
              "t5"."by_id" AS "person_id"
            FROM "statement" AS "t5"
            WHERE
              "t5"."by_id" IS NOT NULL
          ) AS "t15"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t6"."child_id",
                "t6"."person_id"
              FROM "around_met" AS "t6"
            ) AS "t10"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t7"."child_id",
                "t7"."person_id"
              FROM "around_appointment" AS "t7"
              WHERE
                "t7"."outcome" = 'attended'
            ) AS "t16"
          ) AS "t20"
        ) AS "t23"
      ) AS "t26"
      WHERE
        "t17"."child_id" = "t26"."child_id" AND "t17"."person_id" = "t26"."person_id"
    )
), "lost" AS (
  SELECT
    "t26"."child_id",
    "t26"."person_id",
    "t26"."relation",
    "t26"."identity",
    "t26"."is_parent",
    "t26"."is_sibling",
    "t26"."is_partner",
    "t26"."adult",
    "t26"."lives_here",
    "t26"."stays_often",
    "t26"."cares",
    "t26"."at_home",
    "t26"."home_entry_id",
    "t26"."home_day",
    "t26"."home_reason_known",
    "t26"."since_entry_id",
    "t26"."since_day",
    "t26"."person_sex",
    "t26"."person_born_from",
    "t26"."person_born_to"
  FROM (
    SELECT
      "t24"."child_id",
      "t24"."person_id",
      "t24"."relation",
      "t24"."identity",
      "t24"."is_parent",
      "t24"."is_sibling",
      "t24"."is_partner",
      "t24"."adult",
      "t24"."lives_here",
      "t24"."stays_often",
      "t24"."cares",
      "t24"."at_home",
      "t24"."home_entry_id",
      "t24"."home_day",
      "t24"."home_reason_known",
      "t24"."since_entry_id",
      "t24"."since_day",
      "t24"."person_sex",
      "t24"."person_born_from",
      "t24"."person_born_to"
    FROM (
      SELECT
        "t14"."child_id",
        "t14"."person_id",
        "t14"."relation",
        "t14"."identity",
        "t14"."is_parent",
        "t14"."is_sibling",
        "t14"."is_partner",
        "t14"."adult",
        "t14"."lives_here",
        "t14"."stays_often",
        "t14"."cares",
        "t14"."at_home",
        "t14"."home_entry_id",
        "t14"."home_day",
        "t14"."home_reason_known",
        "t14"."since_entry_id",
        "t14"."since_day",
        "t14"."person_sex",
        "t14"."person_born_from",
        "t14"."person_born_to",
        "t22"."child_id" AS "child_id_right",
        "t22"."one",
        "t22"."last"
      FROM (
        SELECT
          *
        FROM "unsettled" AS "t0"
        WHERE
          "t0"."identity" IN ('named', 'described')
          AND NOT (
            "t0"."at_home"
          )
          AND NOT (
            "t0"."cares"
          )
      ) AS "t14"
      LEFT OUTER JOIN (
        SELECT
          "t12"."child_id",
          MIN("t12"."person_id") AS "one",
          MAX("t12"."person_id") AS "last"
        FROM (
          SELECT
            *
          FROM "around_met" AS "t5"
          WHERE
            "t5"."relation" IN ('mother', 'parent')
        ) AS "t12"
        GROUP BY
          1
      ) AS "t22"
        ON "t14"."child_id" = "t22"."child_id"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t4"."child_id",
              "t4"."entry_id",
              "t4"."about_id" AS "person_id"
            FROM "stay" AS "t4"
            WHERE
              "t4"."change" = 'moves_out'
              AND NOT (
                "t4"."reason_known"
              )
              AND (
                COALESCE("t4"."happened_to", "t4"."recorded_day") + :father_absent_unexplored__gone_for
              ) <= :today
          ) AS "t19"
          WHERE
            "t14"."child_id" = "t19"."child_id" AND "t14"."person_id" = "t19"."person_id"
        )
    ) AS "t24"
    WHERE
      NOT (
        "t24"."relation" IN ('mother', 'parent')
      )
      OR COALESCE("t24"."person_sex" = 'male', FALSE)
      OR COALESCE(
        (
          "t24"."one" <> "t24"."person_id"
        ) OR (
          "t24"."last" <> "t24"."person_id"
        ),
        FALSE
      )
  ) AS "t26"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t1"."child_id",
              "t1"."person_id"
            FROM "around_contact" AS "t1"
          ) AS "t7"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t2"."child_id",
              "t2"."person_id"
            FROM "around_offer" AS "t2"
            WHERE
              "t2"."outcome" IN ('accepted', 'declined')
          ) AS "t10"
        ) AS "t15"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t3"."child_id",
              "t3"."by_id" AS "person_id"
            FROM "statement" AS "t3"
            WHERE
              "t3"."by_id" IS NOT NULL
          ) AS "t11"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t5"."child_id",
                "t5"."person_id"
              FROM "around_met" AS "t5"
            ) AS "t8"
            UNION ALL
            SELECT
              *
            FROM (
              SELECT
                "t6"."child_id",
                "t6"."person_id"
              FROM "around_appointment" AS "t6"
              WHERE
                "t6"."outcome" = 'attended'
            ) AS "t13"
          ) AS "t16"
        ) AS "t18"
      ) AS "t23"
      WHERE
        "t26"."child_id" = "t23"."child_id" AND "t26"."person_id" = "t23"."person_id"
    )
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t20"."child_id",
      "t20"."entry_id",
      "t20"."because"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t15"."child_id",
          "t15"."entry_id",
          'not_asked' AS "because"
        FROM (
          SELECT
            "t11"."child_id",
            "t11"."entry_id",
            "t11"."person_id"
          FROM (
            SELECT
              "t2"."child_id",
              "t2"."entry_id",
              "t2"."about_id" AS "person_id"
            FROM "relationship" AS "t2"
            WHERE
              "t2"."identity" = 'not_asked'
          ) AS "t11"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "unknown" AS "t7"
              WHERE
                "t11"."child_id" = "t7"."child_id" AND "t11"."person_id" = "t7"."person_id"
            )
        ) AS "t15"
      ) AS "t16"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t17"."child_id",
          "t17"."entry_id",
          'gone' AS "because"
        FROM (
          SELECT
            "t14"."child_id",
            "t14"."entry_id",
            "t14"."person_id"
          FROM (
            SELECT
              "t4"."child_id",
              "t4"."entry_id",
              "t4"."about_id" AS "person_id"
            FROM "stay" AS "t4"
            WHERE
              "t4"."change" = 'moves_out'
              AND NOT (
                "t4"."reason_known"
              )
              AND (
                COALESCE("t4"."happened_to", "t4"."recorded_day") + :father_absent_unexplored__gone_for
              ) <= :today
          ) AS "t14"
          WHERE
            EXISTS(
              SELECT
                1
              FROM "lost" AS "t8"
              WHERE
                "t14"."child_id" = "t8"."child_id" AND "t14"."person_id" = "t8"."person_id"
            )
        ) AS "t17"
      ) AS "t18"
    ) AS "t20"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t6"
        WHERE
          "t20"."child_id" = "t6"."child_id"
      )
  ) AS "t21"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('relationship')
      ) AS "t9"
    ) > 0
) AS found
