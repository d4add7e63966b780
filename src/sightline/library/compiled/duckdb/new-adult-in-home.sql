WITH "came_stays" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."sector" AS "sector",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."known_until" AS "known_until",
    "t0"."sensitivity" AS "sensitivity",
    "t0"."entry_id" AS "entry_id",
    "t0"."root_id" AS "root_id",
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."reason_known" AS "reason_known",
    "t0"."nights_a_week" AS "nights_a_week",
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
          ORDER BY "t6"."came_day" ASC, "t6"."known_from" ASC, "t6"."entry_id" ASC
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
        ANTI JOIN (
          SELECT
            "t1"."about_id" AS "about_id",
            "t1"."agency" AS "agency",
            "t1"."sector" AS "sector",
            "t1"."happened_from" AS "happened_from",
            "t1"."happened_to" AS "happened_to",
            "t1"."recorded_day" AS "recorded_day",
            "t1"."known_from" AS "known_from",
            "t1"."known_until" AS "known_until",
            "t1"."sensitivity" AS "sensitivity",
            "t1"."entry_id" AS "entry_id",
            "t1"."root_id" AS "root_id",
            "t1"."child_id" AS "child_id",
            "t1"."change" AS "change",
            "t1"."reason_known" AS "reason_known",
            "t1"."nights_a_week" AS "nights_a_week",
            "t1"."person_id" AS "person_id",
            "t1"."came_day" AS "came_day"
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
), "weighed" AS (
  SELECT
    "t3"."entry_id" AS "entry_id",
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
      CASE
        WHEN "t1"."happened_from" IS NULL
        THEN "t1"."recorded_day"
        ELSE "t1"."completed_day"
      END AS "weighed_day"
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
      SEMI JOIN (
        SELECT
          "t19"."child_id" AS "child_id",
          "t19"."person_id" AS "person_id",
          "t19"."relation" AS "relation",
          "t19"."identity" AS "identity",
          "t19"."is_parent" AS "is_parent",
          "t19"."is_sibling" AS "is_sibling",
          "t19"."is_partner" AS "is_partner",
          "t19"."adult" AS "adult",
          "t19"."lives_here" AS "lives_here",
          "t19"."stays_often" AS "stays_often",
          "t19"."cares" AS "cares",
          "t19"."at_home" AS "at_home",
          "t19"."home_entry_id" AS "home_entry_id",
          "t19"."home_day" AS "home_day",
          "t19"."home_reason_known" AS "home_reason_known",
          "t19"."since_entry_id" AS "since_entry_id",
          "t19"."since_day" AS "since_day",
          "t19"."person_sex" AS "person_sex",
          "t19"."person_born_from" AS "person_born_from",
          "t19"."person_born_to" AS "person_born_to"
        FROM (
          SELECT
            "t16"."child_id" AS "child_id",
            "t16"."person_id" AS "person_id",
            "t16"."relation" AS "relation",
            "t16"."identity" AS "identity",
            "t16"."is_parent" AS "is_parent",
            "t16"."is_sibling" AS "is_sibling",
            "t16"."is_partner" AS "is_partner",
            "t16"."adult" AS "adult",
            "t16"."lives_here" AS "lives_here",
            "t16"."stays_often" AS "stays_often",
            "t16"."cares" AS "cares",
            "t16"."at_home" AS "at_home",
            "t16"."home_entry_id" AS "home_entry_id",
            "t16"."home_day" AS "home_day",
            "t16"."home_reason_known" AS "home_reason_known",
            "t16"."since_entry_id" AS "since_entry_id",
            "t16"."since_day" AS "since_day",
            "t16"."person_sex" AS "person_sex",
            "t16"."person_born_from" AS "person_born_from",
            "t16"."person_born_to" AS "person_born_to"
          FROM (
            SELECT
              "t4"."child_id" AS "child_id",
              "t4"."person_id" AS "person_id",
              "t4"."relation" AS "relation",
              "t4"."identity" AS "identity",
              "t4"."is_parent" AS "is_parent",
              "t4"."is_sibling" AS "is_sibling",
              "t4"."is_partner" AS "is_partner",
              "t4"."adult" AS "adult",
              "t4"."lives_here" AS "lives_here",
              "t4"."stays_often" AS "stays_often",
              "t4"."cares" AS "cares",
              "t4"."at_home" AS "at_home",
              "t4"."home_entry_id" AS "home_entry_id",
              "t4"."home_day" AS "home_day",
              "t4"."home_reason_known" AS "home_reason_known",
              "t4"."since_entry_id" AS "since_entry_id",
              "t4"."since_day" AS "since_day",
              "t4"."person_sex" AS "person_sex",
              "t4"."person_born_from" AS "person_born_from",
              "t4"."person_born_to" AS "person_born_to"
            FROM "network" AS "t4"
            WHERE
              NOT (
                "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
              )
          ) AS "t16"
          ANTI JOIN (
            SELECT
              "t15"."about_id" AS "about_id",
              "t15"."agency" AS "agency",
              "t15"."sector" AS "sector",
              "t15"."happened_from" AS "happened_from",
              "t15"."happened_to" AS "happened_to",
              "t15"."recorded_day" AS "recorded_day",
              "t15"."known_from" AS "known_from",
              "t15"."known_until" AS "known_until",
              "t15"."sensitivity" AS "sensitivity",
              "t15"."entry_id" AS "entry_id",
              "t15"."root_id" AS "root_id",
              "t15"."to_id" AS "to_id",
              "t15"."type" AS "type",
              "t15"."identity" AS "identity",
              "t15"."ended" AS "ended",
              "t15"."child_id" AS "child_id"
            FROM (
              SELECT
                "t5"."about_id" AS "about_id",
                "t5"."agency" AS "agency",
                "t5"."sector" AS "sector",
                "t5"."happened_from" AS "happened_from",
                "t5"."happened_to" AS "happened_to",
                "t5"."recorded_day" AS "recorded_day",
                "t5"."known_from" AS "known_from",
                "t5"."known_until" AS "known_until",
                "t5"."sensitivity" AS "sensitivity",
                "t5"."entry_id" AS "entry_id",
                "t5"."root_id" AS "root_id",
                "t5"."to_id" AS "to_id",
                "t5"."type" AS "type",
                "t5"."identity" AS "identity",
                "t5"."ended" AS "ended",
                "t5"."child_id" AS "child_id"
              FROM "relationship" AS "t5"
              WHERE
                "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t15"
            ANTI JOIN "relationship" AS "t8"
              ON "t15"."child_id" = "t8"."child_id"
              AND "t15"."about_id" = "t8"."about_id"
              AND "t15"."agency" = "t8"."agency"
              AND NOT (
                "t8"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
              )
              AND COALESCE("t8"."happened_to", "t8"."recorded_day") >= COALESCE("t15"."happened_to", "t15"."recorded_day")
              AND "t8"."known_from" > "t15"."known_from"
          ) AS "t18"
            ON "t16"."child_id" = "t18"."child_id" AND "t16"."person_id" = "t18"."about_id"
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
        ON "t7"."child_id" = "t21"."child_id" AND "t7"."person_id" = "t21"."person_id"
    ) AS "t22"
    WHERE
      (
        "t22"."came_day" + $new_adult_in_home__wait
      ) <= $today
  ) AS "t24"
  ANTI JOIN (
    SELECT
      "t1"."about_id" AS "about_id",
      "t1"."agency" AS "agency",
      "t1"."sector" AS "sector",
      "t1"."happened_from" AS "happened_from",
      "t1"."happened_to" AS "happened_to",
      "t1"."recorded_day" AS "recorded_day",
      "t1"."known_from" AS "known_from",
      "t1"."known_until" AS "known_until",
      "t1"."sensitivity" AS "sensitivity",
      "t1"."entry_id" AS "entry_id",
      "t1"."root_id" AS "root_id",
      "t1"."for_child_id" AS "for_child_id",
      "t1"."change" AS "change",
      "t1"."reason_known" AS "reason_known",
      "t1"."nights_a_week" AS "nights_a_week",
      "t1"."child_id" AS "child_id",
      "t1"."person_id" AS "person_id",
      "t1"."relation" AS "relation",
      "t1"."identity" AS "identity",
      "t1"."is_parent" AS "is_parent",
      "t1"."is_sibling" AS "is_sibling",
      "t1"."is_partner" AS "is_partner",
      "t1"."adult" AS "adult",
      "t1"."lives_here" AS "lives_here",
      "t1"."stays_often" AS "stays_often",
      "t1"."cares" AS "cares",
      "t1"."at_home" AS "at_home",
      "t1"."home_entry_id" AS "home_entry_id",
      "t1"."home_day" AS "home_day",
      "t1"."home_reason_known" AS "home_reason_known",
      "t1"."since_entry_id" AS "since_entry_id",
      "t1"."since_day" AS "since_day",
      "t1"."person_sex" AS "person_sex",
      "t1"."person_born_from" AS "person_born_from",
      "t1"."person_born_to" AS "person_born_to"
    FROM "around_stay" AS "t1"
    WHERE
      "t1"."is_parent"
      AND "t1"."change" = 'moves_in'
      AND "t1"."for_child_id" = "t1"."child_id"
  ) AS "t12"
    ON "t24"."child_id" = "t12"."child_id"
    AND "t24"."happened_from" <= "t12"."happened_to"
    AND "t24"."happened_to" >= "t12"."happened_from"
  ANTI JOIN (
    SELECT
      "t2"."child_id" AS "child_id",
      "t2"."about_id" AS "person_id",
      COALESCE("t2"."happened_to", "t2"."recorded_day") AS "asked_day"
    FROM "stay" AS "t2"
    WHERE
      "t2"."change" IN ('moves_in', 'stays_often') AND "t2"."reason_known"
  ) AS "t13"
    ON "t24"."child_id" = "t13"."child_id"
    AND "t24"."person_id" = "t13"."person_id"
    AND "t13"."asked_day" >= "t24"."came_day"
  ANTI JOIN "weighed" AS "t6"
    ON "t24"."child_id" = "t6"."child_id"
    AND "t24"."person_id" = "t6"."person_id"
    AND "t6"."weighed_day" >= "t24"."came_day"
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
    ANTI JOIN "reached" AS "t3"
      ON "t2"."child_id" = "t3"."child_id" AND "t2"."person_id" = "t3"."person_id"
    ANTI JOIN "reached" AS "t4"
      ON "t2"."child_id" = "t4"."child_id" AND "t2"."person_id" = "t4"."person_id"
  ) AS "t5"
) AS "found"
