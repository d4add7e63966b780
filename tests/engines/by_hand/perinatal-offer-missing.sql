SELECT n.child_id, n.entry_id, 'low' AS because
FROM noted AS n JOIN baby AS b USING (child_id)
WHERE n.is_parent AND NOT n.past
    AND (
        (n.code = 'perinatal_low_mood' AND n.level IN ('moderate', 'high'))
        OR (n.code = 'mental_ill_health' AND coalesce(n.level, 'moderate') <> 'low')
    )
    AND (b.born_day IS NULL OR $today <= b.born_day + $perinatal_offer_missing__until)
    AND (b.due_day IS NULL OR n.latest >= b.due_day - 280)
    AND n.latest + $perinatal_offer_missing__offer_within <= $today
    AND NOT EXISTS (
        SELECT 1 FROM offer AS o
        WHERE o.child_id = n.child_id AND o.person_id = n.person_id
            AND o.offer IN ('perinatal_mental_health', 'talking_therapy')
            AND coalesce(o.outcome, 'waiting') <> 'not_offered'
            AND (b.due_day IS NULL OR o.latest >= b.due_day - 280)
    )
