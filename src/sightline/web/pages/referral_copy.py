"""A referral to take along: the same as its page to the same reader, as a PDF or a Word document."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_GET

from sightline.concerns.queries import find_referred
from sightline.core import ledger
from sightline.core.actors import Actor
from sightline.exchange.paper.document import Paper
from sightline.exchange.paper.pdf import as_pdf
from sightline.exchange.paper.referral import paper_of_referral
from sightline.exchange.paper.word import as_word
from sightline.web.gate import signed_in


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: how a copy becomes one, and what a browser calls it."""

    ending: str
    content_type: str
    write: Callable[[Paper], bytes]


PDF: Final = Kind("pdf", "application/pdf", as_pdf)
WORD: Final = Kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_word)


@require_GET
@signed_in
def referral_pdf(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """The referral of one child, to print."""
    return _copy(actor, referred_id, PDF)


@require_GET
@signed_in
def referral_word(request: HttpRequest, actor: Actor, referred_id: uuid.UUID) -> HttpResponse:
    """The referral of one child, for Word."""
    return _copy(actor, referred_id, WORD)


def _copy(actor: Actor, referred_id: uuid.UUID, kind: Kind) -> HttpResponse:
    """Found as the page finds it, written, traced as taken out; then it leaves. Nothing of it is kept."""
    referred = find_referred(actor, referred_id)
    written = kind.write(paper_of_referral(actor, referred))
    record = f"referral:{referred.referral_id}"
    ledger.looked(actor, "referral.exported", [record], [str(referred.child_id)])
    answer = HttpResponse(written, content_type=kind.content_type)
    name = f"referral-{referred.referral.reference}.{kind.ending}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    add_never_cache_headers(answer)
    return answer


PATHS: Final[list[URLPattern]] = [
    path("referrals/<uuid:referred_id>/copy.pdf", referral_pdf, name="referral_pdf"),
    path("referrals/<uuid:referred_id>/copy.docx", referral_word, name="referral_word"),
]
