"""A real browser against a live server: Chromium, each page read by axe and kept within its width."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from entering import who_signs_in
from playwright.sync_api import Browser, Page, sync_playwright

import emptying
from factories import a_baby, a_partnership, an_actor, an_adult, open_to
from sightline.agencies.models import DutyNumber, Professional
from sightline.chronology.actions import record
from sightline.chronology.kinds import Contact, Relationship
from sightline.core import clock
from sightline.people.models import Baby, NetworkMember

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = {"wide": 1200, "narrow": 375}

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
emptying.allow()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all journeys; they skip, saying so, where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"There is no browser at {CHROMIUM}: install Debian's chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        browser.close()


@pytest.fixture(params=list(WIDTHS))
def page(request: pytest.FixtureRequest, chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A page at 1200 and at 375 pixels, that fails when anything is asked of another host."""
    context = chromium.new_context(
        viewport={"width": WIDTHS[request.param], "height": 900}, base_url=live_server.url
    )
    opened = context.new_page()
    strangers: list[str] = []
    opened.on("request", lambda asked: strangers.append(asked.url))
    yield opened
    context.close()
    asked = [url for url in strangers if not url.startswith((live_server.url, "data:", "about:"))]
    assert not asked, f"Another host was asked: {asked}"


@pytest.fixture
def narrow(chromium: Browser, live_server: Any) -> Iterator[Page]:
    """A page at 375 pixels only."""
    context = chromium.new_context(viewport={"width": 375, "height": 800}, base_url=live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def check() -> Callable[[Page], None]:
    """Nothing serious or moderate to axe, and nothing wider than the page."""

    def look(page: Page) -> None:
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        bad = [
            (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:3])
            for one in found
            if one["impact"] in ("moderate", "serious", "critical")
        ]
        assert not bad, f"{page.url}: {bad}"
        width = page.viewport_size["width"] if page.viewport_size else 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} scrolls sideways"

    return look


@pytest.fixture
def ruth(transactional_db: None) -> Professional:
    """A health visitor who can sign in."""
    cache.clear()
    actor = an_actor("health_visiting", name="Ruth Adeyemi")
    who_signs_in(actor, "ruth")
    person = Professional.objects.get(pk=actor.id)
    vars(person)["actor"] = actor
    return person


@pytest.fixture
def marnie(ruth: Professional) -> Baby:
    """A baby of Ruth's, with her mother, met once; and whom to ring."""
    actor = vars(ruth)["actor"]
    for purpose, name in (("worry", "the front door"), ("mark", "the children’s on-call doctor")):
        for hours in ("day", "night"):
            DutyNumber.unscoped.create(
                partnership=a_partnership(),
                purpose=purpose,
                hours=hours,
                name=name,
                telephone="01632 960 110",
            )
    baby = a_baby("Marnie", "Askew", born_days_ago=60, language="English", interpreter=False)
    open_to(actor, baby)
    mother = an_adult("Jodie", "Askew", sex="female")
    NetworkMember.unscoped.get_or_create(child=baby.person, person=mother, through="relationship")
    to_her = (("to", baby.person),)
    record(actor, baby.person, Relationship("mother"), about=mother, people=to_her, happened_on=clock.today())
    record(actor, baby.person, Contact(True), people=(("spoke_to", mother),), happened_on=clock.today())
    return baby
