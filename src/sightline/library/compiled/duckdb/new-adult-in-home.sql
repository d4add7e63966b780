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
      SEMI JOIN (
        SELECT
          "t25"."child_id" AS "child_id",
          "t25"."person_id" AS "person_id",
          "t25"."relation" AS "relation",
          "t25"."identity" AS "identity",
          "t25"."is_parent" AS "is_parent",
          "t25"."is_sibling" AS "is_sibling",
          "t25"."is_partner" AS "is_partner",
          "t25"."adult" AS "adult",
          "t25"."lives_here" AS "lives_here",
          "t25"."stays_often" AS "stays_often",
          "t25"."cares" AS "cares",
          "t25"."at_home" AS "at_home",
          "t25"."home_entry_id" AS "home_entry_id",
          "t25"."home_day" AS "home_day",
          "t25"."home_reason_known" AS "home_reason_known",
          "t25"."since_entry_id" AS "since_entry_id",
          "t25"."since_day" AS "since_day",
          "t25"."person_sex" AS "person_sex",
          "t25"."person_born_from" AS "person_born_from",
          "t25"."person_born_to" AS "person_born_to"
        FROM (
          SELECT
            "t20"."child_id" AS "child_id",
            "t20"."person_id" AS "person_id",
            "t20"."relation" AS "relation",
            "t20"."identity" AS "identity",
            "t20"."is_parent" AS "is_parent",
            "t20"."is_sibling" AS "is_sibling",
            "t20"."is_partner" AS "is_partner",
            "t20"."adult" AS "adult",
            "t20"."lives_here" AS "lives_here",
            "t20"."stays_often" AS "stays_often",
            "t20"."cares" AS "cares",
            "t20"."at_home" AS "at_home",
            "t20"."home_entry_id" AS "home_entry_id",
            "t20"."home_day" AS "home_day",
            "t20"."home_reason_known" AS "home_reason_known",
            "t20"."since_entry_id" AS "since_entry_id",
            "t20"."since_day" AS "since_day",
            "t20"."person_sex" AS "person_sex",
            "t20"."person_born_from" AS "person_born_from",
            "t20"."person_born_to" AS "person_born_to"
          FROM (
            SELECT
              "t5"."child_id" AS "child_id",
              "t5"."person_id" AS "person_id",
              "t5"."relation" AS "relation",
              "t5"."identity" AS "identity",
              "t5"."is_parent" AS "is_parent",
              "t5"."is_sibling" AS "is_sibling",
              "t5"."is_partner" AS "is_partner",
              "t5"."adult" AS "adult",
              "t5"."lives_here" AS "lives_here",
              "t5"."stays_often" AS "stays_often",
              "t5"."cares" AS "cares",
              "t5"."at_home" AS "at_home",
              "t5"."home_entry_id" AS "home_entry_id",
              "t5"."home_day" AS "home_day",
              "t5"."home_reason_known" AS "home_reason_known",
              "t5"."since_entry_id" AS "since_entry_id",
              "t5"."since_day" AS "since_day",
              "t5"."person_sex" AS "person_sex",
              "t5"."person_born_from" AS "person_born_from",
              "t5"."person_born_to" AS "person_born_to"
            FROM "network" AS "t5"
            WHERE
              NOT (
                "t5"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
              )
          ) AS "t20"
          ANTI JOIN (
            SELECT
              "t18"."about_id" AS "about_id",
              "t18"."agency" AS "agency",
              "t18"."sector" AS "sector",
              "t18"."happened_from" AS "happened_from",
              "t18"."happened_to" AS "happened_to",
              "t18"."recorded_day" AS "recorded_day",
              "t18"."known_from" AS "known_from",
              "t18"."known_until" AS "known_until",
              "t18"."sensitivity" AS "sensitivity",
              "t18"."entry_id" AS "entry_id",
              "t18"."root_id" AS "root_id",
              "t18"."to_id" AS "to_id",
              "t18"."type" AS "type",
              "t18"."identity" AS "identity",
              "t18"."ended" AS "ended",
              "t18"."child_id" AS "child_id"
            FROM (
              SELECT
                "t6"."about_id" AS "about_id",
                "t6"."agency" AS "agency",
                "t6"."sector" AS "sector",
                "t6"."happened_from" AS "happened_from",
                "t6"."happened_to" AS "happened_to",
                "t6"."recorded_day" AS "recorded_day",
                "t6"."known_from" AS "known_from",
                "t6"."known_until" AS "known_until",
                "t6"."sensitivity" AS "sensitivity",
                "t6"."entry_id" AS "entry_id",
                "t6"."root_id" AS "root_id",
                "t6"."to_id" AS "to_id",
                "t6"."type" AS "type",
                "t6"."identity" AS "identity",
                "t6"."ended" AS "ended",
                "t6"."child_id" AS "child_id"
              FROM "relationship" AS "t6"
              WHERE
                "t6"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
            ) AS "t18"
            ANTI JOIN "relationship" AS "t8"
              ON "t18"."child_id" = "t8"."child_id"
              AND "t18"."about_id" = "t8"."about_id"
              AND "t18"."agency" = "t8"."agency"
              AND NOT (
                "t8"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
              )
              AND COALESCE("t8"."happened_to", "t8"."recorded_day") >= COALESCE("t18"."happened_to", "t18"."recorded_day")
              AND "t8"."known_from" > "t18"."known_from"
          ) AS "t24"
            ON "t20"."child_id" = "t24"."child_id" AND "t20"."person_id" = "t24"."about_id"
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
        ON "t7"."child_id" = "t27"."child_id" AND "t7"."person_id" = "t27"."person_id"
    ) AS "t28"
    WHERE
      (
        "t28"."came_day" + $new_adult_in_home__wait
      ) <= $today
  ) AS "t30"
  ANTI JOIN (
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
      "t0"."for_child_id" AS "for_child_id",
      "t0"."change" AS "change",
      "t0"."reason_known" AS "reason_known",
      "t0"."nights_a_week" AS "nights_a_week",
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."relation" AS "relation",
      "t0"."identity" AS "identity",
      "t0"."is_parent" AS "is_parent",
      "t0"."is_sibling" AS "is_sibling",
      "t0"."is_partner" AS "is_partner",
      "t0"."adult" AS "adult",
      "t0"."lives_here" AS "lives_here",
      "t0"."stays_often" AS "stays_often",
      "t0"."cares" AS "cares",
      "t0"."at_home" AS "at_home",
      "t0"."home_entry_id" AS "home_entry_id",
      "t0"."home_day" AS "home_day",
      "t0"."home_reason_known" AS "home_reason_known",
      "t0"."since_entry_id" AS "since_entry_id",
      "t0"."since_day" AS "since_day",
      "t0"."person_sex" AS "person_sex",
      "t0"."person_born_from" AS "person_born_from",
      "t0"."person_born_to" AS "person_born_to"
    FROM "around_stay" AS "t0"
    WHERE
      "t0"."is_parent"
      AND "t0"."change" = 'moves_in'
      AND "t0"."for_child_id" = "t0"."child_id"
  ) AS "t14"
    ON "t30"."child_id" = "t14"."child_id"
    AND "t30"."happened_from" <= "t14"."happened_to"
    AND "t30"."happened_to" >= "t14"."happened_from"
  ANTI JOIN (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."about_id" AS "person_id",
      COALESCE("t1"."happened_to", "t1"."recorded_day") AS "asked_day"
    FROM "stay" AS "t1"
    WHERE
      "t1"."change" IN ('moves_in', 'stays_often') AND "t1"."reason_known"
  ) AS "t15"
    ON "t30"."child_id" = "t15"."child_id"
    AND "t30"."person_id" = "t15"."person_id"
    AND "t15"."asked_day" >= "t30"."came_day"
  ANTI JOIN (
    SELECT
      "t12"."entry_id" AS "entry_id",
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
        CASE
          WHEN "t4"."happened_from" IS NULL
          THEN "t4"."recorded_day"
          ELSE "t4"."completed_day"
        END AS "weighed_day"
      FROM "assessment" AS "t4"
      WHERE
        NOT "t4"."completed_day" IS NULL
    ) AS "t19"
      ON "t12"."entry_id" = "t19"."entry_id" AND "t12"."child_id" = "t19"."child_id"
  ) AS "t23"
    ON "t30"."child_id" = "t23"."child_id"
    AND "t30"."person_id" = "t23"."person_id"
    AND "t23"."weighed_day" >= "t30"."came_day"
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
