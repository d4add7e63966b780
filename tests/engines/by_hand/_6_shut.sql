-- With whom there must be no contact, or about whom it is not safe to ask, by an agency's latest word.
SELECT said.child_id, said.person_id FROM relationship AS said
WHERE said.identity IN ('no_contact_permitted', 'not_safe_to_ask')
    AND NOT EXISTS (
        SELECT 1 FROM relationship AS later
        WHERE later.child_id = said.child_id AND later.person_id = said.person_id AND later.agency = said.agency
            AND later.identity NOT IN ('no_contact_permitted', 'not_safe_to_ask')
            AND later.latest >= said.latest AND later.known_from > said.known_from
    )
