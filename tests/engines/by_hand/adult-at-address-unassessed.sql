WITH done AS (
    SELECT child_id, entry_id, completed_day AS finished_day FROM assessment AS a
    WHERE completed_day <= $today AND type IN ('pre_birth', 'child_and_family', 'early_help', 'section_47')
        AND happened_from IS NOT NULL
        AND EXISTS (SELECT 1 FROM considered AS c WHERE c.child_id = a.child_id AND c.entry_id = a.entry_id)
),
came AS (
    SELECT
        s.child_id, s.person_id, min(s.recorded_day) AS told_day,
        arg_min({'entry': s.entry_id, 'day': s.latest}, (s.latest, s.known_from, s.entry_id)) AS first
    FROM stay AS s
    WHERE s.change IN ('moves_in', 'stays_often')
        AND NOT EXISTS (
            SELECT 1 FROM stay AS out
            WHERE out.child_id = s.child_id AND out.person_id = s.person_id AND out.change = 'moves_out'
                AND out.latest > s.latest
        )
    GROUP BY s.child_id, s.person_id
),
missing AS (
    SELECT
        k.child_id, k.person_id, coalesce(came.first.entry, k.since_entry_id) AS entry_id,
        greatest(coalesce(came.first.day, k.since_day), coalesce(came.told_day, k.since_day)) AS known_day
    FROM kin AS k LEFT JOIN came USING (child_id, person_id)
    WHERE k.identity NOT IN ('no_contact_permitted', 'not_safe_to_ask')
        AND (k.child_id, k.person_id) NOT IN (SELECT (child_id, person_id) FROM shut)
        AND (k.adult OR k.is_partner) AND NOT (k.relation = 'lodger' AND coalesce(k.home_reason_known, false))
        AND (k.lives_here OR (k.stays_often AND k.is_partner))
        AND NOT EXISTS (
            SELECT 1 FROM considered_day AS w WHERE w.child_id = k.child_id AND w.person_id = k.person_id
        )
        AND NOT EXISTS (
            SELECT 1 FROM met AS m
            WHERE m.child_id = k.child_id AND m.person_id = k.person_id AND m.how = 'assessed'
                AND m.sector IN ('social_care', 'early_help')
        )
),
left_out AS (
    SELECT m.child_id, m.entry_id, d.entry_id AS assessment_id
    FROM missing AS m JOIN done AS d ON d.child_id = m.child_id AND m.known_day <= d.finished_day
)
SELECT DISTINCT child_id, assessment_id AS entry_id, 'left_out' AS because FROM left_out
UNION ALL
SELECT DISTINCT child_id, entry_id, 'lives_there' FROM left_out
