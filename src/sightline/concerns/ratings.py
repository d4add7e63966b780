"""What the receiver said of the writing: the latest line on each part, and the lines before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sightline.concerns.models import Rating, Referral


@dataclass(frozen=True, slots=True)
class LinesOnPart:
    """The line that counts on one part, and those that it came after, the latest of them first."""

    latest: Rating
    earlier: Sequence[Rating]


def lines_on(referral: Referral) -> list[LinesOnPart]:
    """The lines on each part that has any. The caller decided that the referral may be read. One query."""
    found: dict[str, list[Rating]] = {}
    for line in referral.ratings.select_related("by").order_by("part", "-at", "-id"):
        found.setdefault(line.part, []).append(line)
    return [LinesOnPart(lines[0], lines[1:]) for lines in found.values()]
