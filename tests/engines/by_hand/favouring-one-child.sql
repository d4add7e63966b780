WITH told AS (
    SELECT * FROM unweighed AS u
    WHERE code = 'favours_a_child' AND NOT past AND recorded_day >= $today - $favouring_one_child__look_back
        AND (
            coalesce(level IN ('moderate', 'high'), false)
            OR NOT (
                child_id IN (
                    SELECT child_id FROM observation WHERE code IN ('disability', 'chronic_condition', 'complex_needs')
                )
                OR child_id IN (
                    SELECT child_id FROM noted
                    WHERE is_sibling AND code IN ('disability', 'chronic_condition', 'complex_needs')
                )
            )
        )
),
event AS (
    SELECT * FROM told AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM told AS e
        WHERE e.child_id = c.child_id AND e.person_id = c.person_id
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
)
SELECT child_id, entry_id, 'noted' AS because
FROM (
    SELECT *, count(*) OVER one AS n, count(DISTINCT agency) OVER one AS services
    FROM event WINDOW one AS (PARTITION BY child_id, person_id)
)
WHERE n >= $favouring_one_child__times AND services >= $favouring_one_child__people
