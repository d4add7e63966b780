WITH unborn AS (
    SELECT child_id, due_day - 280 AS begun FROM baby WHERE born_day IS NULL AND due_day IS NOT NULL
),
referred AS (
    SELECT r.child_id, r.entry_id, r.latest AS asked, u.begun
    FROM referral AS r JOIN unborn AS u USING (child_id)
    WHERE r.to_sector = 'social_care' AND r.outcome IN ('open', 'accepted')
),
work AS (SELECT * FROM assessment WHERE type IN ('pre_birth', 'child_and_family', 'section_47'))
SELECT child_id, entry_id, 'referred' AS because FROM referred
WHERE child_id NOT IN (SELECT child_id FROM work)
    AND $today > begun + $pre_birth_late__start_by AND asked <= $pre_birth_late__after_referral
UNION ALL
SELECT w.child_id, w.entry_id, 'unfinished'
FROM work AS w
JOIN unborn AS u USING (child_id)
LEFT JOIN (SELECT child_id, min(asked) AS asked FROM referred GROUP BY child_id) AS r USING (child_id)
WHERE w.type = 'pre_birth' AND (w.completed_day IS NULL OR w.completed_day > $today)
    AND $today > u.begun + $pre_birth_late__complete_by
    AND $today > coalesce(r.asked, w.started_day, w.latest) + ($pre_birth_late__complete_by - $pre_birth_late__start_by)
