WITH closed AS (
    SELECT * FROM referral
    WHERE to_sector = 'social_care' AND outcome IN ('no_further_action', 'advice', 'declined')
        AND happened_from BETWEEN $today - $repeat_referrals_closed__look_back AND $today
),
event AS (
    SELECT * FROM closed AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM closed AS e
        WHERE e.child_id = c.child_id AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
),
counted AS (
    SELECT * FROM event AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM event AS e
        WHERE e.child_id = c.child_id AND e.source_key = c.source_key
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
    ) AND NOT EXISTS (
        SELECT 1 FROM assessment AS a
        WHERE a.child_id = c.child_id AND a.type IN ('child_and_family', 'section_47', 'pre_birth', 'early_help')
            AND coalesce(a.completed_day, a.started_day, a.latest) >= c.happened_from
    )
)
SELECT child_id, entry_id, 'closed' AS because
FROM (
    SELECT
        *, count(*) OVER one AS n, count(DISTINCT coalesce(source_key, agency)) OVER one AS sources
    FROM counted WINDOW one AS (PARTITION BY child_id)
)
WHERE n >= $repeat_referrals_closed__closed AND sources >= $repeat_referrals_closed__sources
