"""What an entry says, in a sentence or two. One teller a kind; people by name, codes by their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Final

from sightline.chronology import codes, kinds
from sightline.chronology.kinds import Detail
from sightline.core.codes import SECTORS
from sightline.web.words import day, in_sentence, joined

Names = Mapping[str, tuple[str, ...]]
"""The names of the people (and sectors) that an entry names, by part; `about` is whom it concerns."""


@dataclass(frozen=True, slots=True)
class Said:
    """`lead` is set in bold; `rest` follows it; `sign` is its sign in the lanes (pictures.agency_lanes)."""

    lead: str
    rest: str = ""
    sign: str = "other"

    @property
    def text(self) -> str:
        """The whole as plain text."""
        return f"{self.lead} {self.rest}".strip()


WORRIES: Final = frozenset(codes.OBSERVATIONS) - {
    "premature",
    "multiple_birth",
    "young_parent",
    "care_leaver",
}
_MOVES: Final = {"rolls": "rolls", "sits": "sits", "crawls": "crawls", "cruises": "cruises", "walks": "walks"}


@singledispatch
def tell(detail: Detail, names: Names) -> Said:
    """What the entry says."""
    return Said(codes.KIND_LABELS[kinds.KIND_OF[type(detail)]] + ".")


@tell.register
def _(detail: kinds.Pregnancy, names: Names) -> Said:
    more = "More than one baby is expected." if detail.multiple_birth else ""
    due = f" Due {day(detail.expected_on)}." if detail.expected_on else ""
    return Said(f"Pregnancy known.{due}", more)


@tell.register
def _(detail: kinds.Birth, names: Names) -> Said:
    at = f" at {_gestation(detail.gestation_days)}" if detail.gestation_days else ""
    weight = f"Weight {detail.birth_weight_g / 1000:.2f} kg." if detail.birth_weight_g else ""
    return Said(f"Born {day(detail.born_on)}{at}.", weight, "birth")


@tell.register
def _(detail: kinds.Appointment, names: Names) -> Said:
    what = codes.ROUTINES[detail.routine] if detail.routine else f"{SECTORS[detail.service]} appointment"
    there = f"With {joined(names['with'])}." if names.get("with") else ""
    if detail.outcome == "not_brought":
        return Said("Not brought", f"to: {what}. {there}".strip(), "not_brought")
    sign = "seen" if detail.outcome == "attended" else "other"
    return Said(f"{what}: {codes.APPOINTMENT_OUTCOMES[detail.outcome].lower()}.", there, sign)


@tell.register
def _(detail: kinds.Contact, names: Names) -> Said:
    seen = {True: "Baby seen.", False: "Baby not seen.", None: ""}[detail.child_seen]
    spoke = f"Spoke to {joined(names['spoke_to'])}." if names.get("spoke_to") else ""
    life = "The baby's day is described." if detail.lived_experience else ""
    return Said("Contact.", _sentences(seen, spoke, life), "seen" if detail.child_seen else "other")


@tell.register
def _(detail: kinds.Measurement, names: Names) -> Said:
    parts = [
        f"weight {detail.weight_kg.normalize():f} kg" if detail.weight_kg else "",
        f"length {detail.length_cm.normalize():f} cm" if detail.length_cm else "",
        f"head {detail.head_cm.normalize():f} cm" if detail.head_cm else "",
        f"weight on centile {detail.weight_centile.normalize():f}" if detail.weight_centile else "",
        f"head on centile {detail.head_centile.normalize():f}" if detail.head_centile else "",
    ]
    return Said("Measured:", f"{joined(parts)}.", "seen")


@tell.register
def _(detail: kinds.Mobility, names: Names) -> Said:
    does = joined(word for field, word in _MOVES.items() if getattr(detail, field))
    does_not = joined((word for field, word in _MOVES.items() if getattr(detail, field) is False), "or")
    told = _sentences(
        f"Sees that the baby {does}." if does else "", f"Not yet: {does_not}." if does_not else ""
    )
    return Said("Moving about.", told, "seen")


@tell.register
def _(detail: kinds.Injury, names: Names) -> Said:
    where = f" on the {detail.site}" if detail.site else ""
    fits = codes.EXPLANATION_FITS.get(detail.explanation_fits or "", "")
    words = f"Explained as: “{detail.explanation}”." if detail.explanation else ""
    judged = f"Judged: {fits.lower()}." if fits else ""
    cause = "A medical cause is established." if detail.medical_cause else ""
    pattern = "It has a pattern." if detail.patterned else ""
    return Said(
        f"{codes.INJURIES[detail.injury]}{where}.", _sentences(pattern, words, judged, cause), "worry"
    )


@tell.register
def _(detail: kinds.Observation, names: Names) -> Said:
    whose = f"{joined(names['about'])}: " if names.get("about") else ""
    level = f"{codes.LEVELS[detail.level]} in their judgement." if detail.level else ""
    asked = {True: "What it means for the baby was considered.", False: "", None: ""}[detail.explored]
    when = "History, not now." if detail.past else ""
    status = f"Status: {codes.ALLEGATION_STATES[detail.status].lower()}." if detail.status else ""
    sign = "worry" if detail.code in WORRIES and not detail.past else "other"
    lead = f"{whose}{codes.OBSERVATIONS[detail.code]}."
    return Said(lead, _sentences(level, when, status, asked), sign)


@tell.register
def _(detail: kinds.Statement, names: Names) -> Said:
    who = joined(names.get("by", ())) or "Somebody"
    said = codes.STATEMENTS[detail.code]
    words = f"“{detail.words}”" if detail.words else ""
    return Said(f"{who}: {said[:1].lower()}{said[1:]}.", words, "worry")


@tell.register
def _(detail: kinds.Household, names: Names) -> Said:
    who = joined(names.get("about", ())) or "Somebody"
    nights = f"{detail.nights_a_week} nights a week." if detail.nights_a_week else ""
    reason = f"Reason: {detail.reason}." if detail.reason else ""
    asked = "The reason was not asked." if detail.reason_known is False and not detail.reason else ""
    by = f"Said by {detail.said_by}." if detail.said_by else ""
    change = codes.HOUSEHOLD_CHANGES[detail.change].lower()
    return Said(f"{who} {change}.", _sentences(nights, reason, asked, by))


@tell.register
def _(detail: kinds.Relationship, names: Names) -> Said:
    who = detail.described_as or joined(names.get("about", ())) or "Somebody"
    whom = f" of {joined(names['to'])}" if names.get("to") else ""
    known = codes.IDENTITIES[detail.identity].lower() if detail.identity != "named" else ""
    duty = "Has parental responsibility." if detail.parental_responsibility else ""
    proof = f"Evidence: {detail.evidence}." if detail.evidence else ""
    chase = f"To be found out by {day(detail.chase_by)}." if detail.chase_by else ""
    said = f"{who}: {codes.RELATIONSHIPS[detail.type].lower()}{whom}{', ended' if detail.ended else ''}."
    return Said(said, _sentences(f"{known[:1].upper()}{known[1:]}." if known else "", duty, proof, chase))


@tell.register
def _(detail: kinds.Seen, names: Names) -> Said:
    return Said(f"{codes.SEEN_HOW[detail.how]} {joined(names.get('about', ()))}.".replace(" .", "."))


@tell.register
def _(detail: kinds.Referral, names: Names) -> Said:
    on = f" on {day(detail.outcome_on)}" if detail.outcome_on else ""
    outcome = codes.REFERRAL_OUTCOMES[detail.outcome].lower()
    return Said(f"Referral to {in_sentence(SECTORS[detail.to_sector])}:", f"{outcome}{on}.")


@tell.register
def _(detail: kinds.StrategyRequest, names: Names) -> Said:
    on = f" on {day(detail.outcome_on)}" if detail.outcome_on else ""
    asked = f"Strategy discussion asked for by {in_sentence(SECTORS[detail.by_sector])}:"
    return Said(asked, f"{codes.STRATEGY_OUTCOMES[detail.outcome].lower()}{on}.")


@tell.register
def _(detail: kinds.StrategyDiscussion, names: Names) -> Said:
    there = f"Present: {joined(names['present'])}." if names.get("present") else ""
    return Said("Strategy discussion held.", there)


@tell.register
def _(detail: kinds.Medical, names: Names) -> Said:
    asked = f"Asked for {day(detail.requested_on)}." if detail.requested_on else ""
    outcome = codes.MEDICAL_OUTCOMES.get(detail.outcome or "", "no outcome recorded")
    on = f" on {day(detail.outcome_on)}" if detail.outcome_on else ""
    return Said("Child protection medical.", _sentences(asked, f"Outcome: {outcome.lower()}{on}."))


@tell.register
def _(detail: kinds.Assessment, names: Names) -> Said:
    began = f"Begun {day(detail.started_on)}." if detail.started_on else ""
    done = f"Finished {day(detail.completed_on)}." if detail.completed_on else "Not finished."
    weighed = f"Considered: {joined(names['considered'])}." if names.get("considered") else ""
    baby = "The baby's own needs were weighed." if detail.baby_factors else ""
    return Said(f"{codes.ASSESSMENTS[detail.type]}.", _sentences(began, done, weighed, baby))


@tell.register
def _(detail: kinds.Plan, names: Names) -> Said:
    whose = f" for {joined(names['about'])}" if names.get("about") else ""
    began = f"From {day(detail.start_on)}." if detail.start_on else ""
    end = f"Ended {day(detail.end_on)}." if detail.end_on else ""
    return Said(f"{codes.PLANS[detail.type]}{whose}.", _sentences(began, end))


@tell.register
def _(detail: kinds.Touchpoint, names: Names) -> Said:
    number = f", number {detail.number}" if detail.number != "extra" else ""
    to = f"With {joined(names['received_by'])}." if names.get("received_by") else ""
    return Said(f"{codes.PROGRAMMES[detail.programme]}{number}.", to, "icon")


@tell.register
def _(detail: kinds.Offer, names: Names) -> Said:
    to = f" to {joined(names['to'])}" if names.get("to") else ""
    outcome = f"{codes.OFFER_OUTCOMES[detail.outcome]}." if detail.outcome else ""
    return Said(f"Help offered{to}: {codes.OFFERS[detail.offer].lower()}.", outcome)


@tell.register
def _(detail: kinds.GpRequest, names: Names) -> Said:
    seen = f"Seen {day(detail.seen_on)}." if detail.seen_on else "Not seen yet."
    who = f"Clinician: {codes.CLINICIANS[detail.clinician].lower()}." if detail.clinician else ""
    return Said(f"Asked to be seen by the GP, {day(detail.requested_on)}.", _sentences(seen, who))


@tell.register
def _(detail: kinds.Challenge, names: Names) -> Said:
    end = f"Settled {day(detail.resolved_on)}." if detail.resolved_on else "Not settled."
    whom = f"{SECTORS[detail.by_sector]} with {in_sentence(SECTORS[detail.with_sector])}"
    return Said(f"Professional challenge, stage {detail.stage}: {whom}.", end)


@tell.register
def _(detail: kinds.Shared, names: Names) -> Said:
    return Said("Passed on", f"to {joined(names['with'])}." if names.get("with") else "")


@tell.register
def _(detail: kinds.MovedArea, names: Names) -> Said:
    came = {True: "The history came.", False: "The history has not come.", None: ""}[detail.history_received]
    return Said(f"Moved here from {detail.from_area or 'elsewhere'}.", came)


@tell.register
def _(detail: kinds.Disagreement, names: Names) -> Said:
    whose = joined(names.get("by", ())) or "The agency that adds this"
    return Said(f"{whose} sees it otherwise:", f"“{detail.words}”")


def _sentences(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _gestation(days: int) -> str:
    weeks, rest = divmod(days, 7)
    return f"{weeks} weeks" + (f" and {rest} {'day' if rest == 1 else 'days'}" if rest else "")
