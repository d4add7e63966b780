WITH told AS (
    SELECT
        child_id, entry_id, agency, happened_from, happened_to, recorded_day, known_from, service, outcome AS kind
    FROM appointment AS a
    WHERE outcome IN ('declined', 'no_access')
        AND NOT EXISTS (
            SELECT 1
            FROM (
                SELECT child_id, service, happened_from, happened_to FROM appointment WHERE outcome = 'attended'
                UNION ALL SELECT child_id, sector, happened_from, happened_to FROM contact WHERE child_seen
            ) AS kept
            WHERE kept.child_id = a.child_id AND kept.service = a.service AND kept.happened_to >= a.happened_from
                AND kept.happened_from <= a.happened_to + $reluctant_to_engage__made_up_within
        )
        AND NOT EXISTS (
            SELECT 1 FROM appointment AS kept
            WHERE kept.child_id = a.child_id AND kept.outcome = 'attended' AND kept.routine = a.routine
        )
    UNION ALL
    SELECT
        child_id, entry_id, agency, happened_from, happened_to, recorded_day, known_from, sector, 'offer_declined'
    FROM offer AS o
    WHERE outcome = 'declined' AND NOT EXISTS (
        SELECT 1 FROM offer AS taken
        WHERE taken.child_id = o.child_id AND taken.offer = o.offer AND taken.outcome = 'accepted'
    )
    UNION ALL
    SELECT child_id, entry_id, agency, happened_from, happened_to, recorded_day, known_from, sector, 'cut_short'
    FROM unweighed WHERE code = 'reluctant_to_engage' AND NOT past
),
event AS (
    SELECT * FROM told AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM told AS e
        WHERE e.child_id = c.child_id AND e.service = c.service AND e.kind = c.kind
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
),
near AS (
    SELECT last.child_id, last.entry_id AS last_id, e.entry_id, e.kind, e.service, e.recorded_day
    FROM event AS last JOIN event AS e ON e.child_id = last.child_id
        AND e.happened_from >= last.happened_to - $reluctant_to_engage__span AND e.happened_to <= last.happened_to
    WHERE e.recorded_day <= $today
),
enough AS (
    SELECT child_id, last_id FROM near GROUP BY child_id, last_id
    HAVING count(DISTINCT entry_id) >= $reluctant_to_engage__events
        AND (
            count(DISTINCT kind) >= $reluctant_to_engage__kinds
            OR count(DISTINCT service) >= $reluctant_to_engage__services
        )
        AND max(recorded_day) >= $today - $reluctant_to_engage__span
)
SELECT DISTINCT child_id, entry_id, kind AS because FROM near JOIN enough USING (child_id, last_id)
