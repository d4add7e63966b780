-- Each mark of which no examiner has named the cause and no service has found a medical one; `judged` also counts
-- an inconclusive opinion, `still` says that the child was not shown to move about by then.
SELECT
    i.*,
    NOT EXISTS (
        SELECT 1 FROM able AS a
        WHERE a.child_id = i.child_id AND a.from_day <= i.latest AND (a.until_day IS NULL OR a.until_day > i.latest)
    ) AS still,
    EXISTS (
        SELECT 1 FROM medical AS m
        WHERE m.child_id = i.child_id AND coalesce(m.outcome_day, m.latest) >= i.latest
            AND m.outcome IN ('accidental', 'inflicted', 'medical_cause', 'inconclusive')
    ) AS judged
FROM injury AS i
WHERE i.medical_cause IS NOT TRUE
    AND NOT EXISTS (
        SELECT 1 FROM medical AS m
        WHERE m.child_id = i.child_id AND coalesce(m.outcome_day, m.latest) >= i.latest
            AND m.outcome IN ('accidental', 'inflicted', 'medical_cause')
    )
    AND NOT EXISTS (
        SELECT 1 FROM injury AS c
        WHERE c.child_id = i.child_id AND c.medical_cause AND c.injury = i.injury AND c.site = i.site
            AND c.happened_from <= i.happened_to AND c.happened_to >= i.happened_from
    )
