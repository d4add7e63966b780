"""Putting an entry right, taking it back, and putting a disagreement beside another agency's."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal

import pytest

from factories import a_baby, a_mother, an_actor, an_agency, entry_on, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import KINDS, Appointment, Injury, Measurement, Observation
from sightline.chronology.models import Entry, details_of
from sightline.core import clock
from sightline.core.models import LedgerEntry
from sightline.web.forms.correcting import PUT_RIGHT, Correcting, note_without_reason
from sightline.web.forms.labels import BOUNDS, label_of

pytestmark = pytest.mark.django_db
WRONG = "The scales were read in pounds."


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew")
    open_to(visitor, baby)
    return baby


@pytest.fixture
def weighed(visitor, marnie):
    return record(
        visitor,
        marnie.person,
        Measurement(weight_kg=Decimal("9.3")),
        happened_on=clock.today() - dt.timedelta(days=3),
        note="At home.",
    )


def address(marnie, entry):
    return f"/babies/{marnie.pk}/entries/{entry.pk}/correct/"


def as_it_stands(entry, **changed):
    """What a browser sends when nothing was changed but what is given."""
    detail = details_of([entry])[entry.pk]
    form = Correcting(entry=entry, detail=detail, about_baby=True, baby="Marnie")
    said = {}
    for name in form.fields:
        value = form[name].value()
        if isinstance(value, dt.date):
            said |= {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}
        else:
            said[name] = "" if value is None else value
    return said | changed


def test_the_form_is_filled_in_with_the_entry_as_it_stands(visitor, marnie, weighed, sign_in):
    said = sign_in(visitor).get(address(marnie, weighed)).content.decode()
    assert 'value="9.3"' in said
    assert "At home." in said
    assert f'value="{weighed.happened_to.day}"' in said


def test_a_correction_replaces_the_entry_and_the_old_version_can_be_read(visitor, marnie, weighed, sign_in):
    told = as_it_stands(weighed, weight_kg="4.22", wrong=WRONG)
    response = sign_in(visitor).post(address(marnie, weighed), told, follow=True)
    made = Entry.unscoped.get(replaces=weighed)
    assert details_of([made])[made.pk] == Measurement(weight_kg=Decimal("4.22"))
    assert (made.happened_from, made.happened_to) == (weighed.happened_from, weighed.happened_to)
    said = response.content.decode()
    assert "4.22" in said
    assert "9.3" in said.split("Earlier versions")[1]
    assert WRONG in said
    assert LedgerEntry.ledger.filter(event="entry.corrected", outcome="allowed").exists()


def test_the_reason_is_asked_again_and_does_not_pile_up_in_the_note(visitor, marnie, weighed, sign_in):
    client = sign_in(visitor)
    client.post(address(marnie, weighed), as_it_stands(weighed, weight_kg="4.22", wrong=WRONG))
    made = Entry.unscoped.get(replaces=weighed)
    assert made.note == f"At home.\n\n{PUT_RIGHT}{WRONG}"
    client.post(address(marnie, made), as_it_stands(made, weight_kg="4.2", wrong="Read again."))
    assert Entry.unscoped.get(replaces=made).note == f"At home.\n\n{PUT_RIGHT}Read again."


def test_words_that_only_mention_putting_right_stay_in_the_note():
    assert note_without_reason("She said: Put right: tomorrow") == "She said: Put right: tomorrow"
    assert note_without_reason("At home.") == "At home."
    assert note_without_reason(f"One.\n\n{PUT_RIGHT}two") == "One."


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"weight_kg": "4.22"}, "Say what was wrong and why"),
        ({"wrong": WRONG}, "Nothing is different yet"),
        ({"weight_kg": "4220", "wrong": WRONG}, "Weight is between 0.3 and 30 kg"),
        ({"on-day": "", "wrong": WRONG}, "the day is missing"),
        ({"on-day": "", "on-month": "", "on-year": "", "wrong": WRONG}, "Fill in the day"),
        ({"on-year": "2999", "wrong": WRONG}, "has not come yet"),
    ],
)
def test_what_cannot_be_saved_says_why_and_loses_nothing(changed, told, visitor, marnie, weighed, sign_in):
    sent = as_it_stands(weighed, note="Written with care.", **changed)
    if told.startswith("Nothing"):
        sent["note"] = weighed.note
    response = sign_in(visitor).post(address(marnie, weighed), sent)
    said = response.content.decode()
    assert response.status_code == 200
    assert told in said
    assert "The entry stands as it was" in said
    assert sent["note"] in said
    assert not Entry.unscoped.filter(replaces=weighed).exists()


def test_an_entirely_empty_form_shows_what_is_missing(visitor, marnie, weighed, sign_in):
    said = sign_in(visitor).post(address(marnie, weighed), {}).content.decode()
    assert "Say what was wrong and why" in said


def test_only_the_day_may_be_wrong(visitor, marnie, weighed, sign_in):
    day = weighed.happened_to - dt.timedelta(days=1)
    told = as_it_stands(weighed, wrong="It was the day before.")
    told |= {"on-day": day.day, "on-month": day.month, "on-year": day.year, "precision": "week"}
    sign_in(visitor).post(address(marnie, weighed), told)
    made = Entry.unscoped.get(replaces=weighed)
    assert (made.happened_from, made.happened_to) == (day - dt.timedelta(days=6), day)


def test_two_who_put_the_same_entry_right_lose_nothing_that_was_typed(visitor, marnie, weighed, sign_in):
    client = sign_in(visitor)
    client.post(address(marnie, weighed), as_it_stands(weighed, weight_kg="4.22", wrong=WRONG))
    made = Entry.unscoped.get(replaces=weighed)
    late = as_it_stands(weighed, weight_kg="4.3", wrong="I read 4.3 on the card.")
    said = client.post(address(marnie, weighed), late).content.decode()
    assert "put right or taken back already" in said
    assert "I read 4.3 on the card." in said
    assert address(marnie, made) in said
    assert Entry.unscoped.filter(kind="measurement").count() == 2


def test_a_colleague_of_the_agency_may_put_it_right(marnie, weighed, sign_in):
    colleague = an_actor("health_visiting", name="Tom Okell")
    sign_in(colleague).post(address(marnie, weighed), as_it_stands(weighed, weight_kg="4.2", wrong=WRONG))
    assert Entry.unscoped.get(replaces=weighed).author_name == "Tom Okell"


def test_another_agency_is_refused_in_words_and_in_the_ledger(marnie, weighed, sign_in):
    midwife = an_actor("midwifery")
    open_to(midwife, marnie)
    response = sign_in(midwife).post(address(marnie, weighed), as_it_stands(weighed, wrong=WRONG))
    assert response.status_code == 403
    assert "add a disagreement beside it" in response.content.decode()
    assert LedgerEntry.ledger.get(outcome="refused").actor_id == midwife.id
    assert not Entry.unscoped.filter(replaces=weighed).exists()


def test_another_agency_puts_a_disagreement_beside_it(marnie, weighed, sign_in):
    midwife = an_actor("midwifery")
    open_to(midwife, marnie)
    client = sign_in(midwife)
    page = f"/babies/{marnie.pk}/entries/{weighed.pk}/"
    asked = client.get(page).content.decode()
    assert "Add a disagreement beside it" in asked
    assert address(marnie, weighed) not in asked
    client.post(page, {"by": "ours", "words": "Our scales said 4.2 that day."})
    beside = Entry.unscoped.get(kind="disagreement")
    assert (beside.ref_id, beside.agency.sector, beside.people.count()) == (weighed.pk, "midwifery", 0)
    said = client.get(page).content.decode()
    assert "Our scales said 4.2 that day." in said
    assert not Entry.unscoped.filter(replaces=weighed).exists()


def test_a_mothers_view_stands_beside_it_under_her_name(visitor, marnie, weighed, sign_in):
    mother = a_mother(marnie, "Jodie", "Askew")
    client = sign_in(visitor)
    page = f"/babies/{marnie.pk}/entries/{weighed.pk}/"
    client.post(page, {"by": str(mother.pk), "words": "She was dressed."})
    assert "Jodie Askew sees it otherwise" in client.get(page).content.decode()


def test_what_was_taken_back_is_not_put_right(visitor, marnie, weighed, sign_in):
    client = sign_in(visitor)
    page = f"/babies/{marnie.pk}/entries/{weighed.pk}/"
    assert client.post(page, {"because": ""}).status_code == 200
    client.post(page, {"because": "Another baby."})
    back = Entry.unscoped.get(replaces=weighed)
    said = client.get(f"/babies/{marnie.pk}/entries/{back.pk}/").content.decode()
    assert "Another baby." in said
    assert "Put it right" not in said
    assert client.get(address(marnie, back)).status_code == 404


def test_an_entry_of_another_baby_is_not_found(visitor, marnie, sign_in):
    other = entry_on(a_baby("Ash").person, Measurement(weight_kg=Decimal(4)))
    response = sign_in(visitor).get(address(marnie, other))
    assert response.status_code == 404
    assert LedgerEntry.ledger.filter(outcome="refused", event="page.asked").exists()


def test_a_stranger_finds_no_form(marnie, weighed, sign_in):
    assert sign_in(an_actor("gp")).get(address(marnie, weighed)).status_code == 404


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_every_kind_has_words_and_bounds(kind):
    for field in dataclasses.fields(KINDS[kind]):
        assert label_of(kind, field.name)
        if "int" in str(field.type) or "Decimal" in str(field.type):
            assert field.name in BOUNDS


@pytest.mark.parametrize(
    "detail",
    [
        Appointment("midwifery", "not_brought"),
        Injury("bruise", "left cheek", None, "He rolled", "unclear", False),
        Observation("excessive_crying", "high", True),
    ],
)
def test_putting_right_only_the_note_leaves_what_it_says(detail, visitor, marnie, sign_in):
    agency = an_agency("health_visiting")
    entry = entry_on(marnie.person, detail, agency=agency)
    told = as_it_stands(entry, note="Added.", wrong="The note was left out.")
    response = sign_in(visitor).post(address(marnie, entry), told)
    assert response.status_code == 302
    made = Entry.unscoped.get(replaces=entry)
    assert details_of([made])[made.pk] == detail
