"""Entries are never changed or deleted: the database itself refuses, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from factories import a_baby, an_agency, an_entry, entry_on, received
from sightline.chronology import appending
from sightline.chronology.kinds import Contact, Shared
from sightline.chronology.models import DETAILS, Aside, Entry, EntryPerson, EntrySector, Message
from sightline.chronology.proposals import KeptAside

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored() -> Entry:
    agency = an_agency("midwifery")
    contact = an_entry("b1", Contact(child_seen=True), people=(("spoke_to", "m1"),), source_id="c1")
    shared = an_entry("b1", Shared(), sectors=(("with", "gp"),), ref="c1")
    received(agency, contact, shared, KeptAside("x", "Thing", "No place yet."), body=b"file")
    return Entry.unscoped.get(source_id="c1")


EVERY_TABLE = [
    (Entry, {"note": "changed"}),
    (EntryPerson, {"part": "by"}),
    (EntrySector, {"sector": "police"}),
    (DETAILS["contact"], {"child_seen": False}),
    (Message, {"name": "changed"}),
    (Aside, {"reason": "changed"}),
]


def refused(act: Callable[[], Any]) -> bool:
    try:
        with transaction.atomic():
            act()
    except DatabaseError as error:
        return appending.REFUSAL in str(error)
    return False


@pytest.mark.parametrize(("model", "change"), EVERY_TABLE, ids=lambda one: getattr(one, "__name__", ""))
def test_the_database_refuses_to_change_or_delete(stored: Entry, model: Any, change: dict[str, Any]) -> None:
    rows = model.unscoped.all()
    assert rows.exists()
    assert refused(lambda: rows.update(**change))
    assert refused(lambda: rows._raw_delete(rows.db))


def test_every_table_of_the_chronology_but_growth_has_its_triggers() -> None:
    catalogue = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        laid = {name for (name,) in cursor.fetchall()}
    wanted = {f"{table}_no_{word}" for table in appending.tables() for word in ("update", "delete")}
    assert len(wanted) == 2 * (5 + len(DETAILS))
    assert wanted <= laid


def test_without_the_triggers_the_same_change_would_go_through() -> None:
    """The refusal is the triggers' doing, and of nothing else."""
    entry = entry_on(a_baby().person, Contact())
    appending.lift(connection, appending.tables())
    try:
        Entry.unscoped.filter(pk=entry.pk).update(note="changed")
    finally:
        appending.lay(connection, appending.tables())
    assert refused(lambda: Entry.unscoped.filter(pk=entry.pk).update(note="again"))
