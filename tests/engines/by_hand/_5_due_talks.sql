-- Babies at home, born here, with the day from which talks are counted.
SELECT b.child_id, b.entry_id, greatest(b.born_day, coalesce(u.unit_day, b.born_day)) AS home_day
FROM baby AS b
LEFT JOIN (
    SELECT child_id, max(latest) AS unit_day
    FROM (
        SELECT child_id, latest FROM contact WHERE sector = 'neonatal_unit'
        UNION ALL SELECT child_id, latest FROM observation WHERE sector = 'neonatal_unit'
        UNION ALL SELECT child_id, latest FROM touchpoint WHERE sector = 'neonatal_unit'
        UNION ALL SELECT child_id, latest FROM measurement WHERE sector = 'neonatal_unit'
    ) GROUP BY child_id
) AS u USING (child_id)
WHERE b.born_day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM area_move AS m WHERE m.child_id = b.child_id AND m.latest >= b.born_day)
