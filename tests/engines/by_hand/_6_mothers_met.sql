SELECT child_id, min(person_id) AS one, max(person_id) AS last FROM met
WHERE relation IN ('mother', 'parent') GROUP BY child_id
