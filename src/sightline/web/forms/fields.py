"""The fields of our forms, each drawn by an NHS.UK component.

A field owns its label, hint and error in words. `missing` is what is said when a required field is empty: it
says what to do.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, Final, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import BaseValidator
from django.forms.boundfield import BoundField
from markupsafe import Markup

from sightline.core import clock
from sightline.web.rendering import component

Choices = Mapping[str, str]
NOT_RECORDED: Final = ""


class Asked(forms.Field):
    """What every field shares: its component and how it is drawn."""

    component: ClassVar[str] = "input"

    def __init__(self, label: str, *, hint: str = "", missing: str = "", **options: Any) -> None:
        self.hint, self.missing = hint, missing
        options.setdefault("required", bool(missing))
        messages = {"required": missing} if missing else {}
        super().__init__(label=label, error_messages=messages, **options)

    def drawn(self, bound: BoundField) -> Markup:
        """The field as HTML, with what was typed and what is wrong with it."""
        return component(self.component, self.parameters(bound))

    def parameters(self, bound: BoundField) -> dict[str, Any]:
        """What the component is told."""
        told: dict[str, Any] = {"id": bound.html_name, "name": bound.html_name}
        if self.hint:
            told["hint"] = {"text": self.hint}
        if bound.errors:
            told["errorMessage"] = {"text": bound.errors[0]}
        return told | self.labelled() | self.filled(bound)

    def labelled(self) -> dict[str, Any]:
        """The label, or the legend of a group."""
        return {"label": {"text": self.label}}

    def filled(self, bound: BoundField) -> dict[str, Any]:
        """What stands in the field already."""
        value = bound.value()
        return {"value": "" if value is None else str(value)}


class Words(Asked, forms.CharField):
    """A line of text."""

    def __init__(self, label: str, *, width: str = "30", **options: Any) -> None:
        super().__init__(label, **options)
        self.width = width

    def labelled(self) -> dict[str, Any]:
        """A label and how wide the answer is likely to be."""
        return super().labelled() | {"width": self.width, "autocomplete": "off"}


class Passage(Asked, forms.CharField):
    """Several lines of text, kept as they were typed."""

    component = "textarea"

    def __init__(self, label: str, *, rows: int = 4, **options: Any) -> None:
        super().__init__(label, **options)
        self.rows = rows

    def labelled(self) -> dict[str, Any]:
        """A label and how many rows to begin with."""
        return super().labelled() | {"rows": str(self.rows)}


class Number(Asked, forms.DecimalField):
    """A number with its unit, within bounds that catch a slip of the hand."""

    def __init__(self, label: str, *, unit: str = "", least: float, most: float, **options: Any) -> None:
        low, high = Decimal(str(least)), Decimal(str(most))
        super().__init__(label, min_value=low, max_value=high, max_digits=8, decimal_places=3, **options)
        self.unit = unit
        said = f"{label} is between {least:g} and {most:g} {unit}".strip()
        self.error_messages |= {"invalid": f"{said}, in figures: check what you typed"}
        for validator in self.validators:
            if isinstance(validator, BaseValidator):
                validator.message = f"{said}: check the figure and its unit"

    def labelled(self) -> dict[str, Any]:
        """A label and the unit behind the figure."""
        told = super().labelled() | {"width": "5", "inputmode": "decimal", "autocomplete": "off"}
        return told | ({"suffix": self.unit} if self.unit else {})


class Grouped(Asked):
    """A field drawn as a group: its label is a legend, and its first input bears its id."""

    def parameters(self, bound: BoundField) -> dict[str, Any]:
        """What the component is told; an id on the group would be the first input's over again."""
        told = super().parameters(bound)
        del told["id"]
        return told

    def labelled(self) -> dict[str, Any]:
        """A legend."""
        return {"fieldset": {"legend": {"text": self.label}}}


class OneOf(Grouped, forms.ChoiceField):
    """One of a few, as radio buttons."""

    component = "radios"

    def __init__(self, label: str, choices: Choices, *, inline: bool = True, **options: Any) -> None:
        super().__init__(label, choices=list(choices.items()), **options)
        self.inline = inline
        self.error_messages["invalid_choice"] = f"{label}: choose one of those listed"

    def filled(self, bound: BoundField) -> dict[str, Any]:
        """The items, the chosen one marked."""
        value = "" if bound.value() is None else str(bound.value())
        items = [_item(key, said, key == value) for key, said in pairs_of(self)]
        inline = self.inline and len(items) < 5
        return {"idPrefix": bound.html_name, "items": items, "small": True, "inline": inline}


class AnyOf(Grouped, forms.MultipleChoiceField):
    """Any of several, as boxes to tick."""

    component = "checkboxes"

    def __init__(self, label: str, choices: Choices, **options: Any) -> None:
        super().__init__(label, choices=list(choices.items()), **options)

    def filled(self, bound: BoundField) -> dict[str, Any]:
        """The items, the ticked ones marked."""
        ticked = {str(value) for value in bound.value() or ()}
        items = [_item(key, said, key in ticked) for key, said in pairs_of(self)]
        return {
            "idPrefix": bound.html_name,
            "items": items,
            "small": True,
            "formGroup": {"classes": "across"},
        }


class Pick(Asked, forms.ChoiceField):
    """One of many, as a list that opens."""

    component = "select"

    def __init__(self, label: str, choices: Choices, *, empty: str = "Choose", **options: Any) -> None:
        listed = [(NOT_RECORDED, empty), *choices.items()]
        super().__init__(label, choices=listed, **options)
        self.error_messages["invalid_choice"] = f"{label}: choose one of those listed"

    def filled(self, bound: BoundField) -> dict[str, Any]:
        """The items, the chosen one marked."""
        value = "" if bound.value() is None else str(bound.value())
        return {"items": [{"value": k, "text": v, "selected": k == value} for k, v in pairs_of(self)]}


class YesNo(OneOf):
    """Yes, no, or not recorded, which is neither."""

    def __init__(self, label: str, *, yes: str = "Yes", no: str = "No", **options: Any) -> None:
        super().__init__(label, {"yes": yes, "no": no}, **options)

    def clean(self, value: Any) -> bool | None:
        """True, False, or None when it was left."""
        said = super().clean(value)
        return None if said == NOT_RECORDED else said == "yes"


class _ThreeBoxes(forms.Widget):
    """Reads a day from three boxes."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        return {part: str(data.get(f"{name}-{part}", "")).strip() for part in ("day", "month", "year")}

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return f"{name}-day" not in data


class Day(Grouped):
    """A day, in three boxes. A day that has not come yet is refused unless `future` is allowed."""

    component = "date-input"
    widget = _ThreeBoxes

    def __init__(self, label: str, *, future: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.future = future

    def clean(self, value: Any) -> dt.date | None:
        """The day; None when all three boxes are empty and it need not be given."""
        boxes: dict[str, str] = value or {}
        if not any(boxes.values()):
            if self.required:
                raise ValidationError(self.missing)
            return None
        day = _day_in(boxes, str(self.label))
        if not self.future and day > clock.today():
            raise ValidationError(
                f"{self.label}: {day:%d %B %Y} has not come yet. Check the day and the year"
            )
        return day

    def filled(self, bound: BoundField) -> dict[str, Any]:
        """The three boxes as they stand."""
        boxes = _boxes_of(bound.value())
        name = bound.html_name
        return {
            "items": [
                {
                    "id": name if part == "day" else f"{name}-{part}",
                    "name": f"{name}-{part}",
                    "label": part.title(),
                    "value": boxes[part],
                    "width": width,
                }
                for part, width in (("day", "2"), ("month", "2"), ("year", "4"))
            ]
        }


def _boxes_of(value: Any) -> dict[str, str]:
    if isinstance(value, dt.date):
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}
    return value or {"day": "", "month": "", "year": ""}


def _day_in(boxes: Mapping[str, str], label: str) -> dt.date:
    lacking = [part for part, text in boxes.items() if not text]
    if lacking:
        raise ValidationError(f"{label}: the {' and the '.join(lacking)} is missing. Fill in all three boxes")
    try:
        return dt.date(int(boxes["year"]), int(boxes["month"]), int(boxes["day"]))
    except ValueError as error:
        said = "/".join(boxes[part] for part in ("day", "month", "year"))
        raise ValidationError(f"{label}: {said} is not a day. Write it like 24 11 2026") from error


def _item(value: str, text: str, checked: bool) -> dict[str, Any]:
    return {"value": value, "text": text, "checked": checked}


def pairs_of(field: forms.ChoiceField) -> list[tuple[str, str]]:
    """The choices of a field as pairs of code and words; our fields have no groups of choices."""
    return [(str(key), str(said)) for key, said in cast(Iterable[tuple[Any, Any]], field.choices)]
