WITH "events_told" AS (
  SELECT
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."to_sector" AS "to_sector",
    "t0"."source_key" AS "source_key",
    "t0"."child_id" AS "child_id",
    COALESCE("t0"."source_key", "t0"."agency") AS "source"
  FROM "referral" AS "t0"
  WHERE
    "t0"."to_sector" = 'social_care'
    AND "t0"."outcome" IN ('no_further_action', 'advice', 'declined')
    AND "t0"."happened_from" >= (
      :today - :repeat_referrals_closed__look_back
    )
    AND "t0"."happened_from" <= :today
), "events" AS (
  SELECT
    "t1"."happened_from" AS "happened_from",
    "t1"."known_from" AS "known_from",
    "t1"."entry_id" AS "entry_id",
    "t1"."source_key" AS "source_key",
    "t1"."child_id" AS "child_id",
    "t1"."source" AS "source"
  FROM "events_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "events_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."to_sector" = "t2"."to_sector"
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
    )
), "unassessed" AS (
  SELECT
    "t2"."entry_id" AS "entry_id",
    "t2"."child_id" AS "child_id",
    "t2"."source" AS "source"
  FROM "events" AS "t2"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "events" AS "t3"
      WHERE
        "t2"."child_id" = "t3"."child_id"
        AND "t2"."source_key" = "t3"."source_key"
        AND (
          (
            "t3"."known_from" < "t2"."known_from"
          )
          OR (
            (
              "t3"."known_from" = "t2"."known_from"
            )
            AND (
              "t3"."entry_id" < "t2"."entry_id"
            )
          )
        )
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          COALESCE(
            COALESCE("t1"."completed_day", "t1"."started_day"),
            COALESCE("t1"."happened_to", "t1"."recorded_day")
          ) AS "on"
        FROM "assessment" AS "t1"
        WHERE
          "t1"."type" IN ('child_and_family', 'section_47', 'pre_birth', 'early_help')
      ) AS "t5"
      WHERE
        "t2"."child_id" = "t5"."child_id" AND "t5"."on" >= "t2"."happened_from"
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'closed' AS "because"
  FROM (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id"
    FROM "unassessed" AS "t1"
    WHERE
      "t1"."child_id" IN (
        SELECT
          "t4"."child_id"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COUNT(*) AS "n",
              COUNT(DISTINCT "t0"."source") AS "sources"
            FROM "unassessed" AS "t0"
            GROUP BY
              "t0"."child_id"
          ) AS "t2"
          WHERE
            "t2"."n" >= :repeat_referrals_closed__closed AND "t2"."sources" >= :repeat_referrals_closed__sources
        ) AS "t4"
      )
  ) AS "t5"
) AS "found"
