WITH due AS (
    SELECT child_id FROM due_talks
    WHERE home_day + $icon_man_not_reached__by + $icon_man_not_reached__to_record <= $today
        AND home_day + $icon_man_not_reached__until >= $today
),
talk AS (
    SELECT m.child_id, m.entry_id, m.person_id
    FROM met AS m JOIN touchpoint AS t ON t.child_id = m.child_id AND t.entry_id = m.entry_id
    WHERE m.how = 'received' AND t.programme = 'icon' AND m.child_id IN (SELECT child_id FROM due)
),
enough AS (
    SELECT child_id FROM talk GROUP BY child_id HAVING count(DISTINCT entry_id) >= $icon_man_not_reached__enough
),
missed AS (
    SELECT h.child_id, h.entry_id
    FROM here AS h LEFT JOIN mothers_met AS m USING (child_id)
    WHERE h.child_id IN (SELECT child_id FROM enough) AND (h.at_home OR h.cares)
        AND CASE WHEN h.is_parent THEN h.here_day ELSE h.came_told END + $icon_man_not_reached__after_known <= $today
        AND (h.is_parent OR h.is_partner OR (h.adult AND h.person_sex = 'male'))
        AND (
            h.relation NOT IN ('mother', 'parent') OR h.person_sex = 'male'
            OR m.one <> h.person_id OR m.last <> h.person_id
        )
        AND NOT EXISTS (SELECT 1 FROM talk AS t WHERE t.child_id = h.child_id AND t.person_id = h.person_id)
)
SELECT child_id, entry_id, 'not_reached' AS because FROM missed
UNION ALL
SELECT DISTINCT child_id, entry_id, 'given' FROM talk WHERE child_id IN (SELECT child_id FROM missed)
