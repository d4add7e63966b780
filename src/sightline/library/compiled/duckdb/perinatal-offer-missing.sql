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
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t12"."child_id",
      "t12"."entry_id",
      "t12"."because"
    FROM (
      SELECT
        "t10"."child_id",
        "t10"."entry_id",
        'low' AS "because"
      FROM (
        SELECT
          "t9"."about_id",
          "t9"."agency",
          "t9"."sector",
          "t9"."happened_from",
          "t9"."happened_to",
          "t9"."recorded_day",
          "t9"."known_from",
          "t9"."known_until",
          "t9"."sensitivity",
          "t9"."entry_id",
          "t9"."root_id",
          "t9"."code",
          "t9"."level",
          "t9"."explored",
          "t9"."past",
          "t9"."status",
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
          "t9"."person_born_to"
        FROM (
          SELECT
            *
          FROM "low" AS "t2"
          WHERE
            (
              COALESCE("t2"."happened_to", "t2"."recorded_day") + $perinatal_offer_missing__offer_within
            ) <= $today
        ) AS "t9"
        ANTI JOIN "offers" AS "t5"
          ON "t9"."child_id" = "t5"."child_id" AND "t9"."about_id" = "t5"."parent_id"
      ) AS "t10"
    ) AS "t12"
    SEMI JOIN "baby" AS "t4"
      ON "t12"."child_id" = "t4"."child_id"
  ) AS "t13"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('observation')
      ) AS "t6"
    ) > 0
) AS found
