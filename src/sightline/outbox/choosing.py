"""What people decide about letters: whether they want them, and that one is tried again."""

from __future__ import annotations

from sightline.access.keys import own_id
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.core.steps import Overtaken
from sightline.core.unit import current
from sightline.outbox.models import EmailChoice, Letter
from sightline.outbox.queries import letters_seen_by


def may_choose(actor: Actor, wanted: bool) -> Decision:
    """Everybody, for themselves."""
    return refuse("The system gets no letters.") if actor.is_system else allow("It is your own e-mail.")


@action("email.chosen", may=may_choose)
def choose_email(actor: Actor, wanted: bool) -> EmailChoice:
    """Switch letters to the actor on or off. What waits to be sent is looked at again before it leaves."""
    said = {"wanted": wanted, "at": clock.now()}
    made, _ = EmailChoice.unscoped.update_or_create(professional_id=own_id(actor), defaults=said)
    current().note(f"email_choice:{made.pk}")
    return made


def may_try_again(actor: Actor, letter: Letter) -> Decision:
    """An administrator, for a letter that did not leave."""
    if letters_seen_by(actor).filter(pk=letter.pk).exists():
        return allow("You keep the outbox.")
    return refuse("Only an administrator sends a letter again, and only one that did not leave.")


@action("letter.retried", may=may_try_again)
def try_again(actor: Actor, letter: Letter) -> Letter:
    """Let the worker try a letter now, with all its attempts before it. Raises Overtaken when it has gone."""
    stands = Letter.unscoped.filter(pk=letter.pk, state__in=("failed", "given_up"))
    if not stands.update(state="failed", refusals=0, next_try_at=clock.now()):
        raise Overtaken("This letter is no longer waiting here.", next_step="Open the list again.")
    current().note(f"letter:{letter.pk}")
    return Letter.unscoped.get(pk=letter.pk)
