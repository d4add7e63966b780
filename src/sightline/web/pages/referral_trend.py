"""How clear an agency's referrals were to read, by quarter: for those who help its writers."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET

from sightline.concerns.trend import EVERY_AGENCY, SMALL, may_see_trend, trends_seen_by
from sightline.core.actors import Actor
from sightline.core.errors import Refused
from sightline.web.gate import signed_in
from sightline.web.looking import show_looked

SHORT: Final = {"clear": "clear", "partly": "partly clear", "missing": "missing"}
"""The three findings, short enough for a table."""


@require_GET
@signed_in
def referral_trend(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One's own agency; for the partnership's officers each agency of it. No child and no writer is named."""
    decision = may_see_trend(actor)
    if not decision:
        raise Refused("You cannot open this.", why=decision.because)
    trends = trends_seen_by(actor)
    context = {
        "trends": [one for one in trends if one.sent_any],
        "silent": [one.agency.name for one in trends if not one.sent_any],
        "is_every": actor.role in EVERY_AGENCY,
        "small": SMALL,
        "short": SHORT,
    }
    return show_looked(request, actor, "pages/referral_trend.html", context, event="referral_trend.looked")


PATHS: Final[list[URLPattern]] = [path("referrals/how-clear/", referral_trend, name="referral_trend")]
