WITH "late" AS (
  SELECT
    *
  FROM "challenge" AS "t0"
  WHERE
    (
      (
        "t0"."resolved_day" IS NULL
      ) OR (
        "t0"."resolved_day" > $today
      )
    )
    AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= $challenge_overdue__settle_within
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t11"."child_id",
      "t11"."entry_id",
      "t11"."because"
    FROM (
      SELECT
        "t9"."child_id",
        "t9"."entry_id",
        'differs' AS "because"
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
          "t5"."by_sector",
          "t5"."with_sector",
          "t5"."stage",
          "t5"."resolved_day",
          "t5"."child_id"
        FROM "late" AS "t5"
        ANTI JOIN "challenge" AS "t6"
          ON "t5"."child_id" = "t6"."child_id"
          AND "t5"."by_sector" = "t6"."by_sector"
          AND "t5"."with_sector" = "t6"."with_sector"
          AND "t6"."stage" > "t5"."stage"
          AND COALESCE("t6"."happened_to", "t6"."recorded_day") >= COALESCE("t5"."happened_from", "t5"."recorded_day")
      ) AS "t9"
    ) AS "t11"
    SEMI JOIN "baby" AS "t4"
      ON "t11"."child_id" = "t4"."child_id"
  ) AS "t12"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('challenge')
      ) AS "t7"
    ) > 0
) AS found
