"""Linking, undoing a link, and deciding on candidates."""

from __future__ import annotations

from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import Refused, SightlineError
from sightline.core.unit import current
from sightline.linkage.claims import Move, in_force, make_moves, void
from sightline.linkage.doubts import are_twins
from sightline.linkage.known import known_of
from sightline.linkage.models import Candidate, Claim
from sightline.linkage.policy import may_decide, may_link, may_unlink
from sightline.people.models import Person, SourcePerson


@action("source_person.linked", may=may_link)
def link(
    actor: Actor,
    source_person: SourcePerson,
    person: Person,
    because: str,
    basis: str = "decided",
    overturn: bool = False,
) -> Claim:
    """Claim that a source person is a person. Only the claim moves; its entries stay where they are.

    Gives back the claim in force when they are one already. Raises SightlineError without a reason; Refused
    when they are twins, when a baby's page would be lost in an adult, or when it was decided that they are
    not the same person, unless `overturn` says that this decision was wrong.
    """
    _needs(because)
    source = SourcePerson.unscoped.get(pk=source_person.pk)
    if source.person_id == person.pk:
        return in_force(source)
    others = list(SourcePerson.unscoped.filter(person=person))
    _refuse_twins(source, others)
    _refuse_losing_a_baby(source, person)
    _mind_decisions(actor, source, others, because, overturn)
    [claim] = make_moves(actor, [Move(source, person.pk, basis, because)])
    source_person.person_id = person.pk
    return claim


@action("source_person.unlinked", may=may_unlink)
def unlink(actor: Actor, claim: Claim, because: str) -> Claim:
    """Make a claim void: the source person is again who it was before, and never linked back by itself.

    That it is not the same as those it was linked to is remembered. Raises SightlineError without a reason,
    for a claim that is void already, or for an agency's own record, which nothing came before.
    """
    _needs(because)
    standing = Claim.unscoped.select_related("source_person").get(pk=claim.pk)
    if standing.voided_at is not None:
        raise SightlineError("This link was undone already.")
    _refuse_the_first(standing)
    source = standing.source_person
    others = SourcePerson.unscoped.filter(person_id=standing.person_id).exclude(pk=source.pk)
    separated = list(others)
    void(actor, standing, because)
    for other in separated:
        _remember(actor, source, other, "not_same", because)
    current().note(f"claim:{standing.id}")
    return standing


@action("candidate.decided", may=may_decide)
def decide(actor: Actor, candidate: Candidate, same: bool, because: str) -> Candidate:
    """Decide whether the two sides are one person. If so, all records of the one are claimed to the other.

    Raises SightlineError without a reason, or when it was decided already; Refused as `link` does.
    """
    _needs(because)
    kept = Candidate.unscoped.select_related("left__person", "right__person").get(pk=candidate.pk)
    if kept.state != "open":
        raise SightlineError("This was decided already.", next_step="Open the person to undo a link.")
    if same:
        _join(actor, kept, because)
    elif kept.left.person_id == kept.right.person_id:
        raise SightlineError("The two records are linked now.", next_step="Undo the link first.")
    return _remember(actor, kept.left, kept.right, "same" if same else "not_same", because)


def _join(actor: Actor, candidate: Candidate, because: str) -> None:
    left, right = candidate.left.person, candidate.right.person
    if left.pk == right.pk:
        return
    staying, moving = sorted((left, right), key=lambda person: (person.kind != "baby", person.id))
    for source in moving.source_people.order_by("id"):
        link(actor, source, staying, because)


def _needs(because: str) -> None:
    if not because.strip():
        raise SightlineError("Say why.", why="A link is read later by people who were not here.")


def _refuse_the_first(claim: Claim) -> None:
    others = Claim.unscoped.filter(source_person=claim.source_person, voided_at__isnull=True)
    if not others.filter(made_at__lte=claim.made_at).exclude(pk=claim.pk).exists():
        raise SightlineError("This is the agency's own record: there is no link to undo.")


def _refuse_twins(source: SourcePerson, others: list[SourcePerson]) -> None:
    known = known_of([source, *others])
    if any(are_twins(known[source.id], known[other.id]) for other in others):
        raise Refused("These are two babies.", why="They were born on the same day and are told apart.")


def _refuse_losing_a_baby(source: SourcePerson, person: Person) -> None:
    if source.kind == "baby" and person.kind != "baby":
        raise Refused(
            "A baby cannot become part of a record that is no baby's.",
            next_step="Link the other record to the baby instead.",
        )


def _mind_decisions(
    actor: Actor, source: SourcePerson, others: list[SourcePerson], because: str, overturn: bool
) -> None:
    """Refuse against an earlier `not the same`, or overturn it; answer what waits on the same pair."""
    for other in others:
        kept = _candidate(source, other)
        if kept is None:
            continue
        if kept.state == "not_same" and not overturn:
            raise Refused("It was decided that they are not the same person.", why=kept.because)
        if kept.state != "same":
            _remember(actor, source, other, "same", because)


def _remember(actor: Actor, one: SourcePerson, other: SourcePerson, state: str, because: str) -> Candidate:
    left, right = sorted((one, other), key=lambda source: source.id)
    kept, _ = Candidate.unscoped.update_or_create(
        left=left,
        right=right,
        defaults={
            "state": state,
            "decided_at": clock.now(),
            "decided_by": actor.id,
            "because": because,
        },
    )
    current().note(f"candidate:{kept.id}")
    return kept


def _candidate(one: SourcePerson, other: SourcePerson) -> Candidate | None:
    left, right = sorted((one, other), key=lambda source: source.id)
    return Candidate.unscoped.filter(left=left, right=right).first()
