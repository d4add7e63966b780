WITH matter AS (
    SELECT child_id, entry_id AS matter_id, sector AS lead, first_day AS opened FROM plan
    WHERE type IN ('child_protection', 'child_in_need', 'early_help', 'looked_after')
        AND first_day <= $today AND (end_day IS NULL OR end_day >= $today)
    UNION ALL
    SELECT child_id, entry_id, sector, coalesce(started_day, latest) FROM assessment
    WHERE completed_day IS NULL AND type <> 'other'
),
told AS (SELECT child_id, max(latest) AS told_day FROM contact WHERE lived_experience GROUP BY child_id),
open AS (
    SELECT m.*, t.told_day, greatest(m.opened, b.born_day, coalesce(t.told_day, m.opened)) AS since
    FROM matter AS m JOIN baby AS b USING (child_id) LEFT JOIN told AS t USING (child_id)
    WHERE b.born_day <= $today AND m.opened <= $today
),
silent AS (
    SELECT o.child_id, o.matter_id, c.entry_id, count(*) OVER (PARTITION BY o.child_id, o.matter_id) AS n
    FROM open AS o JOIN contact AS c ON c.child_id = o.child_id AND c.sector = o.lead
    WHERE c.child_seen AND c.lived_experience IS NOT TRUE AND c.happened_from >= o.since
        AND (o.told_day IS NULL OR c.happened_from > o.told_day)
)
SELECT DISTINCT child_id, matter_id AS entry_id, 'open' AS because FROM open
WHERE since + $lived_experience_missing__days <= $today
    OR (child_id, matter_id) IN (SELECT (child_id, matter_id) FROM silent WHERE n >= $lived_experience_missing__contacts)
UNION ALL
SELECT DISTINCT child_id, entry_id, 'no_word' FROM silent WHERE n >= $lived_experience_missing__contacts
