"""Answering a question on its page and beside a contact; what is asked of others is not found."""

from __future__ import annotations

import pytest

from factories import a_baby, an_actor, an_adult, open_to
from sightline.chronology.actions import record
from sightline.chronology.kinds import Injury, Relationship
from sightline.core import clock
from sightline.people.models import NetworkMember
from sightline.prompts.models import Answer, Prompt

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def marnie(visitor):
    baby = a_baby("Marnie", "Askew", born_days_ago=60)
    open_to(visitor, baby)
    return baby


@pytest.fixture
def prompt(visitor, marnie):
    """The question that a bruise on a baby who does not move about raises, in the same transaction."""
    record(visitor, marnie.person, Injury("bruise", site="left cheek"), happened_on=clock.today())
    return Prompt.unscoped.get(child=marnie.person, point="non-mobile-injury")


def test_a_bruise_brings_its_question_to_the_page(visitor, marnie, prompt, sign_in):
    said = sign_in(visitor).get(f"/babies/{marnie.pk}/").content.decode()
    assert "has a mark: has the front door been rung" in said
    assert "does not diagnose, grade or exclude" in said
    assert f"/questions/{prompt.pk}/?answer=acted_on" in said


def test_the_question_stands_first_on_my_babies(visitor, marnie, prompt, sign_in):
    said = sign_in(visitor).get("/babies/").content.decode()
    assert "to answer today" in said
    assert "Nothing is asked of you today" not in said


def test_an_answer_is_chosen_on_the_page_and_saved(visitor, marnie, prompt, sign_in):
    client = sign_in(visitor)
    said = client.get(f"/questions/{prompt.pk}/?answer=acted_on").content.decode()
    assert said.count(" checked") == 1
    client.post(f"/questions/{prompt.pk}/", {"answer": "acted_on", "words": "Rang the front door"})
    assert Answer.unscoped.get().words == "Rang the front door"
    assert "No question waiting" in client.get(f"/babies/{marnie.pk}/").content.decode()


def test_why_it_does_not_fit_is_asked_for(visitor, prompt, sign_in):
    said = sign_in(visitor).post(f"/questions/{prompt.pk}/", {"answer": "does_not_fit"}).content.decode()
    assert "Say in a line why it does not fit" in said
    assert not Answer.unscoped.exists()


def test_an_entirely_empty_answer_shows_what_is_missing(visitor, prompt, sign_in):
    said = sign_in(visitor).post(f"/questions/{prompt.pk}/", {}).content.decode()
    assert "Choose one of the four answers" in said


def test_a_question_asked_of_others_is_not_found(prompt, marnie, sign_in):
    surgery = an_actor("gp")
    open_to(surgery, marnie)
    assert sign_in(surgery).get(f"/questions/{prompt.pk}/").status_code == 404


def test_a_contact_answers_a_question_in_the_same_save_and_leaves_another(visitor, marnie, prompt, sign_in):
    mother = an_adult("Jodie", "Askew")
    NetworkMember.unscoped.get_or_create(child=marnie.person, person=mother, through="relationship")
    to_her = (("to", marnie.person),)
    record(visitor, marnie.person, Relationship("mother"), about=mother, people=to_her)
    told = {"how": "home", "present": [str(mother.pk)], "seen": "awake"}
    answered = {f"{prompt.pk}-answer": "acted_on", f"{prompt.pk}-words": "Seen by a paediatrician"}
    client = sign_in(visitor)
    said = client.post(f"/babies/{marnie.pk}/record/contact/", told | answered, follow=True).content.decode()
    assert "One question answered." in said
    prompt.refresh_from_db()
    assert prompt.state == "answered"


def test_nothing_is_saved_when_one_answer_lacks_its_words(visitor, marnie, prompt, sign_in):
    told = {"how": "home", "present": ["nobody"], "seen": "no", f"{prompt.pk}-answer": "already_known"}
    said = sign_in(visitor).post(f"/babies/{marnie.pk}/record/contact/", told).content.decode()
    assert "Say in a line where it is written" in said
    assert not Answer.unscoped.exists()
