WITH adult AS (
    SELECT
        *,
        CASE
            WHEN code IN ('domestic_abuse_perpetrator', 'violent_offence', 'domestic_abuse_victim') THEN 'violence'
            WHEN code IN ('previous_child_harmed', 'previous_child_removed') THEN 'harmed'
            WHEN code IN ('mental_ill_health', 'perinatal_low_mood') THEN 'illness'
            WHEN code IN ('substance_misuse', 'cannabis', 'alcohol') THEN 'substances'
        END AS matter
    FROM of_adults WHERE is_parent OR is_partner OR at_home OR cares
),
told AS (
    SELECT
        a.*, coalesce(happened_from, recorded_day) AS begin,
        CASE WHEN matter IN ('violence', 'harmed') THEN child_id ELSE person_id END AS whom,
        NOT past AND NOT EXISTS (
            SELECT 1 FROM adult AS over
            WHERE over.child_id = a.child_id AND over.person_id = a.person_id AND over.code = a.code AND over.past
                AND over.recorded_day >= a.recorded_day
        ) AS still
    FROM adult AS a WHERE matter IS NOT NULL
),
of_adult AS (
    SELECT *, matter = 'violence' AND still AS now FROM told AS t
    WHERE CASE matter
            WHEN 'violence' THEN still OR (code <> 'domestic_abuse_victim' AND past AND level IS DISTINCT FROM 'low')
            WHEN 'harmed' THEN true
            WHEN 'illness' THEN still AND (
                coalesce(level = 'high', false) OR (sector = 'mental_health' AND level IS DISTINCT FROM 'low')
            )
            ELSE still AND (
                coalesce(level IN ('moderate', 'high'), false)
                OR (sector = 'substance_service' AND level IS DISTINCT FROM 'low')
            )
        END
        AND NOT EXISTS (
            SELECT 1 FROM told AS e
            WHERE e.child_id = t.child_id AND e.matter = t.matter AND e.whom = t.whom AND e.agency <> t.agency
        )
),
unjoined AS (
    SELECT child_id, entry_id, agency, recorded_day, said_from AS begin, 'statement' AS matter, by_id AS whom FROM said
    WHERE code IN ('frightened', 'harm_disclosed', 'fears_blame')
        OR (NOT answered AND own_talk_day <= latest + $known_to_one_agency__same_visit)
    UNION ALL
    SELECT child_id, entry_id, agency, recorded_day, coalesce(happened_from, recorded_day), 'injury', child_id
    FROM injury AS i
    WHERE medical_cause IS NOT TRUE
        AND (
            coalesce(explanation_fits, '') <> 'yes'
            OR NOT EXISTS (
                SELECT 1 FROM able AS a
                WHERE a.child_id = i.child_id AND a.from_day <= i.latest
                    AND (a.until_day IS NULL OR a.until_day > i.latest)
            )
        )
),
everywhere AS (
    SELECT child_id, agency, recorded_day, 'statement' AS matter, by_id AS whom FROM said
    UNION ALL SELECT child_id, agency, recorded_day, 'injury', child_id FROM injury
),
alone AS (
    SELECT * FROM unjoined AS u
    WHERE NOT EXISTS (
            SELECT 1 FROM everywhere AS e
            WHERE e.child_id = u.child_id AND e.matter = u.matter AND e.whom = u.whom AND e.agency <> u.agency
                AND e.recorded_day >= u.begin - $known_to_one_agency__after
        )
        AND NOT EXISTS (
            SELECT 1
            FROM (
                SELECT child_id, recorded_day FROM strategy
                UNION ALL SELECT child_id, recorded_day FROM medical
                UNION ALL
                SELECT child_id, recorded_day FROM plan WHERE type IN ('child_protection', 'child_in_need')
            ) AS acted
            WHERE acted.child_id = u.child_id AND acted.recorded_day >= u.begin
        )
),
fact AS (
    SELECT child_id, entry_id, agency, recorded_day, matter, now FROM of_adult
    UNION ALL SELECT child_id, entry_id, agency, recorded_day, matter, false FROM alone
),
knows AS (
    SELECT child_id, agency, min(recorded_day) AS knows_day
    FROM (
        SELECT child_id, agency, recorded_day FROM appointment
        UNION ALL SELECT child_id, agency, recorded_day FROM contact
        UNION ALL SELECT child_id, agency, recorded_day FROM measurement
        UNION ALL SELECT child_id, agency, recorded_day FROM mobility
        UNION ALL SELECT child_id, agency, recorded_day FROM injury
        UNION ALL SELECT child_id, agency, recorded_day FROM observation
        UNION ALL SELECT child_id, agency, recorded_day FROM statement
        UNION ALL SELECT child_id, agency, recorded_day FROM referral
        UNION ALL SELECT child_id, agency, recorded_day FROM strategy
        UNION ALL SELECT child_id, agency, recorded_day FROM medical
        UNION ALL SELECT child_id, agency, recorded_day FROM assessment
        UNION ALL SELECT child_id, agency, recorded_day FROM plan
        UNION ALL SELECT child_id, agency, recorded_day FROM touchpoint
        UNION ALL SELECT child_id, agency, recorded_day FROM offer
        UNION ALL SELECT child_id, agency, recorded_day FROM gp_request
        UNION ALL SELECT child_id, agency, recorded_day FROM challenge
        UNION ALL SELECT child_id, agency, recorded_day FROM relationship
        UNION ALL SELECT child_id, agency, recorded_day FROM stay
        UNION ALL SELECT child_id, agency, recorded_day FROM area_move
    )
    WHERE (child_id, agency) IN (SELECT (child_id, agency) FROM fact)
    GROUP BY child_id, agency
),
held AS (
    SELECT
        f.*,
        greatest(
            f.recorded_day, k.knows_day,
            coalesce(b.due_day - $known_to_one_agency__pregnancy, b.born_day, f.recorded_day)
        ) AS since_day
    FROM fact AS f JOIN knows AS k USING (child_id, agency) JOIN baby AS b USING (child_id)
    WHERE NOT EXISTS (
        SELECT 1
        FROM (
            SELECT child_id, agency, recorded_day FROM passed
            UNION ALL SELECT child_id, agency, recorded_day FROM referral
            UNION ALL SELECT child_id, agency, recorded_day FROM strategy
        ) AS p
        WHERE p.child_id = f.child_id AND p.agency = f.agency AND p.recorded_day >= f.recorded_day
    )
)
SELECT DISTINCT child_id, entry_id, CASE WHEN now THEN 'violence_now' ELSE matter END AS because
FROM held
WHERE CASE
    WHEN now THEN since_day <= $known_to_one_agency__current_within
    ELSE since_day + $known_to_one_agency__after <= $today
END
