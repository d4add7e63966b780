"""An agency without a sign-in answers by a link: hashed, good for one answer, for a time, and traced."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings
from sharing_world import GIVEN, Place, address, clock_of, nil

from factories import a_partnership, a_team, an_actor, an_agency
from sightline.access.models import Closure
from sightline.agencies.models import Assignment, PolicySetting, Professional
from sightline.core import clock
from sightline.core.errors import Refused, SightlineError
from sightline.core.models import LedgerEntry
from sightline.outbox.models import Letter
from sightline.people.models import Baby
from sightline.sharing import reaching
from sightline.sharing.answering import answer_by_link, answer_request, enter_telephone_answer
from sightline.sharing.asking import chase
from sightline.sharing.models import InformationLink, InformationRequest, Mailbox, ShareDecision
from sightline.sharing.policy import LINK, is_live
from sightline.sharing.reaching import find_link, keep_mailbox, open_link
from sightline.sharing.said import Call

pytestmark = pytest.mark.django_db
Letters = list[tuple[str, str, dict[str, str]]]


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> Letters:
    """What was posted, in order."""
    posted: Letters = []
    monkeypatch.setattr(reaching, "post", lambda to, kind, values: posted.append((to, kind, dict(values))))
    monkeypatch.setattr(settings, "EMAIL_IS_SET", True)
    return posted


@pytest.fixture
def asked(place: Place, letters: Letters) -> InformationRequest:
    """A request to a housing association of which only the mailbox is known."""
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    [one] = place.ask(an_agency("housing"))
    return one


def token_in(letters: Letters) -> str:
    return letters[-1][2]["link"].rstrip("/").rpartition("/")[2]


def live(letters: Letters) -> InformationLink:
    found = find_link(token_in(letters))
    assert found is not None
    return found


def test_the_link_goes_to_the_mailbox_and_only_its_hash_is_kept(
    asked: InformationRequest, letters: Letters
) -> None:
    [(to, kind, values)] = letters
    assert (to, kind, list(values)) == ("safe@housing.example", "information_link", ["link"])
    token = token_in(letters)
    assert len(token) >= 43
    assert token not in str(InformationLink.unscoped.values().get())
    assert asked.reached_by == "link"
    assert live(letters).of == asked


def test_where_nobody_reads_it_the_clock_is_the_front_doors(asked: InformationRequest) -> None:
    due = clock_of(asked)
    assert (due.owner_agency.sector, due.owner_role) == ("social_care", "front_door_worker")


def test_an_agency_with_a_lead_is_asked_in_sightline_and_sent_no_link(place: Place, letters: Letters) -> None:
    Mailbox.unscoped.create(agency=an_agency("police"), address="safe@police.example", kept_by="test")
    _, asked = place.asked("police")
    assert (asked.reached_by, letters) == ("sightline", [])


@pytest.mark.parametrize("gone", ["assignment", "account"])
def test_a_lead_who_left_is_no_sign_in(place: Place, letters: Letters, gone: str) -> None:
    Mailbox.unscoped.create(agency=an_agency("police"), address="safe@police.example", kept_by="test")
    lead = place.lead("police")
    yesterday = clock.today() - dt.timedelta(days=1)
    if gone == "assignment":
        Assignment.unscoped.filter(professional_id=lead.id).update(to_on=yesterday)
    else:
        Professional.objects.filter(pk=lead.id).update(is_active=False)
    [asked] = place.ask(an_agency("police"))
    assert asked.reached_by == "link"


def test_without_a_mailbox_the_front_door_rings(place: Place, letters: Letters) -> None:
    [asked] = place.ask(an_agency("probation"))
    assert (asked.reached_by, letters) == ("telephone", [])
    assert clock_of(asked).owner_role == "front_door_worker"


def test_where_no_letter_is_sent_a_mailbox_is_no_way(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "EMAIL_IS_SET", False)
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    [asked] = place.ask(an_agency("housing"))
    assert asked.reached_by == "telephone"
    chase(place.door, asked, "", address)
    assert not InformationLink.unscoped.exists()


def test_a_mailbox_does_not_go_round_a_closed_record(place: Place, letters: Letters) -> None:
    Mailbox.unscoped.create(agency=an_agency("police"), address="safe@police.example", kept_by="test")
    lead = place.lead("police")
    Closure.unscoped.create(child=place.baby.person, professional_id=lead.id, because="Her sister.")
    [asked] = place.ask(an_agency("police"))
    assert (asked.reached_by, letters) == ("telephone", [])


def test_it_is_answered_once_under_the_name_given(asked: InformationRequest, letters: Letters) -> None:
    link = live(letters)
    answer = answer_by_link(LINK, link, nil(), "Jo Reed", "housing manager")
    assert (answer.via, answer.by_name, answer.by_id) == ("link", "Jo Reed, housing manager", None)
    assert ShareDecision.unscoped.get(holder=asked.agency).by_name == "Jo Reed, housing manager"
    assert LedgerEntry.ledger.filter(
        actor_id="system:link", event="information_request.answered_by_link"
    ).exists()
    used = live(letters)
    assert not is_live(used)
    with pytest.raises(Refused, match="used, or has expired"):
        answer_by_link(LINK, used, GIVEN, "Jo Reed", "housing manager")
    with pytest.raises(Refused):
        open_link(LINK, used)


def test_two_tabs_of_one_link_answer_once(asked: InformationRequest, letters: Letters) -> None:
    first, second = live(letters), live(letters)
    answer_by_link(LINK, first, nil(), "Jo", "manager")
    with pytest.raises(SightlineError):
        answer_by_link(LINK, second, GIVEN, "Jo", "manager")
    assert InformationRequest.unscoped.get().answer.kind == "nil_known"


def test_who_answers_by_link_gives_a_name_and_a_post(asked: InformationRequest, letters: Letters) -> None:
    for name, post in (("", "manager"), ("Jo", " ")):
        with pytest.raises(SightlineError, match="name"):
            answer_by_link(LINK, live(letters), GIVEN, name, post)


def test_opening_is_traced_and_the_first_time_kept(asked: InformationRequest, letters: Letters) -> None:
    open_link(LINK, live(letters))
    first = live(letters).opened_at
    with clock.at(clock.now() + dt.timedelta(hours=1)):
        open_link(LINK, live(letters))
    assert live(letters).opened_at == first
    traced = LedgerEntry.ledger.filter(event="information_link.opened", outcome="allowed")
    assert traced.count() == 2
    assert traced[0].children.get().child_id == asked.child_id


def test_it_expires_at_its_hour_and_not_before(asked: InformationRequest, letters: Letters) -> None:
    link = live(letters)
    assert link.expires_at - link.sent_at == dt.timedelta(hours=72)
    with clock.at(link.expires_at - dt.timedelta(seconds=1)):
        assert is_live(link)
    with clock.at(link.expires_at):
        assert not is_live(link)
        with pytest.raises(Refused):
            answer_by_link(LINK, link, GIVEN, "Jo", "manager")


@pytest.mark.parametrize(("value", "hours"), [("24", 24), ("0", 72), ("soon", 72), ("5000", 72)])
def test_a_partnership_sets_how_long_a_link_is_good(
    place: Place, letters: Letters, value: str, hours: int
) -> None:
    PolicySetting.unscoped.create(
        partnership=a_partnership(), name="sharing__link_hours", value=value, source="x", set_by="test"
    )
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    place.ask(an_agency("housing"))
    link = live(letters)
    assert link.expires_at - link.sent_at == dt.timedelta(hours=hours)


def test_a_chase_sends_a_new_link_and_ends_the_old(
    place: Place, asked: InformationRequest, letters: Letters
) -> None:
    old = live(letters)
    chase(place.door, asked, "", address)
    assert len(letters) == 2
    assert is_live(live(letters))
    assert not is_live(InformationLink.unscoped.get(pk=old.pk))


def test_an_answer_by_telephone_ends_the_link(
    place: Place, asked: InformationRequest, letters: Letters
) -> None:
    enter_telephone_answer(place.door, asked, GIVEN, Call("they", "Jo Reed", clock.now()))
    assert not is_live(live(letters))
    assert live(letters).replaced_at is not None


def test_a_lead_who_came_since_answers_in_sightline(
    place: Place, asked: InformationRequest, letters: Letters
) -> None:
    answer_request(place.lead("housing"), asked, GIVEN)
    assert not is_live(live(letters))


def test_nobody_signed_in_uses_a_link(place: Place, asked: InformationRequest, letters: Letters) -> None:
    for actor in (place.door, place.lead("housing")):
        with pytest.raises(Refused):
            answer_by_link(actor, live(letters), GIVEN, "Jo", "manager")


def test_a_token_that_was_never_sent_opens_nothing(asked: InformationRequest) -> None:
    assert find_link("x" * 43) is None
    assert find_link("") is None


def test_the_front_doors_manager_keeps_mailboxes_and_a_lead_their_own(place: Place) -> None:
    manager = an_actor("social_care", "front_door_manager")
    keep_mailbox(manager, an_agency("housing"), "a@housing.example")
    keep_mailbox(manager, an_agency("housing"), "b@housing.example")
    assert Mailbox.unscoped.get().address == "b@housing.example"
    lead = place.lead("gp")
    keep_mailbox(lead, an_agency("gp"), "safe@gp.example")
    far = a_partnership("farshire")
    for actor, agency in (
        (lead, an_agency("housing")),
        (place.door, an_agency("housing")),
        (manager, an_agency("gp", "far-gp", far)),
        (an_actor("gp", team=a_team(an_agency("gp"))), an_agency("gp")),
    ):
        with pytest.raises(Refused):
            keep_mailbox(actor, agency, "x@example.org")


def test_the_outbox_holds_the_letter_with_nothing_but_the_link(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "EMAIL_IS_SET", True)
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    place.ask(an_agency("housing"))
    letter = Letter.unscoped.get()
    assert (letter.to, letter.kind, set(letter.values)) == (
        "safe@housing.example", "information_link", {"link"},
    )  # fmt: skip


def test_a_link_opens_nothing_once_the_record_is_sealed(
    place: Place, asked: InformationRequest, letters: Letters
) -> None:
    sent = live(letters)
    Baby.unscoped.filter(pk=place.baby.pk).update(sealed=True)
    assert not is_live(sent)
    with pytest.raises(Refused):
        open_link(LINK, sent)
    with pytest.raises(Refused):
        answer_by_link(LINK, sent, GIVEN, "Pat", "Housing officer")


def test_a_link_opens_nothing_once_the_record_is_closed_to_the_agency(
    place: Place, asked: InformationRequest, letters: Letters
) -> None:
    sent = live(letters)
    Closure.unscoped.create(
        child=place.baby.person, agency=asked.agency, because="The landlord is her uncle."
    )
    assert not is_live(sent)
    chase(place.door, asked, "Still waiting.", address)
    assert len(letters) == 1


def test_a_chase_does_not_go_round_a_lead_to_whom_the_record_is_closed(
    place: Place, letters: Letters
) -> None:
    Mailbox.unscoped.create(agency=an_agency("housing"), address="safe@housing.example", kept_by="test")
    lead = place.lead("housing")
    Closure.unscoped.create(child=place.baby.person, professional_id=lead.id, because="Her niece.")
    [one] = place.ask(an_agency("housing"))
    assert one.reached_by == "telephone"
    chase(place.door, one, "Still waiting.", address)
    assert letters == []
