WITH every AS (
    SELECT
        child_id, entry_id, child_id AS person_id, agency, happened_from, happened_to, recorded_day, known_from, code,
        level, explored, coalesce(past, false) AS past
    FROM observation WHERE code IN ('excessive_crying', 'unsettled', 'feeding_difficulty', 'poor_presentation')
    UNION ALL
    SELECT
        child_id, entry_id, person_id, agency, happened_from, happened_to, recorded_day, known_from, code, level,
        explored, past
    FROM of_adults
    WHERE code IN (
        'cannabis', 'substance_misuse', 'alcohol', 'rough_handling', 'harsh_comment', 'poor_home_conditions',
        'unsafe_sleep', 'favours_a_child', 'reluctant_to_engage'
    )
),
graded AS (
    SELECT
        *, CASE level WHEN 'low' THEN 1 WHEN 'moderate' THEN 2 WHEN 'high' THEN 3 ELSE 0 END AS grade,
        CASE
            WHEN code IN ('excessive_crying', 'unsettled', 'feeding_difficulty') THEN 'settling'
            WHEN code IN ('cannabis', 'substance_misuse') THEN 'drugs' ELSE code
        END AS kind
    FROM every
),
low AS (
    SELECT * FROM graded AS g
    WHERE NOT past AND (level IS NULL OR level = 'low')
        AND NOT EXISTS (
            SELECT 1 FROM weighed AS w
            WHERE w.child_id = g.child_id AND w.person_id = g.person_id AND w.finished_day >= g.recorded_day
        )
        AND NOT EXISTS (SELECT 1 FROM finished AS f WHERE f.child_id = g.child_id AND f.finished_day >= g.recorded_day)
        AND NOT EXISTS (
            SELECT 1 FROM graded AS e
            WHERE e.explored AND e.child_id = g.child_id AND e.person_id = g.person_id AND e.code = g.code
                AND (
                    e.recorded_day >= g.recorded_day
                    OR g.grade <= CASE WHEN e.past OR e.grade = 0 THEN 1 ELSE e.grade END
                )
        )
),
event AS (
    SELECT * FROM low AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM low AS e
        WHERE e.child_id = c.child_id AND e.kind = c.kind AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
),
near AS (
    SELECT last.child_id, last.entry_id AS last_id, e.entry_id, e.kind, e.agency, e.recorded_day
    FROM event AS last JOIN event AS e ON e.child_id = last.child_id
        AND e.happened_from >= last.happened_to - $low_level_concerns_accumulate__span
        AND e.happened_to <= last.happened_to
    WHERE e.recorded_day <= $today
),
enough AS (
    SELECT child_id, last_id FROM near GROUP BY child_id, last_id
    HAVING count(DISTINCT entry_id) >= $low_level_concerns_accumulate__concerns
        AND count(DISTINCT kind) >= $low_level_concerns_accumulate__kinds
        AND count(DISTINCT agency) >= $low_level_concerns_accumulate__agencies
        AND max(recorded_day) >= $today - $low_level_concerns_accumulate__span
)
SELECT DISTINCT child_id, entry_id, 'small' AS because FROM near JOIN enough USING (child_id, last_id)
