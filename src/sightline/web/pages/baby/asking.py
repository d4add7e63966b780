"""The questions that wait on a baby: at most three at once, the soonest first, each with its evidence."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sightline.access.table import ELSEWHERE_WORDS
from sightline.learning.points import LearningPoint
from sightline.prompts.models import ANSWERS, TEMPOS, Prompt
from sightline.prompts.queries import SHOWN_AT_ONCE, Question, questions_on
from sightline.web.naming import asked_words
from sightline.web.pages.baby.reading import Reading
from sightline.web.pages.baby.saying import SaidLine, say
from sightline.web.words import short_day

ITEMS_AT_ONCE: Final = 3


@dataclass(frozen=True, slots=True)
class AskedItem:
    """One piece of evidence: why it counts, and the line; None where it is recorded elsewhere."""

    because: str
    line: SaidLine | None

    @property
    def words(self) -> str:
        """The line's words, or that it is recorded elsewhere, which says no more than that."""
        return self.line.said.text if self.line else ELSEWHERE_WORDS


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question as the page shows it."""

    prompt: Prompt
    lesson: LearningPoint
    items: tuple[AskedItem, ...]
    because: tuple[str, ...]
    tempo: str
    words: str
    short_words: str
    when: str

    @property
    def first_items(self) -> tuple[AskedItem, ...]:
        """The latest evidence, which stands open."""
        return self.items[-ITEMS_AT_ONCE:]

    @property
    def earlier_items(self) -> tuple[AskedItem, ...]:
        """The rest, which is folded."""
        return self.items[:-ITEMS_AT_ONCE]

    @property
    def id(self) -> uuid.UUID:
        """The prompt's id."""
        return self.prompt.pk


def when_words(prompt: Prompt, today: dt.date) -> str:
    """By when, kindly: where the day is past, since when it waits."""
    if prompt.due_on is None:
        return "at your next contact" if prompt.tempo == "next" else ""
    if prompt.due_on < today:
        return f"waiting since {short_day(prompt.raised_on, today)}"
    return "by the end of today" if prompt.due_on == today else f"answer by {short_day(prompt.due_on, today)}"


def questions_of(reading: Reading) -> list[AskedQuestion]:
    """The questions that this actor is asked, the soonest first."""
    found = questions_on(reading.actor, reading.child_id, reading.lines, reading.openness)
    return [_asked(reading, question) for question in found]


def shown_and_folded(questions: list[AskedQuestion]) -> tuple[list[AskedQuestion], list[AskedQuestion]]:
    """At most three stand open; the rest are folded."""
    return questions[:SHOWN_AT_ONCE], questions[SHOWN_AT_ONCE:]


def _asked(reading: Reading, question: Question) -> AskedQuestion:
    items = tuple(_items(reading, question))
    because = tuple(dict.fromkeys(item.because for item in items if item.line is not None))
    return AskedQuestion(
        question.prompt,
        question.lesson,
        items,
        because,
        TEMPOS[question.prompt.tempo],
        asked_words(question.lesson.question, reading.baby),
        asked_words(question.lesson.short_question, reading.baby),
        when_words(question.prompt, reading.today),
    )


def _items(reading: Reading, question: Question) -> Iterable[AskedItem]:
    """Readable evidence in order of time; what is recorded elsewhere once, at the end."""
    elsewhere = False
    said = []
    for item in question.items:
        line = say(item.line, reading) if item.line else None
        if line is None or not line.readable:
            elsewhere = True
            continue
        said.append(AskedItem(item.because, line))
    said.sort(key=lambda one: str(one.line.happened) if one.line else "")
    return said + ([AskedItem("", None)] if elsewhere else [])


FOUR: list[tuple[str, str]] = [(key, said.replace(", because", "…")) for key, said in ANSWERS.items()]
"""The four answers, as their buttons say them."""
