WITH "asked" AS (
  SELECT
    "t2"."entry_id" AS "entry_id",
    "t2"."requested_day" AS "requested_day",
    "t2"."seen_day" AS "seen_day",
    "t2"."clinician" AS "clinician",
    "t2"."how" AS "how",
    "t2"."child_id" AS "child_id"
  FROM "gp_request" AS "t2"
  SEMI JOIN (
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
      "t1"."type" AS "type",
      "t1"."start_day" AS "start_day",
      "t1"."end_day" AS "end_day",
      "t1"."need_code" AS "need_code",
      "t1"."child_id" AS "child_id",
      COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
      "t1"."end_day" AS "last_day"
    FROM "plan" AS "t1"
    WHERE
      "t1"."type" IN ('child_protection')
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id"
    AND "t4"."first_day" <= "t2"."requested_day"
    AND (
      (
        "t4"."last_day" IS NULL
      ) OR (
        "t4"."last_day" >= "t2"."requested_day"
      )
    )
), "recent" AS (
  SELECT
    "t0"."entry_id" AS "entry_id",
    "t0"."requested_day" AS "requested_day",
    "t0"."seen_day" AS "seen_day",
    "t0"."clinician" AS "clinician",
    "t0"."how" AS "how",
    "t0"."child_id" AS "child_id"
  FROM "asked" AS "t0"
  WHERE
    "t0"."requested_day" >= (
      $today - $plan_baby_not_seen_same_day__look_back
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t8"."child_id" AS "child_id",
    "t8"."entry_id" AS "entry_id",
    "t8"."because" AS "because"
  FROM (
    SELECT
      "t7"."child_id" AS "child_id",
      "t7"."entry_id" AS "entry_id",
      'not_that_day' AS "because"
    FROM (
      SELECT
        "t6"."entry_id" AS "entry_id",
        "t6"."child_id" AS "child_id"
      FROM (
        SELECT
          "t0"."entry_id" AS "entry_id",
          "t0"."requested_day" AS "requested_day",
          "t0"."child_id" AS "child_id"
        FROM "recent" AS "t0"
        WHERE
          (
            (
              "t0"."seen_day" IS NULL
            ) AND (
              "t0"."requested_day" <= $today
            )
          )
          OR (
            "t0"."seen_day" > "t0"."requested_day"
          )
      ) AS "t6"
      ANTI JOIN (
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
          "t1"."child_seen" AS "child_seen",
          "t1"."lived_experience" AS "lived_experience",
          "t1"."child_id" AS "child_id"
        FROM "contact" AS "t1"
        WHERE
          "t1"."sector" = 'gp'
      ) AS "t4"
        ON "t6"."child_id" = "t4"."child_id"
        AND "t4"."happened_from" >= "t6"."requested_day"
        AND "t4"."happened_to" <= "t6"."requested_day"
    ) AS "t7"
  ) AS "t8"
  UNION ALL
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."entry_id" AS "entry_id",
    "t3"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'not_permanent' AS "because"
    FROM "recent" AS "t0"
    WHERE
      COALESCE("t0"."how", 'in_surgery') = 'in_surgery'
      AND "t0"."seen_day" = "t0"."requested_day"
      AND "t0"."clinician" = 'locum'
      AND $plan_baby_not_seen_same_day__permanent_only
  ) AS "t3"
) AS "found"
