SELECT c.child_id, c.person_id, f.finished_day
FROM considered AS c JOIN finished AS f ON f.child_id = c.child_id AND f.entry_id = c.entry_id
