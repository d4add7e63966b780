"""The codes that the fields of an entry may hold, each with its words, and the words of each kind of entry.

A field of `chronology.kinds` names its code set in its annotation. Source: docs/reference/case-file.md.
"""

from __future__ import annotations

from typing import Final

from sightline.core.codes import Codes

APPOINTMENT_OUTCOMES: Final[Codes] = {
    "attended": "Attended",
    "not_brought": "Not brought",
    "cancelled_by_family": "Cancelled by the family",
    "cancelled_by_service": "Cancelled by the service",
    "no_access": "No access at a home visit",
    "declined": "Declined",
    "rescheduled": "Rescheduled",
    "unable_to_invite": "Service could not invite",
}
ROUTINES: Final[Codes] = {
    "antenatal": "Antenatal",
    "new_birth": "New birth visit",
    "six_week": "Six to eight week review",
    "one_year": "One year review",
    "two_year": "Two year review",
    "gp_six_week": "GP six to eight week check",
}
INJURIES: Final[Codes] = {
    "bruise": "Bruise",
    "mark": "Mark",
    "bleeding": "Bleeding",
    "burn": "Burn or scald",
    "fracture": "Fracture",
    "head": "Head injury",
    "bite": "Bite",
    "other": "Other injury",
}
EXPLANATION_FITS: Final[Codes] = {
    "yes": "Fits",
    "no": "Does not fit",
    "unclear": "Unclear",
    "changed": "Account changed",
    "none_given": "None given",
}
PARENT_OBSERVATIONS: Final[Codes] = {
    "adverse_childhood": "Hard things in own childhood",
    "substance_misuse": "Substance use",
    "cannabis": "Cannabis",
    "alcohol": "Alcohol",
    "mental_ill_health": "Mental ill health",
    "perinatal_low_mood": "Low mood around the birth",
    "disability": "Disability",
    "learning_difficulty": "Learning difficulty",
    "young_parent": "Young parent",
    "care_leaver": "Care leaver",
    "abused_as_adult": "Abused as an adult",
    "domestic_abuse_victim": "Experienced domestic abuse",
    "domestic_abuse_perpetrator": "Alleged or known to have used domestic abuse",
    "violent_offence": "Violent offence",
    "previous_child_removed": "An earlier child removed",
    "previous_child_harmed": "An earlier child harmed",
    "concealed_pregnancy": "Concealed pregnancy",
    "late_booking": "Late booking",
    "reluctant_to_engage": "Offers have not suited",
    "favours_a_child": "Speaks differently of one child",
    "rough_handling": "Rough handling",
    "harsh_comment": "Harsh comment",
    "poor_home_conditions": "Home conditions",
    "unsafe_sleep": "Unsafe sleep arrangement",
    "debt_or_housing": "Debt or housing",
}
BABY_OBSERVATIONS: Final[Codes] = {
    "premature": "Born early",
    "multiple_birth": "Twin or more",
    "disability": "Disability",
    "chronic_condition": "Long-term condition",
    "complex_needs": "Complex needs",
    "learning_difficulty": "Learning difficulty",
    "excessive_crying": "Cries a great deal",
    "feeding_difficulty": "Feeding difficulty",
    "poor_presentation": "Poor presentation",
    "unsettled": "Unsettled",
}
OBSERVATIONS: Final[Codes] = PARENT_OBSERVATIONS | BABY_OBSERVATIONS
LEVELS: Final[Codes] = {"low": "Low", "moderate": "Moderate", "high": "High"}
STATEMENTS: Final[Codes] = {
    "struggling": "Says it is a struggle",
    "bonding_difficulty": "Says it is hard to bond",
    "feeling_low": "Says they feel low",
    "frightened": "Says they are frightened",
    "fears_blame": "Says they fear being blamed",
    "asks_for_help": "Asks for help",
    "harm_disclosed": "Says the baby was hurt",
}
HOUSEHOLD_CHANGES: Final[Codes] = {
    "moves_in": "Moves in",
    "moves_out": "Moves out",
    "stays_often": "Stays often",
    "takes_on_care": "Takes on care",
}
RELATIONSHIPS: Final[Codes] = {
    "mother": "Mother",
    "father": "Father",
    "parent": "Parent",
    "partner": "Partner",
    "ex_partner": "Former partner",
    "sibling": "Sibling",
    "half_sibling": "Half-sibling",
    "grandparent": "Grandparent",
    "relative": "Relative",
    "friend": "Friend",
    "lodger": "Lodger",
    "carer": "Carer",
}
IDENTITIES: Final[Codes] = {
    "named": "Named",
    "described": "Described only",
    "unknown": "Not known",
    "asked_not_disclosed": "Asked and did not say",
    "not_asked": "Not asked",
    "not_safe_to_ask": "Not safe to ask",
    "no_second_parent": "No second parent",
    "no_contact_permitted": "No contact permitted",
}
SEEN_HOW: Final[Codes] = {"met": "Met", "spoke": "Spoke to", "assessed": "Assessed", "screened": "Screened"}
REFERRAL_OUTCOMES: Final[Codes] = {
    "open": "Open",
    "accepted": "Accepted",
    "no_further_action": "No further action",
    "advice": "Advice",
    "declined": "Declined",
}
STRATEGY_OUTCOMES: Final[Codes] = {
    "held": "Held",
    "agreed": "Agreed, not yet held",
    "refused": "Refused",
    "unanswered": "Not answered",
}
MEDICAL_OUTCOMES: Final[Codes] = {
    "accidental": "Accidental",
    "inflicted": "Inflicted",
    "medical_cause": "Medical cause",
    "inconclusive": "Inconclusive",
    "not_recorded": "Not recorded",
}
ASSESSMENTS: Final[Codes] = {
    "pre_birth": "Pre-birth assessment",
    "child_and_family": "Child and family assessment",
    "early_help": "Early help assessment",
    "section_47": "Section 47 enquiry",
    "other": "Other assessment",
}
PLANS: Final[Codes] = {
    "child_protection": "Child protection plan",
    "child_in_need": "Child in need plan",
    "early_help": "Early help plan",
    "looked_after": "Looked after",
}
PROGRAMMES: Final[Codes] = {"icon": "Talk on crying (ICON)"}
TOUCHPOINTS: Final[Codes] = {"1": "1", "2": "2", "3": "3", "4": "4", "5": "5", "extra": "Extra"}
OFFERS: Final[Codes] = {
    "perinatal_mental_health": "Perinatal mental health",
    "talking_therapy": "Talking therapy",
    "parenting": "Parenting support",
    "other": "Other help",
}
OFFER_OUTCOMES: Final[Codes] = {
    "accepted": "Accepted",
    "declined": "Declined",
    "waiting": "Waiting",
    "not_offered": "Not offered",
}
CLINICIANS: Final[Codes] = {"permanent": "Permanent", "locum": "Locum", "unknown": "Not known"}
CONSULTED_HOW: Final[Codes] = {"in_surgery": "In the surgery", "remote": "By telephone or video"}
ALLEGATION_STATES: Final[Codes] = {
    "alleged": "Alleged",
    "investigated": "Investigated",
    "charged": "Charged",
    "convicted": "Convicted",
    "acquitted": "Acquitted",
}
KIND_LABELS: Final[Codes] = {
    "pregnancy": "Pregnancy",
    "birth": "Birth",
    "appointment": "Appointment",
    "contact": "Contact",
    "measurement": "Measurement",
    "mobility": "Moving about",
    "injury": "Mark or injury",
    "observation": "Observation",
    "statement": "Something said",
    "household": "Household change",
    "relationship": "Relationship",
    "seen": "Person met",
    "referral": "Referral",
    "strategy_request": "Strategy discussion asked for",
    "strategy_discussion": "Strategy discussion",
    "medical": "Child protection medical",
    "assessment": "Assessment",
    "plan": "Plan",
    "touchpoint": "Talk on crying (ICON)",
    "offer": "Help offered",
    "gp_request": "Asked to be seen by the GP",
    "challenge": "Professional challenge",
    "shared": "Passed on",
    "moved_area": "Moved area",
    "disagreement": "A parent's view",
}
