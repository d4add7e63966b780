"""Asking for a medical, answering, examining, opining, telling and reading again: the forms."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from sightline.core import clock
from sightline.core.codes import SECTORS
from sightline.medicals.codes import (
    CALLED_OFF,
    CONSENTS,
    HOW_TOLD,
    NOT_A_CLEARANCE,
    OUTCOMES,
    POLICE_ASKED,
    POLICE_CAME,
    QUESTIONS,
    REVIEWED,
    SKIN_SEEN,
    URGENCIES,
)
from sightline.medicals.written import (
    Accepting,
    CallingOff,
    Consenting,
    Examined,
    Following,
    Opined,
    Reviewed,
    Telling,
)
from sightline.web.forms.fields import AnyOf, Day, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form
from sightline.web.forms.sharing import Time

SENT: Final = "Nothing is sent yet"


def moment_in(said: dict[str, Any], day: str, time: str) -> dt.datetime:
    """The instant of a day and a Europe/London time."""
    return dt.datetime.combine(said[day], said[time], clock.LONDON).astimezone(dt.UTC)


class Ask(Form):
    """What is asked of the examiners."""

    not_done = "The medical is not asked for yet"

    to_agency = Pick("Whom do you ask?", {}, missing="Choose whom you ask")
    urgency = OneOf("How soon?", URGENCIES, inline=False, missing="Choose how soon it is needed")
    why = Passage(
        "Why do you ask for a medical?",
        hint="What was seen, by whom and when; the explanation in the words used",
        missing="Say why you ask for a medical",
    )
    questions = Passage(
        "Which questions should the examiner answer?",
        hint="Like: does the explanation fit the mark? How old can it be? What else needs a test?",
        missing="Say which questions the examiner should answer",
        rows=3,
    )
    adults = AnyOf("Which adults around the baby should the examiner know of?", {}, required=False)
    somebody_else = Words("Another adult, in words", required=False, width="", max_length=200)
    where_now = Words(
        "Where is the baby now, and with whom?",
        missing="Say where the baby is now",
        width="",
        max_length=300,
    )
    who_may_consent = Passage(
        "Who may consent, and do they know of it?",
        hint="Who has parental responsibility, as far as you know. “I do not know” is an answer",
        missing="Say who may consent, or that you do not know",
        rows=2,
    )
    call_back = Words(
        "On which number can you be rung back?",
        missing="Give a number on which you can be rung back",
        max_length=80,
    )

    def __init__(self, *args: Any, agencies: dict[str, str], adults: dict[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        asked, named = self.fields["to_agency"], self.fields["adults"]
        assert isinstance(asked, Pick)
        assert isinstance(named, AnyOf)
        asked.choices = [("", "Choose"), *agencies.items()]
        named.choices = list(adults.items())
        if not adults:
            del self.fields["adults"]


class Because(Form):
    """A reason."""

    because = Passage("Why?", hint="Whoever waits for it reads this", missing="Say why", rows=3)

    def said(self) -> str:
        """The reason."""
        return str(self.cleaned_data["because"])


class Decline(Because):
    """Why it is declined."""

    not_done = "It is not declined yet"


class TakeBack(Because):
    """Why it is taken back."""

    not_done = "It is not taken back yet"


class Accept(Form):
    """Where and when, who attends, the police."""

    not_done = "It is not accepted yet"

    place = Words("Where is it held?", missing="Say where it is held", width="", max_length=300)
    on = Day("On which day?", future=True, missing="Give the day")
    at = Time("At what time?", hint="Like 14:30", missing="Give the time")
    police = OneOf(
        "Are the police asked to come?",
        POLICE_ASKED,
        inline=False,
        missing="Say whether the police are asked to come",
    )
    police_because = Words("If they are not asked: why not?", required=False, width="", max_length=300)
    attending = Words("Who attends besides?", required=False, width="", hint="Names and what they are")
    chaperone = Words("Who is the chaperone?", required=False, width="", max_length=200)

    def clean(self) -> dict[str, Any]:
        """Not asking the police needs its reason."""
        said = super().clean() or {}
        if said.get("police") == "not_asked" and not said.get("police_because", "").strip():
            self.add_error("police_because", "Say why the police are not asked")
        return said

    def said(self) -> Accepting:
        """What was written."""
        kept = self.cleaned_data
        plain = ("place", "police", "police_because", "attending", "chaperone")
        return Accepting(booked_for=moment_in(kept, "on", "at"), **{name: kept[name] for name in plain})


class CallOff(Because):
    """Why it is not held."""

    not_done = "It is not called off yet"

    called_off = OneOf("What happened?", CALLED_OFF, inline=False, missing="Choose why it is not held")
    because = Passage("What happened, and what is done instead?", missing="Say what is done instead", rows=3)
    field_order = ("called_off", "because")

    def said(self) -> Any:
        """What was written."""
        return CallingOff(**self.cleaned_data)


class Consented(Form):
    """Who was asked to consent, and what they said."""

    answer = OneOf("What was said?", CONSENTS, inline=False, missing="Choose what was said")
    who = Words(
        "Who said so?",
        hint="A name; or the court, or the doctor who decides in an emergency",
        missing="Say who said so",
        width="",
        max_length=200,
    )
    responsibility = Words(
        "If given: how is it known that they may consent?",
        hint="Parental responsibility, an order: what was seen or said",
        required=False,
        width="",
        max_length=200,
    )
    because = Passage("If not given: what was said, and what happens now?", required=False, rows=2)

    def clean(self) -> dict[str, Any]:
        """Consent needs its ground, anything else its reason."""
        said = super().clean() or {}
        given = said.get("answer") == "given"
        if given and not said.get("responsibility", "").strip():
            self.add_error("responsibility", "Say how it is known that they may consent")
        if said.get("answer") and not given and not said.get("because", "").strip():
            self.add_error("because", "Say what was said, and what happens now")
        return said

    def said(self) -> Consenting:
        """What was written."""
        return Consenting(**self.cleaned_data)


class Examine(Form):
    """The examination."""

    on = Day("On which day was the baby examined?", missing="Give the day")
    at = Time("At what time?", hint="Like 14:30", missing="Give the time")
    place = Words("Where?", missing="Say where", width="", max_length=300)
    grade = Words(
        "Your grade", hint="Like: consultant paediatrician", missing="Give your grade", max_length=120
    )
    present = Words("Who was there?", required=False, width="", hint="The chaperone and the adults too")
    police = OneOf("Did the police come?", POLICE_CAME, inline=False, missing="Say whether the police came")
    police_because = Words(
        "If they did not: why, as far as you know?", required=False, width="", max_length=300
    )
    skin_seen = OneOf(
        "How much of the skin was seen?", SKIN_SEEN, inline=False, missing="Say how much of the skin was seen"
    )
    findings = Passage(
        "Findings",
        hint="Site, size, colour, shape of each mark; what was not there. Marks are harder to see, and "
        "easier to mistake, on darker skin: say in what light you looked",
        missing="Write the findings",
        rows=6,
    )
    differential = Passage(
        "Which other causes were weighed, and what speaks for and against each?",
        missing="Write which other causes were weighed",
    )
    tests_asked = Passage("Tests asked for", required=False, rows=2)
    tests_awaited = Passage("Tests whose result is awaited", required=False, rows=2)
    photographs_at = Words(
        "If photographs were taken: where are they kept?",
        hint="Photographs are not kept in Sightline",
        required=False,
        width="",
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        """Police who were not there need a reason."""
        said = super().clean() or {}
        if said.get("police", "came") != "came" and not said.get("police_because", "").strip():
            self.add_error("police_because", "Say why the police were not there, as far as you know")
        return said

    def said(self) -> Examined:
        """What was written."""
        kept = dict(self.cleaned_data)
        instant = moment_in(kept, "on", "at")
        return Examined(examined_at=instant, **{k: v for k, v in kept.items() if k not in ("on", "at")})


class Opine(Form):
    """An opinion."""

    outcome = OneOf(
        "The opinion, coded",
        OUTCOMES,
        inline=False,
        hint=NOT_A_CLEARANCE,
        missing="Choose what the opinion is",
    )
    words = Passage(
        "The opinion, in your own words",
        hint="Answer each question that was asked. Say what you cannot say",
        missing="Write the opinion in your own words",
        rows=6,
    )

    def said(self) -> Opined:
        """What was written."""
        return Opined(**self.cleaned_data)


class Tell(Form):
    """An agency that was told."""

    sector = Pick("Whom did you tell?", SECTORS, missing="Choose whom you told")
    who = Words(
        "Who there?", hint="Name and what they are", missing="Say who there", width="", max_length=200
    )
    how = OneOf("How?", HOW_TOLD, inline=False, missing="Say how they were told")

    def said(self) -> Telling:
        """What was written."""
        return Telling(**self.cleaned_data)


class Follow(Form):
    """What follows."""

    what = Words(
        "What follows?", hint="An appointment or a test", missing="Say what follows", width="", max_length=300
    )
    on = Day("On which day?", hint="Leave it empty while no day is booked", future=True, required=False)
    who = Words("Who arranges it?", missing="Say who arranges it", width="", max_length=200)

    def said(self) -> Following:
        """What was written."""
        return Following(**self.cleaned_data)


class ReviewForm(Form):
    """A second paediatrician's answers."""

    not_done = "The review is not saved yet"

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        asked = {
            name: OneOf(words, REVIEWED, missing="Answer: yes, partly or no")
            for name, words in QUESTIONS.items()
        }
        line = Words(
            "One line back to the examiner",
            hint="What was good, or what you would add next time",
            missing="Write one line back to the examiner",
            width="",
            max_length=300,
        )
        self.fields = {**asked, "line": line}

    def said(self) -> Reviewed:
        """What was written."""
        return Reviewed(**self.cleaned_data)
