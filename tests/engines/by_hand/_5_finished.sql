SELECT *, coalesce(completed_day, CASE WHEN started_day IS NULL THEN latest END) AS finished_day
FROM assessment
WHERE coalesce(completed_day, CASE WHEN started_day IS NULL THEN latest END) <= $today
