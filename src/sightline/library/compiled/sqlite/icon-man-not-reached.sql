WITH "in_unit" AS (
  SELECT
    "t11"."child_id" AS "child_id",
    MAX("t11"."day") AS "unit_day"
  FROM (
    SELECT
      "t10"."child_id" AS "child_id",
      "t10"."day" AS "day"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."sector" AS "sector",
        "t8"."day" AS "day"
      FROM (
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."sector" AS "sector",
          "t4"."day" AS "day"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."sector" AS "sector",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "day"
          FROM "contact" AS "t0"
        ) AS "t4"
        UNION ALL
        SELECT
          "t5"."child_id" AS "child_id",
          "t5"."sector" AS "sector",
          "t5"."day" AS "day"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."sector" AS "sector",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "day"
          FROM "observation" AS "t1"
        ) AS "t5"
      ) AS "t8"
      UNION ALL
      SELECT
        "t9"."child_id" AS "child_id",
        "t9"."sector" AS "sector",
        "t9"."day" AS "day"
      FROM (
        SELECT
          "t6"."child_id" AS "child_id",
          "t6"."sector" AS "sector",
          "t6"."day" AS "day"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."sector" AS "sector",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "day"
          FROM "touchpoint" AS "t2"
        ) AS "t6"
        UNION ALL
        SELECT
          "t7"."child_id" AS "child_id",
          "t7"."sector" AS "sector",
          "t7"."day" AS "day"
        FROM (
          SELECT
            "t3"."child_id" AS "child_id",
            "t3"."sector" AS "sector",
            COALESCE("t3"."happened_to", "t3"."recorded_day") AS "day"
          FROM "measurement" AS "t3"
        ) AS "t7"
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."sector" = 'neonatal_unit'
  ) AS "t11"
  GROUP BY
    "t11"."child_id"
), "talks" AS (
  SELECT
    "t10"."child_id" AS "child_id",
    "t10"."entry_id" AS "entry_id",
    "t10"."person_id" AS "person_id"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      "t0"."person_id" AS "person_id"
    FROM "around_met" AS "t0"
    WHERE
      "t0"."how" = 'received'
  ) AS "t10"
  INNER JOIN (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "entry_id"
    FROM "touchpoint" AS "t1"
    WHERE
      "t1"."programme" = 'icon'
  ) AS "t11"
    ON "t10"."child_id" = "t11"."child_id" AND "t10"."entry_id" = "t11"."entry_id"
  WHERE
    "t10"."child_id" IN (
      SELECT
        "t15"."child_id"
      FROM (
        SELECT
          "t13"."child_id" AS "child_id"
        FROM (
          SELECT
            "t12"."child_id" AS "child_id",
            IIF(
              COALESCE("t5"."unit_day" > "t12"."born_day", FALSE),
              "t5"."unit_day",
              "t12"."born_day"
            ) AS "home_day"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
              "t2"."born_day" AS "born_day"
            FROM "baby" AS "t2"
            WHERE
              NOT "t2"."born_day" IS NULL
          ) AS "t12"
          LEFT OUTER JOIN "in_unit" AS "t5"
            ON "t12"."child_id" = "t5"."child_id"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM "area_move" AS "t6"
              WHERE
                "t12"."child_id" = "t6"."child_id"
                AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= "t12"."born_day"
            )
        ) AS "t13"
        WHERE
          (
            "t13"."home_day" + (
              :icon_man_not_reached__by + :icon_man_not_reached__to_record
            )
          ) <= :today
          AND (
            "t13"."home_day" + :icon_man_not_reached__until
          ) >= :today
      ) AS "t15"
    )
), "told" AS (
  SELECT
    "t2"."child_id" AS "child_id"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id",
      COUNT(*) AS "n"
    FROM (
      SELECT DISTINCT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id"
      FROM "talks" AS "t0"
    ) AS "t1"
    GROUP BY
      "t1"."child_id"
  ) AS "t2"
  WHERE
    "t2"."n" >= :icon_man_not_reached__enough
), "came_stays" AS (
  SELECT
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "came" AS (
  SELECT
    "t8"."entry_id" AS "entry_id",
    "t8"."child_id" AS "child_id",
    "t8"."person_id" AS "person_id",
    "t8"."told_day" AS "told_day"
  FROM (
    SELECT
      "t7"."entry_id" AS "entry_id",
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t6"."entry_id" AS "entry_id",
        "t6"."child_id" AS "child_id",
        "t6"."person_id" AS "person_id",
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
          "t3"."recorded_day" AS "recorded_day",
          "t3"."known_from" AS "known_from",
          "t3"."entry_id" AS "entry_id",
          "t3"."child_id" AS "child_id",
          "t3"."person_id" AS "person_id",
          "t3"."came_day" AS "came_day"
        FROM (
          SELECT
            "t0"."recorded_day" AS "recorded_day",
            "t0"."known_from" AS "known_from",
            "t0"."entry_id" AS "entry_id",
            "t0"."child_id" AS "child_id",
            "t0"."person_id" AS "person_id",
            "t0"."came_day" AS "came_day"
          FROM "came_stays" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
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
), "gone" AS (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."about_id" AS "about_id"
  FROM (
    SELECT
      "t3"."about_id" AS "about_id",
      "t3"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."about_id" AS "about_id",
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."child_id" AS "child_id"
      FROM "stay" AS "t0"
      WHERE
        "t0"."change" = 'moves_out'
    ) AS "t3"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."about_id" AS "about_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
          FROM "stay" AS "t0"
          WHERE
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
        ) AS "t4"
        WHERE
          "t3"."child_id" = "t4"."child_id"
          AND "t3"."about_id" = "t4"."about_id"
          AND "t4"."came_day" >= COALESCE("t3"."happened_to", "t3"."recorded_day")
      )
  ) AS "t5"
), "in_life" AS (
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."person_id" AS "person_id",
    "t13"."relation" AS "relation",
    "t13"."is_parent" AS "is_parent",
    "t13"."is_partner" AS "is_partner",
    "t13"."adult" AS "adult",
    "t13"."cares" AS "cares",
    "t13"."at_home" AS "at_home",
    "t13"."since_entry_id" AS "since_entry_id",
    "t13"."since_day" AS "since_day",
    "t13"."person_sex" AS "person_sex"
  FROM (
    SELECT
      "t11"."child_id" AS "child_id",
      "t11"."person_id" AS "person_id",
      "t11"."relation" AS "relation",
      "t11"."is_parent" AS "is_parent",
      "t11"."is_partner" AS "is_partner",
      "t11"."adult" AS "adult",
      "t11"."cares" AS "cares",
      "t11"."at_home" AS "at_home",
      "t11"."since_entry_id" AS "since_entry_id",
      "t11"."since_day" AS "since_day",
      "t11"."person_sex" AS "person_sex"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id",
        "t8"."relation" AS "relation",
        "t8"."is_parent" AS "is_parent",
        "t8"."is_partner" AS "is_partner",
        "t8"."adult" AS "adult",
        "t8"."cares" AS "cares",
        "t8"."at_home" AS "at_home",
        "t8"."since_entry_id" AS "since_entry_id",
        "t8"."since_day" AS "since_day",
        "t8"."person_sex" AS "person_sex"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."relation" AS "relation",
          "t1"."is_parent" AS "is_parent",
          "t1"."is_partner" AS "is_partner",
          "t1"."adult" AS "adult",
          "t1"."cares" AS "cares",
          "t1"."at_home" AS "at_home",
          "t1"."since_entry_id" AS "since_entry_id",
          "t1"."since_day" AS "since_day",
          "t1"."person_sex" AS "person_sex"
        FROM "network" AS "t1"
        WHERE
          NOT (
            "t1"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
      ) AS "t8"
      WHERE
        NOT ("t8"."child_id", "t8"."person_id") IN (
          SELECT
            "t10"."child_id",
            "t10"."about_id"
          FROM (
            SELECT
              "t7"."about_id" AS "about_id",
              "t7"."child_id" AS "child_id"
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
            ) AS "t7"
            WHERE
              NOT EXISTS(
                SELECT
                  1 AS "1"
                FROM "relationship" AS "t4"
                WHERE
                  "t7"."child_id" = "t4"."child_id"
                  AND "t7"."about_id" = "t4"."about_id"
                  AND "t7"."agency" = "t4"."agency"
                  AND NOT (
                    "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
                  )
                  AND COALESCE("t4"."happened_to", "t4"."recorded_day") >= COALESCE("t7"."happened_to", "t7"."recorded_day")
                  AND "t4"."known_from" > "t7"."known_from"
              )
          ) AS "t10"
        )
    ) AS "t11"
    WHERE
      "t11"."at_home" OR "t11"."cares" OR "t11"."is_partner"
  ) AS "t13"
  WHERE
    NOT ("t13"."child_id", "t13"."person_id") IN (
      SELECT
        "t3"."child_id",
        "t3"."about_id"
      FROM "gone" AS "t3"
    )
), "here" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."person_id" AS "person_id",
    "t2"."relation" AS "relation",
    "t2"."is_parent" AS "is_parent",
    "t2"."is_partner" AS "is_partner",
    "t2"."adult" AS "adult",
    "t2"."cares" AS "cares",
    "t2"."at_home" AS "at_home",
    "t2"."person_sex" AS "person_sex",
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
      "t1"."child_id" AS "child_id",
      "t1"."person_id" AS "person_id",
      "t1"."entry_id" AS "came_entry_id",
      "t1"."told_day" AS "came_told"
    FROM "came" AS "t1"
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."person_id" = "t4"."person_id"
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
), "men" AS (
  SELECT
    "t9"."child_id" AS "child_id",
    "t9"."person_id" AS "person_id",
    "t9"."entry_id" AS "entry_id"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."entry_id" AS "entry_id"
    FROM (
      SELECT
        "t6"."child_id" AS "child_id",
        "t6"."person_id" AS "person_id",
        "t6"."relation" AS "relation",
        "t6"."person_sex" AS "person_sex",
        "t6"."entry_id" AS "entry_id",
        "t4"."one" AS "one",
        "t4"."last" AS "last"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."relation" AS "relation",
          "t1"."person_sex" AS "person_sex",
          "t1"."entry_id" AS "entry_id"
        FROM "here" AS "t1"
        WHERE
          (
            "t1"."at_home" OR "t1"."cares"
          )
          AND (
            IIF("t1"."is_parent", "t1"."here_day", "t1"."came_told") + :icon_man_not_reached__after_known
          ) <= :today
          AND (
            "t1"."is_parent"
            OR "t1"."is_partner"
            OR (
              "t1"."adult" AND COALESCE("t1"."person_sex" = 'male', FALSE)
            )
          )
      ) AS "t6"
      LEFT OUTER JOIN "mothers_met" AS "t4"
        ON "t6"."child_id" = "t4"."child_id"
    ) AS "t7"
    WHERE
      NOT (
        "t7"."relation" IN ('mother', 'parent')
      )
      OR COALESCE("t7"."person_sex" = 'male', FALSE)
      OR COALESCE(
        (
          "t7"."one" <> "t7"."person_id"
        ) OR (
          "t7"."last" <> "t7"."person_id"
        ),
        FALSE
      )
  ) AS "t9"
  WHERE
    "t9"."child_id" IN (
      SELECT
        "t3"."child_id"
      FROM "told" AS "t3"
    )
), "missed" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id"
  FROM "men" AS "t2"
  WHERE
    NOT ("t2"."child_id", "t2"."person_id") IN (
      SELECT
        "t3"."child_id",
        "t3"."person_id"
      FROM "talks" AS "t3"
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."entry_id" AS "entry_id",
    "t6"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'not_reached' AS "because"
    FROM "missed" AS "t0"
  ) AS "t6"
  UNION ALL
  SELECT
    "t8"."child_id" AS "child_id",
    "t8"."entry_id" AS "entry_id",
    "t8"."because" AS "because"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."entry_id" AS "entry_id",
      'given' AS "because"
    FROM (
      SELECT
        "t4"."child_id" AS "child_id",
        "t4"."entry_id" AS "entry_id"
      FROM "talks" AS "t4"
      WHERE
        "t4"."child_id" IN (
          SELECT
            "t5"."child_id"
          FROM "told" AS "t5"
        )
        AND "t4"."child_id" IN (
          SELECT
            "t3"."child_id"
          FROM "missed" AS "t3"
        )
    ) AS "t7"
  ) AS "t8"
) AS "found"
