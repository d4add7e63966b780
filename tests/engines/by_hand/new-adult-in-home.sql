WITH came AS (
    SELECT
        s.child_id, s.person_id,
        arg_min({'entry': s.entry_id, 'day': s.latest, 'begin': s.happened_from, 'end': s.happened_to},
            (s.latest, s.known_from, s.entry_id)) AS first
    FROM stay AS s
    WHERE s.change IN ('moves_in', 'stays_often')
        AND NOT EXISTS (
            SELECT 1 FROM stay AS out
            WHERE out.child_id = s.child_id AND out.person_id = s.person_id AND out.change = 'moves_out'
                AND out.latest > s.latest
        )
    GROUP BY s.child_id, s.person_id
)
SELECT c.child_id, c.first.entry AS entry_id, 'new' AS because
FROM came AS c JOIN kin AS k USING (child_id, person_id)
WHERE c.first.day + $new_adult_in_home__wait <= $today
    AND k.at_home AND NOT k.is_parent AND (k.adult OR k.is_partner)
    AND k.identity NOT IN ('no_contact_permitted', 'not_safe_to_ask')
    AND (k.child_id, k.person_id) NOT IN (SELECT (child_id, person_id) FROM shut)
    AND (k.child_id, k.person_id) NOT IN (SELECT (child_id, person_id) FROM reached)
    AND NOT EXISTS (
        SELECT 1 FROM stay AS moved JOIN kin AS parent USING (child_id, person_id)
        WHERE moved.child_id = c.child_id AND parent.is_parent AND moved.change = 'moves_in'
            AND c.first.begin <= moved.happened_to AND c.first.end >= moved.happened_from
    )
    AND NOT EXISTS (
        SELECT 1 FROM stay AS asked
        WHERE asked.child_id = c.child_id AND asked.person_id = c.person_id AND asked.reason_known
            AND asked.change IN ('moves_in', 'stays_often') AND asked.latest >= c.first.day
    )
    AND NOT EXISTS (
        SELECT 1 FROM considered_day AS w
        WHERE w.child_id = c.child_id AND w.person_id = c.person_id AND w.weighed_day >= c.first.day
    )
