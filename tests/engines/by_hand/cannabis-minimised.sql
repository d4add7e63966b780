WITH known AS (
    SELECT * FROM unweighed AS u
    WHERE code = 'cannabis' AND (at_home OR cares) AND NOT past
        AND recorded_day + $cannabis_minimised__after <= $today
        AND NOT EXISTS (
            SELECT 1 FROM of_adults AS over
            WHERE over.child_id = u.child_id AND over.person_id = u.person_id AND over.code = 'cannabis' AND over.past
                AND over.recorded_day >= u.recorded_day
        )
),
event AS (
    SELECT * FROM known AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM known AS e
        WHERE e.child_id = c.child_id AND e.person_id = c.person_id
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
)
SELECT child_id, entry_id, 'noted' AS because
FROM (
    SELECT
        *, count(*) OVER (PARTITION BY child_id) AS n,
        bool_or(coalesce(level IN ('moderate', 'high'), false)) OVER (PARTITION BY child_id) AS grave
    FROM event
)
WHERE grave OR n >= $cannabis_minimised__records
