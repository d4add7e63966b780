"""The statement that invites challenge, and that it was read out where a decision was made together."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from sightline.access.keys import own_id
from sightline.challenge.matter import Matter
from sightline.challenge.models import StatementRead
from sightline.challenge.policy import may_read_out
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.unit import current

FILE: Final = Path(__file__).with_name("statement.yaml")


@dataclass(frozen=True, slots=True)
class Statement:
    """The words, sentence by sentence as they are read out, and their version."""

    version: str
    title: str
    words: tuple[str, ...]


@cache
def statement() -> Statement:
    """The statement as it stands now."""
    kept: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return Statement(kept["version"], kept["title"], tuple(kept["words"]))


@action("statement.read", may=may_read_out)
def tick_read(actor: Actor, matter: Matter) -> StatementRead:
    """Say that the statement was read out there. Twice is once; each person ticks for themselves."""
    read, _ = StatementRead.unscoped.get_or_create(
        process=matter.process,
        process_id=matter.process_id,
        version=statement().version,
        by_id=own_id(actor),
        defaults={"child": matter.child},
    )
    current().note(f"statement_read:{read.pk}", str(matter.child.pk))
    return read


def reads_of(actor: Actor, process: str, process_id: uuid.UUID) -> list[StatementRead]:
    """Who ticked that it was read out there, the first first. The actor was found the thing itself before."""
    rows = StatementRead.unscoped.filter(process=process, process_id=process_id)
    return list(rows.select_related("by").order_by("at", "id"))
