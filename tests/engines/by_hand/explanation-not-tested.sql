WITH told AS (
    SELECT * FROM injury
    WHERE explanation_fits IN ('no', 'unclear', 'changed', 'none_given')
        AND (
            recorded_day <= $explanation_not_tested__opinion_within
            OR recorded_day + $explanation_not_tested__at_most <= $today
        )
)
SELECT m.child_id, m.entry_id, CASE WHEN m.still THEN 'not_moving' ELSE 'moving' END AS because
FROM marks AS m
WHERE NOT m.judged AND m.entry_id IN (SELECT entry_id FROM told)
    AND NOT EXISTS (
        SELECT 1 FROM told AS e
        WHERE e.child_id = m.child_id AND e.injury = m.injury AND e.site = m.site
            AND (e.known_from, e.entry_id) < (m.known_from, m.entry_id)
            AND e.happened_from <= m.happened_to AND e.happened_to >= m.happened_from
            AND (e.agency <> m.agency OR (e.happened_from = m.happened_from AND e.happened_to = m.happened_to))
    )
    AND NOT (
        m.injury IN ('bruise', 'mark', 'head', 'bleeding', 'other') AND m.patterned IS NOT TRUE
        AND coalesce(m.site, '') <> ''
        AND regexp_full_match(
            m.site,
            '(forehead|shins|shin|knees|knee|lower|front|right|left|both|and|the|of|,|&|\(|\)|-| )*'
        )
        AND EXISTS (
            SELECT 1 FROM able AS a
            WHERE a.child_id = m.child_id AND a.skill = 'walks' AND a.from_day <= m.latest
                AND (a.until_day IS NULL OR a.until_day > m.latest)
        )
    )
