WITH "parents" AS (
  SELECT DISTINCT
    "t0"."child_id",
    "t0"."about_id" AS "parent_id"
  FROM "relationship" AS "t0"
  WHERE
    "t0"."type" IN ('mother', 'father', 'parent')
), "stays" AS (
  SELECT
    "t0"."child_id",
    "t0"."about_id" AS "person_id",
    IIF("t0"."change" = 'takes_on_care', 'care', 'home') AS "matter",
    "t0"."change" AS "state",
    CAST(NULL AS TEXT) AS "identity",
    "t0"."reason_known",
    FALSE AS "ended",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "state_day",
    "t0"."recorded_day",
    "t0"."known_from",
    "t0"."entry_id"
  FROM "stay" AS "t0"
), "states" AS (
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t9"."child_id",
        "t9"."to_id" AS "person_id",
        'partner' AS "matter",
        "t9"."type" AS "state",
        "t9"."identity",
        CAST(NULL AS BOOLEAN) AS "reason_known",
        COALESCE("t9"."ended", FALSE) AS "ended",
        COALESCE("t9"."happened_to", "t9"."recorded_day") AS "state_day",
        "t9"."recorded_day",
        "t9"."known_from",
        "t9"."entry_id"
      FROM (
        SELECT
          "t4"."child_id",
          "t4"."parent_id",
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
          "t8"."to_id",
          "t8"."type",
          "t8"."identity",
          "t8"."ended"
        FROM "parents" AS "t4"
        CROSS JOIN (
          SELECT
            *
          FROM "signal_relationship" AS "t3"
          WHERE
            "t3"."known_from" <= :as_of
            AND "t3"."known_until" > :as_of
            AND "t3"."sensitivity" <= :level
            AND "t3"."type" IN ('partner', 'ex_partner')
        ) AS "t8"
          ON "t8"."about_id" = "t4"."parent_id"
      ) AS "t9"
      WHERE
        "t9"."to_id" <> "t9"."child_id"
    ) AS "t11"
    UNION ALL
    SELECT
      *
    FROM "stays" AS "t0"
  ) AS "t13"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      *
    FROM (
      SELECT
        "t0"."child_id",
        "t0"."person_id",
        'care' AS "matter",
        "t0"."state",
        "t0"."identity",
        "t0"."reason_known",
        "t0"."ended",
        "t0"."state_day",
        "t0"."recorded_day",
        "t0"."known_from",
        "t0"."entry_id"
      FROM "stays" AS "t0"
      WHERE
        "t0"."state" = 'moves_out'
    ) AS "t5"
    UNION ALL
    SELECT
      *
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."about_id" AS "person_id",
          IIF("t1"."type" IN ('mother', 'father', 'parent'), 'parent', 'relation') AS "matter",
          "t1"."type" AS "state",
          "t1"."identity",
          CAST(NULL AS BOOLEAN) AS "reason_known",
          COALESCE("t1"."ended", FALSE) AS "ended",
          COALESCE("t1"."happened_to", "t1"."recorded_day") AS "state_day",
          "t1"."recorded_day",
          "t1"."known_from",
          "t1"."entry_id"
        FROM "relationship" AS "t1"
        WHERE
          "t1"."about_id" <> "t1"."child_id"
      ) AS "t7"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."about_id" AS "person_id",
          'partner' AS "matter",
          "t10"."type" AS "state",
          "t10"."identity",
          CAST(NULL AS BOOLEAN) AS "reason_known",
          COALESCE("t10"."ended", FALSE) AS "ended",
          COALESCE("t10"."happened_to", "t10"."recorded_day") AS "state_day",
          "t10"."recorded_day",
          "t10"."known_from",
          "t10"."entry_id"
        FROM (
          SELECT
            "t4"."child_id",
            "t4"."parent_id",
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
            "t8"."to_id",
            "t8"."type",
            "t8"."identity",
            "t8"."ended"
          FROM "parents" AS "t4"
          CROSS JOIN (
            SELECT
              *
            FROM "signal_relationship" AS "t3"
            WHERE
              "t3"."known_from" <= :as_of
              AND "t3"."known_until" > :as_of
              AND "t3"."sensitivity" <= :level
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
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."person_id",
      "t0"."matter",
      "t0"."state",
      "t0"."identity",
      "t0"."reason_known",
      "t0"."ended",
      "t0"."state_day",
      "t0"."recorded_day",
      "t0"."known_from",
      "t0"."entry_id",
      ROW_NUMBER() OVER (
        PARTITION BY "t0"."child_id", "t0"."person_id", "t0"."matter"
        ORDER BY "t0"."state_day" DESC, "t0"."known_from" DESC, "t0"."entry_id" DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "place",
      FIRST_VALUE("t0"."entry_id") OVER (
        PARTITION BY "t0"."child_id", "t0"."person_id"
        ORDER BY "t0"."known_from" ASC NULLS LAST, "t0"."entry_id" ASC NULLS LAST
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
    "t5"."child_id",
    "t5"."person_id",
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
    MAX("t5"."reason_known") FILTER(WHERE
      "t5"."state" IN ('moves_in', 'stays_often', 'takes_on_care')) AS "home_reason_known",
    MIN("t5"."since_entry_id") AS "since_entry_id",
    MIN("t5"."since_day") AS "since_day",
    MAX("t5"."person_sex") AS "person_sex",
    MAX("t5"."person_born_from") AS "person_born_from",
    MIN("t5"."person_born_to") AS "person_born_to"
  FROM (
    SELECT
      "t2"."child_id",
      "t2"."person_id",
      "t2"."matter",
      "t2"."state",
      "t2"."identity",
      "t2"."reason_known",
      "t2"."ended",
      "t2"."state_day",
      "t2"."recorded_day",
      "t2"."known_from",
      "t2"."entry_id",
      "t2"."place",
      "t2"."since_entry_id",
      "t2"."since_day",
      NULLIF("t4"."sex", 'unknown') AS "person_sex",
      "t4"."born_from" AS "person_born_from",
      "t4"."born_to" AS "person_born_to"
    FROM "latest" AS "t2"
    LEFT OUTER JOIN (
      SELECT
        *
      FROM "signal_person" AS "t1"
      WHERE
        "t1"."known_from" <= :as_of
        AND "t1"."known_until" > :as_of
        AND "t1"."sensitivity" <= :level
    ) AS "t4"
      ON "t2"."person_id" = "t4"."about_id"
  ) AS "t5"
  GROUP BY
    1,
    2
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."person_id",
      COALESCE(
        "t0"."parent",
        "t0"."other",
        IIF(
          COALESCE("t0"."partner" = 'partner', FALSE)
          OR COALESCE("t0"."other" = 'partner', FALSE),
          'partner',
          ''
        )
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
            :today - 6574
          ), FALSE)
        )
        OR (
          NOT (
            COALESCE("t0"."other" IN ('sibling', 'half_sibling'), FALSE)
          )
          AND NOT (
            COALESCE("t0"."person_born_from" > (
              :today - 6574
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
      )
      OR COALESCE("t0"."home" = 'stays_often', FALSE) AS "at_home",
      "t0"."home_entry_id",
      "t0"."home_day",
      "t0"."home_reason_known",
      "t0"."since_entry_id",
      "t0"."since_day",
      "t0"."person_sex",
      "t0"."person_born_from",
      "t0"."person_born_to"
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
) AS found
