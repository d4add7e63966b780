"""Every table is read through somebody's scope, or stands in a short list with the reason why not."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

import pytest
from django.apps import apps
from django.db import models

SCOPES: Final = {
    "people.Baby": "sightline.access.scope.babies_seen_by",
    "access.BreakGlass": "sightline.access.openings.openings_seen_by",
    "access.Involvement": "sightline.access.queries.involved_with",
    "access.Notice": "sightline.access.queries.notices_for",
    "chronology.Entry": "sightline.chronology.queries.entry_seen_by",
    "core.LedgerChild": "sightline.access.queries.looks_at",
    "linkage.Candidate": "sightline.linkage.queries.candidates_seen_by",
    "prompts.Prompt": "sightline.prompts.queries.seen_by",
    "strategy.StrategyRequest": "sightline.strategy.queries.requests_seen_by",
    "strategy.Discussion": "sightline.strategy.queries.discussions_seen_by",
    "exchange.Export": "sightline.exchange.exporting.asking.exports_seen_by",
    "exchange.Upload": "sightline.exchange.importing.uploads.uploads_seen_by",
    "clocks.Clock": "sightline.clocks.queries.seen_by",
    "marks.Sighting": "sightline.marks.queries.seen_by",
    "concerns.ReferralDraft": "sightline.concerns.drafting.drafts_of",
    "concerns.ReferredChild": "sightline.concerns.queries.seen_by",
    "challenge.Challenge": "sightline.challenge.queries.seen_by",
    "challenge.StatementRead": "sightline.challenge.statement.reads_of",
    "challenge.Thanks": "sightline.challenge.queries.thanks_to",
    "meetings.Meeting": "sightline.meetings.queries.seen_by",
    "outbox.EmailChoice": "sightline.outbox.queries.wants_letters",
    "outbox.Letter": "sightline.outbox.queries.letters_seen_by",
    "medicals.Medical": "sightline.medicals.queries.seen_by",
    "medicals.Sample": "sightline.medicals.queries.samples_seen_by",
    "medicals.Sampled": "sightline.medicals.queries.sampled_seen_by",
    "sharing.InformationRequest": "sightline.sharing.queries.seen_by",
    "sharing.Mailbox": "sightline.sharing.queries.mailboxes_seen_by",
    "sharing.ShareDecision": "sightline.sharing.queries.decisions_seen_by",
}
"""A table, and the one function through which a page reads it."""

BELONGS_TO: Final = {
    "chronology.EntryPerson": "chronology.Entry",
    "chronology.EntrySector": "chronology.Entry",
    "chronology.Growth": "chronology.Entry",
    "prompts.Answer": "prompts.Prompt",
    "prompts.Evidence": "prompts.Prompt",
    "core.LedgerEntry": "core.LedgerChild",
    "people.Person": "people.Baby",
    "people.SourcePerson": "people.Baby",
    "people.Identifier": "people.Baby",
    "people.Address": "people.Baby",
    "people.NetworkMember": "people.Baby",
    "linkage.Claim": "linkage.Candidate",
    "clocks.HandBack": "clocks.Clock",
    "clocks.Pause": "clocks.Clock",
    "challenge.Resolution": "challenge.Challenge",
    "challenge.SafetyAction": "challenge.Challenge",
    "challenge.SideView": "challenge.Challenge",
    "challenge.StageReached": "challenge.Challenge",
    "meetings.Attendance": "meetings.Meeting",
    "meetings.Discussion": "meetings.Meeting",
    "meetings.Item": "meetings.Meeting",
    "meetings.MeetingAction": "meetings.Meeting",
    "marks.Account": "marks.Sighting",
    "marks.Carer": "marks.Sighting",
    "marks.Discussion": "marks.Sighting",
    "marks.Hindrance": "marks.Sighting",
    "marks.Mark": "marks.Sighting",
    "marks.Opinion": "marks.Sighting",
    "marks.OtherChild": "marks.Sighting",
    "marks.ParentsAnswer": "marks.Sighting",
    "strategy.Attendee": "strategy.Discussion",
    "strategy.Dissent": "strategy.Discussion",
    "strategy.SharedThere": "strategy.Discussion",
    "strategy.StrategyAction": "strategy.Discussion",
    "concerns.NotKnown": "concerns.ReferredChild",
    "concerns.Rating": "concerns.ReferredChild",
    "concerns.Referral": "concerns.ReferredChild",
    "concerns.ReferredAdult": "concerns.ReferredChild",
    "medicals.Consent": "medicals.Medical",
    "medicals.Examination": "medicals.Medical",
    "medicals.FollowUp": "medicals.Medical",
    "medicals.MedicalAdult": "medicals.Medical",
    "medicals.Opinion": "medicals.Medical",
    "medicals.Review": "medicals.Sampled",
    "medicals.Told": "medicals.Medical",
    "sharing.Answer": "sharing.InformationRequest",
    "sharing.AskedAdult": "sharing.InformationRequest",
    "sharing.Chase": "sharing.InformationRequest",
    "sharing.InformationLink": "sharing.InformationRequest",
    "sharing.ParentsTold": "concerns.ReferredChild",
    "sharing.PassedOn": "sharing.ShareDecision",
    "sharing.StandingKept": "concerns.ReferredChild",
}
"""Tables that are read only with what they belong to, which is scoped; so is each kind's own table."""

NOT_READ_ON_PAGES: Final = {
    "access.Closure": "invisible: it only takes away",
    "access.Handover": "the note goes with the involvements that it moved",
    "access.OpenMatter": "what is open on a baby, asked once the baby's page is open",
    "access.StaffPerson": "invisible: it only takes away",
    "chronology.Aside": "kept as it came; counted, never shown",
    "chronology.Message": "kept as it came; never shown",
    "clocks.DigestDay": "which day's digests were sent, of nobody",
    "core.LedgerBlock": "hashes, of nobody",
    "core.LedgerMember": "hashes, of nobody",
    "prompts.Evaluation": "which day was evaluated, of nobody",
    "prompts.Postponed": "a queue of the system",
}
"""Tables about children that no page lists, and why."""

OF_NO_CHILD: Final = {"agencies", "projection"}
"""Rooms whose tables say who works where, and what signals read: no page reads the second for a person."""
ROOM: Final = "sightline."


def room_of(model: type[models.Model]) -> str:
    """The room in which a model is written."""
    return model.__module__.split(".")[1]


def named(model: type[models.Model]) -> str:
    """`room.Model`."""
    return f"{room_of(model)}.{model.__name__}"


def ours() -> list[type[models.Model]]:
    """Every model of ours, proxies and join tables too."""
    every = apps.get_models(include_auto_created=True)
    return [model for model in every if model.__module__.startswith(ROOM)]


def details() -> set[str]:
    """The tables of the kinds of entry, which belong to the entry."""
    from sightline.chronology.models import Entry

    return {
        named(one.related_model)
        for one in Entry._meta.related_objects
        if one.one_to_one and one.name.endswith("_detail")
    }


def without_a_place(models_: list[type[models.Model]]) -> set[str]:
    """Models that have neither a scope, nor belong to one that has, nor stand in the list."""
    placed = set(SCOPES) | set(BELONGS_TO) | set(NOT_READ_ON_PAGES) | details()
    return {named(model) for model in models_ if room_of(model) not in OF_NO_CHILD} - placed


def with_an_unscoped_default(models_: list[type[models.Model]]) -> set[str]:
    """Models whose default manager hides that it reads past the scope."""
    return {named(model) for model in models_ if _default(model) not in ("unscoped", "ledger")}


def _default(model: type[models.Model]) -> str:
    manager: Any = model._default_manager
    return str(manager.name)


def test_every_model_has_a_scope_or_a_place_in_the_list() -> None:
    for name, reason in NOT_READ_ON_PAGES.items():
        print(f"{name}: {reason}")
    left = without_a_place(ours())
    assert not left, f"Say in this file through whose scope these are read: {left}"


def test_nothing_is_listed_that_is_not_there() -> None:
    known = {named(model) for model in ours()}
    assert (set(SCOPES) | set(BELONGS_TO) | set(NOT_READ_ON_PAGES)) - known == set()
    assert set(BELONGS_TO.values()) <= set(SCOPES)
    assert len(NOT_READ_ON_PAGES) <= 12


@pytest.mark.parametrize("path", SCOPES.values())
def test_every_scope_is_a_function_that_asks_who_acts(path: str) -> None:
    module, _, name = path.rpartition(".")
    scope = getattr(import_module(module), name)
    assert scope.__code__.co_varnames[0] == "actor"


def test_no_default_manager_reads_past_the_scope_unseen() -> None:
    assert with_an_unscoped_default(ours()) == {"agencies.Professional"}, (
        "Only django-allauth's own user keeps `objects`, as its sign-in needs it."
    )


def test_a_planted_model_is_found() -> None:
    class Secret(models.Model):
        """A table that nobody placed."""

        class Meta:
            app_label = "people"

        __module__ = "sightline.people.secrets"

    try:
        assert without_a_place([Secret]) == {"people.Secret"}
        assert with_an_unscoped_default([Secret]) == {"people.Secret"}
    finally:
        del apps.all_models["people"]["secret"]
        apps.clear_cache()
