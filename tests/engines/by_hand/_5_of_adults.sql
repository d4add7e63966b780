-- Observations of adults who may be with the baby, not found untrue by a court.
SELECT * FROM noted
WHERE adult AND coalesce(status, '') <> 'acquitted'
    AND NOT (identity = 'no_contact_permitted' AND NOT at_home AND NOT cares)
