SELECT asked.child_id, asked.entry_id, 'asked' AS because
FROM strategy AS asked
WHERE asked.step = 'requested' AND coalesce(asked.outcome, 'unanswered') = 'unanswered'
    AND asked.latest <= $strategy_request_unanswered__answer_within
    AND NOT EXISTS (
        SELECT 1 FROM strategy AS held
        WHERE held.child_id = asked.child_id AND held.step = 'held'
            AND held.latest >= coalesce(asked.happened_from, asked.recorded_day)
    )
