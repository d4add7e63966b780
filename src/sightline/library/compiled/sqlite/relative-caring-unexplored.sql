WITH "care_stays" AS (
  SELECT
    "t0"."about_id" AS "about_id",
    "t0"."agency" AS "agency",
    "t0"."sector" AS "sector",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."known_until" AS "known_until",
    "t0"."sensitivity" AS "sensitivity",
    "t0"."entry_id" AS "entry_id",
    "t0"."root_id" AS "root_id",
    "t0"."child_id" AS "child_id",
    "t0"."change" AS "change",
    "t0"."reason_known" AS "reason_known",
    "t0"."nights_a_week" AS "nights_a_week",
    "t0"."about_id" AS "person_id",
    COALESCE("t0"."happened_to", "t0"."recorded_day") AS "came_day"
  FROM "stay" AS "t0"
), "care" AS (
  SELECT
    "t8"."about_id" AS "about_id",
    "t8"."agency" AS "agency",
    "t8"."sector" AS "sector",
    "t8"."happened_from" AS "happened_from",
    "t8"."happened_to" AS "happened_to",
    "t8"."recorded_day" AS "recorded_day",
    "t8"."known_from" AS "known_from",
    "t8"."known_until" AS "known_until",
    "t8"."sensitivity" AS "sensitivity",
    "t8"."entry_id" AS "entry_id",
    "t8"."root_id" AS "root_id",
    "t8"."child_id" AS "child_id",
    "t8"."change" AS "change",
    "t8"."reason_known" AS "reason_known",
    "t8"."nights_a_week" AS "nights_a_week",
    "t8"."person_id" AS "person_id",
    "t8"."came_day" AS "came_day",
    "t8"."told_day" AS "told_day"
  FROM (
    SELECT
      "t7"."about_id" AS "about_id",
      "t7"."agency" AS "agency",
      "t7"."sector" AS "sector",
      "t7"."happened_from" AS "happened_from",
      "t7"."happened_to" AS "happened_to",
      "t7"."recorded_day" AS "recorded_day",
      "t7"."known_from" AS "known_from",
      "t7"."known_until" AS "known_until",
      "t7"."sensitivity" AS "sensitivity",
      "t7"."entry_id" AS "entry_id",
      "t7"."root_id" AS "root_id",
      "t7"."child_id" AS "child_id",
      "t7"."change" AS "change",
      "t7"."reason_known" AS "reason_known",
      "t7"."nights_a_week" AS "nights_a_week",
      "t7"."person_id" AS "person_id",
      "t7"."came_day" AS "came_day",
      "t7"."told_day" AS "told_day"
    FROM (
      SELECT
        "t6"."about_id" AS "about_id",
        "t6"."agency" AS "agency",
        "t6"."sector" AS "sector",
        "t6"."happened_from" AS "happened_from",
        "t6"."happened_to" AS "happened_to",
        "t6"."recorded_day" AS "recorded_day",
        "t6"."known_from" AS "known_from",
        "t6"."known_until" AS "known_until",
        "t6"."sensitivity" AS "sensitivity",
        "t6"."entry_id" AS "entry_id",
        "t6"."root_id" AS "root_id",
        "t6"."child_id" AS "child_id",
        "t6"."change" AS "change",
        "t6"."reason_known" AS "reason_known",
        "t6"."nights_a_week" AS "nights_a_week",
        "t6"."person_id" AS "person_id",
        "t6"."came_day" AS "came_day",
        ROW_NUMBER() OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ORDER BY "t6"."came_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST, "t6"."entry_id" ASC NULLS LAST
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) - 1 AS "place",
        MIN("t6"."recorded_day") OVER (
          PARTITION BY "t6"."child_id", "t6"."person_id"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "told_day"
      FROM (
        SELECT
          "t3"."about_id" AS "about_id",
          "t3"."agency" AS "agency",
          "t3"."sector" AS "sector",
          "t3"."happened_from" AS "happened_from",
          "t3"."happened_to" AS "happened_to",
          "t3"."recorded_day" AS "recorded_day",
          "t3"."known_from" AS "known_from",
          "t3"."known_until" AS "known_until",
          "t3"."sensitivity" AS "sensitivity",
          "t3"."entry_id" AS "entry_id",
          "t3"."root_id" AS "root_id",
          "t3"."child_id" AS "child_id",
          "t3"."change" AS "change",
          "t3"."reason_known" AS "reason_known",
          "t3"."nights_a_week" AS "nights_a_week",
          "t3"."person_id" AS "person_id",
          "t3"."came_day" AS "came_day"
        FROM (
          SELECT
            "t0"."about_id" AS "about_id",
            "t0"."agency" AS "agency",
            "t0"."sector" AS "sector",
            "t0"."happened_from" AS "happened_from",
            "t0"."happened_to" AS "happened_to",
            "t0"."recorded_day" AS "recorded_day",
            "t0"."known_from" AS "known_from",
            "t0"."known_until" AS "known_until",
            "t0"."sensitivity" AS "sensitivity",
            "t0"."entry_id" AS "entry_id",
            "t0"."root_id" AS "root_id",
            "t0"."child_id" AS "child_id",
            "t0"."change" AS "change",
            "t0"."reason_known" AS "reason_known",
            "t0"."nights_a_week" AS "nights_a_week",
            "t0"."person_id" AS "person_id",
            "t0"."came_day" AS "came_day"
          FROM "care_stays" AS "t0"
          WHERE
            "t0"."change" IN ('takes_on_care')
        ) AS "t3"
        WHERE
          NOT EXISTS(
            SELECT
              1 AS "1"
            FROM (
              SELECT
                "t1"."child_id" AS "child_id",
                "t1"."person_id" AS "person_id",
                "t1"."came_day" AS "came_day"
              FROM "care_stays" AS "t1"
              WHERE
                "t1"."change" = 'moves_out'
            ) AS "t5"
            WHERE
              "t3"."child_id" = "t5"."child_id"
              AND "t3"."person_id" = "t5"."person_id"
              AND "t5"."came_day" > "t3"."came_day"
          )
      ) AS "t6"
    ) AS "t7"
    WHERE
      "t7"."place" = 0
  ) AS "t8"
), "due" AS (
  SELECT
    "t10"."about_id" AS "about_id",
    "t10"."agency" AS "agency",
    "t10"."sector" AS "sector",
    "t10"."happened_from" AS "happened_from",
    "t10"."happened_to" AS "happened_to",
    "t10"."recorded_day" AS "recorded_day",
    "t10"."known_from" AS "known_from",
    "t10"."known_until" AS "known_until",
    "t10"."sensitivity" AS "sensitivity",
    "t10"."entry_id" AS "entry_id",
    "t10"."root_id" AS "root_id",
    "t10"."child_id" AS "child_id",
    "t10"."change" AS "change",
    "t10"."reason_known" AS "reason_known",
    "t10"."nights_a_week" AS "nights_a_week",
    "t10"."person_id" AS "person_id",
    "t10"."came_day" AS "came_day",
    "t10"."told_day" AS "told_day",
    "t10"."relation" AS "relation"
  FROM (
    SELECT
      "t8"."about_id" AS "about_id",
      "t8"."agency" AS "agency",
      "t8"."sector" AS "sector",
      "t8"."happened_from" AS "happened_from",
      "t8"."happened_to" AS "happened_to",
      "t8"."recorded_day" AS "recorded_day",
      "t8"."known_from" AS "known_from",
      "t8"."known_until" AS "known_until",
      "t8"."sensitivity" AS "sensitivity",
      "t8"."entry_id" AS "entry_id",
      "t8"."root_id" AS "root_id",
      "t8"."child_id" AS "child_id",
      "t8"."change" AS "change",
      "t8"."reason_known" AS "reason_known",
      "t8"."nights_a_week" AS "nights_a_week",
      "t8"."person_id" AS "person_id",
      "t8"."came_day" AS "came_day",
      "t8"."told_day" AS "told_day",
      "t8"."relation" AS "relation"
    FROM (
      SELECT
        "t3"."about_id" AS "about_id",
        "t3"."agency" AS "agency",
        "t3"."sector" AS "sector",
        "t3"."happened_from" AS "happened_from",
        "t3"."happened_to" AS "happened_to",
        "t3"."recorded_day" AS "recorded_day",
        "t3"."known_from" AS "known_from",
        "t3"."known_until" AS "known_until",
        "t3"."sensitivity" AS "sensitivity",
        "t3"."entry_id" AS "entry_id",
        "t3"."root_id" AS "root_id",
        "t3"."child_id" AS "child_id",
        "t3"."change" AS "change",
        "t3"."reason_known" AS "reason_known",
        "t3"."nights_a_week" AS "nights_a_week",
        "t3"."person_id" AS "person_id",
        "t3"."came_day" AS "came_day",
        "t3"."told_day" AS "told_day",
        "t7"."relation" AS "relation"
      FROM "care" AS "t3"
      INNER JOIN (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."person_id" AS "person_id",
          "t2"."relation" AS "relation"
        FROM "network" AS "t2"
        WHERE
          "t2"."cares"
          AND "t2"."adult"
          AND NOT (
            "t2"."is_parent"
          )
          AND NOT (
            "t2"."is_partner"
          )
          AND "t2"."relation" <> 'carer'
      ) AS "t7"
        ON "t3"."child_id" = "t7"."child_id" AND "t3"."person_id" = "t7"."person_id"
    ) AS "t8"
    WHERE
      (
        "t8"."came_day" + :relative_caring_unexplored__wait
      ) <= :today
      AND COALESCE("t8"."nights_a_week", :relative_caring_unexplored__nights) >= :relative_caring_unexplored__nights
  ) AS "t10"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t0"."happened_to" AS "happened_to",
          "t0"."recorded_day" AS "recorded_day",
          "t0"."child_id" AS "child_id"
        FROM "around_stay" AS "t0"
        WHERE
          "t0"."is_parent"
          AND "t0"."change" = 'takes_on_care'
          AND "t0"."for_child_id" = "t0"."child_id"
      ) AS "t6"
      WHERE
        "t10"."child_id" = "t6"."child_id"
        AND COALESCE("t6"."happened_to", "t6"."recorded_day") > "t10"."came_day"
    )
), "weighed" AS (
  SELECT
    "t3"."child_id" AS "child_id",
    "t3"."person_id" AS "person_id",
    "t5"."weighed_day" AS "weighed_day"
  FROM (
    SELECT
      "t0"."entry_id" AS "entry_id",
      "t0"."child_id" AS "child_id",
      "t0"."about_id" AS "person_id"
    FROM "considered" AS "t0"
  ) AS "t3"
  INNER JOIN (
    SELECT
      "t1"."entry_id" AS "entry_id",
      "t1"."child_id" AS "child_id",
      IIF("t1"."happened_from" IS NULL, "t1"."recorded_day", "t1"."completed_day") AS "weighed_day"
    FROM "assessment" AS "t1"
    WHERE
      NOT "t1"."completed_day" IS NULL
  ) AS "t5"
    ON "t3"."entry_id" = "t5"."entry_id" AND "t3"."child_id" = "t5"."child_id"
), "unasked" AS (
  SELECT
    "t3"."about_id" AS "about_id",
    "t3"."agency" AS "agency",
    "t3"."sector" AS "sector",
    "t3"."happened_from" AS "happened_from",
    "t3"."happened_to" AS "happened_to",
    "t3"."recorded_day" AS "recorded_day",
    "t3"."known_from" AS "known_from",
    "t3"."known_until" AS "known_until",
    "t3"."sensitivity" AS "sensitivity",
    "t3"."entry_id" AS "entry_id",
    "t3"."root_id" AS "root_id",
    "t3"."child_id" AS "child_id",
    "t3"."change" AS "change",
    "t3"."reason_known" AS "reason_known",
    "t3"."nights_a_week" AS "nights_a_week",
    "t3"."person_id" AS "person_id",
    "t3"."came_day" AS "came_day",
    "t3"."told_day" AS "told_day",
    "t3"."relation" AS "relation"
  FROM "due" AS "t3"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t2"."child_id" AS "child_id",
          "t2"."about_id" AS "person_id",
          COALESCE("t2"."happened_to", "t2"."recorded_day") AS "asked_day"
        FROM "stay" AS "t2"
        WHERE
          "t2"."change" IN ('takes_on_care') AND "t2"."reason_known"
      ) AS "t6"
      WHERE
        "t3"."child_id" = "t6"."child_id"
        AND "t3"."person_id" = "t6"."person_id"
        AND "t6"."asked_day" >= "t3"."came_day"
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "weighed" AS "t4"
      WHERE
        "t3"."child_id" = "t4"."child_id"
        AND "t3"."person_id" = "t4"."person_id"
        AND "t4"."weighed_day" >= "t3"."came_day"
    )
)
SELECT
  "found"."child_id" AS "child_id",
  "found"."entry_id" AS "entry_id",
  "found"."because" AS "because"
FROM (
  SELECT
    "t5"."child_id" AS "child_id",
    "t5"."entry_id" AS "entry_id",
    "t5"."because" AS "because"
  FROM (
    SELECT
      "t0"."child_id" AS "child_id",
      "t0"."entry_id" AS "entry_id",
      'unasked' AS "because"
    FROM "unasked" AS "t0"
    WHERE
      "t0"."relation" <> 'friend'
  ) AS "t5"
  UNION ALL
  SELECT
    "t17"."child_id" AS "child_id",
    "t17"."entry_id" AS "entry_id",
    "t17"."because" AS "because"
  FROM (
    SELECT
      "t16"."child_id" AS "child_id",
      "t16"."entry_id" AS "entry_id",
      'friend' AS "because"
    FROM (
      SELECT DISTINCT
        "t15"."about_id" AS "about_id",
        "t15"."agency" AS "agency",
        "t15"."sector" AS "sector",
        "t15"."happened_from" AS "happened_from",
        "t15"."happened_to" AS "happened_to",
        "t15"."recorded_day" AS "recorded_day",
        "t15"."known_from" AS "known_from",
        "t15"."known_until" AS "known_until",
        "t15"."sensitivity" AS "sensitivity",
        "t15"."entry_id" AS "entry_id",
        "t15"."root_id" AS "root_id",
        "t15"."child_id" AS "child_id",
        "t15"."change" AS "change",
        "t15"."reason_known" AS "reason_known",
        "t15"."nights_a_week" AS "nights_a_week",
        "t15"."person_id" AS "person_id",
        "t15"."came_day" AS "came_day",
        "t15"."told_day" AS "told_day",
        "t15"."relation" AS "relation"
      FROM (
        SELECT
          "t6"."about_id" AS "about_id",
          "t6"."agency" AS "agency",
          "t6"."sector" AS "sector",
          "t6"."happened_from" AS "happened_from",
          "t6"."happened_to" AS "happened_to",
          "t6"."recorded_day" AS "recorded_day",
          "t6"."known_from" AS "known_from",
          "t6"."known_until" AS "known_until",
          "t6"."sensitivity" AS "sensitivity",
          "t6"."entry_id" AS "entry_id",
          "t6"."root_id" AS "root_id",
          "t6"."child_id" AS "child_id",
          "t6"."change" AS "change",
          "t6"."reason_known" AS "reason_known",
          "t6"."nights_a_week" AS "nights_a_week",
          "t6"."person_id" AS "person_id",
          "t6"."came_day" AS "came_day",
          "t6"."told_day" AS "told_day",
          "t6"."relation" AS "relation"
        FROM (
          SELECT
            "t0"."about_id" AS "about_id",
            "t0"."agency" AS "agency",
            "t0"."sector" AS "sector",
            "t0"."happened_from" AS "happened_from",
            "t0"."happened_to" AS "happened_to",
            "t0"."recorded_day" AS "recorded_day",
            "t0"."known_from" AS "known_from",
            "t0"."known_until" AS "known_until",
            "t0"."sensitivity" AS "sensitivity",
            "t0"."entry_id" AS "entry_id",
            "t0"."root_id" AS "root_id",
            "t0"."child_id" AS "child_id",
            "t0"."change" AS "change",
            "t0"."reason_known" AS "reason_known",
            "t0"."nights_a_week" AS "nights_a_week",
            "t0"."person_id" AS "person_id",
            "t0"."came_day" AS "came_day",
            "t0"."told_day" AS "told_day",
            "t0"."relation" AS "relation"
          FROM "unasked" AS "t0"
          WHERE
            "t0"."relation" = 'friend'
        ) AS "t6"
        UNION ALL
        SELECT
          "t14"."about_id" AS "about_id",
          "t14"."agency" AS "agency",
          "t14"."sector" AS "sector",
          "t14"."happened_from" AS "happened_from",
          "t14"."happened_to" AS "happened_to",
          "t14"."recorded_day" AS "recorded_day",
          "t14"."known_from" AS "known_from",
          "t14"."known_until" AS "known_until",
          "t14"."sensitivity" AS "sensitivity",
          "t14"."entry_id" AS "entry_id",
          "t14"."root_id" AS "root_id",
          "t14"."child_id" AS "child_id",
          "t14"."change" AS "change",
          "t14"."reason_known" AS "reason_known",
          "t14"."nights_a_week" AS "nights_a_week",
          "t14"."person_id" AS "person_id",
          "t14"."came_day" AS "came_day",
          "t14"."told_day" AS "told_day",
          "t14"."relation" AS "relation"
        FROM (
          SELECT
            "t11"."about_id" AS "about_id",
            "t11"."agency" AS "agency",
            "t11"."sector" AS "sector",
            "t11"."happened_from" AS "happened_from",
            "t11"."happened_to" AS "happened_to",
            "t11"."recorded_day" AS "recorded_day",
            "t11"."known_from" AS "known_from",
            "t11"."known_until" AS "known_until",
            "t11"."sensitivity" AS "sensitivity",
            "t11"."entry_id" AS "entry_id",
            "t11"."root_id" AS "root_id",
            "t11"."child_id" AS "child_id",
            "t11"."change" AS "change",
            "t11"."reason_known" AS "reason_known",
            "t11"."nights_a_week" AS "nights_a_week",
            "t11"."person_id" AS "person_id",
            "t11"."came_day" AS "came_day",
            "t11"."told_day" AS "told_day",
            "t11"."relation" AS "relation"
          FROM (
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
              "t1"."child_id" AS "child_id",
              "t1"."change" AS "change",
              "t1"."reason_known" AS "reason_known",
              "t1"."nights_a_week" AS "nights_a_week",
              "t1"."person_id" AS "person_id",
              "t1"."came_day" AS "came_day",
              "t1"."told_day" AS "told_day",
              "t1"."relation" AS "relation"
            FROM "due" AS "t1"
            WHERE
              "t1"."relation" = 'friend' AND "t1"."sector" <> 'social_care'
          ) AS "t11"
          WHERE
            (
              NOT "t11"."child_id" IN (
                SELECT
                  "t9"."child_id"
                FROM (
                  SELECT
                    "t2"."child_id" AS "child_id"
                  FROM "network" AS "t2"
                  WHERE
                    "t2"."is_parent" AND "t2"."lives_here"
                ) AS "t9"
              )
              AND "t11"."child_id" IN (
                SELECT
                  "t12"."child_id"
                FROM (
                  SELECT
                    "t2"."child_id" AS "child_id"
                  FROM "network" AS "t2"
                  WHERE
                    "t2"."is_parent" AND NOT (
                      "t2"."at_home"
                    )
                ) AS "t12"
              )
            )
            AND NOT ("t11"."child_id", "t11"."root_id") IN (
              SELECT
                "t13"."child_id",
                "t13"."of_entry_id"
              FROM (
                SELECT
                  "t3"."of_entry_id" AS "of_entry_id",
                  "t3"."child_id" AS "child_id"
                FROM "around_shared" AS "t3"
                WHERE
                  "t3"."with_sector" = 'social_care'
              ) AS "t13"
            )
        ) AS "t14"
      ) AS "t15"
    ) AS "t16"
  ) AS "t17"
) AS "found"
