WITH "parents" AS (
  SELECT DISTINCT
    "t0"."child_id" AS "child_id",
    "t0"."about_id" AS "parent_id"
  FROM "relationship" AS "t0"
  WHERE
    "t0"."type" IN ('mother', 'father', 'parent')
), "stays" AS (
  SELECT
    "t0"."child_id" AS "child_id",
    "t0"."about_id" AS "person_id",
    CASE WHEN "t0"."change" = 'takes_on_care' THEN 'care' ELSE 'home' END AS "matter",
    "t0"."change" AS "state",
    CAST(NULL AS VARCHAR) AS "identity",
    "t0"."reason_known" AS "reason_known",
    FALSE AS "ended",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "state_day",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id"
  FROM "stay" AS "t0"
), "states" AS (
  SELECT
    "t13"."child_id" AS "child_id",
    "t13"."person_id" AS "person_id",
    "t13"."matter" AS "matter",
    "t13"."state" AS "state",
    "t13"."identity" AS "identity",
    "t13"."reason_known" AS "reason_known",
    "t13"."ended" AS "ended",
    "t13"."state_day" AS "state_day",
    "t13"."recorded_day" AS "recorded_day",
    "t13"."known_from" AS "known_from",
    "t13"."entry_id" AS "entry_id"
  FROM (
    SELECT
      "t11"."child_id" AS "child_id",
      "t11"."person_id" AS "person_id",
      "t11"."matter" AS "matter",
      "t11"."state" AS "state",
      "t11"."identity" AS "identity",
      "t11"."reason_known" AS "reason_known",
      "t11"."ended" AS "ended",
      "t11"."state_day" AS "state_day",
      "t11"."recorded_day" AS "recorded_day",
      "t11"."known_from" AS "known_from",
      "t11"."entry_id" AS "entry_id"
    FROM (
      SELECT
        "t9"."child_id" AS "child_id",
        "t9"."to_id" AS "person_id",
        'partner' AS "matter",
        "t9"."type" AS "state",
        "t9"."identity" AS "identity",
        CAST(NULL AS BOOLEAN) AS "reason_known",
        COALESCE("t9"."ended", FALSE) AS "ended",
        COALESCE("t9"."happened_to", "t9"."recorded_day") AS "state_day",
        "t9"."recorded_day" AS "recorded_day",
        "t9"."known_from" AS "known_from",
        "t9"."entry_id" AS "entry_id"
      FROM (
        SELECT
          "t4"."child_id" AS "child_id",
          "t8"."happened_to" AS "happened_to",
          "t8"."recorded_day" AS "recorded_day",
          "t8"."known_from" AS "known_from",
          "t8"."entry_id" AS "entry_id",
          "t8"."to_id" AS "to_id",
          "t8"."type" AS "type",
          "t8"."identity" AS "identity",
          "t8"."ended" AS "ended"
        FROM "parents" AS "t4"
        INNER JOIN (
          SELECT
            "t3"."about_id" AS "about_id",
            "t3"."happened_to" AS "happened_to",
            "t3"."recorded_day" AS "recorded_day",
            "t3"."known_from" AS "known_from",
            "t3"."entry_id" AS "entry_id",
            "t3"."to_id" AS "to_id",
            "t3"."type" AS "type",
            "t3"."identity" AS "identity",
            "t3"."ended" AS "ended"
          FROM "signal_relationship" AS "t3"
          WHERE
            "t3"."known_from" <= %(as_of)s
            AND "t3"."known_until" > %(as_of)s
            AND "t3"."sensitivity" <= %(level)s
            AND "t3"."type" IN ('partner', 'ex_partner')
        ) AS "t8"
          ON "t8"."about_id" = "t4"."parent_id"
      ) AS "t9"
      WHERE
        "t9"."to_id" <> "t9"."child_id"
    ) AS "t11"
    UNION ALL
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."matter" AS "matter",
      "t0"."state" AS "state",
      "t0"."identity" AS "identity",
      "t0"."reason_known" AS "reason_known",
      "t0"."ended" AS "ended",
      "t0"."state_day" AS "state_day",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."known_from" AS "known_from",
      "t0"."entry_id" AS "entry_id"
    FROM "stays" AS "t0"
  ) AS "t13"
  UNION ALL
  SELECT
    "t15"."child_id" AS "child_id",
    "t15"."person_id" AS "person_id",
    "t15"."matter" AS "matter",
    "t15"."state" AS "state",
    "t15"."identity" AS "identity",
    "t15"."reason_known" AS "reason_known",
    "t15"."ended" AS "ended",
    "t15"."state_day" AS "state_day",
    "t15"."recorded_day" AS "recorded_day",
    "t15"."known_from" AS "known_from",
    "t15"."entry_id" AS "entry_id"
  FROM (
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."person_id" AS "person_id",
      "t5"."matter" AS "matter",
      "t5"."state" AS "state",
      "t5"."identity" AS "identity",
      "t5"."reason_known" AS "reason_known",
      "t5"."ended" AS "ended",
      "t5"."state_day" AS "state_day",
      "t5"."recorded_day" AS "recorded_day",
      "t5"."known_from" AS "known_from",
      "t5"."entry_id" AS "entry_id"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."person_id" AS "person_id",
        'care' AS "matter",
        "t0"."state" AS "state",
        "t0"."identity" AS "identity",
        "t0"."reason_known" AS "reason_known",
        "t0"."ended" AS "ended",
        "t0"."state_day" AS "state_day",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."known_from" AS "known_from",
        "t0"."entry_id" AS "entry_id"
      FROM "stays" AS "t0"
      WHERE
        "t0"."state" = 'moves_out'
    ) AS "t5"
    UNION ALL
    SELECT
      "t14"."child_id" AS "child_id",
      "t14"."person_id" AS "person_id",
      "t14"."matter" AS "matter",
      "t14"."state" AS "state",
      "t14"."identity" AS "identity",
      "t14"."reason_known" AS "reason_known",
      "t14"."ended" AS "ended",
      "t14"."state_day" AS "state_day",
      "t14"."recorded_day" AS "recorded_day",
      "t14"."known_from" AS "known_from",
      "t14"."entry_id" AS "entry_id"
    FROM (
      SELECT
        "t7"."child_id" AS "child_id",
        "t7"."person_id" AS "person_id",
        "t7"."matter" AS "matter",
        "t7"."state" AS "state",
        "t7"."identity" AS "identity",
        "t7"."reason_known" AS "reason_known",
        "t7"."ended" AS "ended",
        "t7"."state_day" AS "state_day",
        "t7"."recorded_day" AS "recorded_day",
        "t7"."known_from" AS "known_from",
        "t7"."entry_id" AS "entry_id"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."about_id" AS "person_id",
          CASE
            WHEN "t1"."type" IN ('mother', 'father', 'parent')
            THEN 'parent'
            ELSE 'relation'
          END AS "matter",
          "t1"."type" AS "state",
          "t1"."identity" AS "identity",
          CAST(NULL AS BOOLEAN) AS "reason_known",
          COALESCE("t1"."ended", FALSE) AS "ended",
          COALESCE("t1"."happened_to", "t1"."recorded_day") AS "state_day",
          "t1"."recorded_day" AS "recorded_day",
          "t1"."known_from" AS "known_from",
          "t1"."entry_id" AS "entry_id"
        FROM "relationship" AS "t1"
        WHERE
          "t1"."about_id" <> "t1"."child_id"
      ) AS "t7"
      UNION ALL
      SELECT
        "t12"."child_id" AS "child_id",
        "t12"."person_id" AS "person_id",
        "t12"."matter" AS "matter",
        "t12"."state" AS "state",
        "t12"."identity" AS "identity",
        "t12"."reason_known" AS "reason_known",
        "t12"."ended" AS "ended",
        "t12"."state_day" AS "state_day",
        "t12"."recorded_day" AS "recorded_day",
        "t12"."known_from" AS "known_from",
        "t12"."entry_id" AS "entry_id"
      FROM (
        SELECT
          "t10"."child_id" AS "child_id",
          "t10"."about_id" AS "person_id",
          'partner' AS "matter",
          "t10"."type" AS "state",
          "t10"."identity" AS "identity",
          CAST(NULL AS BOOLEAN) AS "reason_known",
          COALESCE("t10"."ended", FALSE) AS "ended",
          COALESCE("t10"."happened_to", "t10"."recorded_day") AS "state_day",
          "t10"."recorded_day" AS "recorded_day",
          "t10"."known_from" AS "known_from",
          "t10"."entry_id" AS "entry_id"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            "t8"."about_id" AS "about_id",
            "t8"."happened_to" AS "happened_to",
            "t8"."recorded_day" AS "recorded_day",
            "t8"."known_from" AS "known_from",
            "t8"."entry_id" AS "entry_id",
            "t8"."type" AS "type",
            "t8"."identity" AS "identity",
            "t8"."ended" AS "ended"
          FROM "parents" AS "t4"
          INNER JOIN (
            SELECT
              "t3"."about_id" AS "about_id",
              "t3"."happened_to" AS "happened_to",
              "t3"."recorded_day" AS "recorded_day",
              "t3"."known_from" AS "known_from",
              "t3"."entry_id" AS "entry_id",
              "t3"."to_id" AS "to_id",
              "t3"."type" AS "type",
              "t3"."identity" AS "identity",
              "t3"."ended" AS "ended"
            FROM "signal_relationship" AS "t3"
            WHERE
              "t3"."known_from" <= %(as_of)s
              AND "t3"."known_until" > %(as_of)s
              AND "t3"."sensitivity" <= %(level)s
              AND "t3"."type" IN ('partner', 'ex_partner')
          ) AS "t8"
            ON "t8"."to_id" = "t4"."parent_id"
        ) AS "t10"
        WHERE
          "t10"."about_id" <> "t10"."child_id"
      ) AS "t12"
    ) AS "t14"
  ) AS "t15"
), "latest" AS (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."person_id" AS "person_id",
    "t1"."matter" AS "matter",
    "t1"."state" AS "state",
    "t1"."identity" AS "identity",
    "t1"."reason_known" AS "reason_known",
    "t1"."state_day" AS "state_day",
    "t1"."entry_id" AS "entry_id",
    "t1"."since_entry_id" AS "since_entry_id",
    "t1"."since_day" AS "since_day"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      "t0"."matter" AS "matter",
      "t0"."state" AS "state",
      "t0"."identity" AS "identity",
      "t0"."reason_known" AS "reason_known",
      "t0"."ended" AS "ended",
      "t0"."state_day" AS "state_day",
      "t0"."entry_id" AS "entry_id",
      ROW_NUMBER() OVER (
        PARTITION BY "t0"."child_id", "t0"."person_id", "t0"."matter"
        ORDER BY "t0"."state_day" DESC NULLS LAST, "t0"."known_from" DESC NULLS LAST, "t0"."entry_id" DESC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "place",
      FIRST_VALUE("t0"."entry_id") OVER (
        PARTITION BY "t0"."child_id", "t0"."person_id"
        ORDER BY "t0"."known_from" ASC, "t0"."entry_id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "since_entry_id",
      MIN("t0"."recorded_day") OVER (
        PARTITION BY "t0"."child_id", "t0"."person_id"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "since_day"
    FROM "states" AS "t0"
  ) AS "t1"
  WHERE
    "t1"."place" = 0 AND NOT (
      "t1"."ended"
    )
), "one_each" AS (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."person_id" AS "person_id",
    MAX("t5"."state") FILTER(WHERE
      "t5"."matter" = 'parent') AS "parent",
    MAX("t5"."state") FILTER(WHERE
      "t5"."matter" = 'relation') AS "other",
    MAX("t5"."state") FILTER(WHERE
      "t5"."matter" = 'partner') AS "partner",
    MAX("t5"."state") FILTER(WHERE
      "t5"."matter" = 'home') AS "home",
    MAX("t5"."state") FILTER(WHERE
      "t5"."matter" = 'care') AS "care",
    MAX("t5"."identity") FILTER(WHERE
      "t5"."matter" = 'parent') AS "parent_identity",
    MAX("t5"."identity") FILTER(WHERE
      "t5"."matter" = 'relation') AS "other_identity",
    MAX("t5"."identity") FILTER(WHERE
      "t5"."matter" = 'partner') AS "partner_identity",
    MAX("t5"."entry_id") FILTER(WHERE
      "t5"."state" IN ('moves_in', 'stays_often', 'takes_on_care')) AS "home_entry_id",
    MAX("t5"."state_day") FILTER(WHERE
      "t5"."state" IN ('moves_in', 'stays_often', 'takes_on_care')) AS "home_day",
    BOOL_OR("t5"."reason_known") FILTER(WHERE
      "t5"."state" IN ('moves_in', 'stays_often', 'takes_on_care')) AS "home_reason_known",
    MIN("t5"."since_entry_id") AS "since_entry_id",
    MIN("t5"."since_day") AS "since_day",
    MAX("t5"."person_sex") AS "person_sex",
    MAX("t5"."person_born_from") AS "person_born_from",
    MIN("t5"."person_born_to") AS "person_born_to"
  FROM (
    SELECT
      "t2"."child_id" AS "child_id",
      "t2"."person_id" AS "person_id",
      "t2"."matter" AS "matter",
      "t2"."state" AS "state",
      "t2"."identity" AS "identity",
      "t2"."reason_known" AS "reason_known",
      "t2"."state_day" AS "state_day",
      "t2"."entry_id" AS "entry_id",
      "t2"."since_entry_id" AS "since_entry_id",
      "t2"."since_day" AS "since_day",
      NULLIF("t4"."sex", 'unknown') AS "person_sex",
      "t4"."born_from" AS "person_born_from",
      "t4"."born_to" AS "person_born_to"
    FROM "latest" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        "t1"."about_id" AS "about_id",
        "t1"."sex" AS "sex",
        "t1"."born_from" AS "born_from",
        "t1"."born_to" AS "born_to"
      FROM "signal_person" AS "t1"
      WHERE
        "t1"."known_from" <= %(as_of)s
        AND "t1"."known_until" > %(as_of)s
        AND "t1"."sensitivity" <= %(level)s
    ) AS "t4"
      ON "t2"."person_id" = "t4"."about_id"
  ) AS "t5"
  GROUP BY
    "t5"."child_id",
    "t5"."person_id"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."person_id" AS "person_id",
  "found"."relation" AS "relation",
  "found"."identity" AS "identity",
  "found"."is_parent" AS "is_parent",
  "found"."is_sibling" AS "is_sibling",
  "found"."is_partner" AS "is_partner",
  "found"."adult" AS "adult",
  "found"."lives_here" AS "lives_here",
  "found"."stays_often" AS "stays_often",
  "found"."cares" AS "cares",
  "found"."at_home" AS "at_home",
  "found"."home_entry_id" AS "home_entry_id",
  "found"."home_day" AS "home_day",
  "found"."home_reason_known" AS "home_reason_known",
  "found"."since_entry_id" AS "since_entry_id",
  "found"."since_day" AS "since_day",
  "found"."person_sex" AS "person_sex",
  "found"."person_born_from" AS "person_born_from",
  "found"."person_born_to" AS "person_born_to"
FROM (
  SELECT
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
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."person_id" AS "person_id",
      COALESCE(
        "t0"."parent",
        "t0"."other",
        CASE
          WHEN COALESCE("t0"."partner" = 'partner', FALSE)
          OR COALESCE("t0"."other" = 'partner', FALSE)
          THEN 'partner'
          ELSE ''
        END
      ) AS "relation",
      COALESCE("t0"."parent_identity", "t0"."other_identity", "t0"."partner_identity", 'named') AS "identity",
      "t0"."parent" IS NOT NULL AS "is_parent",
      COALESCE("t0"."other" IN ('sibling', 'half_sibling'), FALSE) AS "is_sibling",
      COALESCE("t0"."partner" = 'partner', FALSE)
      OR COALESCE("t0"."other" = 'partner', FALSE) AS "is_partner",
      (
        "t0"."parent" IS NOT NULL
      )
      OR (
        (
          COALESCE("t0"."other" IN ('sibling', 'half_sibling'), FALSE)
          AND COALESCE("t0"."person_born_to" <= (
            %(today)s - 6574
          ), FALSE)
        )
        OR (
          NOT (
            COALESCE("t0"."other" IN ('sibling', 'half_sibling'), FALSE)
          )
          AND NOT (
            COALESCE("t0"."person_born_from" > (
              %(today)s - 6574
            ), FALSE)
          )
        )
      ) AS "adult",
      COALESCE(
        "t0"."home" = 'moves_in',
        (
          "t0"."parent" IS NOT NULL
        )
        AND COALESCE("t0"."parent_identity", "t0"."other_identity", "t0"."partner_identity", 'named') IN ('named', 'described')
        AND NOT (
          COALESCE((
            "t0"."partner" = 'ex_partner'
          ) OR (
            "t0"."other" = 'ex_partner'
          ), FALSE)
        )
        AND NOT (
          BOOL_OR(
            COALESCE((
              "t0"."parent" = 'mother'
            ) AND (
              "t0"."home" = 'moves_out'
            ), FALSE)
          ) OVER (
            PARTITION BY "t0"."child_id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
          AND (
            "t0"."parent" <> 'mother'
          )
        )
      ) AS "lives_here",
      COALESCE("t0"."home" = 'stays_often', FALSE) AS "stays_often",
      COALESCE("t0"."care" = 'takes_on_care', FALSE) AS "cares",
      COALESCE(
        "t0"."home" = 'moves_in',
        (
          "t0"."parent" IS NOT NULL
        )
        AND COALESCE("t0"."parent_identity", "t0"."other_identity", "t0"."partner_identity", 'named') IN ('named', 'described')
        AND NOT (
          COALESCE((
            "t0"."partner" = 'ex_partner'
          ) OR (
            "t0"."other" = 'ex_partner'
          ), FALSE)
        )
        AND NOT (
          BOOL_OR(
            COALESCE((
              "t0"."parent" = 'mother'
            ) AND (
              "t0"."home" = 'moves_out'
            ), FALSE)
          ) OVER (
            PARTITION BY "t0"."child_id"
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          )
          AND (
            "t0"."parent" <> 'mother'
          )
        )
      )
      OR COALESCE("t0"."home" = 'stays_often', FALSE) AS "at_home",
      "t0"."home_entry_id" AS "home_entry_id",
      "t0"."home_day" AS "home_day",
      "t0"."home_reason_known" AS "home_reason_known",
      "t0"."since_entry_id" AS "since_entry_id",
      "t0"."since_day" AS "since_day",
      "t0"."person_sex" AS "person_sex",
      "t0"."person_born_from" AS "person_born_from",
      "t0"."person_born_to" AS "person_born_to"
    FROM "one_each" AS "t0"
  ) AS "t1"
  WHERE
    (
      (
        "t1"."relation" <> ''
      ) AND (
        "t1"."relation" <> 'ex_partner'
      )
    )
    OR "t1"."at_home"
    OR "t1"."cares"
) AS "found"
