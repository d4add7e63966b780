-- From when until when each way of moving about was shown; what was seen last holds.
SELECT child_id, skill, seen AS from_day, until_day
FROM (
    SELECT
        child_id, skill, shown, latest AS seen,
        lead(latest) OVER (PARTITION BY child_id, skill ORDER BY latest, known_from) AS until_day
    FROM (
        SELECT child_id, latest, known_from, 'crawls' AS skill, crawls AS shown FROM mobility
        UNION ALL SELECT child_id, latest, known_from, 'cruises', cruises FROM mobility
        UNION ALL SELECT child_id, latest, known_from, 'walks', walks FROM mobility
    ) WHERE shown IS NOT NULL
) WHERE shown
