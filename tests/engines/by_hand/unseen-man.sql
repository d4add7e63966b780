WITH unmet AS (
    SELECT h.child_id, h.entry_id
    FROM here AS h JOIN baby AS b USING (child_id) LEFT JOIN mothers_met AS m USING (child_id)
    WHERE (h.adult OR h.is_partner) AND b.age_days >= $unseen_man__after_birth
        AND h.here_day + $unseen_man__after_known <= $today
        AND (
            h.relation NOT IN ('mother', 'parent') OR h.person_sex = 'male'
            OR m.one <> h.person_id OR m.last <> h.person_id
        )
        AND NOT EXISTS (SELECT 1 FROM reached AS r WHERE r.child_id = h.child_id AND r.person_id = h.person_id)
        AND NOT (
            NOT (h.is_parent OR h.is_partner OR h.lives_here OR h.cares)
            AND EXISTS (
                SELECT 1 FROM stay AS s
                WHERE s.child_id = h.child_id AND s.person_id = h.person_id AND s.change = 'stays_often'
                    AND s.reason_known AND s.latest >= b.born_day - $unseen_man__help_before
                    AND s.latest <= b.born_day + $unseen_man__help_after
            )
        )
)
SELECT
    child_id, entry_id,
    CASE WHEN child_id IN (
        SELECT child_id FROM plan
        WHERE type IN ('child_protection', 'child_in_need') AND first_day <= $today
            AND (end_day IS NULL OR end_day >= $today)
    ) THEN 'unmet_on_plan' ELSE 'unmet' END AS because
FROM unmet
