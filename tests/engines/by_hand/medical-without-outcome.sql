WITH waiting AS (
    SELECT * FROM medical AS m
    WHERE coalesce(m.outcome, 'not_recorded') = 'not_recorded'
        AND NOT EXISTS (
            SELECT 1 FROM medical AS given
            WHERE given.child_id = m.child_id AND given.outcome <> 'not_recorded'
                AND coalesce(given.outcome_day, given.latest) >= coalesce(m.happened_from, m.recorded_day)
        )
)
SELECT child_id, entry_id, 'no_opinion' AS because FROM waiting
WHERE (requested_day IS NULL OR latest >= requested_day)
    AND latest <= $medical_without_outcome__opinion_within AND latest <= $today
UNION ALL
SELECT child_id, entry_id, 'not_examined' FROM waiting
WHERE happened_from > $today AND requested_day <= $medical_without_outcome__examined_within
