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
          ORDER BY "t6"."came_day" ASC, "t6"."known_from" ASC, "t6"."entry_id" ASC
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
    ANTI JOIN (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."about_id" AS "about_id",
        COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
      FROM "stay" AS "t0"
      WHERE
        "t0"."change" IN ('moves_in', 'stays_often', 'takes_on_care')
    ) AS "t4"
      ON "t3"."child_id" = "t4"."child_id"
      AND "t3"."about_id" = "t4"."about_id"
      AND "t4"."came_day" >= COALESCE("t3"."happened_to", "t3"."recorded_day")
  ) AS "t5"
), "in_life" AS (
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."person_id" AS "person_id",
    "t13"."relation" AS "relation",
    "t13"."is_parent" AS "is_parent",
    "t13"."is_partner" AS "is_partner",
    "t13"."adult" AS "adult",
    "t13"."lives_here" AS "lives_here",
    "t13"."cares" AS "cares",
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
      "t11"."lives_here" AS "lives_here",
      "t11"."cares" AS "cares",
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
        "t8"."lives_here" AS "lives_here",
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
          "t1"."lives_here" AS "lives_here",
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
      ANTI JOIN (
        SELECT
          "t7"."about_id" AS "about_id",
          "t7"."agency" AS "agency",
          "t7"."sector" AS "sector",
          "t7"."happened_from" AS "happened_from",
          "t7"."happened_to" AS "happened_to",
          "t7"."recorded_day" AS "recorded_day",
          "t7"."known_from" AS "known_from",
          "t7"."known_until" AS "known_until",
          "t7"."sensitivity" AS "sensitivity",
          "t7"."entry_id" AS "entry_id",
          "t7"."root_id" AS "root_id",
          "t7"."to_id" AS "to_id",
          "t7"."type" AS "type",
          "t7"."identity" AS "identity",
          "t7"."ended" AS "ended",
          "t7"."child_id" AS "child_id"
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
        ) AS "t7"
        ANTI JOIN "relationship" AS "t4"
          ON "t7"."child_id" = "t4"."child_id"
          AND "t7"."about_id" = "t4"."about_id"
          AND "t7"."agency" = "t4"."agency"
          AND NOT (
            "t4"."identity" IN ('no_contact_permitted', 'not_safe_to_ask')
          )
          AND COALESCE("t4"."happened_to", "t4"."recorded_day") >= COALESCE("t7"."happened_to", "t7"."recorded_day")
          AND "t4"."known_from" > "t7"."known_from"
      ) AS "t10"
        ON "t8"."child_id" = "t10"."child_id" AND "t8"."person_id" = "t10"."about_id"
    ) AS "t11"
    WHERE
      "t11"."at_home" OR "t11"."cares" OR "t11"."is_partner"
  ) AS "t13"
  ANTI JOIN "gone" AS "t3"
    ON "t13"."child_id" = "t3"."child_id" AND "t13"."person_id" = "t3"."about_id"
), "here" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."person_id" AS "person_id",
    "t2"."relation" AS "relation",
    "t2"."is_parent" AS "is_parent",
    "t2"."is_partner" AS "is_partner",
    "t2"."adult" AS "adult",
    "t2"."lives_here" AS "lives_here",
    "t2"."cares" AS "cares",
    "t2"."person_sex" AS "person_sex",
    CASE
      WHEN "t2"."is_parent" OR "t2"."is_partner"
      THEN "t2"."since_entry_id"
      ELSE COALESCE("t4"."came_entry_id", "t2"."since_entry_id")
    END AS "entry_id",
    CASE
      WHEN "t2"."is_parent" OR "t2"."is_partner"
      THEN "t2"."since_day"
      ELSE COALESCE("t4"."came_told", "t2"."since_day")
    END AS "here_day"
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
), "due" AS (
  SELECT
    "t11"."child_id" AS "child_id",
    "t11"."person_id" AS "person_id",
    "t11"."relation" AS "relation",
    "t11"."person_sex" AS "person_sex",
    "t11"."entry_id" AS "entry_id"
  FROM (
    SELECT
      "t9"."child_id" AS "child_id",
      "t9"."person_id" AS "person_id",
      "t9"."relation" AS "relation",
      "t9"."is_parent" AS "is_parent",
      "t9"."is_partner" AS "is_partner",
      "t9"."lives_here" AS "lives_here",
      "t9"."cares" AS "cares",
      "t9"."person_sex" AS "person_sex",
      "t9"."entry_id" AS "entry_id",
      "t9"."born_day" AS "born_day"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."person_id" AS "person_id",
        "t8"."relation" AS "relation",
        "t8"."is_parent" AS "is_parent",
        "t8"."is_partner" AS "is_partner",
        "t8"."lives_here" AS "lives_here",
        "t8"."cares" AS "cares",
        "t8"."person_sex" AS "person_sex",
        "t8"."entry_id" AS "entry_id",
        "t8"."here_day" AS "here_day",
        "t6"."born_day" AS "born_day",
        "t6"."age_days" AS "age_days"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."person_id" AS "person_id",
          "t1"."relation" AS "relation",
          "t1"."is_parent" AS "is_parent",
          "t1"."is_partner" AS "is_partner",
          "t1"."lives_here" AS "lives_here",
          "t1"."cares" AS "cares",
          "t1"."person_sex" AS "person_sex",
          "t1"."entry_id" AS "entry_id",
          "t1"."here_day" AS "here_day"
        FROM "here" AS "t1"
        WHERE
          "t1"."adult" OR "t1"."is_partner"
      ) AS "t8"
      INNER JOIN (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."born_day" AS "born_day",
          "t2"."age_days" AS "age_days"
        FROM "baby" AS "t2"
      ) AS "t6"
        ON "t8"."child_id" = "t6"."child_id"
    ) AS "t9"
    WHERE
      "t9"."age_days" >= $unseen_man__after_birth
      AND (
        "t9"."here_day" + $unseen_man__after_known
      ) <= $today
  ) AS "t11"
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
      "t0"."child_id" AS "child_id",
      "t0"."change" AS "change",
      "t0"."reason_known" AS "reason_known",
      "t0"."nights_a_week" AS "nights_a_week"
    FROM "stay" AS "t0"
    WHERE
      "t0"."change" = 'stays_often' AND "t0"."reason_known"
  ) AS "t7"
    ON "t11"."child_id" = "t7"."child_id"
    AND "t11"."person_id" = "t7"."about_id"
    AND NOT (
      "t11"."is_parent" OR "t11"."is_partner" OR "t11"."lives_here" OR "t11"."cares"
    )
    AND COALESCE("t7"."happened_to", "t7"."recorded_day") >= (
      "t11"."born_day" - $unseen_man__help_before
    )
    AND COALESCE("t7"."happened_to", "t7"."recorded_day") <= (
      "t11"."born_day" + $unseen_man__help_after
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
), "unmet" AS (
  SELECT
    "t9"."child_id" AS "child_id",
    "t9"."entry_id" AS "entry_id"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."person_id" AS "person_id",
      "t7"."entry_id" AS "entry_id"
    FROM (
      SELECT
        "t5"."child_id" AS "child_id",
        "t5"."person_id" AS "person_id",
        "t5"."relation" AS "relation",
        "t5"."person_sex" AS "person_sex",
        "t5"."entry_id" AS "entry_id",
        "t6"."one" AS "one",
        "t6"."last" AS "last"
      FROM "due" AS "t5"
      LEFT OUTER JOIN "mothers_met" AS "t6"
        ON "t5"."child_id" = "t6"."child_id"
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
  ANTI JOIN "reached" AS "t3"
    ON "t9"."child_id" = "t3"."child_id" AND "t9"."person_id" = "t3"."person_id"
  ANTI JOIN "reached" AS "t4"
    ON "t9"."child_id" = "t4"."child_id" AND "t9"."person_id" = "t4"."person_id"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."entry_id" AS "entry_id",
    "t7"."because" AS "because"
  FROM (
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      'unmet_on_plan' AS "because"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id"
      FROM "unmet" AS "t2"
      SEMI JOIN (
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
          "t1"."type" AS "type",
          "t1"."start_day" AS "start_day",
          "t1"."end_day" AS "end_day",
          "t1"."need_code" AS "need_code",
          "t1"."child_id" AS "child_id",
          COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
          "t1"."end_day" AS "last_day"
        FROM "plan" AS "t1"
        WHERE
          "t1"."type" IN ('child_protection', 'child_in_need')
          AND COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) <= $today
          AND (
            (
              "t1"."end_day" IS NULL
            ) OR (
              "t1"."end_day" >= $today
            )
          )
      ) AS "t4"
        ON "t2"."child_id" = "t4"."child_id"
    ) AS "t5"
  ) AS "t7"
  UNION ALL
  SELECT
    "t8"."child_id" AS "child_id",
    "t8"."entry_id" AS "entry_id",
    "t8"."because" AS "because"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."entry_id" AS "entry_id",
      'unmet' AS "because"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id"
      FROM "unmet" AS "t2"
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
          "t1"."type" AS "type",
          "t1"."start_day" AS "start_day",
          "t1"."end_day" AS "end_day",
          "t1"."need_code" AS "need_code",
          "t1"."child_id" AS "child_id",
          COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
          "t1"."end_day" AS "last_day"
        FROM "plan" AS "t1"
        WHERE
          "t1"."type" IN ('child_protection', 'child_in_need')
          AND COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) <= $today
          AND (
            (
              "t1"."end_day" IS NULL
            ) OR (
              "t1"."end_day" >= $today
            )
          )
      ) AS "t4"
        ON "t2"."child_id" = "t4"."child_id"
    ) AS "t6"
  ) AS "t8"
) AS "found"
