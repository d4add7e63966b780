"""Recording: what is asked, what is said when something is missing, and that nothing typed is lost."""

from __future__ import annotations

import pytest

from factories import a_baby, an_actor, an_adult, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import Relationship
from sightline.chronology.models import Entry
from sightline.core import clock
from sightline.people.models import NetworkMember
from sightline.web.forms.record_contact import ContactForm
from sightline.web.forms.record_kinds import RECORDS
from sightline.web.forms.recording import Setting

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew")
    open_to(visitor, baby)
    return baby


@pytest.fixture
def jodie(visitor, marnie):
    person = an_adult("Jodie", "Askew")
    NetworkMember.unscoped.get_or_create(child=marnie.person, person=person, through="relationship")
    to_her = (("to", marnie.person),)
    record(
        visitor, marnie.person, Relationship("mother"), about=person, people=to_her, happened_on=clock.today()
    )
    return person


def test_a_contact_asks_four_things_at_most():
    assert ContactForm(setting=Setting("Marnie")).required_count <= 4


@pytest.mark.parametrize("kind", RECORDS)
def test_an_entirely_empty_form_shows_what_is_missing(kind, visitor, marnie, jodie, sign_in):
    response = sign_in(visitor).post(f"/babies/{marnie.pk}/record/{kind}/", {})
    said = response.content.decode()
    assert response.status_code == 200
    assert "Nothing is saved yet" in said
    assert "nhsuk-error-message" in said


@pytest.mark.parametrize("kind", ["contact", "injury", "statement"])
def test_the_pages_that_may_be_urgent_begin_with_whom_to_ring(kind, visitor, marnie, sign_in):
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/record/{kind}/").content.decode()
    assert said.index("Saving this page tells nobody") < said.index("<form method")
    assert "999" in said


def contact(jodie, **more):
    return {
        "how": "home",
        "present": [str(jodie.pk)],
        "seen": "awake",
        "life": "Wakes at two.",
        "draft": "d1",
    } | more


def test_a_contact_is_saved_with_who_was_there_and_the_day_filled_in(visitor, marnie, jodie, sign_in):
    response = sign_in(visitor).post(f"/babies/{marnie.pk}/record/contact/", contact(jodie), follow=True)
    said = response.content.decode()
    entry = Entry.unscoped.get(kind="contact")
    assert entry.happened_to == clock.today()
    assert entry.author_name == "Ruth Adeyemi"
    assert [part.source_person.person_id for part in entry.people.all()] == [jodie.pk]
    assert "Saved" in said
    assert "It told nobody." in said
    assert "Wakes at two." in said.split("<textarea")[1]


def test_the_same_draft_sent_twice_is_saved_once(visitor, marnie, jodie, sign_in):
    client = sign_in(visitor)
    for _ in range(2):
        client.post(f"/babies/{marnie.pk}/record/contact/", contact(jodie))
    assert Entry.unscoped.filter(kind="contact").count() == 1


def test_a_weight_in_the_fold_is_saved_with_the_contact(visitor, marnie, jodie, sign_in):
    sign_in(visitor).post(f"/babies/{marnie.pk}/record/contact/", contact(jodie, weight_kg="4.24"))
    assert Entry.unscoped.filter(kind="measurement").count() == 1


def test_a_weight_in_grams_is_caught_and_what_was_typed_stays(visitor, marnie, jodie, sign_in):
    told = contact(jodie, weight_kg="4240")
    said = sign_in(visitor).post(f"/babies/{marnie.pk}/record/contact/", told).content.decode()
    assert "Weight is between 0.3 and 30 kg" in said
    assert "4240" in said
    assert "Wakes at two." in said
    assert not Entry.unscoped.filter(kind="contact").exists()


def test_a_mark_is_recorded_with_the_words_that_were_used(visitor, marnie, sign_in):
    told = {
        "injury": "bruise",
        "site": "left cheek",
        "explanation": "He rolled on a toy",
        "explanation_fits": "unclear",
    }
    response = sign_in(visitor).post(f"/babies/{marnie.pk}/record/injury/", told, follow=True)
    assert "He rolled on a toy" in response.content.decode()
    assert Entry.unscoped.filter(kind="injury").exists()


def test_a_day_that_has_not_come_is_refused_in_words(visitor, marnie, sign_in):
    tomorrow = {"on-day": "1", "on-month": "1", "on-year": "2999", "weight_kg": "4.2"}
    said = sign_in(visitor).post(f"/babies/{marnie.pk}/record/measurement/", tomorrow).content.decode()
    assert "has not come yet" in said


def test_somebody_new_comes_into_the_record_with_what_is_known(visitor, marnie, sign_in):
    told = {"about": "new", "identity": "described", "described_as": "Ty, about 30", "type": "partner"}
    sign_in(visitor).post(f"/babies/{marnie.pk}/record/relationship/", told)
    entry = Entry.unscoped.get(kind="relationship")
    assert entry.about.person_id != marnie.pk


def test_a_described_man_without_a_description_is_asked_for(visitor, marnie, sign_in):
    told = {"about": "new", "identity": "described", "type": "partner"}
    said = sign_in(visitor).post(f"/babies/{marnie.pk}/record/relationship/", told).content.decode()
    assert "Write how they are described" in said


def test_what_is_said_of_a_baby_is_not_said_of_a_parent(visitor, marnie, jodie, sign_in):
    told = {"about": str(jodie.pk), "code": "excessive_crying"}
    said = sign_in(visitor).post(f"/babies/{marnie.pk}/record/observation/", told).content.decode()
    assert "is not said of an adult" in said


def test_a_page_of_no_kind_is_not_found(visitor, marnie, sign_in):
    assert sign_in(visitor).get(f"/babies/{marnie.pk}/record/score/").status_code == 404
