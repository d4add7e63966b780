"""The signal tables as models, built from `signals.tables`: one definition, here and on every engine."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.db import models

from sightline.agencies.models import Agency
from sightline.chronology.codes import KIND_LABELS
from sightline.core import clock
from sightline.core.models import Record
from sightline.signals.tables import PREFIX, TABLES, Column, Table

_FIELDS: Final[dict[str, type[models.Field[Any, Any]]]] = {
    "text": models.TextField,
    "day": models.IntegerField,
    "instant": models.BigIntegerField,
    "int": models.IntegerField,
    "real": models.FloatField,
    "flag": models.BooleanField,
}


class SignalRow(models.Model):
    """What every signal table shares: a key of its own, and no meaning beyond its columns."""

    unscoped: models.Manager[Any] = models.Manager()

    class Meta:
        abstract = True


class SupplyPromise(Record):
    """That an agency said it will send entries of a kind: until then silence means that nothing is sent."""

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="supply_promises")
    kind = models.CharField(max_length=30, choices=list(KIND_LABELS.items()))
    since = models.DateTimeField(default=clock.now)

    unscoped: ClassVar[models.Manager[SupplyPromise]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agency", "kind"], name="one_promise_a_kind")]


def _column(column: Column) -> models.Field[Any, Any]:
    return _FIELDS[column.type](null=not column.required)


def _indexes(table: Table) -> list[models.Index]:
    names = {column.name for column in table.columns}
    wanted = [("about_id",), ("entry_id",), ("child_id",), ("to_id",), ("partnership",)]
    return [
        models.Index(fields=list(fields), name=f"ix_{table.name[:14]}_{fields[0][:10]}")
        for fields in wanted
        if set(fields) <= names
    ]


def _model(table: Table) -> type[SignalRow]:
    meta = type("Meta", (), {"db_table": PREFIX + table.name, "indexes": _indexes(table), "managed": True})
    members: dict[str, Any] = {"__module__": __name__, "__doc__": table.meaning, "Meta": meta}
    members |= {column.name: _column(column) for column in table.columns}
    return type(f"Signal{table.name.title().replace('_', '')}", (SignalRow,), members)


SIGNAL_MODELS: Final[dict[str, type[SignalRow]]] = {table.name: _model(table) for table in TABLES}
