"""Do three daily tasks on a small screen as a person does, and count what they cost.

    .venv/bin/sightline demo --data DIR --port 8801 --json          (in another window)
    .venv/bin/python scripts/measure_tasks.py http://127.0.0.1:8801/ [--json]

At 375 by 812 pixels, signed in as ruth.adeyemi of the demonstration: read a baby's page before knocking,
answer a question, record a contact that answers it. An action is one tap; typed words are counted; required
fields are those that the form refuses to leave empty. It writes into that demonstration.
"""

from __future__ import annotations

import argparse
import json
import re
from dataclasses import asdict, dataclass
from typing import Final

import pyotp
from playwright.sync_api import Page, sync_playwright

PASSWORD: Final = "keep-babies-in-sight"
SECRET: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
WIDTH: Final = 375
HEIGHT: Final = 812
BABY: Final = re.compile(r"/babies/[0-9a-f-]{36}/$")


@dataclass(slots=True)
class Cost:
    """What one task took."""

    task: str
    actions: int = 0
    words: int = 0
    required: int = 0
    screens: float = 0.0

    def tap(self, page: Page, tag: str, name: str, within: str = "main") -> None:
        """One tap on what is seen."""
        found = page.locator(within).locator(tag).filter(has_text=re.compile(name))
        found.locator("visible=true").first.click()
        self.actions += 1

    def type(self, page: Page, label: str, words: str) -> None:
        """Words typed into a field."""
        page.get_by_label(re.compile(label)).locator("visible=true").first.fill(words)
        self.words += len(words.split())


def sign_in(page: Page, address: str) -> None:
    """Both steps."""
    page.goto(address)
    page.get_by_label("User name").fill("ruth.adeyemi")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Code").fill(pyotp.TOTP(SECRET).now())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/babies/$"))


def read_before_knocking(page: Page) -> Cost:
    """How many screens down the first question ends; before it: safe contact, language, who is involved."""
    cost = Cost("read a baby's page before knocking")
    cost.tap(page, "a", "", "table.questions-table")
    page.wait_for_url(BABY)
    ends = page.evaluate(
        "() => document.querySelector('#questions h3, #questions p strong').getBoundingClientRect().bottom"
    )
    cost.screens = round(ends / HEIGHT, 2)
    return cost


def answer_a_question(page: Page) -> Cost:
    """From the baby's page to the saved answer."""
    cost = Cost("answer a question")
    cost.tap(page, "a", "^Already known")
    cost.required = 2
    cost.type(page, "In a line", "In our own record, visit of 6 November")
    cost.tap(page, "button", "Save the answer")
    page.wait_for_url(BABY)
    return cost


def _press(page: Page, cost: Cost, words: str) -> None:
    page.locator("main").get_by_text(words, exact=True).locator("visible=true").first.click()
    cost.actions += 1


def record_a_contact(page: Page) -> Cost:
    """Who was in the room, baby seen, the day, and the question that it answers."""
    cost = Cost("record a contact")
    cost.tap(page, "a", "^[Rr]ecord a contact")
    page.wait_for_url(re.compile("record/contact"))
    cost.required = 4
    for words in ("Home visit", "Yes, awake"):
        _press(page, cost, words)
    page.locator("main").get_by_role("group", name=re.compile("Who was in the room")).locator(
        "label"
    ).first.click()
    cost.actions += 1
    cost.type(page, "What is a day and a night like", "Wakes at five, fed by her mother, sleeps in a basket")
    if page.get_by_role("group", name="Did it answer this?").count():
        page.get_by_role("group", name="Did it answer this?").first.get_by_text("Acted on").click()
        cost.actions += 1
        cost.type(page, "In a line", "Went back to it; offered a visit with her partner")
    cost.tap(page, "button", "^Save the contact")
    page.wait_for_url(re.compile("recorded"))
    return cost


def main() -> int:
    """Print one line a task. Returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("address")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        page = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}).new_page()
        sign_in(page, asked.address)
        costs = [read_before_knocking(page), record_a_contact(page)]
        page.goto(asked.address)
        page.locator("table.questions-table a.baby-link").first.click()
        page.wait_for_url(BABY)
        costs.append(answer_a_question(page))
        browser.close()
    for cost in costs:
        print(json.dumps(asdict(cost)) if asked.json else cost)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
