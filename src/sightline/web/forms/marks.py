"""The forms that write down a mark on a baby who is not mobile, and that refer it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError

from sightline.chronology.codes import EXPLANATION_FITS, INJURIES
from sightline.chronology.kinds import Mobility
from sightline.concerns.codes import YES_NO_UNKNOWN
from sightline.core import clock
from sightline.marks.codes import (
    COLOURS,
    DELAYS,
    SKIN_SEEN,
    SKIN_TONES,
)
from sightline.marks.written import SeenMark
from sightline.web.forms.fields import AnyOf, Day, Number, OneOf, Passage, Pick, Words, YesNo
from sightline.web.forms.form import Form

_TIME: Final = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
SKIN_TONE_HINT: Final = (
    "We ask because on brown and dark skin bruises are missed, and blue-grey spots from birth are taken for "
    "bruises. Look in good light, and feel."
)


class Clock(Words):
    """A time of day, as 11:40."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, width="5", **options)

    def clean(self, value: Any) -> str:
        """The time as it was written. Raises ValidationError for what is none."""
        said = str(super().clean(value)).strip()
        if said and not _TIME.fullmatch(said):
            raise ValidationError(f"{self.label}: write it like 11:40 or 23:05")
        return said


class Timed(Form):
    """A form that asks for a day and a time of it, once."""

    def instant(self, day: str, time: str) -> dt.datetime | None:
        """When it was; without a time, the end of that day or now; None without a day."""
        on = self.cleaned_data.get(day)
        if on is None:
            return None
        said = _TIME.fullmatch(self.cleaned_data.get(time) or "")
        if said is None:
            return min(clock.end_of(on), clock.now())
        at = dt.time(int(said[1]), int(said[2]))
        return dt.datetime.combine(on, at, clock.LONDON).astimezone(dt.UTC)


class OneMark(Timed):
    """One mark: what it is, how large, and what was said of it. The place is chosen before."""

    fold_title = "Size across, a pattern, pin-head dots, a birthmark, a photograph"
    folded: ClassVar[tuple[str, ...]] = (
        "across_mm", "shape", "patterned", "petechiae", "said_birthmark", "photograph_at",
    )  # fmt: skip

    injury = OneOf("What do you see?", INJURIES, inline=False, missing="Choose what you see")
    size_mm = Number(
        "Size, at its longest", unit="mm", least=0.5, most=500, required=False, hint="Measured, not guessed"
    )
    colour = Pick("Colour", COLOURS, required=False, hint="No colour tells how old a bruise is")
    explanation = Passage(
        "What was said about it, in the words used?",
        hint="Leave it empty if nobody was asked. A good explanation changes nothing that follows",
        required=False,
        rows=3,
    )
    said_by = Words("Who said it?", required=False)
    explanation_fits = OneOf(
        "Does what was said fit what you see?", EXPLANATION_FITS, inline=False, required=False
    )
    across_mm = Number("Size across", unit="mm", least=0.5, most=500, required=False)
    shape = Words("Shape", hint="Round, a line, a ring, like a finger, like an object", required=False)
    patterned = YesNo("Does it have a pattern?", required=False)
    petechiae = YesNo(
        "Are there pin-head dots that do not fade when pressed?", hint="Smaller than 2 mm", required=False
    )
    said_birthmark = YesNo(
        "Does somebody say that it is a birthmark, or from the birth?",
        hint="It counts as one only where it was recorded before today, or when an examiner says so.",
        required=False,
    )
    photograph_at = Words(
        "If there is a photograph: where is it kept, by whom, and who agreed?",
        hint="Sightline keeps no photograph",
        required=False,
        width="",
    )

    def seen_mark(self, region: str) -> SeenMark:
        """What was filled in, as plain data. Call it on a valid form."""
        said = self.cleaned_data
        return SeenMark(
            region=region,
            injury=said["injury"],
            size_mm=_whole(said["size_mm"]),
            across_mm=_whole(said["across_mm"]),
            said_at=clock.now() if said["explanation"] else None,
            **{
                name: said[name]
                for name in (
                    "colour", "shape", "patterned", "petechiae", "said_birthmark", "photograph_at",
                    "explanation", "explanation_fits", "said_by",
                )
            },
        )  # fmt: skip


class Seeing(OneMark):
    """A mark and everything that surrounds it. Three answers are enough to save."""

    folded: ClassVar[tuple[str, ...]] = (*OneMark.folded, "seen_first_by", "delay_words")
    fold_title = "Size across, a pattern, dots, a birthmark, a photograph, who saw it first"

    on = Day("When was it first seen?", missing="Give the day on which it was first seen")
    at = Clock("At what time?", hint="Like 11:40. Leave it for now", required=False)
    seen_first_by = Words("Who saw it first, if not you?", required=False)
    skin_seen = OneOf(
        "How much of the baby’s skin was seen?",
        SKIN_SEEN,
        inline=False,
        missing="Say how much of the skin was seen",
    )
    skin_tone = OneOf("The baby’s skin", SKIN_TONES, inline=False, required=False, hint=SKIN_TONE_HINT)
    rolls = YesNo("Did you see the baby roll over?", required=False)
    sits = YesNo("Sit without help?", required=False)
    crawls = YesNo("Crawl, shuffle or pull along?", required=False)
    cruises = YesNo("Walk holding on to things?", required=False)
    walks = YesNo("Walk alone?", required=False)
    delay = OneOf(
        "Had somebody at home seen it before and not shown it?", DELAYS, inline=False, required=False
    )
    delay_words = Passage("What was said about that?", required=False, rows=2)
    carers = AnyOf("Who had the baby in the time in which it can have happened?", {}, required=False)
    carer_words = Words(
        "Somebody else who had the baby, or that you did not ask",
        hint="In the words in which you heard of them",
        required=False,
        width="",
    )
    other_children = Passage(
        "Other young children of the home whom the record does not have",
        hint="One a line. Somebody looks at each of them too",
        required=False,
        rows=2,
    )

    def __init__(self, *args: Any, people: Mapping[str, str], **more: Any) -> None:
        super().__init__(*args, **more)
        offered = self.fields["carers"]
        assert isinstance(offered, AnyOf)
        if people:
            offered.choices = list(people.items())
        else:
            del self.fields["carers"]
        self.fields["on"].initial = clock.today()

    def mobility(self) -> Mobility:
        """What the baby was seen to do; what was left is not recorded."""
        skills = ("rolls", "sits", "crawls", "cruises", "walks")
        return Mobility(**{name: self.cleaned_data[name] for name in skills})


class ReferNow(Form):
    """The answers without which the front door cannot act; the rest is on the mark's page already."""

    not_done = "Nothing is sent yet"

    worry = Passage("What the front door will read", missing="Say what you are worried about", rows=6)
    safe_now = OneOf(
        "Is the baby safe now?",
        YES_NO_UNKNOWN,
        missing="Say whether the baby is safe now, as far as you know",
    )
    where_now = Words("Where is the baby now, and with whom?", missing="Say where the baby is", width="")
    call_back = Words("Your number, answered today", missing="Give a number on which you can be rung back")
    speed = OneOf(
        "How do you want to send it?",
        {
            "urgent": "Now, as it is: I complete it within a working day",
            "whole": "I write the rest first, today",
        },
        inline=False,
        missing="Choose how to send it",
    )


def _whole(value: Any) -> int | None:
    """A size to the nearest millimetre; what is smaller than one is one."""
    return None if value is None else max(1, round(value))
