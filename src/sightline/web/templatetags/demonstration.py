"""The demonstration's sign-ins, for the sign-in page of the demonstration and for no other."""

from __future__ import annotations

from django import template
from django.conf import settings
from django.http import HttpRequest

from sightline.web.signing_in.listed import Listed, code_of, listed

register = template.Library()


@register.simple_tag
def demo_is_on() -> bool:
    """Whether everyone here is invented."""
    return bool(settings.DEMO)


@register.simple_tag
def demo_sign_ins() -> list[Listed]:
    """Every sign-in of the demonstration; none anywhere else."""
    return listed() if settings.DEMO else []


@register.simple_tag
def demo_code(request: HttpRequest) -> Listed | None:
    """The sign-in that is half way through signing in; None outside the demonstration."""
    return code_of(request) if settings.DEMO else None
