"""What is asked about a clock: why it stands still, why it is late, what the night hands back."""

from __future__ import annotations

from typing import Final

from sightline.web.forms.fields import Passage
from sightline.web.forms.form import Form

LONGEST: Final = 2000


class Pausing(Form):
    """Why a clock stands still."""

    not_done = "The clock still runs"

    pause_because = Passage(
        "Why does this stand still?",
        hint="Whoever depends on it reads this. It is due later by the time that it stands still.",
        missing="Say why this stands still",
        rows=2,
        max_length=LONGEST,
    )


class Explaining(Form):
    """Why a clock is late."""

    not_done = "Nothing is said yet about why it is late"

    late_because = Passage(
        "Why is this late?",
        hint="Whoever says so approves it, by name.",
        missing="Say why this is late",
        rows=2,
        max_length=LONGEST,
    )


class HandingBack(Form):
    """What the day team must know in the morning."""

    not_done = "It is not handed back yet"

    words = Passage(
        "What must the day team know?",
        hint="What you found, what you did, whom you spoke to, what is left to do.",
        missing="Say what the day team must know",
        rows=5,
        max_length=LONGEST,
    )
