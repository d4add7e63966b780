-- The latest state in each matter between a baby and a person; then the matters side by side.
WITH told AS (
    SELECT
        child_id, person_id, CASE WHEN type IN ('mother', 'father', 'parent') THEN 'parent' ELSE 'relation' END AS matter,
        type AS state, identity, NULL::BOOLEAN AS reason_known, coalesce(ended, false) AS over,
        latest AS day, recorded_day, known_from, entry_id
    FROM relationship WHERE person_id <> child_id
    UNION ALL
    SELECT
        parents.child_id, CASE WHEN links.to_id = parents.person_id THEN links.about_id ELSE links.to_id END,
        'partner', links.type, links.identity, NULL, coalesce(links.ended, false),
        coalesce(links.happened_to, links.recorded_day), links.recorded_day, links.known_from, links.entry_id
    FROM (SELECT DISTINCT child_id, person_id FROM relationship WHERE type IN ('mother', 'father', 'parent')) AS parents
    JOIN (
        SELECT *, to_id AS end_id FROM signal_relationship WHERE type IN ('partner', 'ex_partner')
            AND known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
        UNION ALL
        SELECT *, about_id FROM signal_relationship WHERE type IN ('partner', 'ex_partner')
            AND known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    ) AS links ON links.end_id = parents.person_id
    WHERE CASE WHEN links.to_id = parents.person_id THEN links.about_id ELSE links.to_id END <> parents.child_id
    UNION ALL
    SELECT
        child_id, person_id, CASE WHEN change = 'takes_on_care' THEN 'care' ELSE 'home' END, change, NULL, reason_known,
        false, latest, recorded_day, known_from, entry_id
    FROM stay
    UNION ALL
    SELECT
        child_id, person_id, 'care', change, NULL, reason_known, false, latest, recorded_day, known_from, entry_id
    FROM stay WHERE change = 'moves_out'
),
newest AS (
    SELECT
        child_id, person_id, matter, min(recorded_day) AS since_day,
        arg_max({'state': state, 'identity': identity, 'why': reason_known, 'over': over, 'entry': entry_id, 'day': day},
            (day, known_from, entry_id)) AS now,
        min((known_from, entry_id)) AS since
    FROM told GROUP BY child_id, person_id, matter
),
one AS (
    SELECT
        child_id, person_id,
        max(now.state) FILTER (matter = 'parent' AND NOT now.over) AS parent,
        max(now.state) FILTER (matter = 'relation' AND NOT now.over) AS other,
        max(now.state) FILTER (matter = 'partner' AND NOT now.over) AS partner,
        max(now.state) FILTER (matter = 'home') AS home,
        max(now.state) FILTER (matter = 'care') AS care,
        max(now.identity) FILTER (matter = 'parent' AND NOT now.over) AS parent_identity,
        max(now.identity) FILTER (matter = 'relation' AND NOT now.over) AS other_identity,
        max(now.identity) FILTER (matter = 'partner' AND NOT now.over) AS partner_identity,
        max(now.entry) FILTER (now.state IN ('moves_in', 'stays_often', 'takes_on_care')) AS home_entry_id,
        bool_or(now.why) FILTER (now.state IN ('moves_in', 'stays_often', 'takes_on_care')) AS home_reason_known,
        min(since) AS since, min(since_day) AS since_day
    FROM newest GROUP BY child_id, person_id
    HAVING bool_or(NOT now.over)
),
people AS (
    SELECT about_id, max(nullif(sex, 'unknown')) AS sex, max(born_from) AS born_from, min(born_to) AS born_to
    FROM signal_person
    WHERE known_from <= $as_of AND known_until > $as_of AND sensitivity <= $level
    GROUP BY about_id
),
described AS (
    SELECT
        one.*, people.sex AS person_sex, people.born_from AS person_born_from, people.born_to AS person_born_to,
        parent IS NOT NULL AS is_parent,
        coalesce(other IN ('sibling', 'half_sibling'), false) AS is_sibling,
        coalesce(partner = 'partner', false) OR coalesce(other = 'partner', false) AS is_partner,
        coalesce(partner = 'ex_partner', false) OR coalesce(other = 'ex_partner', false) AS parted,
        coalesce(parent_identity, other_identity, partner_identity, 'named') AS identity,
        coalesce(home = 'stays_often', false) AS stays_often,
        bool_or(coalesce(parent = 'mother' AND home = 'moves_out', false)) OVER (PARTITION BY child_id) AS mother_left,
        coalesce(care = 'takes_on_care', false) AS cares
    FROM one LEFT JOIN people ON people.about_id = one.person_id
),
placed AS (
    SELECT
        *, since[2] AS since_entry_id,
        coalesce(parent, other, CASE WHEN is_partner THEN 'partner' ELSE '' END) AS relation,
        coalesce(home = 'moves_in', is_parent AND identity IN ('named', 'described') AND NOT parted
            AND (parent = 'mother' OR NOT mother_left)) AS lives_here,
        is_parent
            OR (is_sibling AND coalesce(person_born_to <= $today - 6574, false))
            OR (NOT is_sibling AND NOT coalesce(person_born_from > $today - 6574, false)) AS adult
    FROM described
)
SELECT
    child_id, person_id, relation, identity, is_parent, is_sibling, is_partner, adult, lives_here, stays_often, cares,
    lives_here OR stays_often AS at_home, home_reason_known, since_entry_id, since_day, person_sex, person_born_from,
    person_born_to
FROM placed
WHERE relation NOT IN ('', 'ex_partner') OR lives_here OR stays_often OR cares
