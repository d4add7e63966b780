"""The Jinja environment of the pages."""

from __future__ import annotations

from typing import Any

import jinja2
from django.templatetags.static import static
from django.urls import reverse


def environment(**options: Any) -> jinja2.Environment:
    """Our templates first, then NHS.UK's components."""
    loader = jinja2.ChoiceLoader([options.pop("loader"), jinja2.PackageLoader("nhsuk_frontend_jinja")])
    made = jinja2.Environment(**(options | {"loader": loader, "undefined": jinja2.StrictUndefined}))
    made.globals.update(static=static, url=reverse)
    return made
