"""Asking agencies, and answering for one: the forms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django import forms
from django.core.exceptions import ValidationError

from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.people.models import Person
from sightline.sharing.codes import ANSWERS, OBJECTIONS, PARENTS, WHO_RANG
from sightline.sharing.said import Asking, Call, Said, Weighed
from sightline.web.forms.fields import AnyOf, Asked, Choices, Day, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form

YES_NO: Final = {"no": "No", "yes": "Yes"}
MANY: Final = 5000
DETRIMENT: Final = "What harm to the child did you consider?"
DETRIMENT_HINT: Final = "Of sharing, and of not sharing"


class Time(Asked, forms.CharField):
    """A time of day in Europe/London."""

    def labelled(self) -> dict[str, Any]:
        """A label and a short box."""
        return super().labelled() | {"width": "5", "autocomplete": "off"}

    def clean(self, value: Any) -> dt.time | None:
        """The time; None when it is empty and need not be given."""
        said = super().clean(value)
        if not said:
            return None
        try:
            return dt.time.fromisoformat(said.strip().replace(".", ":").zfill(5))
        except ValueError as error:
            raise ValidationError(f"{self.label}: write it like 14:30") from error


class AskAgencies(Form):
    """Whom the front door asks, what, and why."""

    not_done = "Nobody is asked yet"

    agencies = AnyOf("Whom do you ask?", {}, required=False)
    another = Pick("Another agency", {}, required=False, empty="None besides")
    speed = OneOf(
        "How soon do you need the answer?",
        {"usual": "Within the usual limit", "urgent": "Urgent: the child may not be safe now"},
        inline=False,
        missing="Choose how soon you need the answer",
    )
    adults = AnyOf("About which adults besides the child?", {}, required=False)
    others = Words(
        "Another adult to ask about, in words",
        hint="Name, and who they are",
        required=False,
        width="",
        max_length=200,
    )
    what = Passage("What do you ask?", missing="Say what you ask", max_length=MANY)
    because = Passage(
        "Why?",
        hint="They read this to decide what to share. Write no more of the worry than they need",
        missing="Say why you ask",
        rows=2,
        max_length=MANY,
    )

    def __init__(
        self, *args: Any, agencies: Choices, others: Choices, adults: Choices, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        for name, choices in (
            ("agencies", agencies),
            ("another", {"": "None besides", **others}),
            ("adults", adults),
        ):
            offered = self.fields[name]
            assert isinstance(offered, (AnyOf, Pick))
            offered.choices = list(choices.items())
            if not choices or (name == "another" and not others):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """At least one agency."""
        said = super().clean() or {}
        if not said.get("agencies") and not said.get("another"):
            name = "agencies" if "agencies" in self.fields else "another"
            self.add_error(name if name in self.fields else None, "Choose at least one agency")
        return said

    def asking(self, adults: Mapping[str, Person]) -> Asking:
        """What was asked; `adults` by key."""
        said = self.cleaned_data
        return Asking(
            what=said["what"],
            because=said["because"],
            is_urgent=said["speed"] == "urgent",
            adults=tuple(adults[key] for key in said.get("adults", ())),
            others=(said["others"],) if said["others"] else (),
        )

    def chosen(self) -> set[str]:
        """The keys of the agencies chosen."""
        said = self.cleaned_data
        return {*said.get("agencies", ()), said.get("another", "")} - {""}


class Answering(Form):
    """An answer of the agency asked. What is routine is filled from policy; the fold is for what is not."""

    not_done = "Nothing is answered yet"
    fold_title: ClassVar[str] = "It is not routine: we refuse, it is about somebody else, or a parent objects"
    folded: ClassVar[tuple[str, ...]] = (
        "third_party", "objection", "detriment", "weighed_because", "parents", "parents_because",
        "referrer_too",
    )  # fmt: skip

    kind = OneOf("What is your answer?", ANSWERS, inline=False, missing="Choose an answer")
    words = Passage(
        "If you hold something: what do you share?",
        hint="What was seen and said, and when. Facts apart from opinion",
        required=False,
        rows=6,
        max_length=20000,
    )
    entries = AnyOf("Pass on these entries of yours as they stand", {}, required=False)
    systems = AnyOf("Which systems were looked in?", {}, required=False)
    other_systems = Words("Another system", required=False, width="", max_length=300)
    looked_by = Words("Who looked?", required=False, max_length=200)
    as_of = Day("As of which day is this?", required=False)
    because = Passage("If you cannot answer: why, and who could?", required=False, rows=2, max_length=MANY)
    third_party = OneOf(
        "Is any of it about somebody else than the child and its parents?", YES_NO, required=False
    )
    objection = OneOf("Does a parent object?", OBJECTIONS, required=False, inline=False)
    detriment = Passage(DETRIMENT, hint=DETRIMENT_HINT, required=False, rows=2, max_length=MANY)
    weighed_because = Passage(
        "Why do you refuse, or share all the same?", required=False, rows=2, max_length=MANY
    )
    parents = OneOf("What do the parents know of this?", PARENTS, required=False, inline=False)
    parents_because = Passage(
        "If not told: what risk would telling them add?", required=False, rows=2, max_length=MANY
    )
    referrer_too = OneOf(
        "Who may read your answer?",
        {"no": "The front door that asked", "yes": "The front door, and the team that referred"},
        required=False,
        inline=False,
    )

    def __init__(
        self, *args: Any, systems: tuple[str, ...], entries: Choices | None = None, **options: Any
    ) -> None:
        started = {
            "as_of": clock.today(),
            "third_party": "no",
            "objection": "none",
            "parents": "front_door",
            "referrer_too": "no",
        }
        options["initial"] = started | (options.get("initial") or {})
        super().__init__(*args, **options)
        _offer(self, "systems", {one: one for one in systems})
        _offer(self, "entries", entries or {})

    def said(self, entries: Mapping[str, Entry] | None = None) -> Said:
        """What was answered; `entries` by key."""
        told = self.cleaned_data
        listed = [*told.get("systems", ()), *([told["other_systems"]] if told["other_systems"] else [])]
        chosen = tuple((entries or {})[key] for key in told.get("entries", ()))
        return Said(
            kind=told["kind"],
            words=told["words"],
            systems=", ".join(listed),
            looked_by=told["looked_by"],
            as_of=told["as_of"],
            because=told["because"],
            weighed=weighed_in(told),
            referrer_too=told["referrer_too"] == "yes",
            entries=chosen,
        )

    def put(self, gaps: Mapping[str, str]) -> None:
        """What the room found missing, beside its field."""
        is_cannot = self.cleaned_data.get("kind") == "cannot"
        for name, words in gaps.items():
            field = name if name in self.fields else None
            if name == "because" and not is_cannot:
                field = "weighed_because"
            self.add_error(field, words.rstrip("."))


class AnsweringByLink(Answering):
    """The same, by whoever opened the mailbox: who they are."""

    by_name = Words("Your name", missing="Give your name", max_length=90)
    by_post = Words(
        "What you are", hint="Safeguarding lead, headteacher", missing="Say what you are", max_length=90
    )


class AnsweringByTelephone(Answering):
    """The same, entered by the front door in the agency's name: who rang whom, and when."""

    not_done = "The answer is not entered yet"

    who_rang = OneOf("Who rang whom?", WHO_RANG, missing="Say who rang whom")
    spoke_to = Words(
        "Whom did you speak to?",
        hint="Name, and what they are in that agency",
        missing="Say to whom you spoke, and what they are",
        width="",
        max_length=200,
    )
    rang_on = Day("On which day?", missing="Say on which day the call was")
    rang_time = Time("At what time?", hint="Like 14:30", missing="Say at what time the call was")

    def call(self) -> Call:
        """The call."""
        told = self.cleaned_data
        at = dt.datetime.combine(told["rang_on"], told["rang_time"], clock.LONDON).astimezone(dt.UTC)
        return Call(told["who_rang"], told["spoke_to"], at)


def weighed_in(said: Mapping[str, Any], **more: str) -> Weighed:
    """What was weighed, as a form has it; what was left open is as in a routine reply."""
    return Weighed(
        third_party=said["third_party"] == "yes",
        objection=said["objection"] or "none",
        detriment=said["detriment"],
        because=said["weighed_because"],
        parents=said["parents"] or "front_door",
        parents_because=said["parents_because"],
        **more,
    )


def _offer(form: Form, name: str, choices: Choices) -> None:
    """The choices of a field, which goes where there are none."""
    offered = form.fields[name]
    assert isinstance(offered, AnyOf)
    offered.choices = list(choices.items())
    if not choices:
        del form.fields[name]
