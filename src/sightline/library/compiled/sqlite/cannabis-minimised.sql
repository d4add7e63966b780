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
    "t20"."about_id" AS "about_id",
    "t20"."agency" AS "agency",
    "t20"."happened_from" AS "happened_from",
    "t20"."happened_to" AS "happened_to",
    "t20"."known_from" AS "known_from",
    "t20"."entry_id" AS "entry_id",
    "t20"."level" AS "level",
    "t20"."child_id" AS "child_id"
  FROM (
    SELECT
      "t4"."about_id" AS "about_id",
      "t4"."agency" AS "agency",
      "t4"."happened_from" AS "happened_from",
      "t4"."happened_to" AS "happened_to",
      "t4"."recorded_day" AS "recorded_day",
      "t4"."known_from" AS "known_from",
      "t4"."entry_id" AS "entry_id",
      "t4"."level" AS "level",
      "t4"."child_id" AS "child_id"
    FROM "every_told" AS "t4"
    WHERE
      (
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t6"."child_id" AS "child_id",
              "t6"."about_id" AS "person_id",
              "t15"."finished_day" AS "finished_day"
            FROM "considered" AS "t6"
            INNER JOIN (
              SELECT
                "t3"."entry_id" AS "entry_id",
                "t3"."child_id" AS "child_id",
                COALESCE(
                  "t3"."completed_day",
                  IIF("t3"."started_day" IS NULL, COALESCE("t3"."happened_to", "t3"."recorded_day"), NULL)
                ) AS "finished_day"
              FROM "assessment" AS "t3"
              WHERE
                COALESCE(
                  "t3"."completed_day",
                  IIF("t3"."started_day" IS NULL, COALESCE("t3"."happened_to", "t3"."recorded_day"), NULL)
                ) <= :today
            ) AS "t15"
              ON "t6"."child_id" = "t15"."child_id" AND "t6"."entry_id" = "t15"."entry_id"
          ) AS "t19"
          WHERE
            "t4"."child_id" = "t19"."child_id"
            AND "t4"."about_id" = "t19"."person_id"
            AND "t19"."finished_day" >= "t4"."recorded_day"
        )
        AND NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t5"."about_id" AS "about_id",
              "t5"."recorded_day" AS "recorded_day",
              "t5"."code" AS "code",
              "t5"."level" AS "level",
              "t5"."past" AS "past",
              "t5"."child_id" AS "child_id"
            FROM "every_told" AS "t5"
            WHERE
              COALESCE("t5"."explored", FALSE)
          ) AS "t11"
          WHERE
            "t4"."child_id" = "t11"."child_id"
            AND "t4"."about_id" = "t11"."about_id"
            AND "t4"."code" = "t11"."code"
            AND (
              (
                "t11"."recorded_day" >= "t4"."recorded_day"
              )
              OR (
                COALESCE(
                  IIF(
                    "t4"."level" = 'low',
                    1,
                    IIF("t4"."level" = 'moderate', 2, IIF("t4"."level" = 'high', 3, 0))
                  ),
                  0
                ) <= IIF(
                  COALESCE("t11"."past", FALSE),
                  1,
                  COALESCE(
                    IIF(
                      "t11"."level" = 'low',
                      1,
                      IIF("t11"."level" = 'moderate', 2, IIF("t11"."level" = 'high', 3, 1))
                    ),
                    1
                  )
                )
              )
            )
        )
      )
      AND ("t4"."child_id", "t4"."entry_id") IN (
        SELECT
          "t17"."child_id",
          "t17"."entry_id"
        FROM (
          SELECT
            "t12"."entry_id" AS "entry_id",
            "t12"."child_id" AS "child_id"
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
          ) AS "t12"
          WHERE
            NOT EXISTS(
              SELECT
                1 AS "1"
              FROM (
                SELECT
                  "t7"."about_id" AS "about_id",
                  "t7"."recorded_day" AS "recorded_day",
                  "t7"."code" AS "code",
                  "t7"."child_id" AS "child_id"
                FROM "still_told" AS "t7"
                WHERE
                  COALESCE("t7"."past", FALSE)
              ) AS "t13"
              WHERE
                "t12"."child_id" = "t13"."child_id"
                AND "t12"."about_id" = "t13"."about_id"
                AND "t12"."code" = "t13"."code"
                AND "t13"."recorded_day" >= "t12"."recorded_day"
            )
        ) AS "t17"
      )
  ) AS "t20"
  WHERE
    (
      "t20"."recorded_day" + :cannabis_minimised__after
    ) <= :today
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
      "t1"."n" >= :cannabis_minimised__records
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
      "t2"."child_id" IN (
        SELECT
          "t3"."child_id"
        FROM "asked" AS "t3"
      )
  ) AS "t4"
) AS "found"
