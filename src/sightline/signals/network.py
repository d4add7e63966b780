"""The care network of each followed baby, in Ibis; its columns are told in `signals.shared`.

The latest state wins, apart for five matters: being a parent, another relation to the baby, being the partner
of a parent, living here or staying, and caring. So a grandmother who takes on care still lives here, and a
father who parts from the mother is still a parent.
"""

from __future__ import annotations

from typing import Final

from sightline.signals.grammar import Expression, Parameters, Table, Tables
from sightline.signals.shared import known

PARENT: Final = ("mother", "father", "parent")
PARTNER: Final = ("partner", "ex_partner")
SIBLING: Final = ("sibling", "half_sibling")
SOMEBODY: Final = ("named", "described")
ADULT_DAYS: Final = 6574
"""Eighteen years."""

_STATE: Final = (
    "child_id",
    "person_id",
    "matter",
    "state",
    "identity",
    "reason_known",
    "ended",
    "state_day",
    "recorded_day",
    "known_from",
    "entry_id",
)


def network(t: Tables, p: Parameters) -> Table:
    """One row a baby and person around it."""
    latest = t.step("latest", _latest(t.step("states", _states(t))))
    person = known("person", p)
    joined = latest.left_join(person, latest.person_id == person.about_id).select(
        latest,
        person_sex=person.sex.nullif("unknown"),
        person_born_from=person.born_from,
        person_born_to=person.born_to,
    )
    return _described(t.step("one_each", _one_each(joined)), p)


def _states(t: Tables) -> Table:
    """Every state that an entry tells of, one row a matter."""
    import ibis

    relations, parents = _relations(t)
    parents = t.step("parents", parents)
    stays = t.step("stays", _stays(t))
    leaving = stays.filter(stays.state == "moves_out").mutate(matter=ibis.literal("care"))
    links = known("relationship", t.p)
    links = links.filter(links.type.isin(PARTNER))
    # A partnership may be written from either side.
    theirs = parents.join(links, links.to_id == parents.parent_id)
    ours = parents.join(links, links.about_id == parents.parent_id)
    partners = (_relation(theirs, theirs.about_id, "partner"), _relation(ours, ours.to_id, "partner"))
    return ibis.union(relations, *partners, stays, leaving)


def _relations(t: Tables) -> tuple[Table, Table]:
    """What people are to the baby, and its parents alone."""
    import ibis

    told = t.relationship
    matter = ibis.ifelse(told.type.isin(PARENT), "parent", "relation")
    parents = told.filter(told.type.isin(PARENT)).select("child_id", parent_id="about_id").distinct()
    return _relation(told, told.about_id, matter), parents


def _relation(told: Table, person: Expression, matter: str | Expression) -> Table:
    import ibis

    made = told.mutate(
        person_id=person,
        matter=matter if not isinstance(matter, str) else ibis.literal(matter),
        state=told.type,
        reason_known=ibis.null("boolean"),
        ended=told.ended.fill_null(False),
        state_day=told.happened_to.fill_null(told.recorded_day),
    )
    return made.filter(made.person_id != made.child_id).select(*_STATE)


def _stays(t: Tables) -> Table:
    import ibis

    told = t.stay
    return told.mutate(
        person_id=told.about_id,
        matter=ibis.ifelse(told.change == "takes_on_care", "care", "home"),
        state=told.change,
        identity=ibis.null("string"),
        ended=ibis.literal(False),
        state_day=told.happened_to.fill_null(told.recorded_day),
    ).select(*_STATE)


def _latest(states: Table) -> Table:
    """The latest state in each matter, with the entry that first told of the person."""
    import ibis

    newest = ibis.window(
        group_by=[states.child_id, states.person_id, states.matter],
        order_by=[states.state_day.desc(), states.known_from.desc(), states.entry_id.desc()],
    )
    first = ibis.window(
        group_by=[states.child_id, states.person_id], order_by=[states.known_from, states.entry_id]
    )
    everyone = ibis.window(group_by=[states.child_id, states.person_id])
    ranked = states.mutate(
        place=ibis.row_number().over(newest),
        since_entry_id=states.entry_id.first().over(first),
        since_day=states.recorded_day.min().over(everyone),
    )
    return ranked.filter(ranked.place == 0, ~ranked.ended)


def _one_each(latest: Table) -> Table:
    """The matters side by side."""
    matter, state = latest.matter, latest.state
    into = latest.state.isin(("moves_in", "stays_often", "takes_on_care"))
    return latest.group_by("child_id", "person_id").aggregate(
        parent=state.max(where=matter == "parent"),
        other=state.max(where=matter == "relation"),
        partner=state.max(where=matter == "partner"),
        home=state.max(where=matter == "home"),
        care=state.max(where=matter == "care"),
        parent_identity=latest.identity.max(where=matter == "parent"),
        other_identity=latest.identity.max(where=matter == "relation"),
        partner_identity=latest.identity.max(where=matter == "partner"),
        home_entry_id=latest.entry_id.max(where=into),
        home_day=latest.state_day.max(where=into),
        home_reason_known=latest.reason_known.any(where=into),
        since_entry_id=latest.since_entry_id.min(),
        since_day=latest.since_day.min(),
        person_sex=latest.person_sex.max(),
        person_born_from=latest.person_born_from.max(),
        person_born_to=latest.person_born_to.min(),
    )


def _described(one: Table, p: Parameters) -> Table:
    """The columns of `network`, of those who are still around."""
    import ibis

    # Another person's relation may be written to the baby as well: a partner, a sibling.
    is_parent = one.parent.notnull()
    is_partner = (one.partner == "partner").fill_null(False) | (one.other == "partner").fill_null(False)
    identity = ibis.coalesce(one.parent_identity, one.other_identity, one.partner_identity, "named")
    parted = ((one.partner == "ex_partner") | (one.other == "ex_partner")).fill_null(False)
    by_default = is_parent & identity.isin(SOMEBODY) & ~parted & ~_left_by_mother(one)
    lives_here = (one.home == "moves_in").fill_null(by_default)
    stays_often = (one.home == "stays_often").fill_null(False)
    is_sibling = one.other.isin(SIBLING).fill_null(False)
    cares = (one.care == "takes_on_care").fill_null(False)
    described = one.select(
        "child_id",
        "person_id",
        relation=ibis.coalesce(one.parent, one.other, ibis.ifelse(is_partner, "partner", "")),
        identity=identity,
        is_parent=is_parent,
        is_sibling=is_sibling,
        is_partner=is_partner,
        adult=is_parent | _grown(one, is_sibling, p),
        lives_here=lives_here,
        stays_often=stays_often,
        cares=cares,
        at_home=lives_here | stays_often,
        home_entry_id=one.home_entry_id,
        home_day=one.home_day,
        home_reason_known=one.home_reason_known,
        since_entry_id=one.since_entry_id,
        since_day=one.since_day,
        person_sex=one.person_sex,
        person_born_from=one.person_born_from,
        person_born_to=one.person_born_to,
    )
    related = (described.relation != "") & (described.relation != "ex_partner")
    return described.filter(related | described.at_home | described.cares)


def _left_by_mother(one: Table) -> Expression:
    """Whether the mother has left, for a refuge say: the other parent is not taken to have gone too."""
    import ibis

    left = ((one.parent == "mother") & (one.home == "moves_out")).fill_null(False)
    return left.any().over(ibis.window(group_by=one.child_id)) & (one.parent != "mother")


def _grown(one: Table, is_sibling: Expression, p: Parameters) -> Expression:
    eighteen = p.today - ADULT_DAYS
    known_child = (one.person_born_from > eighteen).fill_null(False)
    known_adult = (one.person_born_to <= eighteen).fill_null(False)
    return (is_sibling & known_adult) | (~is_sibling & ~known_child)
