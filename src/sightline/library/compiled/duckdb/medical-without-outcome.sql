WITH "told" AS (
  SELECT
    *
  FROM "medical"
), "waiting" AS (
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
    "t4"."requested_day",
    "t4"."outcome",
    "t4"."outcome_day",
    "t4"."police_present",
    "t4"."child_id"
  FROM (
    SELECT
      *
    FROM "told" AS "t0"
    WHERE
      (
        "t0"."outcome" IS NULL
      ) OR (
        "t0"."outcome" = 'not_recorded'
      )
  ) AS "t4"
  ANTI JOIN (
    SELECT
      "t0"."child_id",
      COALESCE("t0"."outcome_day", COALESCE("t0"."happened_to", "t0"."recorded_day")) AS "given_day"
    FROM "told" AS "t0"
    WHERE
      "t0"."outcome" IS NOT NULL AND "t0"."outcome" <> 'not_recorded'
  ) AS "t3"
    ON "t4"."child_id" = "t3"."child_id"
    AND "t3"."given_day" >= COALESCE("t4"."happened_from", "t4"."recorded_day")
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'no_opinion' AS "because"
    FROM "waiting" AS "t0"
    WHERE
      (
        (
          "t0"."requested_day" IS NULL
        )
        OR (
          COALESCE("t0"."happened_to", "t0"."recorded_day") >= "t0"."requested_day"
        )
      )
      AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= $medical_without_outcome__opinion_within
      AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= $today
  ) AS "t2"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'not_examined' AS "because"
    FROM "waiting" AS "t0"
    WHERE
      "t0"."happened_from" > $today
      AND "t0"."requested_day" <= $medical_without_outcome__examined_within
  ) AS "t1"
) AS found
