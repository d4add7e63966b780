"""A referral is sent with what it must say, decided once, and its sender is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from factories import a_baby, a_team, an_actor, an_adult, an_agency, open_to
from sightline.access.models import Notice, OpenMatter
from sightline.access.scope import babies_seen_by
from sightline.agencies.models import Assignment, Cover
from sightline.chronology.actions import correct, withdraw
from sightline.chronology.actions.outcomes import latest_of
from sightline.chronology.models import Entry, details_of
from sightline.clocks.models import Clock
from sightline.clocks.queries import due_for, find_clock, tonight
from sightline.clocks.queries import seen_by as clocks_seen_by
from sightline.concerns.deciding import decide_on_child, rate_part, read_referral
from sightline.concerns.drafting import begin_draft, discard_draft, drafts_of, keep_typed, send_draft
from sightline.concerns.models import NotKnown, Referral, ReferredAdult, ReferredChild
from sightline.concerns.queries import before, find_referred, queue, seen_by, sent_by_team, with_counts
from sightline.concerns.ratings import lines_on
from sightline.concerns.referring import complete_referral, send_referral, withdraw_referral
from sightline.concerns.written import Written, WrittenAdult, WrittenChild, missing
from sightline.core import clock
from sightline.core.actors import IMPORT, Actor
from sightline.core.errors import Refused, SightlineError, Unfindable
from sightline.core.models import LedgerEntry
from sightline.core.steps import Overtaken
from sightline.linkage.actions import link
from sightline.people.models import Baby, SourcePerson

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor() -> Actor:
    return an_actor("health_visiting", name="Ruth Adeyemi")


@pytest.fixture
def door() -> Actor:
    return an_actor("social_care", "front_door_worker", name="Dee Front")


@pytest.fixture
def baby(visitor: Actor, door: Actor) -> Baby:
    found = a_baby("Marnie", "Askew")
    open_to(visitor, found)
    return found


def written(*babies: Baby, **said: object) -> Written:
    """A whole referral about these babies."""
    children = tuple(
        WrittenChild(baby.person, "Sleeps in a sling; feeds well.", "Does not roll") for baby in babies
    )
    whole = Written(
        children=children,
        worry="A round bruise on the left cheek.",
        safe_now="not_known",
        where_now="At home with her mother and grandfather.",
        call_back="01632 960 200",
        needed="A medical today.",
        tried="Asked the mother; she had not seen it.",
        achieved="Nothing yet.",
        history="None that I know of.",
        current="The bruise.",
        not_known=(("Who cared for her on Sunday", "The surgery"),),
        parents_told="told",
    )
    return replace(whole, **said)


def sent(actor: Actor, *babies: Baby, **said: object) -> ReferredChild:
    return send_referral(actor, written(*babies, **said)).children.get(child=babies[0].person)


def outcome(referred: ReferredChild) -> str:
    entry = latest_of(Entry.unscoped.get(pk=referred.entry_root_id))
    return str(details_of([entry])[entry.pk].outcome)


def test_a_referral_is_an_entry_a_clock_and_open_to_the_front_door(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    assert not babies_seen_by(door, among=[baby.pk]).exists()
    referred = sent(visitor, baby)
    assert outcome(referred) == "open"
    assert OpenMatter.unscoped.get(child=baby.person).level == "concern"
    assert list(queue(door)) == [referred]
    [due] = due_for(door, "mine")
    assert (due.rule, due.child_id, due.is_risk) == ("referral_decision", baby.pk, True)
    assert due.due_at == clock.end_of(clock.add_working_days(clock.today(), 1))
    assert list(sent_by_team(visitor)) == [referred]


def test_what_is_missing_is_named_and_nothing_is_half_saved(baby: Baby, visitor: Actor) -> None:
    with pytest.raises(SightlineError, match=r"what you think is needed.*who could find out"):
        send_referral(visitor, written(baby, needed=" ", not_known=()))
    assert not Referral.unscoped.exists()
    assert not Entry.unscoped.filter(kind="referral").exists()


@pytest.mark.parametrize("field", ["worry", "safe_now", "where_now", "call_back"])
def test_an_urgent_referral_needs_four_answers_and_no_more(baby: Baby, field: str) -> None:
    short = Written(
        (WrittenChild(baby.person),),
        "He is grey and floppy.",
        "no",
        "At home",
        "01632 960 200",
        is_urgent=True,
    )
    assert missing(short) == {}
    assert list(missing(replace(short, **{field: ""}))) == [field]


def test_not_telling_parents_needs_a_reason(baby: Baby) -> None:
    assert "parents_told_because" in missing(written(baby, parents_told="not_told"))
    assert missing(written(baby, parents_told="not_told", parents_told_because="He reads her post.")) == {}


def test_a_short_referral_is_completed_after_and_only_by_its_team(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    short = {"needed": "", "current": "", "tried": "", "history": "", "parents_told": "", "not_known": ()}
    referral = send_referral(visitor, written(baby, is_urgent=True, **short))
    assert referral.completed_at is None
    assert [one.rule for one in due_for(visitor, "mine")] == ["referral_completion"]
    with pytest.raises(Refused):
        complete_referral(door, referral, written(baby))
    complete_referral(visitor, referral, written(baby, worry="Changed afterwards"))
    kept = Referral.unscoped.get()
    assert (kept.needed, kept.worry) == ("A medical today.", "A round bruise on the left cheek.")
    assert not due_for(visitor, "mine").exists()
    assert NotKnown.unscoped.count() == 1
    with pytest.raises(SightlineError, match="complete"):
        complete_referral(visitor, referral, written(baby))


def test_a_decision_reaches_the_chronology_the_referrer_and_the_next_clock(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    referred = sent(visitor, baby)
    read_referral(door, referred)
    decide_on_child(door, referred, "strategy", "A mark on a baby who cannot roll.", "Discussion today at 3.")
    assert outcome(referred) == "accepted"
    assert Clock.unscoped.get(rule="referral_decision").state == "met"
    assert Clock.unscoped.get(rule="strategy_discussion_held").is_risk
    notice = Notice.unscoped.get()
    assert str(notice.professional_id) == visitor.id
    assert notice.words == f"Your referral {referred.referral.reference} was decided: strategy discussion."
    mine = find_referred(visitor, referred.pk)
    assert (mine.decided_because, mine.next_step) == (
        "A mark on a baby who cannot roll.",
        "Discussion today at 3.",
    )


def test_the_entry_stays_the_referrers_and_says_who_decided(baby: Baby, visitor: Actor, door: Actor) -> None:
    referred = sent(visitor, baby)
    decide_on_child(door, referred, "no_further_action", "Seen by a paediatrician.", "None.")
    entry = latest_of(Entry.unscoped.get(pk=referred.entry_root_id))
    assert (entry.agency_id, entry.author_name) == (visitor.agency_id, "Dee Front")
    assert outcome(referred) == "no_further_action"


def test_nobody_puts_the_entry_right_from_under_the_front_door(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    referred = sent(visitor, baby)
    read_referral(door, referred)
    for change in (
        lambda one: withdraw(visitor, one, "A mistake."),
        lambda one: correct(visitor, one, note="x"),
    ):
        with pytest.raises(Refused, match="changes with what became of it"):
            change(latest_of(Entry.unscoped.get(pk=referred.entry_root_id)))
    assert list(queue(door)) == [referred]


def test_a_link_of_the_babys_records_loses_no_referral_draft_or_clock(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    earlier = sent(visitor, baby)
    decide_on_child(door, earlier, "no_further_action", "Explained.", "None.")
    begin_draft(visitor, baby.person)
    survivor = a_baby("Marnie", "Askew", nhs_number="", agency=an_agency("gp"))
    with clock.at(clock.now() + dt.timedelta(hours=1)):
        second = sent(visitor, baby)
        for source in SourcePerson.unscoped.filter(person=baby.person):
            link(IMPORT, source, survivor.person, "One baby.")
        [waiting] = with_counts(one.pk for one in queue(door))
        assert (waiting, waiting.earlier, waiting.closed) == (second, 1, 1)
        assert before(door, waiting) == [earlier]
        assert due_for(door, "mine").count() == 1
        assert drafts_of(visitor).count() == 1
        decide_on_child(door, waiting, "strategy", "A second mark.", "Today at 3.")
    assert find_referred(visitor, second.pk).decision == "strategy"


def test_earlier_referrals_of_other_agencies_are_the_front_doors_to_read(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    other = an_actor("substance_service")
    open_to(other, baby)
    with clock.at(clock.now() - dt.timedelta(days=30)):
        first = sent(other, baby)
        decide_on_child(door, first, "no_further_action", "She relapsed in March.", "None.")
    second = sent(visitor, baby)
    assert before(door, second) == [first]
    assert before(visitor, second) == []


def test_the_worry_about_one_baby_is_not_written_on_its_twins_page(baby: Baby, visitor: Actor) -> None:
    twin = a_baby("Piran", "Askew")
    open_to(visitor, twin)
    sent(visitor, baby, twin)
    note = Entry.unscoped.get(kind="referral", about__person=twin.person).note
    assert "bruise" not in note


def test_a_child_is_named_once(baby: Baby, visitor: Actor) -> None:
    with pytest.raises(SightlineError, match="named twice"):
        send_referral(visitor, written(baby, baby))


def test_a_front_door_that_is_staffed_no_more_is_not_sent_to(baby: Baby, visitor: Actor) -> None:
    Assignment.unscoped.filter(role="front_door_worker").update(to_on=clock.today() - dt.timedelta(days=1))
    other = a_team(an_agency("social_care", "z_care"))
    an_actor("social_care", "front_door_worker", team=other)
    assert sent(visitor, baby).referral.to_agency.code == "z_care"


def test_a_sent_draft_is_neither_kept_on_nor_thrown_away(baby: Baby, visitor: Actor) -> None:
    draft = begin_draft(visitor, baby.person)
    send_draft(visitor, draft, written(baby))
    for again in (
        lambda: keep_typed(visitor, draft, "worry", {"worry": ["x"]}, True),
        lambda: discard_draft(visitor, draft),
    ):
        with pytest.raises(SightlineError, match="sent already"):
            again()
    assert not Clock.unscoped.filter(process="referral_draft", state="running").exists()


def test_of_two_who_decide_at_once_one_decides_and_the_other_is_told(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    referred = sent(visitor, baby)
    hers, his = (ReferredChild.unscoped.get(pk=referred.pk) for _ in range(2))
    decide_on_child(door, hers, "advice", "Within what a health visitor does.", "Ring back on Monday.")
    with pytest.raises(Overtaken, match="already: decided"):
        decide_on_child(door, his, "no_further_action", "No.", "None.")
    kept = ReferredChild.unscoped.get()
    assert (kept.decision, Notice.unscoped.count()) == ("advice", 1)


@pytest.mark.parametrize(
    ("decision", "because", "next_step", "fault"),
    [("", "a", "b", "Choose"), ("advice", " ", "b", "reasons"), ("advice", "a", "", "what happens next")],
)
def test_a_decision_has_reasons_and_a_next_step(
    baby: Baby, visitor: Actor, door: Actor, decision: str, because: str, next_step: str, fault: str
) -> None:
    referred = sent(visitor, baby)
    with pytest.raises(SightlineError, match=fault):
        decide_on_child(door, referred, decision, because, next_step)
    assert ReferredChild.unscoped.get().state == "received"


def test_each_child_of_a_referral_has_its_own_decision(visitor: Actor, door: Actor, baby: Baby) -> None:
    twin = a_baby("Piran", "Askew")
    open_to(visitor, twin)
    first = sent(visitor, baby, twin)
    decide_on_child(door, first, "strategy", "The mark is hers.", "Today at 3.")
    other = ReferredChild.unscoped.get(child=twin.person)
    assert (other.state, outcome(other)) == ("received", "open")
    assert list(queue(door)) == [other]


def test_it_is_taken_back_by_its_team_and_only_before_it_was_read(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    referred = sent(visitor, baby)
    with pytest.raises(Refused):
        withdraw_referral(door, referred, "Not ours.")
    with pytest.raises(SightlineError, match="Say why"):
        withdraw_referral(visitor, referred, "")
    withdraw_referral(visitor, referred, "Sent about the wrong baby.")
    assert not queue(door).exists()
    assert outcome(referred) == "declined"
    again = sent(visitor, baby)
    read_referral(door, again)
    with pytest.raises(Overtaken):
        withdraw_referral(visitor, again, "Too late.")


def test_nobody_else_decides_and_a_stranger_finds_nothing(baby: Baby, visitor: Actor, door: Actor) -> None:
    referred = sent(visitor, baby)
    elsewhere = an_actor("police", "front_door_worker")
    for actor in (visitor, elsewhere, an_actor("social_care", "practitioner")):
        with pytest.raises(Refused):
            decide_on_child(actor, referred, "advice", "a", "b")
    stranger = an_actor("gp")
    assert not seen_by(stranger).exists()
    with pytest.raises(Unfindable):
        find_referred(stranger, referred.pk)
    assert LedgerEntry.ledger.filter(event="referral.looked", outcome="refused").count() == 1
    assert not queue(visitor).exists()


def test_earlier_referrals_are_counted_beside_the_next(baby: Baby, visitor: Actor, door: Actor) -> None:
    with clock.at(clock.now() - dt.timedelta(days=30)):
        first = sent(visitor, baby)
        decide_on_child(door, first, "no_further_action", "Explained.", "None.")
    second = sent(visitor, baby)
    [waiting] = with_counts(one.pk for one in queue(door))
    assert (waiting.pk, waiting.earlier, waiting.closed) == (second.pk, 1, 1)
    assert before(door, waiting) == [first]


def test_the_queue_is_urgent_first_then_longest_waiting(visitor: Actor, door: Actor) -> None:
    order = []
    for hours, urgent in ((3, False), (2, True), (1, False), (4, True)):
        baby = a_baby(f"Baby {hours}", "Askew")
        open_to(visitor, baby)
        with clock.at(clock.now() - dt.timedelta(hours=hours)):
            order.append((not urgent, -hours, sent(visitor, baby, is_urgent=urgent).pk))
    assert [one.pk for one in queue(door)] == [pk for *_, pk in sorted(order)]
    assert [one.pk for one in with_counts(one.pk for one in queue(door))] == [pk for *_, pk in sorted(order)]
    assert all(one.due_at is not None for one in with_counts(one.pk for one in queue(door)))


def test_every_adult_is_answered_for(baby: Baby, visitor: Actor) -> None:
    father = an_adult("Lee", "Askew")
    adults = (WrittenAdult("not_asked", father), WrittenAdult("added", words="A lodger called Kit"))
    send_referral(visitor, written(baby, children=(WrittenChild(baby.person, adults=adults),)))
    kept = set(ReferredAdult.unscoped.values_list("person_id", "words", "answer"))
    assert kept == {(father.pk, "", "not_asked"), (None, "A lodger called Kit", "added")}


def test_the_receiver_says_how_clear_each_part_was(baby: Baby, visitor: Actor, door: Actor) -> None:
    referred = sent(visitor, baby)
    rate_part(door, referred.referral, "unknown", "clear", "You named who could find out. Thank you.")
    rate_part(door, referred.referral, "unknown", "partly", "Which surgery?")
    [part] = lines_on(referred.referral)
    assert (part.latest.rating, part.latest.line) == ("partly", "Which surgery?")
    assert [one.line for one in part.earlier] == ["You named who could find out. Thank you."]
    with pytest.raises(Refused):
        rate_part(visitor, referred.referral, "tried", "clear", "")
    with pytest.raises(SightlineError):
        rate_part(door, referred.referral, "style", "clear", "")


def test_a_second_receivers_line_leaves_the_firsts_as_it_was(baby: Baby, visitor: Actor, door: Actor) -> None:
    referral = sent(visitor, baby).referral
    manager = an_actor("social_care", "front_door_manager", name="May Manager")
    rate_part(door, referral, "tried", "clear", "Dates helped.")
    rate_part(manager, referral, "tried", "missing", "What came of it?")
    [part] = lines_on(referral)
    assert [(one.by.name, one.line) for one in (part.latest, *part.earlier)] == [
        ("May Manager", "What came of it?"),
        ("Dee Front", "Dates helped."),
    ]


def test_a_line_back_is_refused_once_a_child_of_the_referral_is_closed_to_the_receiver(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    twin = a_baby("Piran", "Askew")
    open_to(visitor, twin)
    referral = sent(visitor, baby, twin).referral
    rate_part(door, referral, "tried", "clear", "")
    Baby.unscoped.filter(pk=twin.pk).update(sealed=True)
    with pytest.raises(Refused):
        rate_part(door, referral, "tried", "partly", "")


def test_a_drafts_clocks_are_its_writers_and_those_who_answer_for_it(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    colleague = an_actor("health_visiting", name="Cora League")
    manager = an_actor("health_visiting", "team_manager")
    lead = an_actor("health_visiting", "safeguarding_lead")
    keep_typed(visitor, begin_draft(visitor, baby.person), "worry", {}, True)
    drafts = Clock.unscoped.filter(process="referral_draft")
    assert babies_seen_by(colleague, among=[baby.pk]).exists()
    for answers in (visitor, manager, lead):
        assert set(clocks_seen_by(answers)) == set(drafts)
    for stranger in (colleague, door):
        assert not clocks_seen_by(stranger).exists()
        assert not due_for(stranger, "team").exists()
        with pytest.raises(Unfindable):
            find_clock(stranger, drafts[0].pk)
    assert set(tonight(door)) == set(drafts)
    today = clock.today()
    Cover.unscoped.create(away_id=visitor.id, covering_id=colleague.id, from_on=today, to_on=today)
    assert set(due_for(colleague, "mine")) == set(drafts)


def test_a_restricted_referral_is_its_writers_the_front_doors_and_the_leads(
    baby: Baby, visitor: Actor, door: Actor
) -> None:
    referred = sent(visitor, baby, is_restricted=True)
    entry = Entry.unscoped.get(pk=referred.entry_root_id)
    assert entry.sensitivity == "restricted"
    lead = an_actor("health_visiting", "safeguarding_lead")
    colleague = an_actor("health_visiting", name="Cora League")
    assert babies_seen_by(colleague, among=[baby.pk]).exists()
    for reader in (visitor, door, lead):
        assert find_referred(reader, referred.pk) == referred
    with pytest.raises(Unfindable):
        find_referred(colleague, referred.pk)
    assert not sent_by_team(colleague).exists()
    decide_on_child(door, referred, "advice", "Kept close.", "Ring on Monday.")
    assert latest_of(entry).sensitivity == "restricted"
    with clock.at(clock.now() + dt.timedelta(days=1)):
        second = sent(visitor, baby)
        assert before(colleague, second) == []
        assert before(visitor, second) == [referred]


def test_a_referral_is_shared_unless_it_was_ticked(baby: Baby, visitor: Actor) -> None:
    referred = sent(visitor, baby)
    assert Entry.unscoped.get(pk=referred.entry_root_id).sensitivity == "shared"
    assert find_referred(an_actor("health_visiting"), referred.pk) == referred
