WITH "in_unit" AS (
  SELECT
    "t11"."child_id",
    MAX("t11"."day") AS "unit_day"
  FROM (
    SELECT
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
            "t0"."sector",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "day"
          FROM "contact" AS "t0"
        ) AS "t4"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t1"."child_id",
            "t1"."sector",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "day"
          FROM "observation" AS "t1"
        ) AS "t5"
      ) AS "t8"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."child_id",
            "t2"."sector",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "day"
          FROM "touchpoint" AS "t2"
        ) AS "t6"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            "t3"."child_id",
            "t3"."sector",
            COALESCE("t3"."happened_to", "t3"."recorded_day") AS "day"
          FROM "measurement" AS "t3"
        ) AS "t7"
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."sector" = 'neonatal_unit'
  ) AS "t11"
  GROUP BY
    1
), "talks" AS (
  SELECT
    "t10"."child_id",
    "t10"."entry_id",
    "t10"."person_id"
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      "t0"."person_id"
    FROM "around_met" AS "t0"
    WHERE
      "t0"."how" = 'received'
  ) AS "t10"
  INNER JOIN (
    SELECT
      "t1"."child_id",
      "t1"."entry_id"
    FROM "touchpoint" AS "t1"
    WHERE
      "t1"."programme" = 'icon'
  ) AS "t11"
    ON "t10"."child_id" = "t11"."child_id" AND "t10"."entry_id" = "t11"."entry_id"
  SEMI JOIN (
    SELECT
      *
    FROM (
      SELECT
        "t12"."child_id",
        "t12"."entry_id",
        "t12"."born_day",
        CASE
          WHEN COALESCE("t5"."unit_day" > "t12"."born_day", FALSE)
          THEN "t5"."unit_day"
          ELSE "t12"."born_day"
        END AS "home_day"
      FROM (
        SELECT
          *
        FROM "baby" AS "t2"
        WHERE
          "t2"."born_day" IS NOT NULL
      ) AS "t12"
      LEFT OUTER JOIN "in_unit" AS "t5"
        ON "t12"."child_id" = "t5"."child_id"
      ANTI JOIN "area_move" AS "t6"
        ON "t12"."child_id" = "t6"."child_id"
        AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= "t12"."born_day"
    ) AS "t13"
    WHERE
      (
        "t13"."home_day" + (
          $icon_man_not_reached__by + $icon_man_not_reached__to_record
        )
      ) <= $today
      AND (
        "t13"."home_day" + $icon_man_not_reached__until
      ) >= $today
  ) AS "t15"
    ON "t10"."child_id" = "t15"."child_id"
), "told" AS (
  SELECT
    *
  FROM (
    SELECT
      "t1"."child_id",
      COUNT(*) AS "n"
    FROM (
      SELECT DISTINCT
        "t0"."child_id",
        "t0"."entry_id"
      FROM "talks" AS "t0"
    ) AS "t1"
    GROUP BY
      1
  ) AS "t2"
  WHERE
    "t2"."n" >= $icon_man_not_reached__enough
), "came_stays" AS (
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
    "t8".*
    EXCLUDE ("place")
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
            "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
        ) AS "t3"
        ANTI JOIN (
          SELECT
            *
          FROM "came_stays" AS "t1"
          WHERE
            "t1"."change" = 'moves_out'
        ) AS "t5"
          ON "t3"."child_id" = "t5"."child_id"
          AND "t3"."person_id" = "t5"."person_id"
          AND "t5"."came_day" > "t3"."came_day"
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
      ANTI JOIN (
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
        ANTI JOIN "relationship" AS "t3"
          ON "t10"."child_id" = "t3"."child_id"
          AND "t10"."about_id" = "t3"."about_id"
          AND "t10"."agency" = "t3"."agency"
          AND NOT (
            "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
          AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t10"."happened_to", "t10"."recorded_day")
          AND "t3"."known_from" > "t10"."known_from"
      ) AS "t15"
        ON "t11"."child_id" = "t15"."child_id" AND "t11"."person_id" = "t15"."about_id"
    ) AS "t16"
    WHERE
      "t16"."at_home" OR "t16"."cares" OR "t16"."is_partner"
  ) AS "t18"
  ANTI JOIN (
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
    ANTI JOIN (
      SELECT
        "t1"."child_id",
        "t1"."about_id",
        COALESCE("t1"."happened_to", "t1"."recorded_day") AS "came_day"
      FROM "stay" AS "t1"
      WHERE
        "t1"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
    ) AS "t9"
      ON "t8"."child_id" = "t9"."child_id"
      AND "t8"."about_id" = "t9"."about_id"
      AND "t9"."came_day" >= COALESCE("t8"."happened_to", "t8"."recorded_day")
  ) AS "t14"
    ON "t18"."child_id" = "t14"."child_id" AND "t18"."person_id" = "t14"."about_id"
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
    CASE
      WHEN "t2"."is_parent" OR "t2"."is_partner"
      THEN "t2"."since_entry_id"
      ELSE COALESCE("t4"."came_entry_id", "t2"."since_entry_id")
    END AS "entry_id",
    CASE
      WHEN "t2"."is_parent" OR "t2"."is_partner"
      THEN "t2"."since_day"
      ELSE COALESCE("t4"."came_told", "t2"."since_day")
    END AS "here_day",
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
), "men" AS (
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
    "t11"."came_told"
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
      "t9"."came_told"
    FROM (
      SELECT
        "t7"."child_id",
        "t7"."person_id",
        "t7"."relation",
        "t7"."identity",
        "t7"."is_parent",
        "t7"."is_sibling",
        "t7"."is_partner",
        "t7"."adult",
        "t7"."lives_here",
        "t7"."stays_often",
        "t7"."cares",
        "t7"."at_home",
        "t7"."home_entry_id",
        "t7"."home_day",
        "t7"."home_reason_known",
        "t7"."since_entry_id",
        "t7"."since_day",
        "t7"."person_sex",
        "t7"."person_born_from",
        "t7"."person_born_to",
        "t7"."entry_id",
        "t7"."here_day",
        "t7"."came_told",
        "t8"."child_id" AS "child_id_right",
        "t8"."one",
        "t8"."last"
      FROM (
        SELECT
          *
        FROM "here" AS "t1"
        WHERE
          (
            "t1"."at_home" OR "t1"."cares"
          )
          AND (
            CASE WHEN "t1"."is_parent" THEN "t1"."here_day" ELSE "t1"."came_told" END + $icon_man_not_reached__after_known
          ) <= $today
          AND (
            "t1"."is_parent"
            OR "t1"."is_partner"
            OR (
              "t1"."adult" AND COALESCE("t1"."person_sex" = 'male', FALSE)
            )
          )
      ) AS "t7"
      LEFT OUTER JOIN (
        SELECT
          "t4"."child_id",
          MIN("t4"."person_id") AS "one",
          MAX("t4"."person_id") AS "last"
        FROM (
          SELECT
            *
          FROM "around_met" AS "t2"
          WHERE
            "t2"."relation" IN ('mother', 'parent')
        ) AS "t4"
        GROUP BY
          1
      ) AS "t8"
        ON "t7"."child_id" = "t8"."child_id"
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
  SEMI JOIN "told" AS "t3"
    ON "t11"."child_id" = "t3"."child_id"
), "missed" AS (
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
    "t2"."came_told"
  FROM "men" AS "t2"
  ANTI JOIN "talks" AS "t3"
    ON "t2"."child_id" = "t3"."child_id" AND "t2"."person_id" = "t3"."person_id"
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'not_reached' AS "because"
    FROM "missed" AS "t0"
  ) AS "t6"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t7"."child_id",
      "t7"."entry_id",
      'given' AS "because"
    FROM (
      SELECT
        "t4"."child_id",
        "t4"."entry_id",
        "t4"."person_id"
      FROM "talks" AS "t4"
      SEMI JOIN "told" AS "t5"
        ON "t4"."child_id" = "t5"."child_id"
      SEMI JOIN "missed" AS "t3"
        ON "t4"."child_id" = "t3"."child_id"
    ) AS "t7"
  ) AS "t8"
) AS found
