WITH asked AS (
    SELECT * FROM gp_request AS g
    WHERE g.requested_day >= $today - $plan_baby_not_seen_same_day__look_back
        AND EXISTS (
            SELECT 1 FROM plan AS p
            WHERE p.child_id = g.child_id AND p.type = 'child_protection' AND p.first_day <= g.requested_day
                AND (p.end_day IS NULL OR p.end_day >= g.requested_day)
        )
)
SELECT child_id, entry_id, 'not_that_day' AS because FROM asked
WHERE ((seen_day IS NULL AND requested_day <= $today) OR seen_day > requested_day)
    AND NOT EXISTS (
        SELECT 1 FROM contact AS c
        WHERE c.child_id = asked.child_id AND c.sector = 'gp'
            AND c.happened_from >= asked.requested_day AND c.happened_to <= asked.requested_day
    )
UNION ALL
SELECT child_id, entry_id, 'not_permanent' FROM asked
WHERE $plan_baby_not_seen_same_day__permanent_only AND coalesce(how, 'in_surgery') = 'in_surgery'
    AND seen_day = requested_day AND clinician = 'locum'
