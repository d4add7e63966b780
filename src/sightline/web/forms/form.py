"""A form as our pages draw it: what is asked first, what is folded, and a summary of what is wrong."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from markupsafe import Markup

from sightline.web.forms.fields import Asked
from sightline.web.rendering import component


class Form(forms.Form):
    """Fields in order; those named in `folded` wait behind `fold_title`."""

    folded: ClassVar[tuple[str, ...]] = ()
    fold_title: ClassVar[str] = "More, if there is more"
    not_done: ClassVar[str] = "Nothing is saved yet"

    def draw(self, name: str) -> Markup:
        """One field."""
        bound = self[name]
        assert isinstance(bound.field, Asked)
        return bound.field.drawn(bound)

    @property
    def first(self) -> list[str]:
        """The names of the fields that stand open."""
        return [name for name in self.fields if name not in self.folded]

    @property
    def behind(self) -> list[str]:
        """The names of the folded fields."""
        return [name for name in self.fields if name in self.folded]

    @property
    def fold_is_open(self) -> bool:
        """Whether the fold hides a fault or something typed, and so stands open."""
        return any(self[name].errors or self._is_typed(self[name]) for name in self.behind)

    @property
    def required_count(self) -> int:
        """How many fields must be filled."""
        return sum(field.required for field in self.fields.values())

    def summary(self) -> Markup:
        """What is wrong, why, and the way to each field; empty when nothing is."""
        if not self.is_bound or not self.errors:
            return Markup("")
        faults = [
            {"text": error, "href": f"#{self[name].html_name}"} if name != "__all__" else {"text": error}
            for name, errors in self.errors.items()
            for error in errors
        ]
        return component("error-summary", {"titleText": self.not_done, "errorList": faults})

    def _is_typed(self, bound: BoundField) -> bool:
        value: Any = bound.value()
        if isinstance(value, dict):
            value = any(value.values())
        return self.is_bound and bool(value) and value != bound.initial
