"""Actions: the one kind of function that changes a record.

An action is permitted, traced in the audit ledger, and runs in one transaction. Its first argument is the
actor; its `may` takes the same arguments and decides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from typing import Concatenate, ParamSpec, TypeVar

from sightline.core import clock, ledger
from sightline.core.actors import Actor
from sightline.core.decisions import Decision
from sightline.core.errors import Refused
from sightline.core.unit import unit

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Act = Callable[Concatenate[Actor, Arguments], Result]
May = Callable[Concatenate[Actor, Arguments], Decision]


def action(event: str, *, may: May[Arguments]) -> Callable[[Act[Arguments, Result]], Act[Arguments, Result]]:
    """Make a function an action, traced as `event` (past tense, `room.verb`).

    Raises Refused, with the reason, when `may` refuses; the refusal is in the ledger all the same, also when
    what surrounds it rolls back. A Refused that the function itself raises is traced likewise.
    """

    def permitted(act: Act[Arguments, Result]) -> Act[Arguments, Result]:
        @wraps(act)
        def run(actor: Actor, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            decision = may(actor, *args, **kwargs)
            if not decision:
                ledger.refused(actor, event, decision.because)
                raise _refusal(decision)
            try:
                with unit() as work:
                    start = len(work.trail)
                    result = act(actor, *args, **kwargs)
                    work.trace(start, partial(ledger.changed, actor, event, at=clock.now()))
                return result
            except Refused as refusal:
                _trace_once(actor, event, refusal)
                raise

        run.is_action = True  # type: ignore[attr-defined]  # what the conformance tests look for
        return run

    return permitted


def _refusal(decision: Decision) -> Refused:
    """The error for a refusal that is in the ledger already."""
    refusal = Refused("You cannot do this.", why=decision.because)
    refusal.traced = True
    return refusal


def _trace_once(actor: Actor, event: str, refusal: Refused) -> None:
    """Trace a refusal that the action itself found, at the innermost action only."""
    if not refusal.traced:
        refusal.traced = True
        ledger.refused(actor, event, str(refusal))
