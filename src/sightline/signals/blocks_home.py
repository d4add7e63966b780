"""Building blocks about who lives with, stays with or cares for a baby, and whom services have reached."""

from __future__ import annotations

from typing import Final

from sightline.signals.blocks import latest, without
from sightline.signals.grammar import Expression, Table, Tables, both

INTO_HOME: Final = ("moves_in", "stays_often")
INTO_LIFE: Final = (*INTO_HOME, "takes_on_care")
WHO: Final = ("child_id", "person_id")
CLOSED: Final = ("no_contact_permitted", "not_safe_to_ask")


def arrivals(t: Tables, name: str, *changes: str) -> Table:
    """How each person came into the home or into care, since they last left: the first entry that says so.

    Columns: those of the stay, `person_id`, `came_day` (it had happened by then) and `told_day` (the first
    writing). The steps are called after `name`.
    """
    import ibis

    told = t.step(f"{name}_stays", t.stay.mutate(person_id=t.stay.about_id, came_day=latest(t.stay)))
    left = told.view()
    left = left.filter(left.change == "moves_out")
    came = told.filter(told.change.isin(changes))
    since = without(came, left, *_same(came, left), left.came_day > came.came_day)
    everyone = ibis.window(group_by=[since.child_id, since.person_id])
    in_order = [since.came_day, since.known_from, since.entry_id]
    first = ibis.window(group_by=[since.child_id, since.person_id], order_by=in_order)
    place, told_day = ibis.row_number().over(first), since.recorded_day.min().over(everyone)
    since = since.mutate(place=place, told_day=told_day)
    return t.step(name, since.filter(since.place == 0).drop("place"))


def people_here(t: Tables) -> Table:
    """Those in the baby's life now: they live there, stay often or care, or are the partner of a parent.

    Columns: those of `t.network`; `entry_id`, what put them there, and `here_day`, when that was written;
    `came_told`, when it was written that they came, or, where that is not recorded, who they are. Left out:
    who has moved out, and with whom there must be no contact or about whom it is not safe to ask.
    """
    came = arrivals(t, "came", *INTO_LIFE)
    around = open_to_contact(t, t.network)
    around = around.filter(around.at_home | around.cares | around.is_partner)
    around = t.step("in_life", without_gone(t, around))
    theirs = came.select("child_id", "person_id", came_entry_id="entry_id", came_told="told_day")
    here = around.left_join(theirs, _same(around, theirs))
    of_family = around.is_parent | around.is_partner
    came_entry = theirs.came_entry_id.fill_null(around.since_entry_id)
    came_told = theirs.came_told.fill_null(around.since_day)
    return here.select(
        around,
        entry_id=of_family.ifelse(around.since_entry_id, came_entry),
        here_day=of_family.ifelse(around.since_day, came_told),
        came_told=came_told,
    )


def without_gone(t: Tables, people: Table) -> Table:
    """Those of `people` of whom it is not known that they moved out and did not come back."""
    gone = t.step("gone", _gone(t))
    return without(people, gone, people.child_id == gone.child_id, people.person_id == gone.about_id)


def _gone(t: Tables) -> Table:
    stays = t.stay
    into = stays.filter(stays.change.isin(INTO_LIFE)).select("child_id", "about_id", came_day=latest(stays))
    out = stays.filter(stays.change == "moves_out")
    same = (out.child_id == into.child_id, out.about_id == into.about_id)
    return without(out, into, *same, into.came_day >= latest(out)).select("child_id", "about_id")


def closed(t: Tables) -> Table:
    """Who is not to be contacted or asked about, by an agency's latest word on them.

    Another agency that merely writes a name does not lift it.
    """
    said = t.relationship.filter(t.relationship.identity.isin(CLOSED))
    later = t.relationship.view()
    return without(
        said,
        later,
        said.child_id == later.child_id,
        said.about_id == later.about_id,
        said.agency == later.agency,
        later.identity.notin(CLOSED),
        latest(later) >= latest(said),
        later.known_from > said.known_from,
    )


def open_to_contact(t: Tables, people: Table) -> Table:
    """Those of `people` with whom contact is permitted, and about whom it is safe to ask."""
    shut = closed(t)
    people = people.filter(people.identity.notin(CLOSED))
    return without(people, shut, people.child_id == shut.child_id, people.person_id == shut.about_id)


def unreached(t: Tables, people: Table) -> Table:
    """Those of `people` whom no service has met, spoken to, seen for themselves or had an answer from.

    Telephone and video count; so do a statement of theirs, and their own appointment. The step is `reached`.
    """
    reached = t.step("reached", _reached(t))
    # Asked twice over: PostgreSQL works a step out once only where it is read more than once.
    return without(without(people, reached, *WHO), reached, *WHO)


def _reached(t: Tables) -> Table:
    own, told, offer, said = t.around.appointment, t.around.contact, t.around.offer, t.statement
    own = own.filter(own.outcome == "attended")
    offer = offer.filter(offer.outcome.isin(("accepted", "declined")))
    said = said.filter(said.by_id.notnull()).select("child_id", person_id="by_id")
    ways = (table.select(*WHO) for table in (t.around.met, own, told, offer))
    return both(*ways, said).distinct()


def not_birth_mother(t: Tables, people: Table) -> Table:
    """`people` without the parent who gave birth, whom the birth itself brought to services.

    A mother or parent who is not known to be a man stays only where another mother or parent has been met.
    """
    met = t.around.met
    met = met.filter(met.relation.isin(("mother", "parent")))
    met = met.group_by("child_id").aggregate(one=met.person_id.min(), last=met.person_id.max())
    met = t.step("mothers_met", met)
    beside = people.left_join(met, "child_id")
    another = (beside.one != beside.person_id) | (beside.last != beside.person_id)
    stays = beside.relation.notin(("mother", "parent")) | _man(beside) | another.fill_null(False)
    return beside.filter(stays).select(*people.columns)


def _man(people: Table) -> Expression:
    return (people.person_sex == "male").fill_null(False)


def weighed(t: Tables) -> Table:
    """Whom a finished assessment of this baby weighed: child_id, person_id, weighed_day, entry_id."""
    done = finished_assessments(t).select("entry_id", "child_id", weighed_day="finished_day")
    told = t.considered.select("entry_id", "child_id", person_id="about_id")
    return t.step("weighed", told.join(done, ["entry_id", "child_id"]))


def finished_assessments(t: Tables) -> Table:
    """The baby's finished assessments, with `finished_day`: the writing, where only the order is known."""
    done = t.assessment.filter(t.assessment.completed_day.notnull())
    ordered = done.happened_from.isnull()
    return done.mutate(finished_day=ordered.ifelse(done.recorded_day, done.completed_day))


def without_reason(t: Tables, came: Table, *changes: str) -> Table:
    """Those who `came` (rows of `arrivals`) for no reason that anyone has asked or weighed since."""
    stays, looked = t.stay, weighed(t)
    told = stays.filter(stays.change.isin(changes), stays.reason_known)
    asked = told.select("child_id", person_id="about_id", asked_day=latest(told))
    open_ = without(came, asked, *_same(came, asked), asked.asked_day >= came.came_day)
    return without(open_, looked, *_same(open_, looked), looked.weighed_day >= open_.came_day)


def _same(one: Table, other: Table) -> list[Expression]:
    return [one.child_id == other.child_id, one.person_id == other.person_id]
