-- Whom an assessment that says it is complete has weighed; where only the order is known, from its writing on.
SELECT
    c.child_id, c.person_id, c.entry_id,
    CASE WHEN a.happened_from IS NULL THEN a.recorded_day ELSE a.completed_day END AS weighed_day
FROM considered AS c JOIN assessment AS a ON a.child_id = c.child_id AND a.entry_id = c.entry_id
WHERE a.completed_day IS NOT NULL
