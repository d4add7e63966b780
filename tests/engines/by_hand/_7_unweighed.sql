-- Observations of adults whose effect on this baby nobody has considered, of every code.
WITH graded AS (
    SELECT
        *, CASE level WHEN 'low' THEN 1 WHEN 'moderate' THEN 2 WHEN 'high' THEN 3 ELSE 0 END AS grade
    FROM of_adults
)
SELECT * FROM graded AS g
WHERE NOT EXISTS (
        SELECT 1 FROM weighed AS w
        WHERE w.child_id = g.child_id AND w.person_id = g.person_id AND w.finished_day >= g.recorded_day
    )
    AND NOT EXISTS (
        SELECT 1 FROM graded AS e
        WHERE e.explored AND e.child_id = g.child_id AND e.person_id = g.person_id AND e.code = g.code
            AND (
                e.recorded_day >= g.recorded_day
                OR g.grade <= CASE WHEN e.past OR e.grade = 0 THEN 1 ELSE e.grade END
            )
    )
