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
          ORDER BY "t6"."came_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST, "t6"."entry_id" ASC NULLS LAST
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
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
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
), "in_life" AS (
  SELECT
    "t18"."child_id",
    "t18"."person_id",
    "t18"."relation",
    "t18"."identity",
    "t18"."is_parent",
    "t18"."is_sibling",
    "t18"."is_partner",
    "t18"."adult",
    "t18"."lives_here",
    "t18"."stays_often",
    "t18"."cares",
    "t18"."at_home",
    "t18"."home_entry_id",
    "t18"."home_day",
    "t18"."home_reason_known",
    "t18"."since_entry_id",
    "t18"."since_day",
    "t18"."person_sex",
    "t18"."person_born_from",
    "t18"."person_born_to"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t11"."child_id",
        "t11"."person_id",
        "t11"."relation",
        "t11"."identity",
        "t11"."is_parent",
        "t11"."is_sibling",
        "t11"."is_partner",
        "t11"."adult",
        "t11"."lives_here",
        "t11"."stays_often",
        "t11"."cares",
        "t11"."at_home",
        "t11"."home_entry_id",
        "t11"."home_day",
        "t11"."home_reason_known",
        "t11"."since_entry_id",
        "t11"."since_day",
        "t11"."person_sex",
        "t11"."person_born_from",
        "t11"."person_born_to"
      FROM (
        SELECT
          *
        FROM "network" AS "t0"
        WHERE
          NOT (
            "t0"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t11"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t10"."about_id",
              "t10"."agency",
              "t10"."sector",
              "t10"."happened_from",
              "t10"."happened_to",
              "t10"."recorded_day",
              "t10"."known_from",
              "t10"."known_until",
              "t10"."sensitivity",
              "t10"."entry_id",
              "t10"."root_id",
              "t10"."to_id",
              "t10"."type",
              "t10"."identity",
              "t10"."ended",
              "t10"."child_id"
            FROM (
              SELECT
                *
              FROM "relationship" AS "t2"
              WHERE
                "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t10"
            WHERE
              NOT EXISTS(
                SELECT
                  1
                FROM "relationship" AS "t3"
                WHERE
                  "t10"."child_id" = "t3"."child_id"
                  AND "t10"."about_id" = "t3"."about_id"
                  AND "t10"."agency" = "t3"."agency"
                  AND NOT (
                    "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t10"."happened_to", "t10"."recorded_day")
                  AND "t3"."known_from" > "t10"."known_from"
              )
          ) AS "t15"
          WHERE
            "t11"."child_id" = "t15"."child_id" AND "t11"."person_id" = "t15"."about_id"
        )
    ) AS "t16"
    WHERE
      "t16"."at_home" OR "t16"."cares" OR "t16"."is_partner"
  ) AS "t18"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
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
          "t8"."nights_a_week"
        FROM (
          SELECT
            *
          FROM "stay" AS "t1"
          WHERE
            "t1"."change" = 'moves_out'
        ) AS "t8"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t1"."child_id",
                "t1"."about_id",
                COALESCE("t1"."happened_to", "t1"."recorded_day") AS "came_day"
              FROM "stay" AS "t1"
              WHERE
                "t1"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
            ) AS "t9"
            WHERE
              "t8"."child_id" = "t9"."child_id"
              AND "t8"."about_id" = "t9"."about_id"
              AND "t9"."came_day" >= COALESCE("t8"."happened_to", "t8"."recorded_day")
          )
      ) AS "t14"
      WHERE
        "t18"."child_id" = "t14"."child_id" AND "t18"."person_id" = "t14"."about_id"
    )
), "here" AS (
  SELECT
    "t2"."child_id",
    "t2"."person_id",
    "t2"."relation",
    "t2"."identity",
    "t2"."is_parent",
    "t2"."is_sibling",
    "t2"."is_partner",
    "t2"."adult",
    "t2"."lives_here",
    "t2"."stays_often",
    "t2"."cares",
    "t2"."at_home",
    "t2"."home_entry_id",
    "t2"."home_day",
    "t2"."home_reason_known",
    "t2"."since_entry_id",
    "t2"."since_day",
    "t2"."person_sex",
    "t2"."person_born_from",
    "t2"."person_born_to",
    IIF(
      "t2"."is_parent" OR "t2"."is_partner",
      "t2"."since_entry_id",
      COALESCE("t4"."came_entry_id", "t2"."since_entry_id")
    ) AS "entry_id",
    IIF(
      "t2"."is_parent" OR "t2"."is_partner",
      "t2"."since_day",
      COALESCE("t4"."came_told", "t2"."since_day")
    ) AS "here_day",
    COALESCE("t4"."came_told", "t2"."since_day") AS "came_told"
  FROM "in_life" AS "t2"
  LEFT OUTER JOIN (
    SELECT
      "t1"."child_id",
      "t1"."person_id",
      "t1"."entry_id" AS "came_entry_id",
      "t1"."told_day" AS "came_told"
    FROM "came" AS "t1"
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."person_id" = "t4"."person_id"
), "due" AS (
  SELECT
    "t11"."child_id",
    "t11"."person_id",
    "t11"."relation",
    "t11"."identity",
    "t11"."is_parent",
    "t11"."is_sibling",
    "t11"."is_partner",
    "t11"."adult",
    "t11"."lives_here",
    "t11"."stays_often",
    "t11"."cares",
    "t11"."at_home",
    "t11"."home_entry_id",
    "t11"."home_day",
    "t11"."home_reason_known",
    "t11"."since_entry_id",
    "t11"."since_day",
    "t11"."person_sex",
    "t11"."person_born_from",
    "t11"."person_born_to",
    "t11"."entry_id",
    "t11"."here_day",
    "t11"."came_told",
    "t11"."born_day",
    "t11"."age_days"
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t8"."child_id",
        "t8"."person_id",
        "t8"."relation",
        "t8"."identity",
        "t8"."is_parent",
        "t8"."is_sibling",
        "t8"."is_partner",
        "t8"."adult",
        "t8"."lives_here",
        "t8"."stays_often",
        "t8"."cares",
        "t8"."at_home",
        "t8"."home_entry_id",
        "t8"."home_day",
        "t8"."home_reason_known",
        "t8"."since_entry_id",
        "t8"."since_day",
        "t8"."person_sex",
        "t8"."person_born_from",
        "t8"."person_born_to",
        "t8"."entry_id",
        "t8"."here_day",
        "t8"."came_told",
        "t6"."born_day",
        "t6"."age_days"
      FROM (
        SELECT
          *
        FROM "here" AS "t1"
        WHERE
          "t1"."adult" OR "t1"."is_partner"
      ) AS "t8"
      INNER JOIN (
        SELECT
          "t2"."child_id",
          "t2"."born_day",
          "t2"."age_days"
        FROM "baby" AS "t2"
      ) AS "t6"
        ON "t8"."child_id" = "t6"."child_id"
    ) AS "t9"
    WHERE
      "t9"."age_days" >= :unseen_man__after_birth
      AND (
        "t9"."here_day" + :unseen_man__after_known
      ) <= :today
  ) AS "t11"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          *
        FROM "stay" AS "t0"
        WHERE
          "t0"."change" = 'stays_often' AND "t0"."reason_known"
      ) AS "t7"
      WHERE
        "t11"."child_id" = "t7"."child_id"
        AND "t11"."person_id" = "t7"."about_id"
        AND NOT (
          "t11"."is_parent" OR "t11"."is_partner" OR "t11"."lives_here" OR "t11"."cares"
        )
        AND COALESCE("t7"."happened_to", "t7"."recorded_day") >= (
          "t11"."born_day" - :unseen_man__help_before
        )
        AND COALESCE("t7"."happened_to", "t7"."recorded_day") <= (
          "t11"."born_day" + :unseen_man__help_after
        )
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
), "unmet" AS (
  SELECT
    "t11"."child_id",
    "t11"."person_id",
    "t11"."relation",
    "t11"."identity",
    "t11"."is_parent",
    "t11"."is_sibling",
    "t11"."is_partner",
    "t11"."adult",
    "t11"."lives_here",
    "t11"."stays_often",
    "t11"."cares",
    "t11"."at_home",
    "t11"."home_entry_id",
    "t11"."home_day",
    "t11"."home_reason_known",
    "t11"."since_entry_id",
    "t11"."since_day",
    "t11"."person_sex",
    "t11"."person_born_from",
    "t11"."person_born_to",
    "t11"."entry_id",
    "t11"."here_day",
    "t11"."came_told",
    "t11"."born_day",
    "t11"."age_days"
  FROM (
    SELECT
      "t9"."child_id",
      "t9"."person_id",
      "t9"."relation",
      "t9"."identity",
      "t9"."is_parent",
      "t9"."is_sibling",
      "t9"."is_partner",
      "t9"."adult",
      "t9"."lives_here",
      "t9"."stays_often",
      "t9"."cares",
      "t9"."at_home",
      "t9"."home_entry_id",
      "t9"."home_day",
      "t9"."home_reason_known",
      "t9"."since_entry_id",
      "t9"."since_day",
      "t9"."person_sex",
      "t9"."person_born_from",
      "t9"."person_born_to",
      "t9"."entry_id",
      "t9"."here_day",
      "t9"."came_told",
      "t9"."born_day",
      "t9"."age_days"
    FROM (
      SELECT
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
        "t5"."person_born_to",
        "t5"."entry_id",
        "t5"."here_day",
        "t5"."came_told",
        "t5"."born_day",
        "t5"."age_days",
        "t8"."child_id" AS "child_id_right",
        "t8"."one",
        "t8"."last"
      FROM "due" AS "t5"
      LEFT OUTER JOIN (
        SELECT
          "t6"."child_id",
          MIN("t6"."person_id") AS "one",
          MAX("t6"."person_id") AS "last"
        FROM (
          SELECT
            *
          FROM "around_met" AS "t2"
          WHERE
            "t2"."relation" IN ('mother', 'parent')
        ) AS "t6"
        GROUP BY
          1
      ) AS "t8"
        ON "t5"."child_id" = "t8"."child_id"
    ) AS "t9"
    WHERE
      NOT (
        "t9"."relation" IN ('mother', 'parent')
      )
      OR COALESCE("t9"."person_sex" = 'male', FALSE)
      OR COALESCE(
        (
          "t9"."one" <> "t9"."person_id"
        ) OR (
          "t9"."last" <> "t9"."person_id"
        ),
        FALSE
      )
  ) AS "t11"
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM "reached" AS "t3"
      WHERE
        "t11"."child_id" = "t3"."child_id" AND "t11"."person_id" = "t3"."person_id"
    )
    AND NOT EXISTS(
      SELECT
        1
      FROM "reached" AS "t4"
      WHERE
        "t11"."child_id" = "t4"."child_id" AND "t11"."person_id" = "t4"."person_id"
    )
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t5"."child_id",
      "t5"."entry_id",
      'unmet_on_plan' AS "because"
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."person_id",
        "t2"."relation",
        "t2"."identity",
        "t2"."is_parent",
        "t2"."is_sibling",
        "t2"."is_partner",
        "t2"."adult",
        "t2"."lives_here",
        "t2"."stays_often",
        "t2"."cares",
        "t2"."at_home",
        "t2"."home_entry_id",
        "t2"."home_day",
        "t2"."home_reason_known",
        "t2"."since_entry_id",
        "t2"."since_day",
        "t2"."person_sex",
        "t2"."person_born_from",
        "t2"."person_born_to",
        "t2"."entry_id",
        "t2"."here_day",
        "t2"."came_told",
        "t2"."born_day",
        "t2"."age_days"
      FROM "unmet" AS "t2"
      WHERE
        EXISTS(
          SELECT
            1
          FROM (
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
              "t1"."type",
              "t1"."start_day",
              "t1"."end_day",
              "t1"."need_code",
              "t1"."child_id",
              COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
              "t1"."end_day" AS "last_day"
            FROM "plan" AS "t1"
            WHERE
              "t1"."type" IN ('child_protection', 'child_in_need')
              AND COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) <= :today
              AND (
                (
                  "t1"."end_day" IS NULL
                ) OR (
                  "t1"."end_day" >= :today
                )
              )
          ) AS "t4"
          WHERE
            "t2"."child_id" = "t4"."child_id"
        )
    ) AS "t5"
  ) AS "t7"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t6"."child_id",
      "t6"."entry_id",
      'unmet' AS "because"
    FROM (
      SELECT
        "t2"."child_id",
        "t2"."person_id",
        "t2"."relation",
        "t2"."identity",
        "t2"."is_parent",
        "t2"."is_sibling",
        "t2"."is_partner",
        "t2"."adult",
        "t2"."lives_here",
        "t2"."stays_often",
        "t2"."cares",
        "t2"."at_home",
        "t2"."home_entry_id",
        "t2"."home_day",
        "t2"."home_reason_known",
        "t2"."since_entry_id",
        "t2"."since_day",
        "t2"."person_sex",
        "t2"."person_born_from",
        "t2"."person_born_to",
        "t2"."entry_id",
        "t2"."here_day",
        "t2"."came_told",
        "t2"."born_day",
        "t2"."age_days"
      FROM "unmet" AS "t2"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
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
              "t1"."type",
              "t1"."start_day",
              "t1"."end_day",
              "t1"."need_code",
              "t1"."child_id",
              COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
              "t1"."end_day" AS "last_day"
            FROM "plan" AS "t1"
            WHERE
              "t1"."type" IN ('child_protection', 'child_in_need')
              AND COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) <= :today
              AND (
                (
                  "t1"."end_day" IS NULL
                ) OR (
                  "t1"."end_day" >= :today
                )
              )
          ) AS "t4"
          WHERE
            "t2"."child_id" = "t4"."child_id"
        )
    ) AS "t6"
  ) AS "t8"
) AS found
