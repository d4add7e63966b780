"""Refusing what would not fit: PostgreSQL would not take it, and nothing may be cut silently."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from django.db import models

from sightline.chronology.proposals import RefusedFile


def refuse_what_is_too_long(rows: Iterable[models.Model]) -> None:
    """Raise RefusedFile, naming the field, if a text is longer than its column."""
    for row in rows:
        for name, longest in _limits(type(row)):
            length = len(getattr(row, name) or "")
            if length > longest:
                raise RefusedFile(f"'{name}' has {length} characters; at most {longest} can be kept.")


@cache
def _limits(model: type[models.Model]) -> tuple[tuple[str, int], ...]:
    fields = (field for field in model._meta.concrete_fields if isinstance(field, models.CharField))
    return tuple((field.attname, field.max_length) for field in fields if field.max_length and field.editable)
