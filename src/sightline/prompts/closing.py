"""The end of following: what is asked of a baby whose page closes is asked no more."""

from __future__ import annotations

import datetime as dt

from sightline.core import clock
from sightline.prompts.models import Prompt

BECAUSE = "The baby is no longer followed."


def close_prompts(day: dt.date) -> int:
    """Close the open prompts of the babies whose pages are closed by `day`; how many."""
    over = Prompt.unscoped.filter(state="open", child__baby__closed_on__lte=day)
    return over.update(state="closed", ended_at=clock.now(), ended_because=BECAUSE)
