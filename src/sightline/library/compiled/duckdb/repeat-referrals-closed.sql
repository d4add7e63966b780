WITH "events_told" AS (
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
    "t0"."to_sector" AS "to_sector",
    "t0"."outcome" AS "outcome",
    "t0"."outcome_day" AS "outcome_day",
    "t0"."source_key" AS "source_key",
    "t0"."child_id" AS "child_id",
    COALESCE("t0"."source_key", "t0"."agency") AS "source"
  FROM "referral" AS "t0"
  WHERE
    "t0"."to_sector" = 'social_care'
    AND "t0"."outcome" IN ('no_further_action', 'advice', 'declined')
    AND "t0"."happened_from" >= (
      $today - $repeat_referrals_closed__look_back
    )
    AND "t0"."happened_from" <= $today
), "events" AS (
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
    "t1"."to_sector" AS "to_sector",
    "t1"."outcome" AS "outcome",
    "t1"."outcome_day" AS "outcome_day",
    "t1"."source_key" AS "source_key",
    "t1"."child_id" AS "child_id",
    "t1"."source" AS "source"
  FROM "events_told" AS "t1"
  ANTI JOIN "events_told" AS "t2"
    ON "t1"."child_id" = "t2"."child_id"
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
), "unassessed" AS (
  SELECT
    "t2"."entry_id" AS "entry_id",
    "t2"."child_id" AS "child_id",
    "t2"."source" AS "source"
  FROM "events" AS "t2"
  ANTI JOIN "events" AS "t3"
    ON "t2"."child_id" = "t3"."child_id"
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
  ANTI JOIN (
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
    ON "t2"."child_id" = "t5"."child_id" AND "t5"."on" >= "t2"."happened_from"
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
    SEMI JOIN (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."n" AS "n",
        "t2"."sources" AS "sources"
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
        "t2"."n" >= $repeat_referrals_closed__closed AND "t2"."sources" >= $repeat_referrals_closed__sources
    ) AS "t4"
      ON "t1"."child_id" = "t4"."child_id"
  ) AS "t5"
) AS "found"
