"""The forms of a front-door meeting."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from sightline.agencies.models import Assignment
from sightline.agencies.roles import ROLES
from sightline.meetings.owners import Holder
from sightline.web.forms.fields import AnyOf, Day, Passage, Pick, Words
from sightline.web.forms.form import Form


class Calling(Form):
    """When to meet."""

    not_done = "No meeting is called yet"

    held_on = Day("On which day?", future=True, missing="Say on which day you meet")


class Attending(Form):
    """Who came."""

    not_done = "Who came is not saved yet"

    came = AnyOf("Who is here?", {}, required=False)

    def __init__(self, *args: Any, invited: Iterable[Assignment], **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["came"]
        assert isinstance(field, AnyOf)
        field.choices = [(str(one.professional_id), _words(one)) for one in invited]

    def who(self) -> list[uuid.UUID]:
        """Those who were ticked."""
        return [uuid.UUID(key) for key in self.cleaned_data["came"]]


def _words(one: Assignment) -> str:
    return f"{one.professional.name}, {ROLES[one.role].lower()}, {one.team.agency.name}"


class Noting(Form):
    """What was said."""

    not_done = "This is not saved yet"

    words = Passage("What was said?", rows=3, missing="Write what was said")


class GivingOut(Form):
    """Who does what by when."""

    not_done = "This is not given out yet"

    what = Words(
        "What is to be done?",
        hint="Whoever does it may not have the record: name no child",
        missing="Say what is to be done",
        width="",
        max_length=300,
    )
    owner = Pick("Who does it?", {}, missing="Choose who does it")
    due_on = Day("By which day?", future=True, missing="Say by which day")

    def __init__(self, *args: Any, holders: Iterable[Holder], **more: Any) -> None:
        super().__init__(*args, **more)
        self.holders = {one.key: one for one in holders}
        field = self.fields["owner"]
        assert isinstance(field, Pick)
        field.choices = [("", "Choose"), *((key, one.words) for key, one in self.holders.items())]

    @property
    def holder(self) -> Holder:
        """Who was chosen."""
        return self.holders[self.cleaned_data["owner"]]
