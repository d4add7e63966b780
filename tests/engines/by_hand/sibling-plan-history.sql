WITH plans AS (
    SELECT
        k.child_id, k.person_id, k.relation, k.since_day, p.entry_id,
        CASE WHEN p.entry_id = p.root_id THEN p.recorded_day ELSE coalesce(p.happened_to, p.recorded_day) END AS told_day
    FROM signal_plan AS p JOIN kin AS k ON k.person_id = p.about_id JOIN baby AS b ON b.child_id = k.child_id
    WHERE p.known_from <= $as_of AND p.known_until > $as_of AND p.sensitivity <= $level
        AND k.is_sibling AND p.type IN ('child_protection', 'child_in_need', 'looked_after')
        AND NOT (coalesce(p.need_code, '') = 'N2' AND p.type <> 'child_protection')
        AND (k.person_born_from < coalesce(b.born_day, b.due_day)) IS NOT FALSE
        AND b.born_day + $sibling_plan_history__after <= $today
)
SELECT
    child_id, entry_id, CASE WHEN relation = 'half_sibling' THEN 'half_sibling_plan' ELSE 'sibling_plan' END AS because
FROM plans AS p
WHERE told_day + $sibling_plan_history__after <= $today AND since_day + $sibling_plan_history__after <= $today
    AND NOT EXISTS (
        SELECT 1 FROM finished AS f
        WHERE f.child_id = p.child_id AND f.baby_factors AND f.finished_day >= p.told_day
    )
    AND NOT EXISTS (
        SELECT 1 FROM weighed AS w
        WHERE w.child_id = p.child_id AND w.person_id = p.person_id AND w.finished_day >= p.told_day
    )
