WITH "asked" AS (
  SELECT
    "t2"."about_id",
    "t2"."agency",
    "t2"."sector",
    "t2"."happened_from",
    "t2"."happened_to",
    "t2"."recorded_day",
    "t2"."known_from",
    "t2"."known_until",
    "t2"."sensitivity",
    "t2"."entry_id",
    "t2"."root_id",
    "t2"."requested_day",
    "t2"."seen_day",
    "t2"."clinician",
    "t2"."how",
    "t2"."child_id"
  FROM "gp_request" AS "t2"
  WHERE
    EXISTS(
      SELECT
        1
      FROM (
        SELECT
          "t1"."about_id",
          "t1"."agency",
          "t1"."sector",
          "t1"."happened_from",
          "t1"."happened_to",
          "t1"."recorded_day",
          "t1"."known_from",
          "t1"."known_until",
          "t1"."sensitivity",
          "t1"."entry_id",
          "t1"."root_id",
          "t1"."type",
          "t1"."start_day",
          "t1"."end_day",
          "t1"."need_code",
          "t1"."child_id",
          COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "first_day",
          "t1"."end_day" AS "last_day"
        FROM "plan" AS "t1"
        WHERE
          "t1"."type" IN ('child_protection')
      ) AS "t4"
      WHERE
        "t2"."child_id" = "t4"."child_id"
        AND "t4"."first_day" <= "t2"."requested_day"
        AND (
          (
            "t4"."last_day" IS NULL
          ) OR (
            "t4"."last_day" >= "t2"."requested_day"
          )
        )
    )
), "recent" AS (
  SELECT
    *
  FROM "asked" AS "t0"
  WHERE
    "t0"."requested_day" >= (
      %(today)s - %(plan_baby_not_seen_same_day__look_back)s
    )
)
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t7"."child_id",
      "t7"."entry_id",
      'not_that_day' AS "because"
    FROM (
      SELECT
        "t6"."about_id",
        "t6"."agency",
        "t6"."sector",
        "t6"."happened_from",
        "t6"."happened_to",
        "t6"."recorded_day",
        "t6"."known_from",
        "t6"."known_until",
        "t6"."sensitivity",
        "t6"."entry_id",
        "t6"."root_id",
        "t6"."requested_day",
        "t6"."seen_day",
        "t6"."clinician",
        "t6"."how",
        "t6"."child_id"
      FROM (
        SELECT
          *
        FROM "recent" AS "t0"
        WHERE
          (
            (
              "t0"."seen_day" IS NULL
            ) AND (
              "t0"."requested_day" <= %(today)s
            )
          )
          OR (
            "t0"."seen_day" > "t0"."requested_day"
          )
      ) AS "t6"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              *
            FROM "contact" AS "t1"
            WHERE
              "t1"."sector" = 'gp'
          ) AS "t4"
          WHERE
            "t6"."child_id" = "t4"."child_id"
            AND "t4"."happened_from" >= "t6"."requested_day"
            AND "t4"."happened_to" <= "t6"."requested_day"
        )
    ) AS "t7"
  ) AS "t8"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'not_permanent' AS "because"
    FROM "recent" AS "t0"
    WHERE
      COALESCE("t0"."how", 'in_surgery') = 'in_surgery'
      AND "t0"."seen_day" = "t0"."requested_day"
      AND "t0"."clinician" = 'locum'
      AND %(plan_baby_not_seen_same_day__permanent_only)s
  ) AS "t3"
) AS found
