SELECT m.child_id, m.entry_id, 'moved' AS because
FROM area_move AS m
WHERE m.history_received IS FALSE AND m.latest + $history_not_received__wait <= $today
    AND lower(coalesce(m.from_area, '')) NOT LIKE '%abroad%'
    AND lower(coalesce(m.from_area, '')) NOT LIKE '%overseas%'
    AND NOT EXISTS (
        SELECT 1 FROM area_move AS came
        WHERE came.child_id = m.child_id AND came.history_received
            AND came.latest >= coalesce(m.happened_from, m.recorded_day)
    )
