"""What every form that records an entry shares: the day, who may see it, and what it makes of the answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final

from sightline.chronology.kinds import Detail
from sightline.core import clock
from sightline.core.actors import Actor
from sightline.web.forms.fields import AnyOf, Day, OneOf, Passage, Pick, pairs_of
from sightline.web.forms.form import Form

PRECISION: Final = {
    "exact": "On this day",
    "week": "In the week that ends on this day",
    "month": "In the month that ends on this day",
}
WHO_SEES: Final = {
    "shared": "As the policy shares it",
    "restricted": "Restricted: only those who weigh the whole picture",
}


@dataclass(frozen=True, slots=True)
class Told:
    """What a form makes of the answers: one entry to record. People are ids of those around the baby."""

    detail: Detail
    note: str = ""
    about: str = ""
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What the form needs to know of the page: the baby's name, the people around, who writes."""

    baby: str
    people: Mapping[str, str] = field(default_factory=dict)
    actor: Actor | None = None


class Recording(Form):
    """A form that records one entry. The day is filled in; it and who may see it wait in the fold."""

    not_done = "Nothing is saved yet"
    fold_title: ClassVar[str] = "Another day, or who may see it"
    folded: ClassVar[tuple[str, ...]] = ("on", "precision", "sensitivity")
    people_fields: ClassVar[tuple[str, ...]] = ()

    on = Day("Day on which it happened", hint="Today, unless you change it", required=False)
    precision = Pick("How exactly is the day known", PRECISION, empty="On this day", required=False)
    sensitivity = OneOf("Who may see it", WHO_SEES, inline=False, required=False)

    def __init__(self, *args: Any, setting: Setting, **options: Any) -> None:
        self.setting = setting
        super().__init__(*args, **options)
        self.fields["on"].initial = clock.today()
        self.fields["sensitivity"].initial = "shared"
        for name in self.people_fields:
            self._offer_people(name)
        self.order_fields([*self.first, *self.behind])
        for bound in self.fields.values():
            bound.label = str(bound.label).replace("{baby}", setting.baby)

    def _offer_people(self, name: str) -> None:
        offered = self.fields[name]
        people = list(self.setting.people.items())
        if isinstance(offered, Pick):
            offered.choices = [*pairs_of(offered), *people]
        elif isinstance(offered, AnyOf):
            offered.choices = [*people, *pairs_of(offered)]

    def told(self) -> list[Told]:
        """The entries to record. Call it on a valid form."""
        raise NotImplementedError

    def happened(self) -> dict[str, Any]:
        """When it happened, as the action takes it."""
        on: dt.date = self.cleaned_data["on"] or clock.today()
        return {"happened_on": on, "precision": self.cleaned_data["precision"] or "exact"}

    @property
    def who_may_see(self) -> str:
        """The sensitivity chosen."""
        return str(self.cleaned_data["sensitivity"] or "shared")


def note_field(label: str = "Anything else, in the words that were used") -> Passage:
    """Free text. No rule reads it."""
    return Passage(label, required=False, rows=3)
