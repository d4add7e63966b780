WITH due AS (
    SELECT * FROM due_talks
    WHERE home_day + $icon_gap__by + $icon_gap__to_record <= $today AND home_day + $icon_gap__until >= $today
),
had AS (
    SELECT
        d.child_id, d.entry_id, bool_or(t.latest >= d.home_day + $icon_gap__peak_from) AS near,
        count(DISTINCT t.number) FILTER (t.number IN ('1', '2', '3', '4', '5')) AS five
    FROM due AS d LEFT JOIN touchpoint AS t ON t.child_id = d.child_id AND t.programme = 'icon'
    GROUP BY d.child_id, d.entry_id
),
gap AS (SELECT child_id, entry_id FROM had WHERE five < $icon_gap__enough OR near IS NOT TRUE)
SELECT child_id, entry_id, 'due' AS because FROM gap
UNION ALL
SELECT t.child_id, t.entry_id, 'given' FROM touchpoint AS t
WHERE t.programme = 'icon' AND t.child_id IN (SELECT child_id FROM gap)
