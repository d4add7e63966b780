SELECT child_id, person_id FROM met
UNION
SELECT kin.child_id, kin.person_id FROM signal_appointment AS a JOIN kin ON kin.person_id = a.about_id
WHERE a.known_from <= $as_of AND a.known_until > $as_of AND a.sensitivity <= $level AND a.outcome = 'attended'
UNION
SELECT kin.child_id, kin.person_id FROM signal_contact AS c JOIN kin ON kin.person_id = c.about_id
WHERE c.known_from <= $as_of AND c.known_until > $as_of AND c.sensitivity <= $level
UNION
SELECT kin.child_id, kin.person_id FROM signal_offer AS o JOIN kin ON kin.person_id = o.about_id
WHERE o.known_from <= $as_of AND o.known_until > $as_of AND o.sensitivity <= $level
    AND o.outcome IN ('accepted', 'declined')
UNION
SELECT child_id, by_id FROM statement WHERE by_id IS NOT NULL
