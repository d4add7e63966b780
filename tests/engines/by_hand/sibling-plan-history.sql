SELECT
    p.child_id, p.entry_id,
    CASE WHEN p.relation = 'half_sibling' THEN 'half_sibling_plan' ELSE 'sibling_plan' END AS because
FROM sibling_plans AS p JOIN baby AS b USING (child_id)
WHERE b.born_day + $sibling_plan_history__after <= $today
    AND p.told_day + $sibling_plan_history__after <= $today AND p.since_day + $sibling_plan_history__after <= $today
    AND NOT EXISTS (
        SELECT 1 FROM finished AS f
        WHERE f.child_id = p.child_id AND f.baby_factors AND f.finished_day >= p.told_day
    )
    AND NOT EXISTS (
        SELECT 1 FROM weighed AS w
        WHERE w.child_id = p.child_id AND w.person_id = p.person_id AND w.finished_day >= p.told_day
    )
