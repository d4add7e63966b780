WITH "told" AS (
  SELECT
    *
  FROM "area_move"
)
SELECT * FROM (
  SELECT DISTINCT
    *
  FROM (
    SELECT
      "t12"."child_id",
      "t12"."entry_id",
      "t12"."because"
    FROM (
      SELECT
        "t10"."child_id",
        "t10"."entry_id",
        'moved' AS "because"
      FROM (
        SELECT
          "t9"."about_id",
          "t9"."agency",
          "t9"."sector",
          "t9"."happened_from",
          "t9"."happened_to",
          "t9"."recorded_day",
          "t9"."known_from",
          "t9"."known_until",
          "t9"."sensitivity",
          "t9"."entry_id",
          "t9"."root_id",
          "t9"."from_area",
          "t9"."history_received",
          "t9"."child_id"
        FROM (
          SELECT
            *
          FROM "told" AS "t2"
          WHERE
            NOT (
              COALESCE("t2"."history_received", TRUE)
            )
            AND (
              COALESCE("t2"."happened_to", "t2"."recorded_day") + %(history_not_received__wait)s
            ) <= %(today)s
            AND NOT (
              POSITION('abroad' IN LOWER(COALESCE("t2"."from_area", ''))) > 0
            )
            AND NOT (
              POSITION('overseas' IN LOWER(COALESCE("t2"."from_area", ''))) > 0
            )
        ) AS "t9"
        WHERE
          NOT EXISTS(
            SELECT
              1
            FROM (
              SELECT
                "t2"."child_id",
                COALESCE("t2"."happened_to", "t2"."recorded_day") AS "came_day"
              FROM "told" AS "t2"
              WHERE
                COALESCE("t2"."history_received", FALSE)
            ) AS "t6"
            WHERE
              "t9"."child_id" = "t6"."child_id"
              AND "t6"."came_day" >= COALESCE("t9"."happened_from", "t9"."recorded_day")
          )
      ) AS "t10"
    ) AS "t12"
    WHERE
      EXISTS(
        SELECT
          1
        FROM "baby" AS "t3"
        WHERE
          "t12"."child_id" = "t3"."child_id"
      )
  ) AS "t13"
  WHERE
    (
      SELECT
        COUNT(*) AS "CountStar()"
      FROM (
        SELECT
          *
        FROM "supply" AS "t1"
        WHERE
          "t1"."kind" IN ('moved_area')
      ) AS "t4"
    ) > 0
) AS found
