SELECT
    kin.*, o.entry_id, o.agency, o.sector, o.happened_from, o.happened_to, o.recorded_day, o.known_from,
    coalesce(o.happened_to, o.recorded_day) AS latest, o.code, o.level, o.explored, coalesce(o.past, false) AS past,
    o.status
FROM signal_observation AS o JOIN kin ON kin.person_id = o.about_id
WHERE o.known_from <= $as_of AND o.known_until > $as_of AND o.sensitivity <= $level
