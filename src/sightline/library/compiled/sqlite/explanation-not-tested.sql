WITH "told_told" AS (
  SELECT
    "t0"."agency" AS "agency",
    "t0"."happened_from" AS "happened_from",
    "t0"."happened_to" AS "happened_to",
    "t0"."recorded_day" AS "recorded_day",
    "t0"."known_from" AS "known_from",
    "t0"."entry_id" AS "entry_id",
    "t0"."injury" AS "injury",
    "t0"."site" AS "site",
    "t0"."patterned" AS "patterned",
    "t0"."medical_cause" AS "medical_cause",
    "t0"."child_id" AS "child_id"
  FROM "injury" AS "t0"
  WHERE
    "t0"."explanation_fits" IN ('no', 'unclear', 'changed', 'none_given')
    AND (
      (
        "t0"."recorded_day" <= :explanation_not_tested__opinion_within
      )
      OR (
        (
          "t0"."recorded_day" + :explanation_not_tested__at_most
        ) <= :today
      )
    )
), "told" AS (
  SELECT
    "t1"."happened_from" AS "happened_from",
    "t1"."happened_to" AS "happened_to",
    "t1"."recorded_day" AS "recorded_day",
    "t1"."entry_id" AS "entry_id",
    "t1"."injury" AS "injury",
    "t1"."site" AS "site",
    "t1"."patterned" AS "patterned",
    "t1"."medical_cause" AS "medical_cause",
    "t1"."child_id" AS "child_id"
  FROM "told_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "told_told" AS "t2"
      WHERE
        "t1"."child_id" = "t2"."child_id"
        AND "t1"."injury" = "t2"."injury"
        AND "t1"."site" = "t2"."site"
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
), "untested" AS (
  SELECT
    "t15"."happened_to" AS "happened_to",
    "t15"."recorded_day" AS "recorded_day",
    "t15"."entry_id" AS "entry_id",
    "t15"."child_id" AS "child_id"
  FROM (
    SELECT
      "t12"."happened_from" AS "happened_from",
      "t12"."happened_to" AS "happened_to",
      "t12"."recorded_day" AS "recorded_day",
      "t12"."entry_id" AS "entry_id",
      "t12"."injury" AS "injury",
      "t12"."site" AS "site",
      "t12"."patterned" AS "patterned",
      "t12"."child_id" AS "child_id"
    FROM (
      SELECT
        "t4"."happened_from" AS "happened_from",
        "t4"."happened_to" AS "happened_to",
        "t4"."recorded_day" AS "recorded_day",
        "t4"."entry_id" AS "entry_id",
        "t4"."injury" AS "injury",
        "t4"."site" AS "site",
        "t4"."patterned" AS "patterned",
        "t4"."medical_cause" AS "medical_cause",
        "t4"."child_id" AS "child_id"
      FROM "told" AS "t4"
      WHERE
        NOT EXISTS(
          SELECT
            1 AS "1"
          FROM (
            SELECT
              "t3"."child_id" AS "child_id",
              COALESCE("t3"."outcome_day", COALESCE("t3"."happened_to", "t3"."recorded_day")) AS "given_day"
            FROM "medical" AS "t3"
            WHERE
              "t3"."outcome" IN ('accidental', 'inflicted', 'medical_cause', 'inconclusive')
          ) AS "t9"
          WHERE
            "t4"."child_id" = "t9"."child_id"
            AND "t9"."given_day" >= COALESCE("t4"."happened_to", "t4"."recorded_day")
        )
    ) AS "t12"
    WHERE
      NOT (
        COALESCE("t12"."medical_cause", FALSE)
      )
  ) AS "t15"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t0"."happened_from" AS "happened_from",
          "t0"."happened_to" AS "happened_to",
          "t0"."injury" AS "injury",
          "t0"."site" AS "site",
          "t0"."child_id" AS "child_id"
        FROM "injury" AS "t0"
        WHERE
          "t0"."medical_cause"
      ) AS "t6"
      WHERE
        "t15"."child_id" = "t6"."child_id"
        AND "t15"."injury" = "t6"."injury"
        AND "t15"."site" = "t6"."site"
        AND "t6"."happened_from" <= "t15"."happened_to"
        AND "t6"."happened_to" >= "t15"."happened_from"
    )
    AND NOT EXISTS(
      SELECT
        1 AS "1"
      FROM (
        SELECT
          "t10"."child_id" AS "child_id",
          "t10"."until_day" AS "until_day",
          "t10"."seen_day" AS "from_day"
        FROM (
          SELECT
            "t7"."child_id" AS "child_id",
            "t7"."seen_day" AS "seen_day",
            "t7"."shown" AS "shown",
            LEAD("t7"."seen_day") OVER (
              PARTITION BY "t7"."child_id", "t7"."skill"
              ORDER BY "t7"."seen_day" ASC NULLS LAST, "t7"."known_from" ASC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "until_day"
          FROM (
            SELECT
              "t2"."child_id" AS "child_id",
              COALESCE("t2"."happened_to", "t2"."recorded_day") AS "seen_day",
              "t2"."known_from" AS "known_from",
              'walks' AS "skill",
              "t2"."walks" AS "shown"
            FROM "mobility" AS "t2"
            WHERE
              NOT "t2"."walks" IS NULL
          ) AS "t7"
        ) AS "t10"
        WHERE
          "t10"."shown"
      ) AS "t13"
      WHERE
        "t15"."child_id" = "t13"."child_id"
        AND "t15"."injury" IN ('bruise', 'mark', 'head', 'bleeding', 'other')
        AND NOT (
          COALESCE("t15"."patterned", FALSE)
        )
        AND COALESCE("t15"."site", '') <> ''
        AND REPLACE(
          REPLACE(
            REPLACE(
              REPLACE(
                REPLACE(
                  REPLACE(
                    REPLACE(
                      REPLACE(
                        REPLACE(
                          REPLACE(
                            REPLACE(
                              REPLACE(
                                REPLACE(
                                  REPLACE(
                                    REPLACE(
                                      REPLACE(
                                        REPLACE(
                                          REPLACE(REPLACE(COALESCE("t15"."site", ''), 'forehead', ''), 'shins', ''),
                                          'knees',
                                          ''
                                        ),
                                        'shin',
                                        ''
                                      ),
                                      'knee',
                                      ''
                                    ),
                                    'left',
                                    ''
                                  ),
                                  'right',
                                  ''
                                ),
                                'both',
                                ''
                              ),
                              'and',
                              ''
                            ),
                            'of',
                            ''
                          ),
                          'the',
                          ''
                        ),
                        'front',
                        ''
                      ),
                      'lower',
                      ''
                    ),
                    ',',
                    ''
                  ),
                  '&',
                  ''
                ),
                '(',
                ''
              ),
              ')',
              ''
            ),
            '-',
            ''
          ),
          ' ',
          ''
        ) = ''
        AND "t13"."from_day" <= COALESCE("t15"."happened_to", "t15"."recorded_day")
        AND (
          (
            "t13"."until_day" IS NULL
          )
          OR (
            "t13"."until_day" > COALESCE("t15"."happened_to", "t15"."recorded_day")
          )
        )
    )
), "able" AS (
  SELECT
    "t7"."child_id" AS "child_id",
    "t7"."until_day" AS "until_day",
    "t7"."seen_day" AS "from_day"
  FROM (
    SELECT
      "t6"."child_id" AS "child_id",
      "t6"."seen_day" AS "seen_day",
      "t6"."shown" AS "shown",
      LEAD("t6"."seen_day") OVER (
        PARTITION BY "t6"."child_id", "t6"."skill"
        ORDER BY "t6"."seen_day" ASC NULLS LAST, "t6"."known_from" ASC NULLS LAST
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "until_day"
    FROM (
      SELECT
        "t5"."child_id" AS "child_id",
        "t5"."seen_day" AS "seen_day",
        "t5"."known_from" AS "known_from",
        "t5"."skill" AS "skill",
        "t5"."shown" AS "shown"
      FROM (
        SELECT
          "t1"."child_id" AS "child_id",
          "t1"."seen_day" AS "seen_day",
          "t1"."known_from" AS "known_from",
          "t1"."skill" AS "skill",
          "t1"."shown" AS "shown"
        FROM (
          SELECT
            "t0"."child_id" AS "child_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
            "t0"."known_from" AS "known_from",
            'walks' AS "skill",
            "t0"."walks" AS "shown"
          FROM "mobility" AS "t0"
        ) AS "t1"
        UNION ALL
        SELECT
          "t4"."child_id" AS "child_id",
          "t4"."seen_day" AS "seen_day",
          "t4"."known_from" AS "known_from",
          "t4"."skill" AS "skill",
          "t4"."shown" AS "shown"
        FROM (
          SELECT
            "t2"."child_id" AS "child_id",
            "t2"."seen_day" AS "seen_day",
            "t2"."known_from" AS "known_from",
            "t2"."skill" AS "skill",
            "t2"."shown" AS "shown"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from" AS "known_from",
              'crawls' AS "skill",
              "t0"."crawls" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t2"
          UNION ALL
          SELECT
            "t3"."child_id" AS "child_id",
            "t3"."seen_day" AS "seen_day",
            "t3"."known_from" AS "known_from",
            "t3"."skill" AS "skill",
            "t3"."shown" AS "shown"
          FROM (
            SELECT
              "t0"."child_id" AS "child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from" AS "known_from",
              'cruises' AS "skill",
              "t0"."cruises" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t3"
        ) AS "t4"
      ) AS "t5"
      WHERE
        NOT "t5"."shown" IS NULL
    ) AS "t6"
  ) AS "t7"
  WHERE
    "t7"."shown"
), "still" AS (
  SELECT
    "t2"."entry_id" AS "entry_id",
    "t2"."child_id" AS "child_id"
  FROM "untested" AS "t2"
  WHERE
    NOT EXISTS(
      SELECT
        1 AS "1"
      FROM "able" AS "t3"
      WHERE
        "t2"."child_id" = "t3"."child_id"
        AND "t3"."from_day" <= COALESCE("t2"."happened_to", "t2"."recorded_day")
        AND (
          (
            "t3"."until_day" IS NULL
          )
          OR (
            "t3"."until_day" > COALESCE("t2"."happened_to", "t2"."recorded_day")
          )
        )
    )
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
      'not_moving' AS "because"
    FROM "still" AS "t0"
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
      'moving' AS "because"
    FROM (
      SELECT
        "t3"."entry_id" AS "entry_id",
        "t3"."child_id" AS "child_id"
      FROM "untested" AS "t3"
      WHERE
        NOT ("t3"."entry_id", "t3"."child_id") IN (
          SELECT
            "t2"."entry_id",
            "t2"."child_id"
          FROM "still" AS "t2"
        )
    ) AS "t5"
  ) AS "t6"
) AS "found"
