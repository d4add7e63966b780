SELECT
    child_id AS child_id, entry_id, root_id, agency, sector, happened_from, happened_to, recorded_day, known_from,
    coalesce(happened_to, recorded_day) AS latest, about_id AS person_id
FROM signal_considered
WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    AND child_id IN (SELECT child_id FROM baby)
