SELECT
  child_id,
  CONCAT_WS(' ',
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("outcome" IN ('not_brought', 'no_access', 'cancelled_by_family')) THEN 'not-brought-pattern' END,
    CASE WHEN BOOL_OR("outcome" IN ('declined', 'no_access')) THEN 'reluctant-to-engage' END,
    CASE WHEN BOOL_OR("outcome" IN ('not_brought', 'no_access', 'cancelled_by_family')) THEN 'weight-faltering-with-concern' END
  ) FROM "appointment"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR(TRUE) THEN 'history-not-received' END
  ) FROM "area_move"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("code" IN ('cannabis')) THEN 'cannabis-minimised' END,
    CASE WHEN BOOL_OR("code" IN ('favours_a_child')) THEN 'favouring-one-child' END,
    CASE WHEN BOOL_OR("code" IN ('previous_child_removed', 'previous_child_harmed', 'domestic_abuse_perpetrator', 'violent_offence')) THEN 'fresh-start' END,
    CASE WHEN BOOL_OR("code" IN ('domestic_abuse_perpetrator', 'violent_offence', 'domestic_abuse_victim')) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR("code" IN ('mental_ill_health', 'perinatal_low_mood')) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR("code" IN ('previous_child_harmed', 'previous_child_removed')) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR("code" IN ('substance_misuse', 'cannabis', 'alcohol')) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR("code" IN ('cannabis', 'substance_misuse', 'alcohol', 'rough_handling', 'harsh_comment', 'poor_home_conditions', 'unsafe_sleep', 'favours_a_child', 'reluctant_to_engage')) THEN 'low-level-concerns-accumulate' END,
    CASE WHEN BOOL_OR("code" IN ('adverse_childhood', 'disability', 'learning_difficulty', 'young_parent', 'care_leaver', 'mental_ill_health', 'perinatal_low_mood', 'substance_misuse', 'cannabis', 'alcohol', 'abused_as_adult', 'domestic_abuse_victim', 'domestic_abuse_perpetrator')) THEN 'parent-vulnerability-unexplored' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'perinatal-offer-missing' END,
    CASE WHEN BOOL_OR("code" IN ('reluctant_to_engage')) THEN 'reluctant-to-engage' END,
    CASE WHEN BOOL_OR("code" IN ('mental_ill_health', 'perinatal_low_mood', 'substance_misuse', 'cannabis', 'alcohol', 'domestic_abuse_victim', 'domestic_abuse_perpetrator')) THEN 'weight-faltering-with-concern' END,
    CASE WHEN BOOL_OR("code" IN ('rough_handling', 'harsh_comment', 'poor_home_conditions', 'unsafe_sleep', 'favours_a_child', 'reluctant_to_engage')) THEN 'weight-faltering-with-concern' END
  ) FROM "around_observation"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("type" IN ('child_protection', 'child_in_need', 'looked_after')) THEN 'sibling-plan-history' END
  ) FROM "around_plan"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("type" IN ('pre_birth', 'child_and_family', 'early_help', 'section_47')) THEN 'adult-at-address-unassessed' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'lived-experience-missing' END,
    CASE WHEN BOOL_OR("type" IN ('pre_birth', 'child_and_family', 'section_47')) THEN 'pre-birth-late' END
  ) FROM "assessment"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR(TRUE) THEN 'challenge-overdue' END
  ) FROM "challenge"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR(TRUE) THEN 'plan-baby-not-seen-same-day' END
  ) FROM "gp_request"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("explanation_fits" IN ('no', 'unclear', 'changed', 'none_given')) THEN 'explanation-not-tested' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'non-mobile-injury' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'weight-faltering-with-concern' END
  ) FROM "injury"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR(TRUE) THEN 'medical-without-outcome' END
  ) FROM "medical"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("code" IN ('excessive_crying', 'unsettled', 'feeding_difficulty', 'poor_presentation')) THEN 'low-level-concerns-accumulate' END,
    CASE WHEN BOOL_OR("code" IN ('poor_presentation', 'excessive_crying', 'unsettled')) THEN 'weight-faltering-with-concern' END
  ) FROM "observation"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("outcome" = 'declined') THEN 'reluctant-to-engage' END
  ) FROM "offer"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("type" IN ('child_protection', 'child_in_need', 'early_help', 'looked_after')) THEN 'lived-experience-missing' END
  ) FROM "plan"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("outcome" IN ('open', 'accepted') AND "to_sector" = 'social_care') THEN 'pre-birth-late' END,
    CASE WHEN BOOL_OR("outcome" IN ('no_further_action', 'advice', 'declined') AND "to_sector" = 'social_care') THEN 'repeat-referrals-closed' END,
    CASE WHEN BOOL_OR("to_sector" = 'social_care') THEN 'weight-faltering-with-concern' END
  ) FROM "referral"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("identity" = 'not_asked') THEN 'father-absent-unexplored' END
  ) FROM "relationship"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR(TRUE) THEN 'known-to-one-agency' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'parent-says-struggling' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'weight-faltering-with-concern' END
  ) FROM "statement"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("change" = 'moves_out') THEN 'father-absent-unexplored' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'new-adult-in-home' END,
    CASE WHEN BOOL_OR(TRUE) THEN 'relative-caring-unexplored' END
  ) FROM "stay"),
  (SELECT CONCAT_WS(' ',
    CASE WHEN BOOL_OR("step" = 'requested') THEN 'strategy-request-unanswered' END
  ) FROM "strategy")
) AS points
FROM "baby"
