WITH "matters" AS (
  SELECT
    "t15"."child_id" AS "child_id",
    "t15"."matter_id" AS "matter_id",
    "t15"."lead" AS "lead",
    "t11"."told_day" AS "told_day",
    MAX("t15"."since", COALESCE("t11"."told_day", "t15"."since")) AS "since"
  FROM (
    SELECT
      "t13"."child_id" AS "child_id",
      "t13"."matter_id" AS "matter_id",
      "t13"."lead" AS "lead",
      MAX("t13"."opened", "t13"."born_day") AS "since"
    FROM (
      SELECT
        "t12"."child_id" AS "child_id",
        "t12"."matter_id" AS "matter_id",
        "t12"."lead" AS "lead",
        "t12"."opened" AS "opened",
        "t7"."born_day" AS "born_day"
      FROM (
        SELECT
          "t8"."child_id" AS "child_id",
          "t8"."matter_id" AS "matter_id",
          "t8"."lead" AS "lead",
          "t8"."opened" AS "opened"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."entry_id" AS "matter_id",
            "t1"."sector" AS "lead",
            COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) AS "opened"
          FROM "plan" AS "t1"
          WHERE
            "t1"."type" IN ('child_protection', 'child_in_need', 'early_help', 'looked_after')
            AND COALESCE("t1"."start_day", COALESCE("t1"."happened_to", "t1"."recorded_day")) <= :today
            AND (
              (
                "t1"."end_day" IS NULL
              ) OR (
                "t1"."end_day" >= :today
              )
            )
        ) AS "t8"
        UNION ALL
        SELECT
          "t6"."child_id" AS "child_id",
          "t6"."matter_id" AS "matter_id",
          "t6"."lead" AS "lead",
          "t6"."opened" AS "opened"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."entry_id" AS "matter_id",
            "t2"."sector" AS "lead",
            COALESCE("t2"."started_day", COALESCE("t2"."happened_to", "t2"."recorded_day")) AS "opened"
          FROM "assessment" AS "t2"
          WHERE
            "t2"."completed_day" IS NULL AND "t2"."type" <> 'other'
        ) AS "t6"
      ) AS "t12"
      INNER JOIN (
        SELECT
          "t3"."child_id" AS "child_id",
          "t3"."born_day" AS "born_day"
        FROM "baby" AS "t3"
        WHERE
          "t3"."born_day" <= :today
      ) AS "t7"
        ON "t12"."child_id" = "t7"."child_id"
    ) AS "t13"
    WHERE
      "t13"."opened" <= :today
  ) AS "t15"
  LEFT OUTER JOIN (
    SELECT
      "t4"."child_id" AS "child_id",
      MAX(COALESCE("t4"."happened_to", "t4"."recorded_day")) AS "told_day"
    FROM (
      SELECT
        "t0"."happened_to" AS "happened_to",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."child_id" AS "child_id"
      FROM "contact" AS "t0"
      WHERE
        "t0"."lived_experience"
    ) AS "t4"
    GROUP BY
      "t4"."child_id"
  ) AS "t11"
    ON "t15"."child_id" = "t11"."child_id"
), "silent" AS (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    "t5"."matter_id" AS "matter_id"
  FROM (
    SELECT
      "t4"."happened_from" AS "happened_from",
      "t4"."entry_id" AS "entry_id",
      "t4"."child_id" AS "child_id",
      "t2"."matter_id" AS "matter_id",
      "t2"."told_day" AS "told_day",
      "t2"."since" AS "since"
    FROM (
      SELECT
        "t0"."sector" AS "sector",
        "t0"."happened_from" AS "happened_from",
        "t0"."entry_id" AS "entry_id",
        "t0"."child_id" AS "child_id"
      FROM "contact" AS "t0"
      WHERE
        "t0"."child_seen" AND NOT (
          COALESCE("t0"."lived_experience", FALSE)
        )
    ) AS "t4"
    INNER JOIN "matters" AS "t2"
      ON "t4"."child_id" = "t2"."child_id" AND "t4"."sector" = "t2"."lead"
  ) AS "t5"
  WHERE
    "t5"."happened_from" >= "t5"."since"
    AND (
      (
        "t5"."told_day" IS NULL
      ) OR (
        "t5"."happened_from" > "t5"."told_day"
      )
    )
), "enough" AS (
  SELECT
    "t1"."child_id" AS "child_id",
    "t1"."matter_id" AS "matter_id"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."matter_id" AS "matter_id",
      COUNT(*) AS "n"
    FROM "silent" AS "t0"
    GROUP BY
      "t0"."child_id",
      "t0"."matter_id"
  ) AS "t1"
  WHERE
    "t1"."n" >= :lived_experience_missing__contacts
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t12"."child_id" AS "child_id",
    "t12"."entry_id" AS "entry_id",
    "t12"."because" AS "because"
  FROM (
    SELECT
      "t11"."child_id" AS "child_id",
      "t11"."matter_id" AS "entry_id",
      'open' AS "because"
    FROM (
      SELECT DISTINCT
        "t9"."child_id" AS "child_id",
        "t9"."matter_id" AS "matter_id",
        "t9"."lead" AS "lead",
        "t9"."told_day" AS "told_day",
        "t9"."since" AS "since"
      FROM (
        SELECT
          "t6"."child_id" AS "child_id",
          "t6"."matter_id" AS "matter_id",
          "t6"."lead" AS "lead",
          "t6"."told_day" AS "told_day",
          "t6"."since" AS "since"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."matter_id" AS "matter_id",
            "t1"."lead" AS "lead",
            "t1"."told_day" AS "told_day",
            "t1"."since" AS "since"
          FROM "matters" AS "t1"
          WHERE
            (
              "t1"."since" + :lived_experience_missing__days
            ) <= :today
        ) AS "t6"
        UNION ALL
        SELECT
          "t8"."child_id" AS "child_id",
          "t8"."matter_id" AS "matter_id",
          "t8"."lead" AS "lead",
          "t8"."told_day" AS "told_day",
          "t8"."since" AS "since"
        FROM (
          SELECT
            "t4"."child_id" AS "child_id",
            "t4"."matter_id" AS "matter_id",
            "t4"."lead" AS "lead",
            "t4"."told_day" AS "told_day",
            "t4"."since" AS "since"
          FROM "matters" AS "t4"
          WHERE
            ("t4"."child_id", "t4"."matter_id") IN (
              SELECT
                "t5"."child_id",
                "t5"."matter_id"
              FROM "enough" AS "t5"
            )
        ) AS "t8"
      ) AS "t9"
    ) AS "t11"
  ) AS "t12"
  UNION ALL
  SELECT
    "t10"."child_id" AS "child_id",
    "t10"."entry_id" AS "entry_id",
    "t10"."because" AS "because"
  FROM (
    SELECT DISTINCT
      "t7"."child_id" AS "child_id",
      "t7"."entry_id" AS "entry_id",
      'no_word' AS "because"
    FROM (
      SELECT
        "t3"."child_id" AS "child_id",
        "t3"."entry_id" AS "entry_id"
      FROM "silent" AS "t3"
      WHERE
        ("t3"."child_id", "t3"."matter_id") IN (
          SELECT
            "t5"."child_id",
            "t5"."matter_id"
          FROM "enough" AS "t5"
        )
    ) AS "t7"
  ) AS "t10"
) AS "found"
