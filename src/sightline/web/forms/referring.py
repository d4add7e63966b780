"""The steps of a referral: each a short page; together what the front door needs to decide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from sightline.concerns.codes import ADULT_ANSWERS, DECISIONS, PARENTS_TOLD, PARTS, RATINGS, YES_NO_UNKNOWN
from sightline.web.forms.fields import AnyOf, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form

NOT_KNOWN_LINES: Final = 3
URGENT: Final = "urgent"


class Step(Form):
    """One step. `title` heads its page; `good` is an example of a good answer, of no family."""

    title: ClassVar[str]
    good: ClassVar[str] = ""
    not_done: ClassVar[str] = "This step is not complete. What you typed is kept"


class Worry(Step):
    """What is worrying, and what nobody can act without."""

    title = "What are you worried about?"
    good = (
        "Good: “A round bruise, about 1 cm, on her left cheek at 11:40 today. She does not roll yet. Her "
        "mother said: maybe the cot.” What was seen, when, and the words used."
    )

    also = AnyOf("Is it about these children too?", {}, required=False)
    worry = Passage(
        "What have you seen or heard that worries you?",
        hint="What was seen and said, when, in the words used",
        missing="Say what you are worried about",
    )
    safe_now = OneOf(
        "Is the child safe now?",
        YES_NO_UNKNOWN,
        missing="Say whether the child is safe now, as far as you know",
    )
    where_now = Words(
        "Where is the child now, and with whom?", missing="Say where the child is now", width=""
    )
    call_back = Words("Your number, answered today", missing="Give a number on which you can be rung back")
    speed = OneOf(
        "Can it wait until you have written the rest?",
        {
            URGENT: "No: send this now, and I complete it within a working day",
            "whole": "Yes: I write the rest first, today",
        },
        inline=False,
        missing="Choose whether it can wait",
    )
    restricted = AnyOf(
        "Would it put somebody at risk if colleagues read it?",
        {"yes": "Only the front door and safeguarding leads should read this"},
        required=False,
    )

    def __init__(self, *args: Any, siblings: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        if siblings:
            offered = self.fields["also"]
            assert isinstance(offered, AnyOf)
            offered.choices = list(siblings.items())
        else:
            del self.fields["also"]


class Day(Step):
    """The baby's day, and every adult in it."""

    title = "The baby’s day, and everybody in it"
    good = (
        "Good: “He wakes at five and is fed in bed by his mother. From eight his grandfather has him, "
        "propped on the sofa with a bottle. Nobody has told us who comes at weekends.”"
    )

    lived_experience = Passage(
        "What is a day like for this baby?",
        hint="Feeding, sleep, who holds and handles the baby, what it sees",
        missing="Describe the baby’s day as far as you know it, or say that you do not know it",
    )
    mobility = Words(
        "What can the baby do?",
        hint="Rolls, sits, crawls, pulls up: what you saw, or were told",
        required=False,
        width="",
    )
    somebody_else = Words(
        "Somebody else around the baby, whom the record does not have",
        hint="In the words in which you heard of them",
        required=False,
        width="",
    )

    def __init__(self, *args: Any, adults: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        answers = {key: said for key, said in ADULT_ANSWERS.items() if key != "added"}
        asked = {
            f"adult-{key}": OneOf(name, answers, inline=False, missing=f"{name}: choose one answer")
            for key, name in adults.items()
        }
        self.fields = {**self.fields, **asked}


class Needs(Step):
    """What is needed, what was tried, history and now."""

    title = "What is needed, and what has been tried"
    good = (
        "Good: “We ask for a medical today. The health visitor showed both parents safe sleep three times "
        "since May; the cot is still unused, so it has changed nothing for him.”"
    )

    needed = Passage("What do you think is needed?", missing="Say what you think is needed")
    tried = Passage("What has been tried?", missing="Say what has been tried, or that nothing has")
    achieved = Passage("What did it change for the baby?", required=False, rows=2)
    history = Passage(
        "What is known of earlier worries?",
        hint="For this baby, its brothers and sisters, and the adults",
        missing="Say what is known of earlier worries, or that you know of none",
    )
    current = Passage("What is happening now?", missing="Say what is happening now")


class Unknown(Step):
    """What is not known, and what the parents know."""

    title = "What you do not know, and what the parents know"
    good = "Good: “Who cared for her on Sunday night. The out-of-hours GP saw them and could say.”"

    parents_told = OneOf(
        "Do the parents know of this referral?",
        PARENTS_TOLD,
        inline=False,
        missing="Say whether the parents know of this referral",
    )
    parents_told_because = Passage("If not told: what risk would telling them add?", required=False, rows=2)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        asked: dict[str, Words] = {}
        for number in range(1, NOT_KNOWN_LINES + 1):
            missing = "Say one thing that you do not know" if number == 1 else ""
            words = "One thing that you do not know" if number == 1 else "Another"
            asked[f"what-{number}"] = Words(words, missing=missing, width="")
            asked[f"who-{number}"] = Words("Who could find out?", required=False, width="")
        self.fields = {**asked, **self.fields}

    def clean(self) -> dict[str, Any]:
        """Not telling needs its reason."""
        said = super().clean() or {}
        if said.get("parents_told") == "not_told" and not said.get("parents_told_because", "").strip():
            self.add_error("parents_told_because", "Say what risk telling them would add")
        return said


class Completing(Needs, Unknown):
    """What a short referral left out, on one page."""

    title = "Complete the referral"

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.order_fields(Needs.base_fields)


def not_known_in(said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What is not known, and who could find out, of the lines that were filled in."""
    lines = ((said.get(f"what-{n}", ""), said.get(f"who-{n}", "")) for n in range(1, NOT_KNOWN_LINES + 1))
    return tuple((what, who) for what, who in lines if what)


STEPS: Final[dict[str, type[Step]]] = {"worry": Worry, "day": Day, "needs": Needs, "unknown": Unknown}


class Deciding(Form):
    """The front door's decision for one child."""

    not_done = "Nothing is decided yet"

    decision = OneOf("Decision", DECISIONS, inline=False, missing="Choose a decision")
    because = Passage(
        "Reasons", hint="The referrer reads them and may challenge them", missing="Give the reasons"
    )
    next_step = Words("What happens next, and who does it?", missing="Say what happens next", width="")
    confirmed = AnyOf(
        "You are closing it with no further action",
        {"yes": "I have read the earlier referrals above, and it is still right to close this one"},
        required=False,
    )

    def __init__(self, *args: Any, earlier: int, **more: Any) -> None:
        super().__init__(*args, **more)
        if not earlier:
            del self.fields["confirmed"]

    def clean(self) -> dict[str, Any]:
        """Closing a child who was referred before is confirmed beside what came before."""
        said = super().clean() or {}
        if (
            said.get("decision") == "no_further_action"
            and "confirmed" in self.fields
            and not said.get("confirmed")
        ):
            self.add_error(
                "confirmed",
                "This child was referred before. Read the earlier referrals, then confirm, or choose again",
            )
        return said


class Rate(Form):
    """One line back about one part of the writing."""

    not_done = "Your line is not saved yet"

    part = Pick("Which part?", PARTS, missing="Choose a part")
    rating = OneOf("How clear was it?", RATINGS, inline=False, missing="Choose how clear it was")
    line = Words("One line that helps the writer next time", required=False, width="")
