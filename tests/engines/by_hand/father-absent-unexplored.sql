WITH unsettled AS (
    SELECT k.* FROM kin AS k JOIN baby AS b USING (child_id)
    WHERE k.is_parent AND b.age_days >= $father_absent_unexplored__after_birth
        AND k.child_id NOT IN (SELECT child_id FROM relationship WHERE identity = 'no_second_parent')
        AND k.child_id NOT IN (SELECT child_id FROM shut)
        AND k.child_id NOT IN (
            SELECT child_id FROM kin
            WHERE is_parent AND identity IN ('no_second_parent', 'no_contact_permitted', 'not_safe_to_ask')
        )
),
said AS (SELECT * FROM relationship WHERE identity = 'asked_not_disclosed'),
asked AS (
    SELECT child_id, person_id FROM said AS c
    WHERE NOT EXISTS (
        SELECT 1 FROM said AS e
        WHERE e.child_id = c.child_id AND e.person_id = c.person_id
            AND (e.known_from, e.entry_id) < (c.known_from, c.entry_id)
            AND e.happened_from <= c.happened_to AND e.happened_to >= c.happened_from
            AND (e.agency <> c.agency OR (e.happened_from = c.happened_from AND e.happened_to = c.happened_to))
    )
    GROUP BY child_id, person_id HAVING count(*) >= $father_absent_unexplored__at_most
),
found AS (
    SELECT u.child_id, u.person_id, r.entry_id, 'not_asked' AS because
    FROM unsettled AS u JOIN relationship AS r USING (child_id, person_id)
    WHERE u.identity = 'not_asked' AND r.identity = 'not_asked'
        AND (u.child_id, u.person_id) NOT IN (SELECT (child_id, person_id) FROM asked)
        AND u.child_id NOT IN (
            SELECT child_id FROM kin WHERE is_parent AND identity = 'named' GROUP BY child_id HAVING count(*) >= 2
        )
        AND u.child_id NOT IN (SELECT child_id FROM kin WHERE is_partner AND person_sex = 'female')
    UNION ALL
    SELECT u.child_id, u.person_id, s.entry_id, 'gone'
    FROM unsettled AS u JOIN stay AS s USING (child_id, person_id) LEFT JOIN mothers_met AS m USING (child_id)
    WHERE u.identity IN ('named', 'described') AND NOT u.at_home AND NOT u.cares
        AND s.change = 'moves_out' AND s.reason_known IS FALSE
        AND s.latest + $father_absent_unexplored__gone_for <= $today
        AND (
            u.relation NOT IN ('mother', 'parent') OR u.person_sex = 'male'
            OR m.one <> u.person_id OR m.last <> u.person_id
        )
)
SELECT DISTINCT child_id, entry_id, because FROM found AS f
WHERE NOT EXISTS (SELECT 1 FROM reached AS r WHERE r.child_id = f.child_id AND r.person_id = f.person_id)
