"""Actions: the one kind of function that changes a record.

An action is permitted, traced in the audit ledger, and runs in one transaction. Its first argument is the
actor; its `may` takes the same arguments and decides.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from sightline.core import ledger
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

    Raises Refused, with the reason, when `may` refuses; the refusal is in the ledger all the same.
    """

    def permitted(act: Act[Arguments, Result]) -> Act[Arguments, Result]:
        @wraps(act)
        def run(actor: Actor, /, *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
            decision = may(actor, *args, **kwargs)
            if not decision:
                ledger.refused(actor, event, decision.because)
                raise Refused("You cannot do this.", why=decision.because)
            with unit() as work:
                before = len(work.records)
                result = act(actor, *args, **kwargs)
                ledger.changed(actor, event, work.records[before:], work.children)
            return result

        run.is_action = True  # type: ignore[attr-defined]  # what the conformance tests look for
        return run

    return permitted
