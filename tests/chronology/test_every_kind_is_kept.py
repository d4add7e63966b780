"""Whatever an entry can say comes back as it was sent, for every kind there is."""

from __future__ import annotations

import dataclasses
import datetime as dt
import types
import typing
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import a_person, an_agency, an_entry, received
from sightline.chronology.codes import KIND_LABELS
from sightline.chronology.kinds import KINDS, Detail
from sightline.chronology.models import DETAILS, Entry, details_of
from sightline.chronology.models.details import read

pytestmark = pytest.mark.django_db

VALUES: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: st.integers(0, 30_000),
    str: st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30),
    dt.date: st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    Decimal: st.decimals(0, 9999, places=3),
}


def value_of(annotation: Any) -> st.SearchStrategy[Any]:
    codes: dict[str, str] | None = None
    if typing.get_origin(annotation) is typing.Annotated:
        annotation, codes = typing.get_args(annotation)
    optional = typing.get_origin(annotation) in (types.UnionType, typing.Union)
    if optional:
        annotation = next(part for part in typing.get_args(annotation) if part is not type(None))
    plain = VALUES[annotation] if codes is None else st.sampled_from(sorted(codes))
    return st.none() | plain if optional else plain


def detail_of(kind: str) -> st.SearchStrategy[Detail]:
    hints = typing.get_type_hints(KINDS[kind], include_extras=True)
    fields = {field.name: value_of(hints[field.name]) for field in dataclasses.fields(KINDS[kind])}
    return st.builds(KINDS[kind], **fields)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(details=st.tuples(*(detail_of(kind) for kind in KINDS)))
def test_what_was_sent_is_read_back_the_same_in_either_way(details: tuple[Detail, ...]) -> None:
    sent = [an_entry("b1", detail) for detail in details]
    receipt = received(an_agency("midwifery"), a_person("b1", kind="baby"), *sent)
    entries = Entry.unscoped.in_bulk(receipt.entry_ids)
    said = details_of(entries.values())
    by_source = {entry.source_id: key for key, entry in entries.items()}
    for proposal in sent:
        entry = entries[by_source[proposal.source_id]]
        assert said[entry.pk] == proposal.detail
        assert read(entry.kind, DETAILS[entry.kind].unscoped.get(pk=entry.pk)) == proposal.detail


def test_every_kind_has_a_label_and_a_table() -> None:
    assert set(KINDS) == set(KIND_LABELS) == set(DETAILS)
