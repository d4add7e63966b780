"""Quality assurance: a repeatable sample of finished medicals, each read by a second paediatrician."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import uuid
from collections import Counter
from collections.abc import Iterable

from dateutil.relativedelta import relativedelta
from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from sightline.access.keys import own_id
from sightline.agencies.models import Agency
from sightline.core import clock
from sightline.core.actions import action
from sightline.core.actors import Actor
from sightline.core.errors import SightlineError
from sightline.core.steps import Overtaken
from sightline.core.unit import current
from sightline.medicals.codes import QUESTIONS, REVIEWED
from sightline.medicals.entry import missing, needs
from sightline.medicals.models import Medical, Review, Sample, Sampled
from sightline.medicals.policy import may_draw, may_review
from sightline.medicals.rules import rules_on
from sightline.medicals.written import Reviewed


@action("medical_sample.drawn", may=may_draw)
def draw_sample(actor: Actor, agency: Agency, month: dt.date) -> Sample:
    """Draw the sample of the medicals that an agency finished in a month; the same when drawn already.

    Raises SightlineError for a month that is not over, or in which nothing was finished.
    """
    first = month.replace(day=1)
    if clock.today() < first + relativedelta(months=1):
        raise SightlineError("This month is not over.", next_step="Choose an earlier month.")
    drawn = Sample.unscoped.filter(agency=agency, month=first).first()
    if drawn is not None:
        current().note(f"medical_sample:{drawn.pk}")
        return drawn
    return _draw(actor, agency, first)


@action("medical_sample.reviewed", may=may_review)
def review_medical(actor: Actor, sampled: Sampled, said: Reviewed) -> Review:
    """Record what a second paediatrician found, once, with one line back to the examiner."""
    answers = {name: getattr(said, name) for name in QUESTIONS}
    needs(
        answers="" if set(answers.values()) <= set(REVIEWED) else "Answer every question.",
        line=missing(said.line, "Write one line back to the examiner."),
    )
    if Review.unscoped.filter(of=sampled).exists():
        raise _reviewed()
    try:
        with transaction.atomic():
            made = Review.unscoped.create(
                of=sampled, reviewer_id=own_id(actor), line=said.line.strip(), **answers
            )
    except IntegrityError as error:
        raise _reviewed() from error
    current().note(f"medical:{sampled.medical_id}", str(sampled.medical.child_id))
    return made


def drawn_from(seed: str, keys: Iterable[uuid.UUID], one_in: int) -> list[uuid.UUID]:
    """The keys that a seed draws: one in so many of them, rounded up, the smallest hashes first.

    The same seed and keys always give the same, in whatever order the keys come.
    """
    ranked = sorted(set(keys), key=lambda key: hashlib.sha256(f"{seed}:{key}".encode()).hexdigest())
    return ranked[: -(-len(ranked) // one_in)]


def frame_of(agency: Agency, month: dt.date) -> QuerySet[Medical]:
    """The medicals that an agency finished in a month: the final opinion's Europe/London day counts."""
    since = clock.start_of(month)
    until = clock.start_of(month + relativedelta(months=1))
    return Medical.unscoped.filter(to_agency=agency, finished_at__gte=since, finished_at__lt=until)


def agreement(sample: Sample) -> dict[str, dict[str, int]]:
    """How often each question was answered with yes, partly and no. About the work, of one agency's own."""
    rows = list(Review.unscoped.filter(of__sample=sample))
    counted = {question: Counter(getattr(row, question) for row in rows) for question in QUESTIONS}
    return {question: {code: counted[question][code] for code in REVIEWED} for question in QUESTIONS}


def _draw(actor: Actor, agency: Agency, first: dt.date) -> Sample:
    keys = list(frame_of(agency, first).values_list("pk", flat=True))
    if not keys:
        raise SightlineError("No medical was finished in this month.", next_step="Choose another month.")
    told = rules_on(agency.partnership.code, first)
    seed = secrets.token_hex(16)
    sample = Sample.unscoped.create(
        agency=agency,
        month=first,
        one_in=told.sample_one_in,
        rule_version=told.version,
        seed=seed,
        frame=len(keys),
        drawn_by_id=own_id(actor),
    )
    chosen = drawn_from(seed, keys, told.sample_one_in)
    Sampled.unscoped.bulk_create(Sampled(sample=sample, medical_id=key) for key in chosen)
    children = Medical.unscoped.filter(pk__in=chosen).values_list("child_id", flat=True)
    current().note(f"medical_sample:{sample.pk}", *map(str, children))
    return sample


def _reviewed() -> Overtaken:
    return Overtaken(
        "This medical was reviewed already.",
        why="One review stands, and is not written over.",
        next_step="Open it to read the review.",
    )
