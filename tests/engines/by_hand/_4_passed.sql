-- That an agency passed on something about the baby or somebody around it.
SELECT about_id AS child_id, agency, recorded_day FROM signal_shared
WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    AND about_id IN (SELECT child_id FROM baby)
UNION ALL
SELECT k.child_id, s.agency, s.recorded_day FROM signal_shared AS s JOIN kin AS k ON k.person_id = s.about_id
WHERE s.known_from <= $as_of AND s.known_until > $as_of AND s.sensitivity <= $level
