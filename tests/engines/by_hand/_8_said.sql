-- What the family said, by whom it is known or not; whether another service answered or anything was done, and
-- when the service that heard it last talked with whoever said it.
WITH near AS (
    SELECT s.*, coalesce(s.happened_from, s.recorded_day) AS said_from
    FROM statement AS s
    WHERE s.by_id IS NULL OR EXISTS (
        SELECT 1 FROM kin AS k
        WHERE k.child_id = s.child_id AND k.person_id = s.by_id
            AND (k.is_parent OR k.is_partner OR k.cares OR (k.adult AND k.at_home))
    )
),
talk AS (
    SELECT child_id, person_id, agency, latest FROM met AS m
    WHERE source_kind IN ('contact', 'seen')
        OR (
            source_kind = 'appointment' AND EXISTS (
                SELECT 1 FROM appointment AS a
                WHERE a.child_id = m.child_id AND a.entry_id = m.entry_id AND a.routine IS NULL
            )
        )
),
deed AS (
    SELECT child_id, NULL AS person_id, latest FROM offer WHERE coalesce(outcome, '') <> 'not_offered'
    UNION ALL SELECT child_id, NULL, latest FROM referral
    UNION ALL SELECT child_id, NULL, latest FROM assessment
    UNION ALL SELECT child_id, NULL, latest FROM strategy
    UNION ALL SELECT child_id, NULL, latest FROM medical
    UNION ALL SELECT child_id, NULL, latest FROM plan
    UNION ALL SELECT child_id, person_id, latest FROM noted WHERE explored
)
SELECT
    n.*,
    EXISTS (
        SELECT 1 FROM talk AS t
        WHERE t.child_id = n.child_id AND (n.by_id IS NULL OR t.person_id = n.by_id)
            AND t.agency <> n.agency AND t.latest > n.latest
    ) OR EXISTS (
        SELECT 1 FROM deed AS d
        WHERE d.child_id = n.child_id AND d.latest >= n.said_from
            AND (d.person_id IS NULL OR n.by_id IS NULL OR d.person_id = n.by_id)
    ) AS answered,
    coalesce((
        SELECT max(t.latest) FROM talk AS t
        WHERE t.child_id = n.child_id AND (n.by_id IS NULL OR t.person_id = n.by_id) AND t.agency = n.agency
    ), -1000000) AS own_talk_day
FROM near AS n
