SELECT
    c.about_id AS child_id, c.entry_id, c.born_day, $today - c.born_day AS age_days, c.due_day, c.gestation_days,
    c.multiple_birth, c.agency, c.sector, c.recorded_day
FROM signal_child AS c
WHERE c.known_from <= $as_of AND c.known_until > $as_of AND c.sensitivity <= $level
    AND c.partnership = $partnership
    AND (c.last_day IS NULL OR c.last_day >= $today)
    AND (
        c.born_day IS NULL
        OR c.born_day >= $today - $followed_days
        OR c.about_id IN (
            SELECT about_id FROM signal_plan
            WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
                AND start_day <= $today AND (end_day IS NULL OR end_day >= $today)
        )
    )
