WITH told AS (
    SELECT *, min(recorded_day) OVER (PARTITION BY child_id, person_id, code) AS first_day
    FROM noted
    WHERE code IN (
            'previous_child_removed', 'previous_child_harmed', 'domestic_abuse_perpetrator', 'violent_offence'
        ) AND coalesce(status, '') <> 'acquitted'
)
SELECT DISTINCT
    t.child_id, t.entry_id,
    CASE WHEN t.code IN ('previous_child_removed', 'previous_child_harmed') THEN 'earlier_child' ELSE 'earlier_violence' END
        AS because
FROM told AS t JOIN baby AS b USING (child_id)
WHERE b.age_days >= $fresh_start__after_birth AND t.recorded_day + $fresh_start__after_known <= $today
    AND (
        (t.is_sibling AND t.code IN ('previous_child_removed', 'previous_child_harmed'))
        OR EXISTS (
            SELECT 1 FROM here AS h
            WHERE h.child_id = t.child_id AND h.person_id = t.person_id AND (h.adult OR h.is_partner)
                AND h.here_day + $fresh_start__after_known <= $today
        )
    )
    AND NOT EXISTS (
        SELECT 1 FROM told AS e
        WHERE e.explored AND e.child_id = t.child_id AND e.person_id = t.person_id AND e.code = t.code
    )
    AND NOT EXISTS (
        SELECT 1 FROM considered_day AS w
        WHERE w.child_id = t.child_id AND w.person_id = t.person_id AND w.weighed_day >= t.first_day
    )
