"""The invented county, made small: each family that raises a question, and a few ordinary ones."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import transaction

from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.demo import families
from sightline.demo.county import ensure_county
from sightline.demo.twists import TWISTS
from sightline.people.models import Baby, SourcePerson
from sightline.prompts.models import Prompt

SMALL = len(TWISTS) + 8
OWN_KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[2-9A-Z]{3}-[2-9A-Z]{3}\b")
MORNING = dt.datetime(2026, 11, 23, 10, 0, tzinfo=clock.LONDON)


@contextmanager
def made() -> Iterator[None]:
    """The county, made small within a transaction, and gone afterwards."""
    with pytest.MonkeyPatch.context() as patch, clock.at(MORNING), transaction.atomic():
        patch.setattr(families, "BABIES", SMALL)
        ensure_county()
        yield
        transaction.set_rollback(True)


def fingerprint() -> Counter[tuple[Any, ...]]:
    """What stands in the county, without the keys that are new each time."""
    entries = Entry.unscoped.values_list(
        "source_id",
        "kind",
        "agency__code",
        "about__person__nhs_number",
        "about__key",
        "happened_to",
        "recorded_at",
        "known_at",
        "note",
    )
    people = SourcePerson.unscoped.values_list(
        "key", "agency__code", "given_name", "family_name", "born_from"
    )
    asked = Prompt.unscoped.values_list("point", "tempo", "state", "raised_on", "child__nhs_number")
    told = Baby.unscoped.values_list("person__nhs_number", "born_on", "safe_contact", "named_gp__name")
    return Counter(map(_without_own_keys, [*entries, *people, *asked, *told]))


def _without_own_keys(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """What the county's staff write has keys of its own, and a number to read out, new each time."""
    return tuple(OWN_KEY.sub("", part) if isinstance(part, str) else part for part in row)
