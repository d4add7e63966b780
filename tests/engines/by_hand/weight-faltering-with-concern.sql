WITH weighing AS (
    SELECT
        m.child_id, m.entry_id, m.happened_from AS day, b.born_day, coalesce(b.due_day, b.born_day) AS due_day,
        b.gestation_days,
        coalesce(m.weight_sds, CASE WHEN m.weight_centile IS NOT NULL THEN -2.667
            + (least(greatest(m.weight_centile, 0.4), 2.275) - 0.4) * (0.667 / (2.275 - 0.4))
            + (least(greatest(m.weight_centile, 2.275), 9.12) - 2.275) * (0.667 / (9.12 - 2.275))
            + (least(greatest(m.weight_centile, 9.12), 25.25) - 9.12) * (0.667 / (25.25 - 9.12))
            + (least(greatest(m.weight_centile, 25.25), 50.0) - 25.25) * (0.667 / (50.0 - 25.25))
            + (least(greatest(m.weight_centile, 50.0), 74.75) - 50.0) * (0.667 / (74.75 - 50.0))
            + (least(greatest(m.weight_centile, 74.75), 90.88) - 74.75) * (0.667 / (90.88 - 74.75))
            + (least(greatest(m.weight_centile, 90.88), 97.725) - 90.88) * (0.667 / (97.725 - 90.88))
            + (least(greatest(m.weight_centile, 97.725), 99.6) - 97.725) * (0.667 / (99.6 - 97.725))
        END) AS sds
    FROM measurement AS m JOIN baby AS b USING (child_id)
    WHERE m.happened_from = m.happened_to AND m.happened_from >= b.born_day
),
at_birth AS (
    SELECT
        child_id, any_value(gestation_days) AS gestation_days,
        arg_min({'entry': entry_id, 'sds': sds, 'day': day}, (day, entry_id)) AS first
    FROM weighing WHERE sds IS NOT NULL AND day <= born_day + $weight_faltering_with_concern__at_birth
    GROUP BY child_id
),
settled AS (
    SELECT * FROM weighing
    WHERE sds IS NOT NULL AND day > $weight_faltering_with_concern__first + CASE
        WHEN gestation_days < $weight_faltering_with_concern__early AND due_day > born_day THEN due_day ELSE born_day
    END
),
newest AS (
    SELECT child_id, arg_min({'entry': entry_id, 'sds': sds, 'day': day}, (-day, sds, entry_id)) AS now
    FROM settled GROUP BY child_id
),
earlier AS (
    SELECT s.child_id, s.entry_id, s.day, s.sds, true AS counts_at_top
    FROM settled AS s JOIN newest AS n ON n.child_id = s.child_id AND s.day < n.now.day
    UNION
    SELECT b.child_id, b.first.entry, b.first.day, b.first.sds, false
    FROM at_birth AS b JOIN newest AS n ON n.child_id = b.child_id AND b.first.day < n.now.day
    WHERE b.gestation_days IS NULL OR b.gestation_days >= $weight_faltering_with_concern__very_early
),
fallen AS (
    SELECT n.child_id, n.now.entry AS entry_id, n.now.day AS day, high.source.entry AS from_entry_id
    FROM newest AS n
    JOIN (
        SELECT
            child_id, arg_min({'entry': entry_id, 'sds': sds}, (-sds, day, entry_id)) AS source,
            max(sds) FILTER (counts_at_top) AS top
        FROM earlier GROUP BY child_id
    ) AS high USING (child_id)
    LEFT JOIN at_birth AS b USING (child_id)
    WHERE high.top >= n.now.sds
        AND (
            n.now.sds < -$weight_faltering_with_concern__second
            OR high.source.sds - n.now.sds >= CASE
                WHEN b.first.sds < -$weight_faltering_with_concern__ninth THEN $weight_faltering_with_concern__one_space
                WHEN b.first.sds > $weight_faltering_with_concern__ninth THEN $weight_faltering_with_concern__three_spaces
                ELSE $weight_faltering_with_concern__two_spaces
            END
        )
),
unexplained AS (
    SELECT * FROM fallen AS f
    WHERE NOT EXISTS (
            SELECT 1 FROM observation AS o
            WHERE o.child_id = f.child_id AND o.code IN ('disability', 'chronic_condition', 'complex_needs')
                AND o.past IS NOT TRUE
        )
        AND NOT EXISTS (
            SELECT 1
            FROM (
                SELECT child_id, latest FROM observation WHERE code = 'feeding_difficulty' AND explored
                UNION ALL
                SELECT child_id, latest FROM referral
                WHERE to_sector IN ('hospital', 'gp') AND outcome IN ('open', 'accepted')
                UNION ALL
                SELECT child_id, latest FROM offer WHERE offer = 'other' AND outcome IN ('accepted', 'waiting')
            ) AS helped
            WHERE helped.child_id = f.child_id AND helped.latest >= f.day - $weight_faltering_with_concern__near
        )
),
concern AS (
    SELECT child_id, entry_id, happened_from, happened_to FROM appointment AS a
    WHERE outcome IN ('not_brought', 'no_access', 'cancelled_by_family')
        AND NOT coalesce(
            outcome = 'cancelled_by_family' AND happened_to + $weight_faltering_with_concern__made_up_within >= $today,
            false
        )
        AND NOT EXISTS (
            SELECT 1
            FROM (
                SELECT child_id, service, happened_from, happened_to FROM appointment WHERE outcome = 'attended'
                UNION ALL SELECT child_id, sector, happened_from, happened_to FROM contact WHERE child_seen
            ) AS kept
            WHERE kept.child_id = a.child_id AND kept.service = a.service AND kept.happened_to >= a.happened_from
                AND kept.happened_from <= a.happened_to + $weight_faltering_with_concern__made_up_within
        )
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM observation
    WHERE code IN ('poor_presentation', 'excessive_crying', 'unsettled') AND past IS NOT TRUE
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM of_adults
    WHERE NOT past AND code IN (
        'rough_handling', 'harsh_comment', 'poor_home_conditions', 'unsafe_sleep', 'favours_a_child',
        'reluctant_to_engage'
    )
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM of_adults AS o
    WHERE (is_parent OR (is_partner AND at_home)) AND NOT past AND level IS DISTINCT FROM 'low'
        AND code IN (
            'mental_ill_health', 'perinatal_low_mood', 'substance_misuse', 'cannabis', 'alcohol',
            'domestic_abuse_victim', 'domestic_abuse_perpetrator'
        )
        AND NOT EXISTS (
            SELECT 1 FROM of_adults AS over
            WHERE over.child_id = o.child_id AND over.person_id = o.person_id AND over.code = o.code AND over.past
                AND over.recorded_day >= o.recorded_day
        )
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM said
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM injury
    WHERE medical_cause IS NOT TRUE AND coalesce(explanation_fits, '') <> 'yes'
    UNION ALL
    SELECT child_id, entry_id, happened_from, happened_to FROM referral WHERE to_sector = 'social_care'
),
near AS (
    SELECT c.child_id, c.entry_id AS concern_id, u.entry_id, u.from_entry_id
    FROM concern AS c JOIN unexplained AS u USING (child_id)
    WHERE c.happened_from >= u.day - $weight_faltering_with_concern__near
        AND c.happened_to <= u.day + $weight_faltering_with_concern__near
)
SELECT DISTINCT child_id, entry_id, 'weight_now' AS because FROM near
UNION ALL
SELECT DISTINCT child_id, from_entry_id, 'weight_before' FROM near
UNION ALL
SELECT DISTINCT child_id, concern_id, 'concern' FROM near
