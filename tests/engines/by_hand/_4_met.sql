SELECT
    kin.child_id, kin.person_id, kin.relation, met.entry_id, met.agency, met.sector, met.how, met.source_kind,
    coalesce(met.happened_to, met.recorded_day) AS latest
FROM signal_met AS met JOIN kin ON kin.person_id = met.about_id
WHERE met.known_from <= $as_of AND met.known_until > $as_of AND met.sensitivity <= $level
