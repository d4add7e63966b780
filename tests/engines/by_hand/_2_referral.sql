SELECT
    about_id AS child_id, entry_id, root_id, agency, sector, happened_from, happened_to, recorded_day, known_from,
    coalesce(happened_to, recorded_day) AS latest, to_sector, outcome, source_key
FROM signal_referral
WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    AND about_id IN (SELECT child_id FROM baby)
