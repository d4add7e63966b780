"""A narrow table a kind, one row an entry, built from the kind's dataclass.

`DETAILS[kind]` is the model. `read(row)` gives the dataclass back, `write(entry, detail)` stores one.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any, Final

from django.db import models

from sightline.chronology.kinds import KINDS, Detail
from sightline.chronology.models.entry import Entry


class EntryDetail(models.Model):
    """What every kind's table shares: it belongs to one entry."""

    entry = models.OneToOneField(
        Entry, on_delete=models.PROTECT, primary_key=True, related_name="%(class)s_detail"
    )

    unscoped: models.Manager[Any] = models.Manager()

    class Meta:
        abstract = True


class Growth(models.Model):
    """SDS and centiles of a measurement, worked out on writing (UK-WHO, corrected for gestation)."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, primary_key=True, related_name="growth")
    weight_sds = models.FloatField(null=True)
    length_sds = models.FloatField(null=True)
    head_sds = models.FloatField(null=True)
    weight_centile = models.FloatField(null=True)
    length_centile = models.FloatField(null=True)
    head_centile = models.FloatField(null=True)
    corrected_age_days = models.IntegerField(null=True)
    chronological_age_days = models.IntegerField(null=True)

    unscoped: models.Manager[Growth] = models.Manager()


def _field(annotation: Any) -> models.Field[Any, Any]:
    """The column that holds a dataclass field of this annotation. All may be null: not recorded."""
    codes: dict[str, str] | None = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, codes = typing.get_args(annotation)
    if typing.get_origin(annotation) in (types.UnionType, typing.Union):
        annotation = next(part for part in typing.get_args(annotation) if part is not type(None))
    if codes is not None:
        return models.CharField(max_length=40, null=True, choices=list(codes.items()))
    return _plain_field(annotation)


def _plain_field(annotation: Any) -> models.Field[Any, Any]:
    if annotation is bool:
        return models.BooleanField(null=True)
    if annotation is int:
        return models.IntegerField(null=True)
    if annotation is Decimal:
        return models.DecimalField(max_digits=8, decimal_places=3, null=True)
    if annotation is dt.date:
        return models.DateField(null=True)
    if annotation is str:
        return models.TextField(null=True)
    raise TypeError(f"No column is known for {annotation!r}.")


def _table(kind: str, detail: type[Detail]) -> type[EntryDetail]:
    hints = typing.get_type_hints(detail, include_extras=True)
    members: dict[str, Any] = {"__module__": __name__, "__doc__": detail.__doc__, "kind": kind}
    members |= {field.name: _field(hints[field.name]) for field in dataclasses.fields(detail)}
    return type(f"{detail.__name__}Detail", (EntryDetail,), members)


DETAILS: Final[dict[str, type[EntryDetail]]] = {kind: _table(kind, detail) for kind, detail in KINDS.items()}


def row_of(entry: Entry, detail: Detail) -> EntryDetail:
    """The row that stores what an entry says; not stored yet."""
    values = {field.name: getattr(detail, field.name) for field in dataclasses.fields(detail)}
    return DETAILS[entry.kind](entry=entry, **values)


def write(entry: Entry, detail: Detail) -> None:
    """Store what the entry says."""
    row_of(entry, detail).save(force_insert=True)


def read(kind: str, row: EntryDetail) -> Detail:
    """What the row says, as the kind's dataclass."""
    detail = KINDS[kind]
    return detail(**{field.name: getattr(row, field.name) for field in dataclasses.fields(detail)})
