"""What may happen to a mark on a baby who is not mobile, as a table. No line leads past an opinion."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

ANYBODY: Final = "whoever records on the baby's page, or the front door"
EXAMINER: Final = "the examiner, or the front door in the examiner's name"
FRONT_DOOR: Final = "a front-door worker or manager, or the emergency duty team"
REFERRER: Final = "whoever sends the referral"

MARK: Final = Steps(
    "mark",
    "observed",
    {
        "observed": "Seen, not yet referred",
        "referred": "Referred: a paediatrician is to be asked",
        "requested": "A paediatrician is asked",
        "examined": "Examined: to be discussed with the examiner",
        "discussed": "Discussed: to be decided",
        "decided": "Decided: the parents are to be told",
        "parents_answered": "The referrer is to be told",
        "referrer_told": "The referrer was told: to be closed",
        "closed": "Closed",
        "taken_back": "Taken back: not this baby, or no mark",
    },
    (
        Step("observed", "refer", "referred", REFERRER, "mark.referred"),
        Step("observed", "take_back", "taken_back", "a manager or lead of the agency", "mark.taken_back"),
        Step("referred", "lose_referral", "observed", "with the referral", "referral.withdrawn"),
        Step("referred", "request_opinion", "requested", ANYBODY, "mark.opinion_requested"),
        Step("referred", "examine", "examined", EXAMINER, "mark.examined"),
        Step("requested", "examine", "examined", EXAMINER, "mark.examined"),
        Step("referred", "take_second_opinion", "examined", FRONT_DOOR, "mark.second_opinion"),
        Step("requested", "take_second_opinion", "examined", FRONT_DOOR, "mark.second_opinion"),
        Step("examined", "discuss", "discussed", FRONT_DOOR, "mark.discussed"),
        Step("discussed", "decide", "decided", FRONT_DOOR, "mark.decided"),
        Step("decided", "answer_parents", "parents_answered", ANYBODY, "mark.parents_answered"),
        Step("parents_answered", "tell_referrer", "referrer_told", FRONT_DOOR, "mark.referrer_told"),
        Step("referrer_told", "close", "closed", FRONT_DOOR, "mark.closed"),
    ),
)
"""One sighting: a mark, or several seen together."""

OVER: Final = ("closed", "taken_back")
TABLES: Final[tuple[Steps, ...]] = (MARK,)
