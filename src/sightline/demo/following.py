"""What follows a referral in the county: strategy requests and discussions, marks and medicals."""

from __future__ import annotations

import datetime as dt

from sightline.chronology.kinds import Mobility
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock
from sightline.demo.scene import agency, ago, baby, just, who
from sightline.marks.examining import Examined as MarkExamined
from sightline.marks.examining import give_opinion as give_mark_opinion
from sightline.marks.examining import request_opinion
from sightline.marks.models import Sighting
from sightline.marks.observing import observe
from sightline.marks.written import SeenMark, Sighted
from sightline.medicals.accepting import accept_medical, record_consent
from sightline.medicals.asking import request_medical
from sightline.medicals.examining import finish_medical, give_opinion, record_examination
from sightline.medicals.models import Medical
from sightline.medicals.written import Accepting, Consenting, Examined, Opined
from sightline.medicals.written import Asking as MedicalAsking
from sightline.strategy.answering import agree, refuse_request
from sightline.strategy.holding import add_action, decide_enquiry, hold, invite
from sightline.strategy.models import Discussion, StrategyRequest
from sightline.strategy.requesting import request_discussion
from sightline.strategy.written import Agreed, Asking, Held, Invited, Planning

FRONT = "01632 960 110"


def request_discussions() -> None:
    """One that nobody answered within its working day, and one refused by the front-door manager."""
    why = "The father has not been met by anybody, and the mother falls silent when he is named."
    _requested("unseen-man", why, 3)
    refused = _requested("icon-man-not-reached", "The father says that the baby cries to annoy him.", 5)
    with clock.at(ago(4, 4)):
        refuse_request(
            who("front.manager"),
            refused,
            "No harm is described, and the mother has agreed to a visit.",
            "The health visitor and a social worker visit together.",
        )


def hold_discussions(referred: ReferredChild) -> None:
    """Asked for, agreed, held with three more invited, and a section 47 enquiry started; then a medical."""
    manager, visitor = who("front.manager"), who("ruth.adeyemi")
    with clock.at(ago(3, 1)):
        asking = Asking(referred.child, "A mark nobody has explained.", "not_known", FRONT, referred)
        request = request_discussion(visitor, asking)
    meets_at = ago(3, 5)
    with clock.at(ago(3, 2)):
        planning = Planning(meets_at, "By video, from the front door", ("medical_possible",))
        discussion = agree(manager, request, planning)
        _invite_three(discussion)
    with clock.at(ago(3, 6)):
        _hold(discussion)
    _finish_medical(referred)


def follow_marks_and_medicals(referred: ReferredChild) -> None:
    """A mark seen just now, another walked to an opinion, and a medical that nobody has answered."""
    _observe("father-absent-unexplored", "left_cheek", just(60))
    _walk_to_opinion()
    with clock.at(ago(1, 1)):
        _asked_medical(referred)


def _requested(lesson: str, why: str, days: int) -> StrategyRequest:
    with clock.at(ago(days, 1)):
        return request_discussion(who("ruth.adeyemi"), Asking(baby(lesson), why, "not_known", FRONT))


def _invite_three(discussion: Discussion) -> None:
    manager = who("front.manager")
    for name, part, code in (
        ("DC Mark Ferrier", "police", "fern-police"),
        ("Dr Clive Marsh", "senior_doctor", "fern-hospital"),
        ("Meera Lal", "social_worker", "fern-council"),
    ):
        invite(manager, discussion, Invited(name, part, agency(code)))


def _hold(discussion: Discussion) -> None:
    manager, now = who("front.manager"), clock.now()
    came = {str(one.pk): "present" for one in discussion.attendees.all()}
    decided = "The mark is examined today. A social worker sees the baby at home with the health visitor."
    hold(manager, discussion, Held(now, came, decided, statement_read=True))
    due = clock.today() + dt.timedelta(days=10)
    what = "See the baby at home and speak with each parent alone."
    add_action(manager, discussion, Agreed(what, agency("fern-council"), "Meera Lal", due))
    decide_enquiry(manager, discussion, "start", "A mark on a baby who does not move, and no account of it.")


def _asked_medical(referred: ReferredChild) -> Medical:
    asking = MedicalAsking(
        child=referred.child,
        to_agency=agency("fern-hospital"),
        why="A mark on the arm that nobody has explained.",
        questions="Does any explanation fit the mark?",
        urgency="today",
        where_now="At home with the mother",
        who_may_consent="The mother. Not known whether the father may.",
        call_back=FRONT,
        referral=referred,
    )
    return request_medical(who("front.door"), asking)


def _finish_medical(referred: ReferredChild) -> None:
    examiner = who("s.imran")
    with clock.at(ago(2, 0)):
        medical = _asked_medical(referred)
    with clock.at(ago(2, 1)):
        booked = clock.now() + dt.timedelta(hours=2)
        accept_medical(examiner, medical, Accepting("Children's ward, room 4", booked, "asked"))
        record_consent(examiner, medical, Consenting("given", "The mother", "On the birth record"))
    with clock.at(ago(2, 3)):
        record_examination(examiner, medical, _examined())
        words = "The mark is small and flat. I cannot say how it came about."
        give_opinion(examiner, medical, Opined("inconclusive", words))
    with clock.at(ago(1, 3)):
        words = "The clotting is normal. No account was given, so none can be tested."
        finish_medical(examiner, medical, Opined("inconclusive", words))


def _examined() -> Examined:
    return Examined(
        examined_at=clock.now(),
        place="Children's ward, room 4",
        grade="Consultant paediatrician",
        skin_seen="all",
        findings="One flat mark, 7 mm, left upper arm. Nothing else on the skin.",
        differential="Birthmark: none recorded at birth. Clotting: awaited.",
        police="came",
        tests_awaited="Clotting",
    )


def _observe(lesson: str, region: str, seen_at: dt.datetime) -> Sighting:
    mark = SeenMark(region, size_mm=8, explanation="Maybe the cot.", said_by="The mother")
    with clock.at(seen_at):
        sighted = Sighted(mark, seen_at=seen_at, skin_seen="all", mobility=Mobility(rolls=False))
        return observe(who("ruth.adeyemi"), baby(lesson), sighted)


def _walk_to_opinion() -> None:
    lesson, visitor = "stacked-infant-vulnerability", who("ruth.adeyemi")
    sighting = _observe(lesson, "right_cheek", ago(1, 1))
    short = Written(
        (WrittenChild(baby(lesson)),), "A mark on the cheek of a baby who does not roll.", "not_known",
        "At home with the mother", FRONT, is_urgent=True,
    )  # fmt: skip
    with clock.at(ago(1, 1.5)):
        send_referral(visitor, short)
        sighting.refresh_from_db()
        request_opinion(visitor, sighting, agency("fern-hospital"), "Today, please.")
    with clock.at(ago(1, 5)):
        examined = MarkExamined(
            examiner=who("s.imran").name,
            grade="consultant",
            place="Children's ward",
            examined_at=clock.now(),
            findings="One flat blue mark, 8 mm, on the right cheek.",
            outcome="inconclusive",
            words="I cannot say how it came about. The cot does not explain it.",
        )
        give_mark_opinion(who("s.imran"), sighting, examined)
