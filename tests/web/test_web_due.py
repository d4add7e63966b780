"""What is due on the pages: one's own, the team's, the agency's; one clock; the night and its sheet."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from typing import Any

import pytest
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import a_baby, a_partnership, a_team, an_actor, an_agency, open_to
from sightline.agencies.models import Cover, DutyNumber, Professional
from sightline.clocks.actions import pause_clock
from sightline.clocks.climbing import climb
from sightline.clocks.handing_back import hand_back
from sightline.clocks.models import Clock, HandBack
from sightline.clocks.queries import Due
from sightline.clocks.rules import Rule, rules
from sightline.clocks.running import Owner, start_clock
from sightline.concerns.drafting import begin_draft, keep_typed
from sightline.concerns.models import ReferredChild
from sightline.concerns.referring import send_referral
from sightline.concerns.written import Written, WrittenChild
from sightline.core import clock, ids
from sightline.core.actors import TICK, Actor
from sightline.core.models import LedgerChild, LedgerEntry
from sightline.core.unit import unit
from sightline.people.models import Baby
from sightline.web.due_words import due_words, limit_words

pytestmark = pytest.mark.django_db
URGENT = {
    "worry": "A round bruise on her left cheek.",
    "safe_now": "no",
    "where_now": "At her aunt’s, 4 Elm Row",
    "call_back": "01632 960 200",
}


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def manager(door: Actor) -> Actor:
    return an_actor("social_care", "front_door_manager", name="Mo Manager")


@pytest.fixture
def night() -> Actor:
    team = a_team(an_agency("social_care"), "Emergency duty")
    return an_actor("social_care", "emergency_duty_worker", team=team, name="Grace Muir")


@pytest.fixture
def baby(visitor: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(visitor, found)
    return found


@pytest.fixture
def referred(visitor: Actor, door: Actor, baby: Baby) -> ReferredChild:
    """Sent short and urgent: the front door decides, the visitor completes."""
    sent = send_referral(visitor, Written((WrittenChild(baby.person),), is_urgent=True, **URGENT))
    return sent.children.get()


def decision(referred: ReferredChild) -> Clock:
    return Clock.unscoped.get(rule="referral_decision", process_id=referred.pk)


def late(owned: Clock, days: int = 10) -> Clock:
    Clock.unscoped.filter(pk=owned.pk).update(due_at=clock.now() - dt.timedelta(days=days))
    return Clock.unscoped.get(pk=owned.pk)


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    return answer.content.decode()


# The list


def test_each_tab_is_a_link_and_shows_whose_it_says(
    sign_in: Any, visitor: Actor, referred: ReferredChild
) -> None:
    client = sign_in(visitor)
    mine = page(client, "/due/")
    assert "Complete an urgent referral that was sent short" in mine
    assert f"/referrals/sent/{referred.referral_id}/" in mine
    assert "Decide on a referral" not in mine
    colleague = sign_in(an_actor("health_visiting", name="Lin Colleague"))
    assert "Nothing is due from you" in page(colleague, "/due/")
    theirs = page(colleague, "/due/?whose=team")
    assert "Marnie Askew" in theirs
    assert "Ruth Adeyemi, Team One" in theirs
    assert 'aria-current="page">My team' in theirs


def test_what_is_overdue_comes_first_and_what_stands_still_last(
    sign_in: Any, door: Actor, manager: Actor, referred: ReferredChild, baby: Baby
) -> None:
    pause_clock(manager, late(a_clock(baby, "conference")), "The family is abroad.")
    late(a_clock(baby, "assessment_complete"))
    said = page(sign_in(door), "/due/")
    order = [said.index(rules()[rule].title + "<") for rule in ("assessment_complete", "referral_decision")]
    assert [*order, said.index(rules()["conference"].title + "<")] == sorted(
        [*order, said.index(rules()["conference"].title + "<")]
    )
    assert "Stands still" in said
    assert "one is overdue" in said


def test_the_list_is_filtered_by_rule_and_by_overdue(
    sign_in: Any, door: Actor, referred: ReferredChild, baby: Baby
) -> None:
    late(a_clock(baby, "assessment_complete"))
    client = sign_in(door)
    assert titles(page(client, "/due/")) == {"Complete the assessment", rules()["referral_decision"].title}
    assert titles(page(client, "/due/?late=yes")) == {"Complete the assessment"}
    assert titles(page(client, "/due/?rule=referral_decision")) == {rules()["referral_decision"].title}
    assert "Nothing in this list fits" in page(client, "/due/?rule=referral_decision&late=yes")
    assert titles(page(client, "/due/?rule=no-such&whose=nobody&page=x&late=1")) == titles(
        page(client, "/due/")
    )


def test_a_long_list_has_pages_that_keep_what_was_asked(sign_in: Any, door: Actor, baby: Baby) -> None:
    open_to(door, baby)
    many(baby, 60, due=clock.now() - dt.timedelta(days=3))
    client = sign_in(door)
    assert "Page 1 of 3" in page(client, "/due/?whose=team&late=yes")
    assert "whose=team&amp;late=yes&amp;page=3" in page(client, "/due/?whose=team&late=yes&page=2")
    assert "Page 3 of 3" in page(client, "/due/?whose=team&page=99")


def test_who_covers_is_named_and_reads_what_is_due_as_their_own(
    sign_in: Any, visitor: Actor, referred: ReferredChild
) -> None:
    colleague = an_actor("health_visiting", name="Lin Colleague")
    Cover.unscoped.create(
        away_id=visitor.id, covering_id=colleague.id, to_on=clock.today() + dt.timedelta(days=3)
    )
    assert "Lin Colleague, covering for Ruth Adeyemi until" in page(sign_in(colleague), "/due/")


def test_a_child_whose_page_is_not_open_is_not_named_but_what_is_due_is_there(
    sign_in: Any, baby: Baby
) -> None:
    lead = an_actor("police", "safeguarding_lead")
    a_clock(baby, "information_request", sector="police", role="safeguarding_lead")
    said = page(sign_in(lead), "/due/")
    assert "A child whose page is not open to you" in said
    assert "Askew" not in said
    assert not LedgerChild.ledger.filter(entry__event="due.looked").exists()
    assert "Askew" not in page(sign_in(lead), f"/due/{Clock.unscoped.get().pk}/")


def test_a_draft_leads_its_writer_to_it_its_manager_to_the_baby_and_no_colleague_to_either(
    sign_in: Any, visitor: Actor, baby: Baby
) -> None:
    draft = begin_draft(visitor, baby.person)
    keep_typed(visitor, draft, "worry", {"worry": ["Secret words"]}, True)
    assert f"/drafts/{draft.pk}/check/" in page(sign_in(visitor), "/due/")
    managers = page(sign_in(an_actor("health_visiting", "team_manager")), "/due/?whose=team")
    assert str(draft.pk) not in managers
    assert f"/babies/{baby.pk}/" in managers
    theirs = page(sign_in(an_actor("health_visiting")), "/due/?whose=team")
    assert f"/babies/{baby.pk}/" not in theirs


def test_the_list_is_in_the_ledger_with_the_children_that_it_named(
    sign_in: Any, visitor: Actor, baby: Baby, referred: ReferredChild
) -> None:
    page(sign_in(visitor), "/due/")
    traced = LedgerEntry.ledger.get(event="due.looked")
    assert list(traced.children.values_list("child_id", flat=True)) == [baby.pk]
    assert traced.records == [f"clock:{Clock.unscoped.get(rule='referral_completion').pk}"]


# In words


@pytest.mark.parametrize(
    ("rule", "due", "said"),
    [
        ("medical_accepted", (23, 16), "today 16:00"),
        ("medical_accepted", (24, 9), "tomorrow 09:00"),
        ("medical_accepted", (27, 9), "Fri 27 Nov 09:00"),
        ("medical_accepted", (23, 11), "one hour late"),
        ("medical_accepted", (20, 11), "three days late"),
        ("referral_decision", (23, 23), "by the end of today"),
        ("referral_decision", (24, 23), "by the end of tomorrow"),
        ("referral_decision", (27, 23), "by Fri 27 Nov"),
        ("referral_decision", (18, 23), "three working days late"),
        ("referral_decision", (20, 23), "one working day late"),
        ("mark_discussed", (20, 23), "three days late"),
    ],
)
def test_when_is_said_in_words(rule: str, due: tuple[int, int], said: str) -> None:
    now = dt.datetime(2026, 11, 23, 12, 30, tzinfo=dt.UTC)
    one = Clock(rule=rule, state="running", due_at=dt.datetime(2026, 11, *due, tzinfo=dt.UTC))
    assert due_words(one, rules()[rule], now) == said


@pytest.mark.parametrize(
    ("days", "state", "said"),
    [
        (-3, "running", "late</strong> (was due "),
        (3, "running", "by "),
        (-3, "met", "done "),
        (-3, "stopped", "no longer needed: It was taken back."),
    ],
)
def test_a_process_says_what_is_due_and_when_a_late_one_was(days: int, state: str, said: str) -> None:
    due_at = clock.now() + dt.timedelta(days=days)
    one = Clock(
        rule="mark_discussed",
        state=state,
        due_at=due_at,
        ended_at=clock.now(),
        ended_because="It was taken back.",
    )
    due = Due(one, rules()["mark_discussed"], "the front door", is_overdue=state == "running" and days < 0)
    lines = str(engines["jinja2"].env.get_template("parts/listed.html").module.due_lines([due]))
    assert said in lines
    assert ("was due" in lines) == due.is_overdue


def test_nobody_is_a_working_day_late_at_a_weekend() -> None:
    sunday = dt.datetime(2026, 11, 29, 12, tzinfo=dt.UTC)
    one = Clock(rule="conference", state="running", due_at=dt.datetime(2026, 11, 27, 23, 59, tzinfo=dt.UTC))
    assert due_words(one, rules()["conference"], sunday) == "late since Fri 27 Nov"
    assert limit_words(Clock(limit=0), a_rule("days")) == "the same day"
    assert limit_words(Clock(limit=1), a_rule("months")) == "one month"
    assert limit_words(Clock(limit=15), a_rule("working_days")).startswith("15 working days; weekends")


def a_rule(calendar: Any) -> Rule:
    return Rule("x", "X", "it starts", 1, calendar, "somebody", "nobody", True)


# One clock


def test_a_clock_says_its_rule_and_what_became_of_it(
    sign_in: Any, manager: Actor, referred: ReferredChild
) -> None:
    owned = late(decision(referred))
    climb(TICK)
    said = page(sign_in(manager), f"/due/{owned.pk}/")
    for words in (
        "Working Together to Safeguard Children (December 2023), chapter 3",
        "One working day; weekends and bank holidays",
        "England bank holidays",
        "As Sightline ships it",
        "with the team manager, Mo Manager",
        "Late. Nobody has said why yet.",
    ):
        assert words in said, words


def test_a_clock_stands_still_and_runs_again_and_each_needs_what_it_needs(
    sign_in: Any, manager: Actor, door: Actor, referred: ReferredChild
) -> None:
    address = f"/due/{decision(referred).pk}/"
    hers, theirs = sign_in(manager), sign_in(door)
    assert "Let it stand still" not in page(theirs, address)
    assert theirs.post(address, {"do": "pause", "pause_because": "We wait."}).status_code == 403
    empty = hers.post(address, {"do": "pause", "pause_because": " "}).content.decode()
    assert "Say why this stands still" in empty
    assert hers.post(address, {"do": "pause", "pause_because": "The aunt is abroad."}).status_code == 302
    again = hers.post(address, {"do": "pause", "pause_because": "My other words."}).content.decode()
    assert "already: paused" in again
    assert "My other words." in again
    said = page(theirs, address)
    assert "The aunt is abroad." in said
    assert "Mo Manager" in said
    assert theirs.post(address, {"do": "resume"}).status_code == 302
    assert decision(referred).state == "running"


def test_lateness_is_said_by_who_answers_for_it_and_named(
    sign_in: Any, manager: Actor, door: Actor, referred: ReferredChild
) -> None:
    address = f"/due/{late(decision(referred)).pk}/"
    assert sign_in(door).post(address, {"do": "explain", "late_because": "Busy."}).status_code == 403
    hers = sign_in(manager)
    assert "Say why this is late" in hers.post(address, {"do": "explain"}).content.decode()
    hers.post(address, {"do": "explain", "late_because": "The interpreter did not come."})
    said = page(sign_in(door), address)
    assert "The interpreter did not come." in said
    assert "Approved by Mo Manager" in said


def test_a_stranger_finds_no_clock(sign_in: Any, referred: ReferredChild) -> None:
    stranger = sign_in(an_actor("police"))
    there, nowhere = f"/due/{decision(referred).pk}/", f"/due/{uuid.uuid4()}/"
    assert stranger.get(there).status_code == 404 == stranger.get(nowhere).status_code
    assert stranger.post(there, {"do": "resume"}).status_code == 404


# Tonight


def test_tonight_tells_what_is_worrying_where_whom_to_ring_and_what_to_do(
    sign_in: Any, night: Actor, referred: ReferredChild, baby: Baby
) -> None:
    Professional.objects.filter(pk=night.id).update(telephone="01632 960 117")
    said = page(sign_in(night), "/tonight/")
    for words in (
        "Marnie Askew",
        URGENT["worry"],
        URGENT["where_now"],
        URGENT["call_back"],
        "Not safe, as the referrer saw it: decide tonight.",
        f"/referrals/{referred.pk}/",
        "01632 960 117",
    ):
        assert words in said, words
    assert LedgerEntry.ledger.filter(event="tonight.looked").count() == 1


def test_a_draft_is_on_the_nights_page_without_its_words(
    sign_in: Any, visitor: Actor, night: Actor, baby: Baby
) -> None:
    Professional.objects.filter(pk=visitor.id).update(telephone="01632 960 300")
    keep_typed(visitor, begin_draft(visitor, baby.person), "worry", {"worry": ["Secret words"]}, True)
    said = page(sign_in(night), "/tonight/")
    assert "begun and not sent" in said
    assert "01632 960 300" in said
    assert "Secret words" not in said
    assert "Askew" not in said, "no concern is open yet, so the page is not open to the night"


def test_a_risk_of_which_its_process_tells_nothing_says_whom_to_ring(
    sign_in: Any, night: Actor, baby: Baby
) -> None:
    a_clock(baby, "medical_opinion", sector="hospital", role="examiner", is_risk=True)
    an_actor("hospital", "examiner", name="Ade Examiner")
    said = page(sign_in(night), "/tonight/")
    assert "What is worrying is not open to you: ring whoever holds it." in said
    assert "Ade Examiner" in said


def test_nobody_else_opens_the_nights_pages(sign_in: Any, visitor: Actor, referred: ReferredChild) -> None:
    lead = sign_in(an_actor("social_care", "safeguarding_lead"))
    for client in (sign_in(visitor), lead):
        assert client.get("/tonight/").status_code == 403 == client.get("/tonight/sheet/").status_code
        assert client.get(f"/tonight/{decision(referred).pk}/hand-back/").status_code == 404


def test_the_sheet_says_when_it_was_made_and_has_every_number(
    sign_in: Any, night: Actor, referred: ReferredChild
) -> None:
    lead = an_actor("police", "safeguarding_lead", name="Pat Lead")
    Professional.objects.filter(pk=lead.id).update(telephone="01632 960 003")
    for purpose, telephone in (("worry", "01632 960 110"), ("mark", "01632 960 111")):
        DutyNumber.unscoped.create(
            partnership=a_partnership(), purpose=purpose, hours="day", name="The door", telephone=telephone
        )
    with clock.at(dt.datetime(2026, 11, 23, 18, 5, tzinfo=dt.UTC)):
        said = page(sign_in(night), "/tonight/sheet/")
    for words in (
        "Made 23 November 2026, 18:05 by Grace Muir. Out of date from then",
        "01632 960 003",
        "01632 960 110",
        "01632 960 111",
        URGENT["where_now"],
    ):
        assert words in said, words
    assert LedgerEntry.ledger.get(event="tonight.printed").children.count() == 1


def test_handing_back_reaches_the_days_list_and_goes_when_it_is_read(
    sign_in: Any, night: Actor, door: Actor, referred: ReferredChild
) -> None:
    hers, theirs = sign_in(night), sign_in(door)
    address = f"/tonight/{decision(referred).pk}/hand-back/"
    assert "Say what the day team must know" in hers.post(address, {"words": ""}).content.decode()
    for _ in range(2):
        assert hers.post(address, {"words": "Seen at two, asleep."}).status_code == 302
    note = HandBack.unscoped.get()
    assert "Seen at two, asleep." in page(hers, "/tonight/")
    assert "Seen at two, asleep." in page(theirs, "/due/")
    assert sign_in(an_actor("police")).post(f"/due/handed-back/{note.pk}/read/").status_code == 404
    assert theirs.post(f"/due/handed-back/{note.pk}/read/").status_code == 302
    assert "Seen at two, asleep." not in page(theirs, "/due/")
    assert "colleague has read" in theirs.post(f"/due/handed-back/{note.pk}/read/").content.decode()
    assert "Read by Dee Front" in page(hers, "/tonight/")


def test_the_front_door_does_not_hand_back(sign_in: Any, door: Actor, referred: ReferredChild) -> None:
    address = f"/tonight/{decision(referred).pk}/hand-back/"
    assert sign_in(door).get(address).status_code == 403
    assert address not in page(sign_in(door), "/tonight/")


# Figures


def test_five_thousand_items_take_as_many_queries_as_fifty(sign_in: Any, door: Actor, baby: Baby) -> None:
    others = [a_baby(f"Ash{number}", "Example") for number in range(5)]
    for one in (baby, *others):
        open_to(door, one)
    client = sign_in(door)
    many(baby, 50)
    page(client, "/due/?whose=team")
    of_fifty = queries(client, "/due/?whose=team", "50 things are due")
    for one in others:
        many(one, 990)
    assert queries(client, "/due/?whose=team", "5000 things are due") == of_fifty <= 24


def test_the_nights_page_makes_no_query_a_row(
    sign_in: Any, visitor: Actor, night: Actor, door: Actor, referred: ReferredChild
) -> None:
    client = sign_in(night)
    page(client, "/tonight/")
    hand_back(night, decision(referred), "Rang at ten.")
    of_one = queries(client, "/tonight/", "One open risk")
    for number in range(4):
        other = a_baby(f"Ash{number}", "Example")
        open_to(visitor, other)
        send_referral(visitor, Written((WrittenChild(other.person),), is_urgent=True, **URGENT))
    assert queries(client, "/tonight/", "Five open risks") == of_one


def queries(client: Client, address: str, words: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        said = page(client, address)
    assert words in said
    return len(captured)


def titles(said: str) -> set[str]:
    rows = said.split("<tbody>", 1)[-1]
    return {rule.title for rule in rules().values() if f"{rule.title}<" in rows}


def a_clock(
    baby: Baby, rule: str, sector: str = "social_care", role: str = "front_door_worker", **more: Any
) -> Clock:
    agency = an_agency(sector)
    with unit():
        return start_clock(
            rule, "request", uuid.uuid4(), Owner(agency, role=role),
            partnership=baby.partnership, child=baby.person, **more,
        )  # fmt: skip


def many(baby: Baby, count: int, due: dt.datetime | None = None) -> Iterable[Clock]:
    """So many clocks of social care's first team about one baby."""
    team, now = a_team(an_agency("social_care")), clock.now()
    return Clock.unscoped.bulk_create(
        Clock(
            partnership=baby.partnership, rule="protection_plan_visit", limit=10, rule_version="default",
            calendar_version="England", process="visit", process_id=ids.new_id(), child=baby.person,
            owner_agency=team.agency, owner_team=team,
            due_at=due or now + dt.timedelta(hours=number - count // 2),
        )
        for number in range(count)
    )  # fmt: skip
