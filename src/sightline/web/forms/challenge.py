"""The forms of a professional challenge."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, ClassVar

from django.http import QueryDict

from sightline.challenge.codes import CHANGED, SAFE_NOW, THANKED_FOR
from sightline.challenge.matter import Matter
from sightline.challenge.thanking import Thankable
from sightline.challenge.written import (
    Safety,
    Settled,
    WrittenChallenge,
    missing_of,
    missing_of_end,
    missing_of_safety,
)
from sightline.core import ids
from sightline.web.forms.fields import AnyOf, Day, OneOf, Passage, Pick, Words
from sightline.web.forms.form import Form


def _what_keeps_safe(hint: str = "") -> Words:
    return Words("What keeps the child safe meanwhile?", hint=hint, required=False, width="", max_length=300)


class Challenging(Form):
    """What somebody disagrees with, and what they ask for. What is missing, the room itself says."""

    not_done = "Nothing is sent yet. What you typed is kept"
    meanwhile: ClassVar[tuple[str, ...]] = ("safety_what", "safety_who", "safety_by", "safety_time")

    whom = OneOf("Whom do you challenge?", {}, inline=False, missing="Choose whom you challenge")
    what = Passage(
        "What do you disagree with?", hint="What was decided, or was not done", rows=3, required=False
    )
    why = Passage(
        "Why?", hint="What you have seen or heard, when, and what it may mean for the child", required=False
    )
    asked = Passage("What do you ask for?", hint="Who should do what", rows=2, required=False)
    safe_now = OneOf("Is the child safe now?", SAFE_NOW, required=False)
    safety_what = _what_keeps_safe()
    safety_who = Words("Who does it?", required=False, width="", max_length=200)
    safety_by = Day("By which day?", future=True, required=False)
    safety_time = Words("At what time, if it matters", required=False, width="10", max_length=40)

    def __init__(self, data: QueryDict | None, *, matter: Matter, **more: Any) -> None:
        super().__init__(data, **more)
        self.form_key = _key(data)
        offered = self.fields["whom"]
        assert isinstance(offered, OneOf)
        offered.choices = [(one.key, one.words) for one in matter.challenged]
        if len(matter.challenged) == 1:
            del self.fields["whom"]
        self.only = matter.challenged[0].key if len(matter.challenged) == 1 else ""

    @property
    def whom_key(self) -> str:
        """Whom it is put to: the one chosen, or the only one there is."""
        return str(self.cleaned_data.get("whom") or self.only)

    def clean(self) -> dict[str, Any]:
        """Everything that must be said is said."""
        said = super().clean() or {}
        for name, words in missing_of(self._written(said)).items():
            if name not in self.errors:
                self.add_error(name, words.rstrip("."))
        return said

    def written(self) -> WrittenChallenge:
        """The challenge as it is typed."""
        return self._written(self.cleaned_data)

    def _written(self, said: dict[str, Any]) -> WrittenChallenge:
        plain = {name: said.get(name, "") for name in ("what", "why", "asked", "safe_now")}
        return WrittenChallenge(**plain, form_key=self.form_key, safety=safety_in(said))


def _key(data: QueryDict | None) -> uuid.UUID:
    """The key that the form was drawn with; a new one for a new form, or for one that was tampered with."""
    try:
        return uuid.UUID(str(data.get("form_key", ""))) if data else ids.new_id()
    except ValueError:
        return ids.new_id()


def safety_in(said: dict[str, Any]) -> Safety:
    """Who does what by when, as it is typed."""
    return Safety(
        said.get("safety_what", ""),
        said.get("safety_who", ""),
        said.get("safety_by"),
        said.get("safety_time", ""),
    )


class Viewing(Form):
    """How one side sees it."""

    not_done = "Your view is not saved yet"

    words = Passage(
        "How do you see it?",
        hint="Both sides read it. It stays as you write it; you may add to it later",
        missing="Write how your side sees it",
    )


class KeepingSafe(Form):
    """Who does what by when."""

    not_done = "This is not saved yet"

    safety_what = _what_keeps_safe()
    safety_who = Words("Who does it?", required=False, width="", max_length=200)
    safety_by = Day("By which day?", future=True, required=False)
    safety_time = Words("At what time, if it matters", required=False, width="10", max_length=40)

    def clean(self) -> dict[str, Any]:
        """All but the time."""
        said = super().clean() or {}
        for name, words in missing_of_safety(safety_in(said)).items():
            if name not in self.errors:
                self.add_error(name, words.rstrip("."))
        return said


class GoingFurther(Form):
    """Why it goes to the next stage."""

    not_done = "It stays at this stage"

    because = Passage("Why does it go further now?", missing="Say why it goes further now", rows=2)


class Settling(Form):
    """What was agreed."""

    not_done = "This is not saved yet"

    agreed = Passage("What was agreed?", hint="Who does what, by when", required=False, rows=3)
    changed = OneOf("What becomes of what was challenged?", CHANGED, inline=False, required=False)
    effect = Passage("What does it mean for the child?", required=False, rows=2)
    to_learn = AnyOf(
        "Others could learn from this", {"yes": "Yes, from how it went or what it was about"}, required=False
    )

    def clean(self) -> dict[str, Any]:
        """All three are said."""
        said = super().clean() or {}
        for name, words in missing_of_end(self._settled(said)).items():
            if name not in self.errors:
                self.add_error(name, words.rstrip("."))
        return said

    def settled(self) -> Settled:
        """The end as it is typed."""
        return self._settled(self.cleaned_data)

    def _settled(self, said: dict[str, Any]) -> Settled:
        plain = {name: said.get(name, "") for name in ("agreed", "changed", "effect", "because")}
        return Settled(**plain, to_learn=bool(said.get("to_learn")))


class DecidingAbove(Settling):
    """What the lead above both decides."""

    not_done = "Nothing is decided yet"

    because = Passage("Reasons", hint="Both sides read them", missing="Give the reasons", rows=3)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["agreed"].label = "What is decided?"
        self.order_fields(["agreed", "because", "changed", "effect", "to_learn"])


class Declining(Form):
    """Why what was written is not what was agreed."""

    not_done = "Nothing is sent yet"

    because = Passage("Why do you not confirm it?", missing="Say why: the other side reads it", rows=2)


class Confirming(Form):
    """Nothing to fill in: to confirm is to press the button."""


class Thanking(Form):
    """A line of thanks."""

    not_done = "Your thanks are not sent yet"

    whom = Pick("Whom do you thank?", {}, missing="Choose whom you thank")
    what_for = OneOf("What for?", THANKED_FOR, inline=False, missing="Say what you thank them for")
    words = Words(
        "Your line",
        hint="They read it without the child’s name: name no child",
        missing="Write a line: it is what they read",
        width="",
        max_length=300,
    )

    def __init__(self, *args: Any, offered: Iterable[Thankable] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["whom"]
        assert isinstance(field, Pick)
        field.choices = [("", "Choose"), *((one.key, one.words) for one in offered)]
