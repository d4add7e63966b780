SELECT child_id, entry_id, 'harm' AS because FROM statement AS s
WHERE code = 'harm_disclosed' AND NOT EXISTS (
    SELECT 1
    FROM (
        SELECT child_id, latest FROM strategy WHERE step = 'held' OR outcome = 'held'
        UNION ALL SELECT child_id, latest FROM assessment WHERE type = 'section_47'
        UNION ALL SELECT child_id, latest FROM medical
    ) AS begun
    WHERE begun.child_id = s.child_id AND begun.latest >= coalesce(s.happened_from, s.recorded_day)
)
UNION ALL
SELECT child_id, entry_id, CASE WHEN code = 'frightened' THEN 'frightened' ELSE 'unanswered' END
FROM said
WHERE code <> 'harm_disclosed' AND NOT answered
    AND own_talk_day <= latest + $parent_says_struggling__same_visit
    AND CASE
        WHEN code = 'frightened' THEN latest <= $parent_says_struggling__frightened
        ELSE latest + $parent_says_struggling__within <= $today
    END
