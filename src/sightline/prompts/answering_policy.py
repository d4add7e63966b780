"""Who may answer a question."""

from __future__ import annotations

from sightline.access.scope import NOT_FOUND, may_open
from sightline.core.actors import Actor
from sightline.core.decisions import Decision, allow, refuse
from sightline.prompts.models import ANSWERS, Prompt
from sightline.prompts.queries import is_shown


def may_answer(actor: Actor, prompt: Prompt, answer: str, words: str = "") -> Decision:
    """Those to whom it is put, and nobody else; once, with words where the answer needs them."""
    if not may_open(actor, prompt.child_id):
        return refuse(NOT_FOUND)
    if not is_shown(actor, prompt):
        return refuse("This question is asked of somebody else.")
    if prompt.state != "open":
        return refuse("This question is no longer waiting.")
    if answer not in ANSWERS:
        return refuse("That is not one of the four answers.")
    if answer in ("does_not_fit", "already_known") and not words.strip():
        return refuse("Say in a few words why it does not fit, or where it is known.")
    return allow("It is asked of your team.")
