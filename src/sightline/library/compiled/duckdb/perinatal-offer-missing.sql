WITH "low" AS (
  SELECT
    "t5"."about_id",
    "t5"."agency",
    "t5"."sector",
    "t5"."happened_from",
    "t5"."happened_to",
    "t5"."recorded_day",
    "t5"."known_from",
    "t5"."known_until",
    "t5"."sensitivity",
    "t5"."entry_id",
    "t5"."root_id",
    "t5"."code",
    "t5"."level",
    "t5"."explored",
    "t5"."past",
    "t5"."status",
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
    "t5"."person_born_to"
  FROM (
    SELECT
      *
    FROM "around_observation" AS "t0"
    WHERE
      "t0"."is_parent"
      AND NOT (
        COALESCE("t0"."past", FALSE)
      )
      AND (
        (
          (
            "t0"."code" = 'perinatal_low_mood'
          ) AND "t0"."level" IN ('moderate', 'high')
        )
        OR (
          (
            "t0"."code" = 'mental_ill_health'
          )
          AND (
            COALESCE("t0"."level", 'moderate') <> 'low'
          )
        )
      )
  ) AS "t5"
  SEMI JOIN (
    SELECT
      "t1"."child_id",
      "t1"."born_day",
      "t1"."due_day" - 280 AS "begun"
    FROM "baby" AS "t1"
    WHERE
      (
        "t1"."born_day" IS NULL
      )
      OR (
        $today <= (
          "t1"."born_day" + $perinatal_offer_missing__until
        )
      )
  ) AS "t4"
    ON "t5"."child_id" = "t4"."child_id"
    AND (
      (
        "t4"."begun" IS NULL
      )
      OR (
        COALESCE("t5"."happened_to", "t5"."recorded_day") >= "t4"."begun"
      )
    )
), "offers" AS (
  SELECT
    "t6"."child_id",
    "t6"."about_id" AS "parent_id"
  FROM (
    SELECT
      "t5"."about_id",
      "t5"."agency",
      "t5"."sector",
      "t5"."happened_from",
      "t5"."happened_to",
      "t5"."recorded_day",
      "t5"."known_from",
      "t5"."known_until",
      "t5"."sensitivity",
      "t5"."entry_id",
      "t5"."root_id",
      "t5"."child_id",
      "t5"."offer",
      "t5"."outcome",
      "t5"."priority"
    FROM (
      SELECT
        *
      FROM "offer" AS "t0"
      WHERE
        "t0"."offer" IN ('perinatal_mental_health', 'talking_therapy')
        AND COALESCE("t0"."outcome", 'waiting') <> 'not_offered'
    ) AS "t5"
    SEMI JOIN (
      SELECT
        "t1"."child_id",
        "t1"."due_day" - 280 AS "begun"
      FROM "baby" AS "t1"
    ) AS "t4"
      ON "t5"."child_id" = "t4"."child_id"
      AND (
        (
          "t4"."begun" IS NULL
        )
        OR (
          COALESCE("t5"."happened_to", "t5"."recorded_day") >= "t4"."begun"
        )
      )
  ) AS "t6"
)
SELECT * FROM (
  SELECT
    "t5"."child_id",
    "t5"."entry_id",
    'low' AS "because"
  FROM (
    SELECT
      "t4"."about_id",
      "t4"."agency",
      "t4"."sector",
      "t4"."happened_from",
      "t4"."happened_to",
      "t4"."recorded_day",
      "t4"."known_from",
      "t4"."known_until",
      "t4"."sensitivity",
      "t4"."entry_id",
      "t4"."root_id",
      "t4"."code",
      "t4"."level",
      "t4"."explored",
      "t4"."past",
      "t4"."status",
      "t4"."child_id",
      "t4"."person_id",
      "t4"."relation",
      "t4"."identity",
      "t4"."is_parent",
      "t4"."is_sibling",
      "t4"."is_partner",
      "t4"."adult",
      "t4"."lives_here",
      "t4"."stays_often",
      "t4"."cares",
      "t4"."at_home",
      "t4"."home_entry_id",
      "t4"."home_day",
      "t4"."home_reason_known",
      "t4"."since_entry_id",
      "t4"."since_day",
      "t4"."person_sex",
      "t4"."person_born_from",
      "t4"."person_born_to"
    FROM (
      SELECT
        *
      FROM "low" AS "t0"
      WHERE
        (
          COALESCE("t0"."happened_to", "t0"."recorded_day") + $perinatal_offer_missing__offer_within
        ) <= $today
    ) AS "t4"
    ANTI JOIN "offers" AS "t2"
      ON "t4"."child_id" = "t2"."child_id" AND "t4"."about_id" = "t2"."parent_id"
  ) AS "t5"
) AS found
