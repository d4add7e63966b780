WITH "told" AS (
  SELECT
    *
  FROM "area_move"
)
SELECT * FROM (
  SELECT
    "t5"."child_id",
    "t5"."entry_id",
    'moved' AS "because"
  FROM (
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
      "t4"."from_area",
      "t4"."history_received",
      "t4"."child_id"
    FROM (
      SELECT
        *
      FROM "told" AS "t0"
      WHERE
        NOT (
          COALESCE("t0"."history_received", TRUE)
        )
        AND (
          COALESCE("t0"."happened_to", "t0"."recorded_day") + :history_not_received__wait
        ) <= :today
        AND NOT (
          INSTR(LOWER(COALESCE("t0"."from_area", '')), 'abroad') >= 1
        )
        AND NOT (
          INSTR(LOWER(COALESCE("t0"."from_area", '')), 'overseas') >= 1
        )
    ) AS "t4"
    WHERE
      NOT EXISTS(
        SELECT
          1
        FROM (
          SELECT
            "t0"."child_id",
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
) AS found
