WITH kept AS (
    SELECT child_id, service, latest AS day, false AS fault FROM appointment WHERE outcome = 'attended'
    UNION ALL SELECT child_id, sector, latest, false FROM contact WHERE child_seen
    UNION ALL
    SELECT child_id, service, latest, true FROM appointment WHERE outcome IN ('cancelled_by_service', 'unable_to_invite')
),
year AS (
    SELECT * FROM appointment
    WHERE happened_from BETWEEN $today - $not_brought_pattern__look_back AND $today
),
candidate AS (
    SELECT * FROM year AS a
    WHERE outcome IN ('not_brought', 'no_access', 'cancelled_by_family')
        AND NOT (
            outcome = 'cancelled_by_family' AND (
                happened_to + $not_brought_pattern__made_up_within >= $today
                OR EXISTS (
                    SELECT 1 FROM kept AS k
                    WHERE NOT k.fault AND k.child_id = a.child_id AND k.service = a.service
                        AND k.day BETWEEN a.happened_from AND a.happened_to + $not_brought_pattern__made_up_within
                )
            )
        )
),
missed AS (
    SELECT * FROM candidate AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM candidate AS e
        WHERE e.child_id = c.child_id AND e.service = c.service AND e.outcome = c.outcome
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
),
offer AS (SELECT * FROM year WHERE outcome NOT IN ('cancelled_by_service', 'unable_to_invite', 'rescheduled')),
offered AS (
    SELECT child_id, count(*) AS n FROM offer AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM offer AS e
        WHERE e.child_id = c.child_id AND e.service = c.service AND e.outcome = c.outcome
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    ) GROUP BY child_id
),
last_kept AS (SELECT child_id, service, max(day) AS day FROM kept GROUP BY child_id, service),
since AS (
    SELECT m.* FROM missed AS m LEFT JOIN last_kept AS k USING (child_id, service)
    WHERE k.day IS NULL OR k.day < m.happened_from
)
SELECT child_id, entry_id, 'missed_running' AS because
FROM (SELECT *, count(*) OVER (PARTITION BY child_id, service) AS n FROM since) WHERE n >= $not_brought_pattern__running
UNION ALL
SELECT m.child_id, m.entry_id, 'missed_often'
FROM (SELECT *, count(*) OVER (PARTITION BY child_id) AS n FROM missed) AS m JOIN offered AS o USING (child_id)
WHERE m.n >= $not_brought_pattern__in_a_year AND m.n >= $not_brought_pattern__part * o.n
UNION ALL
SELECT s.child_id, s.entry_id, 'missed_on_plan' FROM since AS s
WHERE EXISTS (
    SELECT 1 FROM plan AS p
    WHERE p.child_id = s.child_id AND p.type IN ('child_protection', 'child_in_need')
        AND p.first_day <= s.happened_from AND (p.end_day IS NULL OR p.end_day >= s.happened_to)
)
