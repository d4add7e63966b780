WITH "told" AS (
  SELECT
    "area_move"."happened_from" AS "happened_from",
    "area_move"."happened_to" AS "happened_to",
    "area_move"."recorded_day" AS "recorded_day",
    "area_move"."entry_id" AS "entry_id",
    "area_move"."from_area" AS "from_area",
    "area_move"."history_received" AS "history_received",
    "area_move"."child_id" AS "child_id"
  FROM "area_move" AS "area_move"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    'moved' AS "because"
  FROM (
    SELECT
      "t4"."entry_id" AS "entry_id",
      "t4"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."happened_from" AS "happened_from",
        "t0"."recorded_day" AS "recorded_day",
        "t0"."entry_id" AS "entry_id",
        "t0"."child_id" AS "child_id"
      FROM "told" AS "t0"
      WHERE
        NOT (
          COALESCE("t0"."history_received", TRUE)
        )
        AND (
          COALESCE("t0"."happened_to", "t0"."recorded_day") + %(history_not_received__wait)s
        ) <= %(today)s
        AND NOT (
          POSITION('abroad' IN LOWER(COALESCE("t0"."from_area", ''))) > 0
        )
        AND NOT (
          POSITION('overseas' IN LOWER(COALESCE("t0"."from_area", ''))) > 0
        )
    ) AS "t4"
    WHERE
      NOT EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
          FROM "told" AS "t0"
          WHERE
            COALESCE("t0"."history_received", FALSE)
        ) AS "t2"
        WHERE
          "t4"."child_id" = "t2"."child_id"
          AND "t2"."came_day" >= COALESCE("t4"."happened_from", "t4"."recorded_day")
      )
  ) AS "t5"
) AS "found"
