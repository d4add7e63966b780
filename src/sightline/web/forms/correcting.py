"""The form that puts an entry right: drawn from what its kind may say, filled in with what it says now."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any, ClassVar, Final

from sightline.chronology import codes
from sightline.chronology.kinds import KINDS, Detail
from sightline.chronology.models import Entry
from sightline.core.codes import PRECISIONS, SENSITIVITIES
from sightline.web.forms.fields import Asked, Day, Number, OneOf, Passage, Pick, Words, YesNo
from sightline.web.forms.form import Form
from sightline.web.forms.labels import BOUNDS, LONG, UNITS, label_of
from sightline.web.forms.recording import WHO_SEES

PUT_RIGHT: Final = "Put right: "
"""How the last paragraph of a corrected entry's note begins: what was wrong, and why."""
ABOUT_THE_ENTRY: Final = frozenset({"on", "precision", "note", "sensitivity", "wrong"})


class Correcting(Form):
    """What the entry says, as it stands, and what was wrong with it."""

    not_done: ClassVar[str] = "The entry stands as it was"

    on = Day("Day on which it happened", required=False)
    precision = Pick(
        "How exactly is the day known", PRECISIONS, missing="Choose how exactly the day is known"
    )
    note = Passage("What is written with it", required=False, rows=4)
    sensitivity = OneOf("Who may see it", WHO_SEES, inline=False, missing="Choose who may see it")
    wrong = Passage(
        "What was wrong, and why do you put it right?",
        hint="It stays with the entry. The earlier version is kept and can be read",
        missing="Say what was wrong and why: it stays in the history",
        rows=2,
    )

    def __init__(self, *args: Any, entry: Entry, detail: Detail, about_baby: bool, baby: str) -> None:
        self.entry, self.detail = entry, detail
        super().__init__(*args)
        asked = {
            field.name: _field(entry.kind, field, about_baby, baby) for field in dataclasses.fields(detail)
        }
        self.fields = {**asked, **self.fields}
        self._offer_as_it_stands()
        self.initial = {
            **{name: _as_asked(getattr(detail, name)) for name in asked},
            "on": entry.happened_to,
            "precision": entry.precision,
            "note": note_without_reason(entry.note),
            "sensitivity": entry.sensitivity,
        }

    def _offer_as_it_stands(self) -> None:
        """A sealed entry stays sealed unless somebody chooses otherwise."""
        offered = self.fields["sensitivity"]
        assert isinstance(offered, OneOf)
        offered.choices = list((WHO_SEES | {self.entry.sensitivity: self._sees_now}).items())

    @property
    def _sees_now(self) -> str:
        now = self.entry.sensitivity
        return WHO_SEES.get(now, SENSITIVITIES[now])

    def clean(self) -> dict[str, Any]:
        """A day where one is needed, what fits whom it is about, and something that is different."""
        said = super().clean() or {}
        dated = said.get("precision") not in (None, "order_only")
        if dated and not said.get("on") and "on" not in self.errors:
            self.add_error("on", "Fill in the day, or choose that it is not known")
        if not self.errors and not self.is_different:
            self.add_error(None, "Nothing is different yet. Change what is wrong, or leave this page")
        return said

    @property
    def is_different(self) -> bool:
        """Whether anything but the reason was changed."""
        said, entry = self.cleaned_data, self.entry
        same = (said["note"].strip(), said["sensitivity"]) == (
            note_without_reason(entry.note).strip(),
            entry.sensitivity,
        )
        return not same or bool(self.happened()) or self.corrected() != self.detail

    def corrected(self) -> Detail:
        """What the entry says now."""
        kind = KINDS[self.entry.kind]
        return kind(**{field.name: self._said(field) for field in dataclasses.fields(kind)})

    def _said(self, field: dataclasses.Field[Any]) -> Any:
        value, was = self.cleaned_data[field.name], getattr(self.detail, field.name)
        if value in ("", None):
            return "" if was == "" else None
        return int(value) if _plain(_type_of(self.entry.kind, field.name))[0] is int else value

    def happened(self) -> dict[str, Any]:
        """When it happened, as the action takes it; nothing when the day stays as it was."""
        on, precision = self.cleaned_data["on"], self.cleaned_data["precision"]
        if (on, precision) == (self.entry.happened_to, self.entry.precision):
            return {}
        return {"happened_on": on, "precision": precision}

    def noted(self) -> str:
        """The note, with what was wrong as its last paragraph."""
        said = self.cleaned_data
        reason = f"{PUT_RIGHT}{said['wrong'].strip()}"
        return f"{said['note'].strip()}\n\n{reason}".strip()


def note_without_reason(note: str) -> str:
    """The note as it was written, without what was wrong with the version before."""
    written, begins, _ = note.rpartition(PUT_RIGHT)
    return written.strip() if begins and (written == "" or written.endswith("\n")) else note


def _type_of(kind: str, name: str) -> Any:
    return typing.get_type_hints(KINDS[kind], include_extras=True)[name]


def _plain(annotation: Any) -> tuple[Any, dict[str, str] | None, bool]:
    """The plain type of a field, its codes, and whether it may be left."""
    listed = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, listed = typing.get_args(annotation)
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        parts = typing.get_args(annotation)
        return next(part for part in parts if part is not type(None)), listed, True
    return annotation, listed, False


def _field(kind: str, field: dataclasses.Field[Any], about_baby: bool, baby: str) -> Asked:
    """The field that asks for one thing that the kind may say."""
    plain, listed, may_be_left = _plain(_type_of(kind, field.name))
    label = label_of(kind, field.name).replace("{baby}", baby)
    needed = {"required": False} if may_be_left or plain is str else {"missing": f"{label}: fill it in"}
    if kind == "observation" and field.name == "code":
        listed = codes.BABY_OBSERVATIONS if about_baby else codes.PARENT_OBSERVATIONS
    if listed is not None:
        return Pick(label, listed, empty="Not recorded", **_for_a_code(may_be_left, label))
    if plain in (int, Decimal):
        least, most = BOUNDS[field.name]
        return Number(label, unit=UNITS.get(field.name, ""), least=least, most=most, **needed)
    return _worded(plain, label, needed, long=field.name in LONG)


def _for_a_code(may_be_left: bool, label: str) -> dict[str, Any]:
    return {"required": False} if may_be_left else {"missing": f"{label}: choose one of those listed"}


def _worded(plain: Any, label: str, needed: dict[str, Any], *, long: bool) -> Asked:
    if plain is bool:
        return YesNo(label, **needed)
    if plain is dt.date:
        return Day(label, future=True, **needed)
    return Passage(label, rows=3, **needed) if long else Words(label, **needed)


def _as_asked(value: Any) -> Any:
    """What stands in the entry, as the field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value
