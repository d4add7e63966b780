"""Building blocks about what was said and what was recorded in answer."""

from __future__ import annotations

from sightline.signals.blocks import earliest, having, latest, without
from sightline.signals.grammar import Expression, Table, Tables, both


def said_by_family(t: Tables) -> Table:
    """Statements by a parent, a partner or whoever cares for the baby; also where it is not said by whom.

    `said_from` and `said_to` bound when it was said; the day of recording where only the order is known.
    """
    told, near = t.statement, t.network
    near = near.filter(near.is_parent | near.is_partner | near.cares | (near.adult & near.at_home))
    theirs = having(told, near, told.child_id == near.child_id, told.by_id == near.person_id)
    return dated(theirs.union(told.filter(told.by_id.isnull())))


def dated(told: Table) -> Table:
    """Statements with `said_from` and `said_to`."""
    return told.mutate(said_from=earliest(told).fill_null(told.recorded_day), said_to=latest(told))


def unanswered(t: Tables, name: str, same_visit: Expression, said: Table) -> Table:
    """Those of `said` (see `dated`) for which nothing is recorded in answer by any service.

    An answer is a talk with whoever said it on a later day (for the service that heard it, more than
    `same_visit` days later: until then it is the visit itself), or something done for the family.
    """
    said = t.step(f"{name}_said", said)
    talks = t.step(f"{name}_talks", _talks(t))
    heard_by = (talks.agency == said.agency).ifelse(same_visit, 0)
    spoken = without(
        said,
        talks,
        said.child_id == talks.child_id,
        said.by_id.isnull() | (said.by_id == talks.person_id),
        talks.talk_day > said.said_to + heard_by,
    )
    done = t.step(f"{name}_done", both(_deeds(t), _explorings(t)))
    about = done.person_id.isnull() | spoken.by_id.isnull() | (done.person_id == spoken.by_id)
    return without(spoken, done, spoken.child_id == done.child_id, about, done.done_day >= spoken.said_from)


def without_enquiry(t: Tables, said: Table) -> Table:
    """Those of `said` since which no strategy discussion, section 47 enquiry or medical is recorded."""
    held, enquiry, medical = t.strategy, t.assessment, t.medical
    held = held.filter((held.step == "held") | (held.outcome == "held"))
    enquiry = enquiry.filter(enquiry.type == "section_47")
    begun = both(*(_begun(rows) for rows in (held, enquiry, medical)))
    return without(said, begun, said.child_id == begun.child_id, begun.done_day >= said.said_from)


def _talks(t: Tables) -> Table:
    """Whom a service met or spoke to; an appointment of the routine is no answer."""
    told, own = t.around.met, t.appointment
    own = own.filter(own.routine.isnull())
    asked = having(told.filter(told.source_kind == "appointment"), own, "child_id", "entry_id")
    talks = told.filter(told.source_kind.isin(("contact", "seen"))).union(asked)
    return talks.select("child_id", "person_id", "agency", talk_day=latest(talks))


def _deeds(t: Tables) -> Table:
    """Help offered, a referral, an assessment begun, a discussion, a medical or a plan: for all of them."""
    offer = t.offer
    offer = offer.filter(offer.outcome.fill_null("") != "not_offered")
    return both(*(_begun(rows) for rows in (offer, t.referral, t.assessment, t.strategy, t.medical, t.plan)))


def _begun(rows: Table) -> Table:
    import ibis

    return rows.select("child_id", person_id=ibis.null("string"), done_day=latest(rows))


def _explorings(t: Tables) -> Table:
    """That somebody considered what a matter of that person means for the baby."""
    told = t.around.observation
    told = told.filter(told.explored)
    return told.select("child_id", "person_id", done_day=latest(told))
