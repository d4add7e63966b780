SELECT c.child_id, c.entry_id, 'differs' AS because
FROM challenge AS c
WHERE (c.resolved_day IS NULL OR c.resolved_day > $today)
    AND c.latest <= $challenge_overdue__settle_within
    AND NOT EXISTS (
        SELECT 1 FROM challenge AS next
        WHERE next.child_id = c.child_id AND next.by_sector = c.by_sector AND next.with_sector = c.with_sector
            AND next.stage > c.stage AND next.latest >= coalesce(c.happened_from, c.recorded_day)
    )
