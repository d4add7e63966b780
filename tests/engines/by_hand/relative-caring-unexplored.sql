WITH came AS (
    SELECT
        s.child_id, s.person_id,
        arg_min({
            'entry': s.entry_id, 'root': s.root_id, 'day': s.latest, 'nights': s.nights_a_week, 'sector': s.sector
        }, (s.latest, s.known_from, s.entry_id)) AS first
    FROM stay AS s
    WHERE s.change = 'takes_on_care'
        AND NOT EXISTS (
            SELECT 1 FROM stay AS out
            WHERE out.child_id = s.child_id AND out.person_id = s.person_id AND out.change = 'moves_out'
                AND out.latest > s.latest
        )
    GROUP BY s.child_id, s.person_id
),
due AS (
    SELECT c.child_id, c.person_id, c.first, k.relation
    FROM came AS c JOIN kin AS k USING (child_id, person_id)
    WHERE k.cares AND k.adult AND NOT k.is_parent AND NOT k.is_partner AND k.relation <> 'carer'
        AND c.first.day + $relative_caring_unexplored__wait <= $today
        AND coalesce(c.first.nights, $relative_caring_unexplored__nights) >= $relative_caring_unexplored__nights
        AND NOT EXISTS (
            SELECT 1 FROM stay AS back JOIN kin AS parent USING (child_id, person_id)
            WHERE back.child_id = c.child_id AND parent.is_parent AND back.change = 'takes_on_care'
                AND back.latest > c.first.day
        )
),
asked AS (
    SELECT
        d.*,
        NOT EXISTS (
            SELECT 1 FROM stay AS s
            WHERE s.child_id = d.child_id AND s.person_id = d.person_id AND s.change = 'takes_on_care'
                AND s.reason_known AND s.latest >= d.first.day
        ) AND NOT EXISTS (
            SELECT 1 FROM considered_day AS w
            WHERE w.child_id = d.child_id AND w.person_id = d.person_id AND w.weighed_day >= d.first.day
        ) AS unasked,
        d.relation = 'friend' AND d.first.sector <> 'social_care'
        AND NOT EXISTS (SELECT 1 FROM kin AS p WHERE p.child_id = d.child_id AND p.is_parent AND p.lives_here)
        AND EXISTS (SELECT 1 FROM kin AS p WHERE p.child_id = d.child_id AND p.is_parent AND NOT p.at_home)
        AND NOT EXISTS (
            SELECT 1 FROM signal_shared AS told
            WHERE told.about_id IN (SELECT person_id FROM kin WHERE kin.child_id = d.child_id)
                AND told.of_entry_id = d.first.root AND told.with_sector = 'social_care'
                AND told.known_from <= $as_of AND told.known_until > $as_of AND told.sensitivity <= $level
        ) AS privately
    FROM due AS d
)
SELECT child_id, first.entry AS entry_id, CASE WHEN relation = 'friend' THEN 'friend' ELSE 'unasked' END AS because
FROM asked WHERE unasked OR privately
