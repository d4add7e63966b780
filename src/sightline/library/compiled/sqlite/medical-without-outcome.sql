WITH "told" AS (
  SELECT
    "medical"."happened_from" AS "happened_from",
    "medical"."happened_to" AS "happened_to",
    "medical"."recorded_day" AS "recorded_day",
    "medical"."entry_id" AS "entry_id",
    "medical"."requested_day" AS "requested_day",
    "medical"."outcome" AS "outcome",
    "medical"."outcome_day" AS "outcome_day",
    "medical"."child_id" AS "child_id"
  FROM "medical" AS "medical"
), "waiting" AS (
  SELECT
    "t4"."happened_from" AS "happened_from",
    "t4"."happened_to" AS "happened_to",
    "t4"."recorded_day" AS "recorded_day",
    "t4"."entry_id" AS "entry_id",
    "t4"."requested_day" AS "requested_day",
    "t4"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."happened_from" AS "happened_from",
      "t0"."happened_to" AS "happened_to",
      "t0"."recorded_day" AS "recorded_day",
      "t0"."entry_id" AS "entry_id",
      "t0"."requested_day" AS "requested_day",
      "t0"."child_id" AS "child_id"
    FROM "told" AS "t0"
    WHERE
      (
        "t0"."outcome" IS NULL
      ) OR (
        "t0"."outcome" = 'not_recorded'
      )
  ) AS "t4"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t0"."child_id" AS "child_id",
          COALESCE("t0"."outcome_day", COALESCE("t0"."happened_to", "t0"."recorded_day")) AS "given_day"
        FROM "told" AS "t0"
        WHERE
          NOT "t0"."outcome" IS NULL AND "t0"."outcome" <> 'not_recorded'
      ) AS "t3"
      WHERE
        "t4"."child_id" = "t3"."child_id"
        AND "t3"."given_day" >= COALESCE("t4"."happened_from", "t4"."recorded_day")
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."entry_id" AS "entry_id",
    "t1"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'no_opinion' AS "because"
    FROM "waiting" AS "t0"
    WHERE
      NOT (
        (
          "t0"."happened_from" IS NULL
        )
        AND COALESCE("t0"."requested_day" >= "t0"."recorded_day", FALSE)
      )
      AND (
        (
          "t0"."requested_day" IS NULL
        )
        OR (
          COALESCE("t0"."happened_to", "t0"."recorded_day") >= "t0"."requested_day"
        )
      )
      AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= :medical_without_outcome__opinion_within
      AND COALESCE("t0"."happened_to", "t0"."recorded_day") <= :today
  ) AS "t1"
  UNION ALL
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."entry_id" AS "entry_id",
    "t2"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'not_examined' AS "because"
    FROM "waiting" AS "t0"
    WHERE
      (
        (
          "t0"."happened_from" > :today
        )
        OR (
          (
            "t0"."happened_from" IS NULL
          )
          AND COALESCE("t0"."requested_day" >= "t0"."recorded_day", FALSE)
        )
      )
      AND "t0"."requested_day" <= :medical_without_outcome__examined_within
  ) AS "t2"
) AS "found"
