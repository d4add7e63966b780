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
  WHERE
    NOT EXISTS(
      SELECT
        1
      FROM (
        SELECT
          "t0"."child_id",
          COALESCE("t0"."outcome_day", COALESCE("t0"."happened_to", "t0"."recorded_day")) AS "given_day"
        FROM "told" AS "t0"
        WHERE
          "t0"."outcome" IS NOT NULL AND "t0"."outcome" <> 'not_recorded'
      ) AS "t3"
      WHERE
        "t4"."child_id" = "t3"."child_id"
        AND "t3"."given_day" >= COALESCE("t4"."happened_from", "t4"."recorded_day")
    )
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t9"."child_id",
      "t9"."entry_id",
      "t9"."because"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."entry_id",
          'no_opinion' AS "because"
        FROM "waiting" AS "t1"
        WHERE
          (
            (
              "t1"."requested_day" IS NULL
            )
            OR (
              COALESCE("t1"."happened_to", "t1"."recorded_day") >= "t1"."requested_day"
            )
          )
          AND COALESCE("t1"."happened_to", "t1"."recorded_day") <= %(medical_without_outcome__opinion_within)s
          AND COALESCE("t1"."happened_to", "t1"."recorded_day") <= %(today)s
      ) AS "t6"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."entry_id",
          'not_examined' AS "because"
        FROM "waiting" AS "t1"
        WHERE
          "t1"."happened_from" > %(today)s
          AND "t1"."requested_day" <= %(medical_without_outcome__examined_within)s
      ) AS "t4"
    ) AS "t9"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t3"
        WHERE
          "t9"."child_id" = "t3"."child_id"
      )
  ) AS "t10"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t2"
        WHERE
          "t2"."kind" IN ('medical')
      ) AS "t5"
    ) > 0
) AS found
