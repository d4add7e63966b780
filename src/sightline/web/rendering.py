"""The Jinja environment of the pages, and NHS.UK's components within it.

Our own templates fail on an undefined name. NHS.UK's expect names to be missing, so they live in an
environment of their own and are called by name: `component("radios", {...})`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import jinja2
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from markupsafe import Markup

from sightline.core import clock
from sightline.core.ids import spaced_nhs_number
from sightline.web import words
from sightline.web.due_words import due_words
from sightline.web.framing import SIGNED_OUT


def environment(**options: Any) -> jinja2.Environment:
    """Our templates, with the words of `web.words` as filters."""
    strict = options | {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    made = jinja2.Environment(**strict)
    made.globals.update(static=static, url=reverse, component=component, demo=settings.DEMO, frame=SIGNED_OUT)
    made.filters.update(
        day=words.day,
        full_day=words.full_day,
        short_day=words.short_day,
        moment=words.moment,
        count=words.count,
        joined=words.joined,
        begun=words.begun,
        in_sentence=words.in_sentence,
        due_words=lambda due: due_words(due.clock, due.rule, clock.now()),
        spaced_number=spaced_nhs_number,
    )
    return made


@cache
def _components() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("nhsuk_frontend_jinja"),
        undefined=jinja2.ChainableUndefined,
        autoescape=True,
    )


@cache
def _macro(name: str) -> Any:
    module = _components().get_template(f"nhsuk/components/{name}/macro.jinja").module
    first, *others = name.split("-")
    return getattr(module, first + "".join(word.title() for word in others))


def component(name: str, parameters: Mapping[str, Any]) -> Markup:
    """One of NHS.UK's components (`error-summary`, `radios`, ...), with its own parameters."""
    return Markup(_macro(name)(dict(parameters)))
