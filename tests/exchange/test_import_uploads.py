"""Uploading a file for one's own agency, and seeing what came of it."""

from __future__ import annotations

from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult
from import_samples import contacts

from factories import an_actor, an_agency
from sightline.agencies.roles import ROLES
from sightline.chronology.models import Entry
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerEntry
from sightline.exchange import reading
from sightline.exchange.importing import tasks
from sightline.exchange.importing.uploads import UPLOADS, find_upload, submit, uploads_seen_by
from sightline.exchange.models import UPLOAD_STATES, UPLOAD_STEPS, Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday")]


def work(upload: Upload) -> Upload:
    """Do what the worker does with the upload."""
    queued: Any = tasks.bring_in
    queued.func(str(upload.pk))
    return Upload.unscoped.get(pk=upload.pk)


def test_an_upload_waits_in_the_queue_and_the_ledger_says_who_sent_it() -> None:
    actor = an_actor(role="administrator")
    upload = submit(actor, "a.csv", contacts(), False)
    assert (upload.state, upload.agency_id, upload.is_finished) == ("waiting", actor.agency_id, False)
    (queued,) = DBTaskResult.objects.all()
    assert queued.args_kwargs["args"] == [str(upload.pk)]
    entry = LedgerEntry.ledger.get(event="upload.submitted")
    assert (entry.actor_id, entry.records) == (actor.id, [f"upload:{upload.pk}"])


def test_what_was_uploaded_is_stored_for_the_uploader_s_agency() -> None:
    upload = work(submit(an_actor(role="safeguarding_lead"), "a.csv", contacts(), False))
    assert (upload.state, upload.records, upload.result["accepted"]) == ("done", 1, 1)
    assert upload.is_finished
    assert bytes(upload.data) == b""
    assert Entry.unscoped.get().agency == upload.agency


def test_a_dry_run_of_an_upload_stores_nothing() -> None:
    upload = work(submit(an_actor(role="administrator"), "a.csv", contacts(), True))
    assert (upload.state, upload.result["accepted"]) == ("done", 1)
    assert not Entry.unscoped.exists()


def test_a_refused_upload_keeps_every_fault() -> None:
    upload = work(submit(an_actor(role="administrator"), "a.csv", contacts(*["1,b1,x,y,z,,"] * 7), False))
    assert upload.state == "refused"
    assert len(upload.faults) == 21
    assert upload.result["refusals"][0]["line"] == 2
    assert upload.records is None


def test_an_upload_that_was_read_is_not_read_again() -> None:
    upload = work(submit(an_actor(role="administrator"), "a.csv", contacts(), False))
    finished = upload.finished_at
    assert work(upload).finished_at == finished
    assert LedgerEntry.ledger.filter(event="upload.finished").count() == 1


@pytest.mark.parametrize("role", sorted(set(ROLES) - UPLOADS))
def test_other_roles_neither_upload_nor_see_uploads(role: str) -> None:
    upload = submit(an_actor(role="administrator"), "a.csv", contacts(), False)
    other = an_actor(role=role)
    with pytest.raises(Refused):
        submit(other, "a.csv", contacts(), False)
    assert not uploads_seen_by(other).exists()
    with pytest.raises(Unfindable):
        find_upload(other, upload.pk)


def test_an_administrator_sees_their_own_agency_s_uploads_and_no_other_s() -> None:
    an_agency("gp")
    first = submit(an_actor(role="administrator"), "a.csv", contacts(), False)
    second = submit(an_actor(role="safeguarding_lead"), "b.csv", contacts(), True)
    stranger = an_actor("gp", role="administrator")
    assert list(uploads_seen_by(an_actor(role="administrator"))) == [second, first]
    assert not uploads_seen_by(stranger).exists()
    with pytest.raises(Unfindable):
        find_upload(stranger, first.pk)


def test_a_file_too_large_or_empty_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    actor = an_actor(role="administrator")
    with pytest.raises(SightlineError, match="empty"):
        submit(actor, "a.csv", b" \n", False)
    monkeypatch.setattr(reading, "MOST_BYTES", 10)
    with pytest.raises(SightlineError, match="50 MiB"):
        submit(actor, "a.csv", contacts(), False)
    assert not Upload.unscoped.exists()


def test_every_state_of_an_upload_has_its_steps_and_two_of_them_end_it() -> None:
    assert UPLOAD_STEPS.keys() == UPLOAD_STATES.keys()
    assert {state for state, steps in UPLOAD_STEPS.items() if not steps} == {"done", "refused"}
