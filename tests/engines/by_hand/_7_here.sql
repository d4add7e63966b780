-- Who is in the baby's life now, what put them there and when that was written.
WITH came AS (
    SELECT
        s.child_id, s.person_id, min(s.recorded_day) AS told_day,
        arg_min(s.entry_id, (s.latest, s.known_from, s.entry_id)) AS entry_id
    FROM stay AS s
    WHERE s.change IN ('moves_in', 'stays_often', 'takes_on_care')
        AND NOT EXISTS (
            SELECT 1 FROM stay AS out
            WHERE out.child_id = s.child_id AND out.person_id = s.person_id AND out.change = 'moves_out'
                AND out.latest > s.latest
        )
    GROUP BY s.child_id, s.person_id
),
gone AS (
    SELECT child_id, person_id FROM stay GROUP BY child_id, person_id
    HAVING max(latest) FILTER (change = 'moves_out')
        > coalesce(max(latest) FILTER (change <> 'moves_out'), -1000000)
)
SELECT
    kin.*, coalesce(came.told_day, kin.since_day) AS came_told,
    CASE WHEN kin.is_parent OR kin.is_partner THEN kin.since_entry_id ELSE coalesce(came.entry_id, kin.since_entry_id) END
        AS entry_id,
    CASE WHEN kin.is_parent OR kin.is_partner THEN kin.since_day ELSE coalesce(came.told_day, kin.since_day) END AS here_day
FROM kin LEFT JOIN came USING (child_id, person_id)
WHERE kin.identity NOT IN ('no_contact_permitted', 'not_safe_to_ask')
    AND (kin.at_home OR kin.cares OR kin.is_partner)
    AND (kin.child_id, kin.person_id) NOT IN (SELECT (child_id, person_id) FROM shut)
    AND (kin.child_id, kin.person_id) NOT IN (SELECT (child_id, person_id) FROM gone)
