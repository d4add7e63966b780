WITH "told_told" AS (
  SELECT
    *
  FROM "injury" AS "t0"
  WHERE
    "t0"."explanation_fits" IN ('no', 'unclear', 'changed', 'none_given')
    AND (
      (
        "t0"."recorded_day" <= %(explanation_not_tested__opinion_within)s
      )
      OR (
        (
          "t0"."recorded_day" + %(explanation_not_tested__at_most)s
        ) <= %(today)s
      )
    )
), "told" AS (
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
    "t1"."injury",
    "t1"."site",
    "t1"."patterned",
    "t1"."explanation",
    "t1"."explanation_fits",
    "t1"."medical_cause",
    "t1"."child_id"
  FROM "told_told" AS "t1"
  WHERE
    NOT EXISTS(
      SELECT
        1
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
    "t15"."about_id",
    "t15"."agency",
    "t15"."sector",
    "t15"."happened_from",
    "t15"."happened_to",
    "t15"."recorded_day",
    "t15"."known_from",
    "t15"."known_until",
    "t15"."sensitivity",
    "t15"."entry_id",
    "t15"."root_id",
    "t15"."injury",
    "t15"."site",
    "t15"."patterned",
    "t15"."explanation",
    "t15"."explanation_fits",
    "t15"."medical_cause",
    "t15"."child_id"
  FROM (
    SELECT
      *
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
        "t4"."injury",
        "t4"."site",
        "t4"."patterned",
        "t4"."explanation",
        "t4"."explanation_fits",
        "t4"."medical_cause",
        "t4"."child_id"
      FROM "told" AS "t4"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM (
            SELECT
              "t3"."child_id",
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
        1
      FROM (
        SELECT
          *
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
        1
      FROM (
        SELECT
          "t10"."child_id",
          "t10"."skill",
          "t10"."until_day",
          "t10"."seen_day" AS "from_day"
        FROM (
          SELECT
            "t7"."child_id",
            "t7"."seen_day",
            "t7"."known_from",
            "t7"."skill",
            "t7"."shown",
            LEAD("t7"."seen_day") OVER (
              PARTITION BY "t7"."child_id", "t7"."skill"
              ORDER BY "t7"."seen_day" ASC, "t7"."known_from" ASC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) AS "until_day"
          FROM (
            SELECT
              "t2"."child_id",
              COALESCE("t2"."happened_to", "t2"."recorded_day") AS "seen_day",
              "t2"."known_from",
              'walks' AS "skill",
              "t2"."walks" AS "shown"
            FROM "mobility" AS "t2"
            WHERE
              "t2"."walks" IS NOT NULL
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
    "t7"."child_id",
    "t7"."skill",
    "t7"."until_day",
    "t7"."seen_day" AS "from_day"
  FROM (
    SELECT
      "t6"."child_id",
      "t6"."seen_day",
      "t6"."known_from",
      "t6"."skill",
      "t6"."shown",
      LEAD("t6"."seen_day") OVER (
        PARTITION BY "t6"."child_id", "t6"."skill"
        ORDER BY "t6"."seen_day" ASC, "t6"."known_from" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "until_day"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t0"."child_id",
            COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
            "t0"."known_from",
            'walks' AS "skill",
            "t0"."walks" AS "shown"
          FROM "mobility" AS "t0"
        ) AS "t1"
        UNION ALL
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from",
              'crawls' AS "skill",
              "t0"."crawls" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t2"
          UNION ALL
          SELECT
            *
          FROM (
            SELECT
              "t0"."child_id",
              COALESCE("t0"."happened_to", "t0"."recorded_day") AS "seen_day",
              "t0"."known_from",
              'cruises' AS "skill",
              "t0"."cruises" AS "shown"
            FROM "mobility" AS "t0"
          ) AS "t3"
        ) AS "t4"
      ) AS "t5"
      WHERE
        "t5"."shown" IS NOT NULL
    ) AS "t6"
  ) AS "t7"
  WHERE
    "t7"."shown"
), "still" AS (
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
    "t2"."injury",
    "t2"."site",
    "t2"."patterned",
    "t2"."explanation",
    "t2"."explanation_fits",
    "t2"."medical_cause",
    "t2"."child_id"
  FROM "untested" AS "t2"
  WHERE
    NOT EXISTS(
      SELECT
        1
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
SELECT * FROM (
  SELECT
    *
  FROM (
    SELECT
      "t0"."child_id",
      "t0"."entry_id",
      'not_moving' AS "because"
    FROM "still" AS "t0"
  ) AS "t4"
  UNION ALL
  SELECT
    *
  FROM (
    SELECT
      "t5"."child_id",
      "t5"."entry_id",
      'moving' AS "because"
    FROM (
      SELECT
        "t3"."about_id",
        "t3"."agency",
        "t3"."sector",
        "t3"."happened_from",
        "t3"."happened_to",
        "t3"."recorded_day",
        "t3"."known_from",
        "t3"."known_until",
        "t3"."sensitivity",
        "t3"."entry_id",
        "t3"."root_id",
        "t3"."injury",
        "t3"."site",
        "t3"."patterned",
        "t3"."explanation",
        "t3"."explanation_fits",
        "t3"."medical_cause",
        "t3"."child_id"
      FROM "untested" AS "t3"
      WHERE
        NOT EXISTS(
          SELECT
            1
          FROM "still" AS "t2"
          WHERE
            "t3"."entry_id" = "t2"."entry_id" AND "t3"."child_id" = "t2"."child_id"
        )
    ) AS "t5"
  ) AS "t6"
) AS found
