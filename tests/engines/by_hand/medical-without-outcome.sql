WITH waiting AS (
    SELECT *, m.happened_from IS NULL AND coalesce(m.requested_day >= m.recorded_day, false) AS unseen
    FROM medical AS m
    WHERE coalesce(m.outcome, 'not_recorded') = 'not_recorded'
        AND NOT EXISTS (
            SELECT 1 FROM medical AS given
            WHERE given.child_id = m.child_id AND given.outcome <> 'not_recorded'
                AND coalesce(given.outcome_day, given.latest) >= coalesce(m.happened_from, m.recorded_day)
        )
)
SELECT child_id, entry_id, 'no_opinion' AS because FROM waiting
WHERE NOT unseen AND (requested_day IS NULL OR latest >= requested_day)
    AND latest <= $medical_without_outcome__opinion_within AND latest <= $today
UNION ALL
SELECT child_id, entry_id, 'not_examined' FROM waiting
WHERE (coalesce(happened_from > $today, false) OR unseen) AND requested_day <= $medical_without_outcome__examined_within
