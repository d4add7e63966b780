"""TEN-4-FACESp, as a prompt: a listed place is marked, so ask a paediatrician. Off until it is switched on.

Never a score, and never an all-clear: where nothing is listed, nothing is said. Figures are of Pierce and
others, JAMA Network Open 2021;4(4):e215832.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

from dateutil.relativedelta import relativedelta

from sightline.agencies.models import PolicySetting
from sightline.marks.regions import regions
from sightline.marks.written import SeenMark

SETTING: Final = "mark_ten4_facesp"
"""The partnership's setting; `on` switches it on from its day."""
LETTERS: Final = {
    "T": "on the torso",
    "E": "on an ear or an eyelid",
    "N": "on the neck",
    "4": "a bruise anywhere before the age of five months",
    "F": "a torn fold in the mouth",
    "A": "on the angle of the jaw",
    "C": "on the cheek",
    "S": "in the white of the eye",
    "p": "with a pattern",
}
BLEEDS: Final = frozenset({"F", "S"})
"""Places where what is listed is a tear or a bleed rather than a bruise of the skin."""
FIGURES: Final = (
    "Among 2,123 bruised children under four years who were undressed and examined in five children’s "
    "emergency departments in the United States, it listed 95.6% of those whom experts judged to have been "
    "hurt (95% confidence interval 93.0 to 97.3), and did not list 87.1% of the others (85.4 to 88.6)."
)
LIMITS: Final = (
    "Those were hospital departments. Where hurt children are rarer, most marks that it lists were not "
    "inflicted. An older form of it did less well in the United Kingdom (69% and 74%), and did not tell "
    "abuse from bleeding disorders. It says nothing of who or why, and a mark that it does not list still "
    "needs the examination."
)
_UNDER_YEARS: Final = 4
_UNDER_MONTHS: Final = 5


def is_on(partnership: str, day: dt.date) -> bool:
    """Whether the partnership has switched it on by that day."""
    named = PolicySetting.unscoped.filter(partnership__code=partnership, name=SETTING, from_on__lte=day)
    latest = named.order_by("-from_on").values_list("value", flat=True).first()
    return latest is not None and latest.strip().lower() == "on"


def listed(marks: Iterable[SeenMark], born_on: dt.date | None, day: dt.date) -> tuple[str, ...]:
    """The letters under which any of the marks is listed, in the order of the name; none tells nothing.

    For a child under four whose day of birth is known. Only bruises count, and bleeds where they are listed.
    """
    if born_on is None or day >= born_on + relativedelta(years=_UNDER_YEARS):
        return ()
    is_small = day < born_on + relativedelta(months=_UNDER_MONTHS)
    found = {letter for mark in marks for letter in _letters(mark, is_small)}
    return tuple(letter for letter in LETTERS if letter in found)


def _letters(mark: SeenMark, is_small: bool) -> set[str]:
    letter = regions()[mark.region].ten4
    if mark.injury != "bruise":
        return {letter} if letter in BLEEDS and mark.injury in ("bleeding", "other") else set()
    return {letter} - {""} | ({"4"} if is_small else set()) | ({"p"} if mark.patterned else set())
