SELECT m.child_id, m.entry_id, 'mark' AS because
FROM marks AS m JOIN baby AS b USING (child_id)
WHERE m.still
    AND NOT EXISTS (
        SELECT 1 FROM injury AS e
        WHERE e.child_id = m.child_id AND e.injury = m.injury AND e.site = m.site
            AND (e.known_from, e.entry_id) < (m.known_from, m.entry_id)
            AND e.happened_from <= m.happened_to AND e.happened_to >= m.happened_from
            AND (e.agency <> m.agency OR (e.happened_from = m.happened_from AND e.happened_to = m.happened_to))
    )
    AND NOT (
        m.injury = 'mark' AND EXISTS (
            SELECT 1 FROM injury AS c
            WHERE c.child_id = m.child_id AND c.injury = 'mark' AND c.medical_cause AND c.site = m.site
                AND c.recorded_day <= b.born_day + $non_mobile_injury__birthmark_by
        )
    )
    AND NOT coalesce(
        m.sector IN ('hospital', 'midwifery', 'neonatal_unit', 'ambulance') AND m.happened_from = b.born_day
        AND m.recorded_day <= b.born_day + $non_mobile_injury__birthmark_by, false
    )
    AND NOT (
        m.recorded_day > m.latest + $non_mobile_injury__new_within
        AND EXISTS (
            SELECT 1 FROM able AS a
            WHERE a.child_id = m.child_id AND a.from_day <= m.recorded_day AND a.until_day IS NULL
        )
    )
