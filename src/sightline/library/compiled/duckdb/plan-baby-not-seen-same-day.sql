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
  SEMI JOIN (
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
    *
  FROM "asked" AS "t0"
  WHERE
    "t0"."requested_day" >= (
      $today - $plan_baby_not_seen_same_day__look_back
    )
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t15"."child_id",
      "t15"."entry_id",
      "t15"."because"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t12"."child_id",
          "t12"."entry_id",
          'not_that_day' AS "because"
        FROM (
          SELECT
            "t11"."about_id",
            "t11"."agency",
            "t11"."sector",
            "t11"."happened_from",
            "t11"."happened_to",
            "t11"."recorded_day",
            "t11"."known_from",
            "t11"."known_until",
            "t11"."sensitivity",
            "t11"."entry_id",
            "t11"."root_id",
            "t11"."requested_day",
            "t11"."seen_day",
            "t11"."clinician",
            "t11"."how",
            "t11"."child_id"
          FROM (
            SELECT
              *
            FROM "recent" AS "t1"
            WHERE
              (
                (
                  "t1"."seen_day" IS NULL
                ) AND (
                  "t1"."requested_day" <= $today
                )
              )
              OR (
                "t1"."seen_day" > "t1"."requested_day"
              )
          ) AS "t11"
          ANTI JOIN (
            SELECT
              *
            FROM "contact" AS "t3"
            WHERE
              "t3"."sector" = 'gp'
          ) AS "t8"
            ON "t11"."child_id" = "t8"."child_id"
            AND "t8"."happened_from" >= "t11"."requested_day"
            AND "t8"."happened_to" <= "t11"."requested_day"
        ) AS "t12"
      ) AS "t13"
      UNION ALL
      SELECT
        *
      FROM (
        SELECT
          "t1"."child_id",
          "t1"."entry_id",
          'not_permanent' AS "because"
        FROM "recent" AS "t1"
        WHERE
          COALESCE("t1"."how", 'in_surgery') = 'in_surgery'
          AND "t1"."seen_day" = "t1"."requested_day"
          AND "t1"."clinician" = 'locum'
          AND $plan_baby_not_seen_same_day__permanent_only
      ) AS "t7"
    ) AS "t15"
    SEMI JOIN "baby" AS "t4"
      ON "t15"."child_id" = "t4"."child_id"
  ) AS "t16"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t2"
        WHERE
          "t2"."kind" IN ('gp_request')
      ) AS "t5"
    ) > 0
) AS found
