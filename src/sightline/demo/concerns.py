"""Concerns on their way through the county: what is sent, asked, answered and disputed, as staff would do it.

Everything is done by the people of the county through the product's own actions, a few days back.
"""

from __future__ import annotations

from typing import Final

from django.conf import settings

from sightline.challenge.matters import find_matter
from sightline.challenge.models import Challenge
from sightline.challenge.moving import move_on
from sightline.challenge.raising import raise_challenge
from sightline.challenge.resolving import confirm, propose
from sightline.challenge.thanking import thank, thankable
from sightline.challenge.written import Settled, WrittenChallenge
from sightline.clocks.handing_back import hand_back
from sightline.clocks.models import Clock
from sightline.concerns.deciding import read_referral
from sightline.concerns.drafting import begin_draft, keep_typed
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock, ids
from sightline.core.actors import Actor
from sightline.demo.following import follow_marks_and_medicals, hold_discussions, request_discussions
from sightline.demo.scene import agency, ago, baby, just, who
from sightline.meetings.discussing import discuss, pin, set_action
from sightline.meetings.holding import call_meeting
from sightline.meetings.models import Item
from sightline.meetings.owners import Holder
from sightline.meetings.sight import opens
from sightline.people.models import Person
from sightline.sharing.answering import answer_request
from sightline.sharing.asking import ask_agencies, chase
from sightline.sharing.concluding import decide_knowing
from sightline.sharing.reaching import keep_mailbox
from sightline.sharing.said import Asking, Said, Weighed

CALL_BACK: Final = "07700 900 100"


def carry_concerns() -> None:
    """Let a few of the county's families be in the middle of something, and the night hand back."""
    _keep_mailboxes()
    closed, closed_again = _close_twice(baby("favouring-one-child"))
    _settle(_challenge(closed, 13), 12)
    _take_further(_challenge(closed_again, 2))
    _ask_around(_accept(baby("perinatal-offer-missing")))
    request_discussions()
    hold_discussions(_refer_for_strategy(baby("icon-gap"), 3))
    follow_marks_and_medicals(_refer_for_strategy(baby("not-brought-pattern"), 2))
    _draft(baby("parent-says-struggling"))
    waiting = _refer_tonight(baby("cannabis-minimised"))
    _hand_back(waiting)
    _meet()


def _full(child: Person, worry: str) -> Written:
    """A whole referral, in a health visitor's words."""
    lived = "Mostly in the bouncer; feeds well; looks for the mother's face."
    return Written(
        (WrittenChild(child, lived),),
        worry,
        safe_now="not_known",
        where_now="At home with the mother",
        call_back=CALL_BACK,
        needed="Somebody to see the baby at home and to speak with both parents.",
        tried="Two visits and a call. The mother was glad of them; the father was out each time.",
        achieved="We know the usual day. We do not know the nights.",
        history="None in our records before this year.",
        current=worry,
        not_known=(("Who looks after the baby at night", "The mother, asked alone"),),
        parents_told="told",
    )


def _sent(actor: Actor, written: Written) -> ReferredChild:
    return send_referral(actor, written).children.get()


def _decided(referred: ReferredChild, decision: str, because: str, next_step: str) -> ReferredChild:
    door = who("front.door")
    read_referral(door, referred)
    return decide_knowing(door, referred, decision, because, next_step)


def _keep_mailboxes() -> None:
    with clock.at(ago(20, 1)):
        for code in ("fern-gp", "fern-maternity"):
            keep_mailbox(who("front.manager"), agency(code), f"safeguarding@{code}.example")


def _close_twice(child: Person) -> tuple[ReferredChild, ReferredChild]:
    """An earlier referral that was closed, and a second one closed like the first."""
    visitor = who("ruth.adeyemi")
    closed = []
    for days, worry in (
        (16, "The mother speaks of the older boy as the easy one, and leaves this baby to cry."),
        (5, "The same again: the baby was left in the back room while the older boy was fed."),
    ):
        with clock.at(ago(days, 1)):
            referred = _sent(visitor, _full(child, worry))
        with clock.at(ago(days - 1, 2)):
            closed.append(
                _decided(
                    referred,
                    "no_further_action",
                    "No injury and no earlier record. The health visitor is already visiting.",
                    "The health visitor goes on visiting.",
                )
            )
    return closed[0], closed[1]


def _challenge(referred: ReferredChild, days: int) -> Challenge:
    visitor = who("ruth.adeyemi")
    with clock.at(ago(days, 1)):
        matter = find_matter(visitor, "referral", referred.pk)
        written = WrittenChallenge(
            what="It was closed without anybody seeing the baby.",
            why="I saw the baby left alone and crying, and nobody has spoken with the father.",
            asked="A visit by a social worker this week.",
            safe_now="not_known",
            form_key=ids.new_id(),
        )
        return raise_challenge(visitor, matter, matter.challenged[0], written)


def _settle(challenge: Challenge, days: int) -> None:
    visitor, settled = who("ruth.adeyemi"), Settled(
        "The front door rings the father, and looks again at the next referral with this one beside it.",
        "partly",
        "The father is spoken with.",
        "We had not read who had been met.",
        to_learn=True,
    )  # fmt: skip
    with clock.at(ago(days, 1)):
        resolution = propose(who("front.door"), challenge, settled)
    with clock.at(ago(days, 2)):
        confirm(visitor, resolution)
        whom = thankable(visitor, challenge)[0].key
        thank(visitor, challenge, whom, "changing", "Thank you for ringing back the same day.")


def _take_further(challenge: Challenge) -> None:
    with clock.at(ago(1, 1)):
        move_on(who("ruth.adeyemi"), challenge, 1, "We spoke, and still see it differently.")


def _accept(child: Person) -> ReferredChild:
    worry = "The mother is low, cries through the visit, and has not been offered anything."
    with clock.at(ago(4, 1)):
        referred = _sent(who("ruth.adeyemi"), _full(child, worry))
    with clock.at(ago(3, 3)):
        return _decided(
            referred,
            "assessment",
            "A mother without support and a young baby: what the days are like must be seen.",
            "A social worker visits within two days.",
        )


def _address(token: str) -> str:
    return f"{settings.SITE_ADDRESS}answer/{token}/"


def _ask_around(referred: ReferredChild) -> None:
    """Three agencies answer, each in its way; two are silent, and one of those was asked again."""
    door = who("front.door")
    codes = ("fern-gp", "fern-police", "fern-maternity", "fern-hospital", "fern-community")
    asking = Asking("What do you hold of the baby and the parents?", "To decide what the assessment asks.")
    with clock.at(ago(3, 4)):
        asked = ask_agencies(door, referred, [agency(code) for code in codes], asking, _address)
    for lead, request, said in zip(("gp.lead", "police.lead", "mw.lead"), asked, _answers(), strict=False):
        with clock.at(ago(2, 1)):
            answer_request(who(lead), request, said)
    with clock.at(ago(1, 2)):
        chase(door, asked[3], "Please say also when there is nothing.", _address)


def _answers() -> tuple[Said, Said, Said]:
    looked = clock.day_of(ago(2, 1))
    weighed = Weighed(
        detriment="She may not come back to us; the assessment has less to go on.",
        because="It is about the grandmother, told in confidence, and changes nothing for the baby.",
    )
    return (
        Said("given", words="Seen at six weeks with the mother. Low in mood; a call was booked, not made."),
        Said("nil_known", systems="Crime and incident records", looked_by="PC Lucy Hart", as_of=looked),
        Said("refused", weighed=weighed),
    )


def _refer_for_strategy(child: Person, days: int) -> ReferredChild:
    worry = "A small mark on the arm, and two tired parents who cannot say how it came."
    with clock.at(ago(days, 0)):
        referred = _sent(who("ruth.adeyemi"), _full(child, worry))
    with clock.at(ago(days, 0.5)):
        return _decided(
            referred, "strategy", "A mark that nobody has explained.", "The manager plans a discussion today."
        )


def _draft(child: Person) -> None:
    """Begun three hours ago with a risk ticked, and not sent."""
    visitor = who("ruth.adeyemi")
    typed = {
        "worry": [
            "The mother says that she cannot do this, and that she thinks of walking out in the night."
        ],
        "safe_now": ["no"],
        "where_now": ["At home with the mother"],
    }
    with clock.at(just(180)):
        keep_typed(visitor, begin_draft(visitor, child), "worry", typed, risk=True)


def _refer_tonight(child: Person) -> ReferredChild:
    """Urgent, short, not safe, and waiting."""
    short = Written(
        (WrittenChild(child),),
        "The mother says that the father shook the pram to stop the crying.",
        "no",
        "At the surgery with the mother",
        "01632 960 161",
        is_urgent=True,
    )
    with clock.at(just(100)):
        return _sent(who("joan.pike"), short)


def _hand_back(referred: ReferredChild) -> None:
    owned = Clock.unscoped.get(process="referral", process_id=referred.pk, rule="referral_decision")
    words = "Rang the surgery: mother and baby wait there until noon. The father has not been spoken with."
    with clock.at(just(40)):
        hand_back(who("duty.night"), owned, words)


def _meet() -> None:
    manager = who("front.manager")
    with clock.at(just(20)):
        meeting = call_meeting(manager, clock.today())
        rows = Item.unscoped.filter(meeting=meeting).order_by("since", "kind", "what")
        item = next(one for one in rows.select_related("meeting__partnership") if opens(manager, one))
        discuss(manager, item, "Nobody had read what the other agency knew. The front door rings today.")
        pin(manager, item, True)
        holder = Holder(agency("fern-hospital"), "safeguarding_lead")
        set_action(manager, item, "Say who answers when the lead is away.", holder, clock.today())
