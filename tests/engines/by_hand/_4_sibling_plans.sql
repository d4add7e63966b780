-- Plans of older brothers and sisters, not for disability services alone, with the day on which each was known.
SELECT
    k.child_id, k.person_id, k.relation, k.since_day, p.entry_id, p.agency, p.sector,
    CASE WHEN p.entry_id = p.root_id THEN p.recorded_day ELSE coalesce(p.happened_to, p.recorded_day) END AS told_day
FROM signal_plan AS p JOIN kin AS k ON k.person_id = p.about_id JOIN baby AS b ON b.child_id = k.child_id
WHERE p.known_from <= $as_of AND p.known_until > $as_of AND p.sensitivity <= $level
    AND k.is_sibling AND p.type IN ('child_protection', 'child_in_need', 'looked_after')
    AND NOT (coalesce(p.need_code, '') = 'N2' AND p.type <> 'child_protection')
    AND (k.person_born_from < coalesce(b.born_day, b.due_day)) IS NOT FALSE
