WITH "in_unit" AS (
  SELECT
    "t11"."child_id" AS "child_id",
    MAX("t11"."day") AS "unit_day"
  FROM (
    SELECT
      "t10"."child_id" AS "child_id",
      "t10"."day" AS "day"
    FROM (
      SELECT
        "t8"."child_id" AS "child_id",
        "t8"."sector" AS "sector",
        "t8"."day" AS "day"
      FROM (
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."sector" AS "sector",
          "t4"."day" AS "day"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            "t0"."sector" AS "sector",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "day"
          FROM "contact" AS "t0"
        ) AS "t4"
        UNION ALL
        SELECT
          "t5"."child_id" AS "child_id",
          "t5"."sector" AS "sector",
          "t5"."day" AS "day"
        FROM (
          SELECT
            "t1"."child_id" AS "child_id",
            "t1"."sector" AS "sector",
            COALESCE("t1"."happened_to", "t1"."recorded_day") AS "day"
          FROM "observation" AS "t1"
        ) AS "t5"
      ) AS "t8"
      UNION ALL
      SELECT
        "t9"."child_id" AS "child_id",
        "t9"."sector" AS "sector",
        "t9"."day" AS "day"
      FROM (
        SELECT
          "t6"."child_id" AS "child_id",
          "t6"."sector" AS "sector",
          "t6"."day" AS "day"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."sector" AS "sector",
            COALESCE("t2"."happened_to", "t2"."recorded_day") AS "day"
          FROM "touchpoint" AS "t2"
        ) AS "t6"
        UNION ALL
        SELECT
          "t7"."child_id" AS "child_id",
          "t7"."sector" AS "sector",
          "t7"."day" AS "day"
        FROM (
          SELECT
            "t3"."child_id" AS "child_id",
            "t3"."sector" AS "sector",
            COALESCE("t3"."happened_to", "t3"."recorded_day") AS "day"
          FROM "measurement" AS "t3"
        ) AS "t7"
      ) AS "t9"
    ) AS "t10"
    WHERE
      "t10"."sector" = 'neonatal_unit'
  ) AS "t11"
  GROUP BY
    "t11"."child_id"
), "due" AS (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."entry_id" AS "entry_id",
    "t7"."born_day" AS "born_day",
    "t7"."home_day" AS "home_day"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."entry_id" AS "entry_id",
      "t6"."born_day" AS "born_day",
      IIF(COALESCE("t3"."unit_day" > "t6"."born_day", FALSE), "t3"."unit_day", "t6"."born_day") AS "home_day"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        "t0"."entry_id" AS "entry_id",
        "t0"."born_day" AS "born_day"
      FROM "baby" AS "t0"
      WHERE
        NOT "t0"."born_day" IS NULL
    ) AS "t6"
    LEFT OUTER JOIN "in_unit" AS "t3"
      ON "t6"."child_id" = "t3"."child_id"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM "area_move" AS "t4"
        WHERE
          "t6"."child_id" = "t4"."child_id"
          AND COALESCE("t4"."happened_to", "t4"."recorded_day") >= "t6"."born_day"
      )
  ) AS "t7"
  WHERE
    (
      "t7"."home_day" + (
        :icon_gap__by + :icon_gap__to_record
      )
    ) <= :today
    AND (
      "t7"."home_day" + :icon_gap__until
    ) >= :today
), "talks" AS (
  SELECT
    "t0"."entry_id" AS "entry_id",
    "t0"."number" AS "number",
    "t0"."child_id" AS "child_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "talk_day"
  FROM "touchpoint" AS "t0"
  WHERE
    "t0"."programme" = 'icon'
), "gaps" AS (
  SELECT DISTINCT
    "t10"."child_id" AS "child_id",
    "t10"."entry_id" AS "entry_id",
    "t10"."born_day" AS "born_day",
    "t10"."home_day" AS "home_day"
  FROM (
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      "t5"."born_day" AS "born_day",
      "t5"."home_day" AS "home_day"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id",
        "t2"."born_day" AS "born_day",
        "t2"."home_day" AS "home_day"
      FROM "due" AS "t2"
      WHERE
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM "talks" AS "t3"
          WHERE
            "t2"."child_id" = "t3"."child_id"
            AND "t3"."talk_day" >= (
              "t2"."home_day" + :icon_gap__peak_from
            )
        )
    ) AS "t5"
    UNION ALL
    SELECT
      "t9"."child_id" AS "child_id",
      "t9"."entry_id" AS "entry_id",
      "t9"."born_day" AS "born_day",
      "t9"."home_day" AS "home_day"
    FROM (
      SELECT
        "t2"."child_id" AS "child_id",
        "t2"."entry_id" AS "entry_id",
        "t2"."born_day" AS "born_day",
        "t2"."home_day" AS "home_day"
      FROM "due" AS "t2"
      WHERE
        NOT "t2"."child_id" IN (
          SELECT
            "t8"."child_id"
          FROM (
            SELECT
              "t6"."child_id" AS "child_id"
            FROM (
              SELECT
                "t4"."child_id" AS "child_id",
                COUNT(DISTINCT "t4"."number") AS "n"
              FROM (
                SELECT
                  "t1"."number" AS "number",
                  "t1"."child_id" AS "child_id"
                FROM "talks" AS "t1"
                WHERE
                  "t1"."number" IN ('1', '2', '3', '4', '5')
              ) AS "t4"
              GROUP BY
                "t4"."child_id"
            ) AS "t6"
            WHERE
              "t6"."n" >= :icon_gap__enough
          ) AS "t8"
        )
    ) AS "t9"
  ) AS "t10"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    "t4"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'due' AS "because"
    FROM "gaps" AS "t0"
  ) AS "t4"
  UNION ALL
  SELECT
    "t6"."child_id" AS "child_id",
    "t6"."entry_id" AS "entry_id",
    "t6"."because" AS "because"
  FROM (
    SELECT
      "t5"."child_id" AS "child_id",
      "t5"."entry_id" AS "entry_id",
      'given' AS "because"
    FROM (
      SELECT
        "t3"."entry_id" AS "entry_id",
        "t3"."child_id" AS "child_id"
      FROM "talks" AS "t3"
      WHERE
        "t3"."child_id" IN (
          SELECT
            "t2"."child_id"
          FROM "gaps" AS "t2"
        )
    ) AS "t5"
  ) AS "t6"
) AS "found"
