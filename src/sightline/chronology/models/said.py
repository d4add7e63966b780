"""Reading what many entries say, whatever their kinds, in one query.

Each kind has a table of its own. One statement takes a row from each as a JSON array of its columns, so that
a page makes the same number of queries for one kind of entry as for twenty-five.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import typing
import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from typing import Any, Final

from django.db import connection, models

from sightline.chronology.kinds import KINDS, Detail
from sightline.chronology.models.details import DETAILS
from sightline.chronology.models.entry import Entry

AT_ONCE: Final = 5000
_ARRAY: Final = {"sqlite": "json_array", "postgresql": "json_build_array"}

Reader = Callable[[Any], Any]


def details_of(entries: Iterable[Entry]) -> dict[uuid.UUID, Detail]:
    """What each entry says, by entry id: one query for every 5,000 entries, of whatever kinds."""
    kinds = [(entry.pk, entry.kind) for entry in entries]
    said: dict[uuid.UUID, Detail] = {}
    for start in range(0, len(kinds), AT_ONCE):
        said.update(_said(kinds[start : start + AT_ONCE]))
    return said


def _said(kinds: list[tuple[uuid.UUID, str]]) -> dict[uuid.UUID, Detail]:
    by_kind: dict[str, list[uuid.UUID]] = defaultdict(list)
    for key, kind in kinds:
        by_kind[kind].append(key)
    statement = " UNION ALL ".join(_select(connection.vendor, kind, len(by_kind[kind])) for kind in by_kind)
    keys = [_stored(key) for ids in by_kind.values() for key in ids]
    with connection.cursor() as cursor:
        cursor.execute(statement, keys)
        rows = cursor.fetchall()
    return {_key(entry): _detail(kind, json.loads(columns)) for entry, kind, columns in rows}


def _select(vendor: str, kind: str, count: int) -> str:
    """Names come from our own tables, never from outside; ids are bound."""
    columns = ", ".join(f'"{name}"' for name in _columns(kind))
    places = ", ".join(["%s"] * count)
    table = DETAILS[kind]._meta.db_table
    array = f"CAST({_ARRAY[vendor]}({columns}) AS TEXT)"
    return f"""SELECT entry_id, '{kind}', {array} FROM "{table}" WHERE entry_id IN ({places})"""


@cache
def _columns(kind: str) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(KINDS[kind]))


def _detail(kind: str, columns: list[Any]) -> Detail:
    readers = _readers(kind)
    make: Callable[..., Detail] = KINDS[kind]
    return make(
        **{
            name: None if value is None else readers[name](value)
            for name, value in zip(_columns(kind), columns, strict=True)
        }
    )


@cache
def _readers(kind: str) -> dict[str, Reader]:
    """How each column comes back from JSON: a day from its text, yes or no from 1 or 0."""
    return {name: _reader(DETAILS[kind]._meta.get_field(name)) for name in _columns(kind)}


def _reader(field: Any) -> Reader:
    if isinstance(field, models.DateField):
        return dt.date.fromisoformat
    if isinstance(field, models.BooleanField):
        return bool
    if isinstance(field, models.DecimalField):
        places = Decimal(1).scaleb(-field.decimal_places)
        return lambda value: Decimal(str(value)).quantize(places)
    return lambda value: value


def _stored(key: uuid.UUID) -> Any:
    return typing.cast(Any, Entry._meta.pk).get_db_prep_value(key, connection)


def _key(stored: Any) -> uuid.UUID:
    return stored if isinstance(stored, uuid.UUID) else uuid.UUID(stored)
