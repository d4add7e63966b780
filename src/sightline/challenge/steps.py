"""What may happen to a challenge, as a table. Going on to the next stage changes its stage, not its state."""

from __future__ import annotations

from typing import Final

from sightline.core.steps import Step, Steps

EITHER: Final = "the raiser, or who speaks for the challenged side at this stage"
OTHER: Final = "the side that did not write it"
ABOVE: Final = "a designated lead of neither agency, at the last stage"
ANYBODY: Final = "either side, or the clock"

CHALLENGE: Final = Steps(
    "challenge",
    "open",
    {
        "open": "Not settled",
        "proposed": "One side has written what was agreed; the other has not confirmed it",
        "settled": "Settled, confirmed by both sides",
        "decided": "Decided above both sides, with reasons",
    },
    (
        Step("open", "move_on", "open", ANYBODY, "challenge.moved_on"),
        Step("open", "propose", "proposed", EITHER, "challenge.proposed"),
        Step("open", "decide", "decided", ABOVE, "challenge.decided"),
        Step("proposed", "move_on", "proposed", ANYBODY, "challenge.moved_on"),
        Step("proposed", "decline", "open", OTHER, "challenge.declined"),
        Step("proposed", "agree", "settled", OTHER, "challenge.settled"),
        Step("proposed", "decide", "decided", ABOVE, "challenge.decided"),
    ),
)

OPEN: Final = ("open", "proposed")
TABLES: Final[tuple[Steps, ...]] = (CHALLENGE,)
