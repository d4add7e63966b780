SELECT
    to_id AS child_id, entry_id, root_id, agency, sector, happened_from, happened_to, recorded_day, known_from,
    coalesce(happened_to, recorded_day) AS latest, about_id AS person_id, type, identity, ended
FROM signal_relationship
WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    AND to_id IN (SELECT child_id FROM baby)
