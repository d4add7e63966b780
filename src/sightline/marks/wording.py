"""A mark in words: for the list, and as the front door first reads it in a referral."""

from __future__ import annotations

from sightline.chronology.codes import EXPLANATION_FITS, INJURIES
from sightline.chronology.kinds import Mobility
from sightline.chronology.models import details_of
from sightline.core import clock
from sightline.marks.codes import COLOURS, SKIN_SEEN
from sightline.marks.models import Sighting
from sightline.marks.queries import Shown, shown_marks

SKILLS = {
    "rolls": "rolls",
    "sits": "sits",
    "crawls": "crawls or shuffles",
    "cruises": "walks along furniture",
    "walks": "walks",
}


def mark_words(shown: Shown) -> str:
    """One mark in a phrase: `Bruise on the left cheek, 8 by 5 mm, blue or purple, round`."""
    mark = shown.mark
    parts = [
        f"{INJURIES[shown.detail.injury]} on the {mark.get_region_display()}",
        _size(mark.size_mm, mark.across_mm),
        COLOURS.get(mark.colour, "").lower(),
        mark.shape,
        "with a pattern" if shown.detail.patterned else "",
        "with pin-head dots that do not fade" if mark.petechiae else "",
    ]
    return ", ".join(part for part in parts if part)


def moves_words(sighting: Sighting) -> str:
    """What the baby was seen to do at this sighting, in a sentence; what was not asked is said."""
    if sighting.mobility_entry is None:
        return "What the baby can do was not written down: it counts as not moving about."
    seen = details_of([sighting.mobility_entry])[sighting.mobility_entry.pk]
    assert isinstance(seen, Mobility)
    does = [words for name, words in SKILLS.items() if getattr(seen, name)]
    not_yet = [words for name, words in SKILLS.items() if getattr(seen, name) is False]
    left = [words for name, words in SKILLS.items() if getattr(seen, name) is None]
    parts = [("Seen", does), ("Not seen", not_yet), ("Not written down", left)]
    return " ".join(f"{head}: {', '.join(words)}." for head, words in parts if words)


def worry_of(sighting: Sighting) -> str:
    """What the front door reads of a mark: seen when, where, what was said in whose words, what it can do."""
    at = sighting.seen_at.astimezone(clock.LONDON)
    lines = [f"{sighting.seen_first_by} saw this on {at.day} {at:%B %Y} at {at:%H:%M}."]
    for shown in shown_marks(sighting):
        if shown.taken_back:
            continue
        lines.append(f"{mark_words(shown)}.")
        lines.extend(_account(told.account.said_by, told.words) for told in shown.accounts)
        if not shown.accounts:
            lines.append("Nothing was said about it, or nobody was asked.")
        if shown.detail.explanation_fits:
            lines.append(f"How that fits: {EXPLANATION_FITS[shown.detail.explanation_fits].lower()}.")
    lines.append(f"{moves_words(sighting)} By the definition {sighting.definition}: not moving about.")
    lines.append(f"Skin seen: {SKIN_SEEN[sighting.skin_seen].lower()}.")
    return "\n".join(lines)


def _account(said_by: str, words: str) -> str:
    return f"{said_by or 'Somebody'} said: “{words}”"


def _size(long: int | None, across: int | None) -> str:
    if long is None:
        return "not measured"
    return f"{long} by {across} mm" if across else f"{long} mm"
