WITH "told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id",
    "t0"."cares" AS "cares",
    "t0"."at_home" AS "at_home"
  FROM "around_observation" AS "t0"
  WHERE
    "t0"."code" IN ('cannabis')
    AND "t0"."adult"
    AND COALESCE("t0"."status", '') <> 'acquitted'
    AND NOT (
      (
        "t0"."identity" = 'no_contact_permitted'
      )
      AND NOT (
        "t0"."at_home"
      )
      AND NOT (
        "t0"."cares"
      )
    )
), "every_told" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."code" AS "code",
    "t0"."level" AS "level",
    "t0"."explored" AS "explored",
    "t0"."past" AS "past",
    "t0"."child_id" AS "child_id"
  FROM "told" AS "t0"
  WHERE
    "t0"."at_home" OR "t0"."cares"
), "weighed_people" AS (
  SELECT
    "t2"."child_id" AS "child_id",
    "t2"."about_id" AS "person_id",
    "t4"."finished_day" AS "finished_day"
  FROM "considered" AS "t2"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      COALESCE(
        "t1"."completed_day",
        CASE
          WHEN "t1"."started_day" IS NULL
          THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
          ELSE NULL
        END
      ) AS "finished_day"
    FROM "assessment" AS "t1"
    WHERE
      COALESCE(
        "t1"."completed_day",
        CASE
          WHEN "t1"."started_day" IS NULL
          THEN COALESCE("t1"."happened_to", "t1"."recorded_day")
          ELSE NULL
        END
      ) <= %(today)s
  ) AS "t4"
    ON "t2"."child_id" = "t4"."child_id" AND "t2"."entry_id" = "t4"."entry_id"
), "still_told" AS (
  SELECT
    "told"."about_id" AS "about_id",
    "told"."recorded_day" AS "recorded_day",
    "told"."entry_id" AS "entry_id",
    "told"."code" AS "code",
    "told"."past" AS "past",
    "told"."child_id" AS "child_id"
  FROM "told" AS "told"
), "noted_told" AS (
  SELECT
    "t15"."about_id" AS "about_id",
    "t15"."agency" AS "agency",
    "t15"."happened_from" AS "happened_from",
    "t15"."happened_to" AS "happened_to",
    "t15"."known_from" AS "known_from",
    "t15"."entry_id" AS "entry_id",
    "t15"."level" AS "level",
    "t15"."child_id" AS "child_id"
  FROM (
    SELECT
      "t3"."about_id" AS "about_id",
      "t3"."agency" AS "agency",
      "t3"."happened_from" AS "happened_from",
      "t3"."happened_to" AS "happened_to",
      "t3"."recorded_day" AS "recorded_day",
      "t3"."known_from" AS "known_from",
      "t3"."entry_id" AS "entry_id",
      "t3"."level" AS "level",
      "t3"."child_id" AS "child_id"
    FROM "every_told" AS "t3"
    WHERE
      (
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM "weighed_people" AS "t5"
          WHERE
            "t3"."child_id" = "t5"."child_id"
            AND "t3"."about_id" = "t5"."person_id"
            AND "t5"."finished_day" >= "t3"."recorded_day"
        )
        AND NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t4"."about_id" AS "about_id",
              "t4"."recorded_day" AS "recorded_day",
              "t4"."code" AS "code",
              "t4"."level" AS "level",
              "t4"."past" AS "past",
              "t4"."child_id" AS "child_id"
            FROM "every_told" AS "t4"
            WHERE
              COALESCE("t4"."explored", FALSE)
          ) AS "t10"
          WHERE
            "t3"."child_id" = "t10"."child_id"
            AND "t3"."about_id" = "t10"."about_id"
            AND "t3"."code" = "t10"."code"
            AND (
              (
                "t10"."recorded_day" >= "t3"."recorded_day"
              )
              OR (
                COALESCE(
                  CASE
                    WHEN "t3"."level" = 'low'
                    THEN 1
                    ELSE CASE
                      WHEN "t3"."level" = 'moderate'
                      THEN 2
                      ELSE CASE WHEN "t3"."level" = 'high' THEN 3 ELSE 0 END
                    END
                  END,
                  0
                ) <= CASE
                  WHEN COALESCE("t10"."past", FALSE)
                  THEN 1
                  ELSE COALESCE(
                    CASE
                      WHEN "t10"."level" = 'low'
                      THEN 1
                      ELSE CASE
                        WHEN "t10"."level" = 'moderate'
                        THEN 2
                        ELSE CASE WHEN "t10"."level" = 'high' THEN 3 ELSE 1 END
                      END
                    END,
                    1
                  )
                END
              )
            )
        )
      )
      AND EXISTS(
        SELECT
          1 AS "1"
        FROM (
          SELECT
            "t11"."entry_id" AS "entry_id",
            "t11"."child_id" AS "child_id"
          FROM (
            SELECT
              "t2"."about_id" AS "about_id",
              "t2"."recorded_day" AS "recorded_day",
              "t2"."entry_id" AS "entry_id",
              "t2"."code" AS "code",
              "t2"."child_id" AS "child_id"
            FROM "still_told" AS "t2"
            WHERE
              NOT (
                COALESCE("t2"."past", FALSE)
              )
          ) AS "t11"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM (
                SELECT
                  "t6"."about_id" AS "about_id",
                  "t6"."recorded_day" AS "recorded_day",
                  "t6"."code" AS "code",
                  "t6"."child_id" AS "child_id"
                FROM "still_told" AS "t6"
                WHERE
                  COALESCE("t6"."past", FALSE)
              ) AS "t12"
              WHERE
                "t11"."child_id" = "t12"."child_id"
                AND "t11"."about_id" = "t12"."about_id"
                AND "t11"."code" = "t12"."code"
                AND "t12"."recorded_day" >= "t11"."recorded_day"
            )
        ) AS "t14"
        WHERE
          "t3"."child_id" = "t14"."child_id" AND "t3"."entry_id" = "t14"."entry_id"
      )
  ) AS "t15"
  WHERE
    (
      "t15"."recorded_day" + %(cannabis_minimised__after)s
    ) <= %(today)s
), "noted" AS (
  SELECT
    "t1"."entry_id" AS "entry_id",
    "t1"."level" AS "level",
    "t1"."child_id" AS "child_id"
  FROM "noted_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "noted_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."about_id" = "t2"."about_id"
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
), "asked" AS (
  SELECT
    "t2"."child_id" AS "child_id"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id"
    FROM "noted" AS "t0"
    WHERE
      COALESCE("t0"."level", 'unstated') IN ('moderate', 'high')
  ) AS "t2"
  UNION ALL
  SELECT
    "t3"."child_id" AS "child_id"
  FROM (
    SELECT
      "t1"."child_id" AS "child_id"
    FROM (
      SELECT
        "t0"."child_id" AS "child_id",
        COUNT(*) AS "n"
      FROM "noted" AS "t0"
      GROUP BY
        "t0"."child_id"
    ) AS "t1"
    WHERE
      "t1"."n" >= %(cannabis_minimised__records)s
  ) AS "t3"
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t4"."child_id" AS "child_id",
    "t4"."entry_id" AS "entry_id",
    'noted' AS "because"
  FROM (
    SELECT
      "t2"."entry_id" AS "entry_id",
      "t2"."child_id" AS "child_id"
    FROM "noted" AS "t2"
    WHERE
      EXISTS(
        SELECT
          1 AS "1"
        FROM "asked" AS "t3"
        WHERE
          "t2"."child_id" = "t3"."child_id"
      )
  ) AS "t4"
) AS "found"
