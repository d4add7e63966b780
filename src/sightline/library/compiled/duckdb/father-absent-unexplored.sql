WITH "unsettled" AS (
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."person_id" AS "person_id",
    "t6"."relation" AS "relation",
    "t6"."identity" AS "identity",
    "t6"."is_parent" AS "is_parent",
    "t6"."is_sibling" AS "is_sibling",
    "t6"."is_partner" AS "is_partner",
    "t6"."adult" AS "adult",
    "t6"."lives_here" AS "lives_here",
    "t6"."stays_often" AS "stays_often",
    "t6"."cares" AS "cares",
    "t6"."at_home" AS "at_home",
    "t6"."home_entry_id" AS "home_entry_id",
    "t6"."home_day" AS "home_day",
    "t6"."home_reason_known" AS "home_reason_known",
    "t6"."since_entry_id" AS "since_entry_id",
    "t6"."since_day" AS "since_day",
    "t6"."person_sex" AS "person_sex",
    "t6"."person_born_from" AS "person_born_from",
    "t6"."person_born_to" AS "person_born_to"
  FROM (
    SELECT
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
    FROM "network" AS "t0"
    WHERE
      "t0"."is_parent"
  ) AS "t6"
  SEMI JOIN (
    SELECT
      "t1"."child_id" AS "child_id",
      "t1"."entry_id" AS "entry_id",
      "t1"."partnership" AS "partnership",
      "t1"."born_day" AS "born_day",
      "t1"."age_days" AS "age_days",
      "t1"."due_day" AS "due_day",
      "t1"."gestation_days" AS "gestation_days",
      "t1"."multiple_birth" AS "multiple_birth",
      "t1"."sex" AS "sex",
      "t1"."birth_weight_g" AS "birth_weight_g"
    FROM "baby" AS "t1"
    WHERE
      "t1"."age_days" >= $father_absent_unexplored__after_birth
  ) AS "t11"
    ON "t6"."child_id" = "t11"."child_id"
  ANTI JOIN (
    SELECT
      "t2"."about_id" AS "about_id",
      "t2"."agency" AS "agency",
      "t2"."sector" AS "sector",
      "t2"."happened_from" AS "happened_from",
      "t2"."happened_to" AS "happened_to",
      "t2"."recorded_day" AS "recorded_day",
      "t2"."known_from" AS "known_from",
      "t2"."known_until" AS "known_until",
      "t2"."sensitivity" AS "sensitivity",
      "t2"."entry_id" AS "entry_id",
      "t2"."root_id" AS "root_id",
      "t2"."to_id" AS "to_id",
      "t2"."type" AS "type",
      "t2"."identity" AS "identity",
      "t2"."ended" AS "ended",
      "t2"."child_id" AS "child_id"
    FROM "relationship" AS "t2"
    WHERE
      "t2"."identity" = 'no_second_parent'
  ) AS "t12"
    ON "t6"."child_id" = "t12"."child_id"
  ANTI JOIN (
    SELECT
      "t13"."about_id" AS "about_id",
      "t13"."agency" AS "agency",
      "t13"."sector" AS "sector",
      "t13"."happened_from" AS "happened_from",
      "t13"."happened_to" AS "happened_to",
      "t13"."recorded_day" AS "recorded_day",
      "t13"."known_from" AS "known_from",
      "t13"."known_until" AS "known_until",
      "t13"."sensitivity" AS "sensitivity",
      "t13"."entry_id" AS "entry_id",
      "t13"."root_id" AS "root_id",
      "t13"."to_id" AS "to_id",
      "t13"."type" AS "type",
      "t13"."identity" AS "identity",
      "t13"."ended" AS "ended",
      "t13"."child_id" AS "child_id"
    FROM (
      SELECT
        "t2"."about_id" AS "about_id",
        "t2"."agency" AS "agency",
        "t2"."sector" AS "sector",
        "t2"."happened_from" AS "happened_from",
        "t2"."happened_to" AS "happened_to",
        "t2"."recorded_day" AS "recorded_day",
        "t2"."known_from" AS "known_from",
        "t2"."known_until" AS "known_until",
        "t2"."sensitivity" AS "sensitivity",
        "t2"."entry_id" AS "entry_id",
        "t2"."root_id" AS "root_id",
        "t2"."to_id" AS "to_id",
        "t2"."type" AS "type",
        "t2"."identity" AS "identity",
        "t2"."ended" AS "ended",
        "t2"."child_id" AS "child_id"
      FROM "relationship" AS "t2"
      WHERE
        "t2"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
    ) AS "t13"
    ANTI JOIN "relationship" AS "t3"
      ON "t13"."child_id" = "t3"."child_id"
      AND "t13"."about_id" = "t3"."about_id"
      AND "t13"."agency" = "t3"."agency"
      AND NOT (
        "t3"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
      )
      AND COALESCE("t3"."happened_to", "t3"."recorded_day") >= COALESCE("t13"."happened_to", "t13"."recorded_day")
      AND "t3"."known_from" > "t13"."known_from"
  ) AS "t15"
    ON "t6"."child_id" = "t15"."child_id"
  ANTI JOIN (
    SELECT
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
    FROM "network" AS "t0"
    WHERE
      "t0"."is_parent"
      AND "t0"."identity" IN ('no_second_parent', 'no_contact_permitted', 'not_safe_to_ask')
  ) AS "t10"
    ON "t6"."child_id" = "t10"."child_id"
), "asked_told" AS (
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
    "t0"."to_id" AS "to_id",
    "t0"."type" AS "type",
    "t0"."identity" AS "identity",
    "t0"."ended" AS "ended",
    "t0"."child_id" AS "child_id"
  FROM "relationship" AS "t0"
  WHERE
    "t0"."identity" = 'asked_not_disclosed'
), "asked" AS (
  SELECT
    "t1"."about_id" AS "about_id",
    "t1"."child_id" AS "child_id"
  FROM "asked_told" AS "t1"
  ANTI JOIN "asked_told" AS "t2"
    ON "t1"."child_id" = "t2"."child_id"
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
    SEMI JOIN (
      SELECT
        "t14"."child_id" AS "child_id",
        "t14"."person_id" AS "person_id",
        "t14"."relation" AS "relation",
        "t14"."identity" AS "identity",
        "t14"."is_parent" AS "is_parent",
        "t14"."is_sibling" AS "is_sibling",
        "t14"."is_partner" AS "is_partner",
        "t14"."adult" AS "adult",
        "t14"."lives_here" AS "lives_here",
        "t14"."stays_often" AS "stays_often",
        "t14"."cares" AS "cares",
        "t14"."at_home" AS "at_home",
        "t14"."home_entry_id" AS "home_entry_id",
        "t14"."home_day" AS "home_day",
        "t14"."home_reason_known" AS "home_reason_known",
        "t14"."since_entry_id" AS "since_entry_id",
        "t14"."since_day" AS "since_day",
        "t14"."person_sex" AS "person_sex",
        "t14"."person_born_from" AS "person_born_from",
        "t14"."person_born_to" AS "person_born_to"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."person_id" AS "person_id",
          "t2"."relation" AS "relation",
          "t2"."identity" AS "identity",
          "t2"."is_parent" AS "is_parent",
          "t2"."is_sibling" AS "is_sibling",
          "t2"."is_partner" AS "is_partner",
          "t2"."adult" AS "adult",
          "t2"."lives_here" AS "lives_here",
          "t2"."stays_often" AS "stays_often",
          "t2"."cares" AS "cares",
          "t2"."at_home" AS "at_home",
          "t2"."home_entry_id" AS "home_entry_id",
          "t2"."home_day" AS "home_day",
          "t2"."home_reason_known" AS "home_reason_known",
          "t2"."since_entry_id" AS "since_entry_id",
          "t2"."since_day" AS "since_day",
          "t2"."person_sex" AS "person_sex",
          "t2"."person_born_from" AS "person_born_from",
          "t2"."person_born_to" AS "person_born_to"
        FROM "unsettled" AS "t2"
        WHERE
          "t2"."identity" = 'not_asked'
      ) AS "t14"
      ANTI JOIN (
        SELECT
          "t7"."child_id" AS "child_id",
          "t7"."about_id" AS "about_id",
          "t7"."n" AS "n"
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
          "t7"."n" >= $father_absent_unexplored__at_most
      ) AS "t21"
        ON "t14"."child_id" = "t21"."child_id" AND "t14"."person_id" = "t21"."about_id"
      ANTI JOIN (
        SELECT
          "t18"."child_id" AS "child_id",
          "t18"."n" AS "n"
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
        ON "t14"."child_id" = "t24"."child_id"
      ANTI JOIN (
        SELECT
          "t3"."child_id" AS "child_id",
          "t3"."person_id" AS "person_id",
          "t3"."relation" AS "relation",
          "t3"."identity" AS "identity",
          "t3"."is_parent" AS "is_parent",
          "t3"."is_sibling" AS "is_sibling",
          "t3"."is_partner" AS "is_partner",
          "t3"."adult" AS "adult",
          "t3"."lives_here" AS "lives_here",
          "t3"."stays_often" AS "stays_often",
          "t3"."cares" AS "cares",
          "t3"."at_home" AS "at_home",
          "t3"."home_entry_id" AS "home_entry_id",
          "t3"."home_day" AS "home_day",
          "t3"."home_reason_known" AS "home_reason_known",
          "t3"."since_entry_id" AS "since_entry_id",
          "t3"."since_day" AS "since_day",
          "t3"."person_sex" AS "person_sex",
          "t3"."person_born_from" AS "person_born_from",
          "t3"."person_born_to" AS "person_born_to"
        FROM "network" AS "t3"
        WHERE
          "t3"."is_partner" AND "t3"."person_sex" = 'female'
      ) AS "t16"
        ON "t14"."child_id" = "t16"."child_id"
    ) AS "t27"
      ON "t13"."child_id" = "t27"."child_id" AND "t13"."person_id" = "t27"."person_id"
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
          COALESCE("t1"."happened_to", "t1"."recorded_day") + $father_absent_unexplored__gone_for
        ) <= $today
    ) AS "t20"
    SEMI JOIN (
      SELECT
        "t22"."child_id" AS "child_id",
        "t22"."person_id" AS "person_id",
        "t22"."relation" AS "relation",
        "t22"."identity" AS "identity",
        "t22"."is_parent" AS "is_parent",
        "t22"."is_sibling" AS "is_sibling",
        "t22"."is_partner" AS "is_partner",
        "t22"."adult" AS "adult",
        "t22"."lives_here" AS "lives_here",
        "t22"."stays_often" AS "stays_often",
        "t22"."cares" AS "cares",
        "t22"."at_home" AS "at_home",
        "t22"."home_entry_id" AS "home_entry_id",
        "t22"."home_day" AS "home_day",
        "t22"."home_reason_known" AS "home_reason_known",
        "t22"."since_entry_id" AS "since_entry_id",
        "t22"."since_day" AS "since_day",
        "t22"."person_sex" AS "person_sex",
        "t22"."person_born_from" AS "person_born_from",
        "t22"."person_born_to" AS "person_born_to"
      FROM (
        SELECT
          "t15"."child_id" AS "child_id",
          "t15"."person_id" AS "person_id",
          "t15"."relation" AS "relation",
          "t15"."identity" AS "identity",
          "t15"."is_parent" AS "is_parent",
          "t15"."is_sibling" AS "is_sibling",
          "t15"."is_partner" AS "is_partner",
          "t15"."adult" AS "adult",
          "t15"."lives_here" AS "lives_here",
          "t15"."stays_often" AS "stays_often",
          "t15"."cares" AS "cares",
          "t15"."at_home" AS "at_home",
          "t15"."home_entry_id" AS "home_entry_id",
          "t15"."home_day" AS "home_day",
          "t15"."home_reason_known" AS "home_reason_known",
          "t15"."since_entry_id" AS "since_entry_id",
          "t15"."since_day" AS "since_day",
          "t15"."person_sex" AS "person_sex",
          "t15"."person_born_from" AS "person_born_from",
          "t15"."person_born_to" AS "person_born_to",
          "t6"."one" AS "one",
          "t6"."last" AS "last"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."person_id" AS "person_id",
            "t2"."relation" AS "relation",
            "t2"."identity" AS "identity",
            "t2"."is_parent" AS "is_parent",
            "t2"."is_sibling" AS "is_sibling",
            "t2"."is_partner" AS "is_partner",
            "t2"."adult" AS "adult",
            "t2"."lives_here" AS "lives_here",
            "t2"."stays_often" AS "stays_often",
            "t2"."cares" AS "cares",
            "t2"."at_home" AS "at_home",
            "t2"."home_entry_id" AS "home_entry_id",
            "t2"."home_day" AS "home_day",
            "t2"."home_reason_known" AS "home_reason_known",
            "t2"."since_entry_id" AS "since_entry_id",
            "t2"."since_day" AS "since_day",
            "t2"."person_sex" AS "person_sex",
            "t2"."person_born_from" AS "person_born_from",
            "t2"."person_born_to" AS "person_born_to"
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
      ON "t20"."child_id" = "t28"."child_id" AND "t20"."person_id" = "t28"."person_id"
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
    ANTI JOIN "reached" AS "t3"
      ON "t2"."child_id" = "t3"."child_id" AND "t2"."person_id" = "t3"."person_id"
    ANTI JOIN "reached" AS "t4"
      ON "t2"."child_id" = "t4"."child_id" AND "t2"."person_id" = "t4"."person_id"
  ) AS "t5"
) AS "found"
