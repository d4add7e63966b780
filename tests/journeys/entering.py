"""Signing in and going on as a person does."""

from __future__ import annotations

import re

import pyotp
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from playwright.sync_api import Locator, Page

from sightline.agencies.models import Professional
from sightline.core.actors import Actor

PASSWORD = "a long enough password"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(page: Page, username: str = "ruth") -> None:
    """Through both steps, as a person does."""
    cache.clear()
    page.goto("/account/login/")
    page.get_by_label("User name").fill(username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Code").fill(pyotp.TOTP(SECRET).now())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(re.compile(r"/babies/$"))


def who_signs_in(actor: Actor, username: str, **more: str) -> Actor:
    """The same, who can sign in with that name; `more` is set on the professional."""
    person = Professional.objects.get(pk=actor.id)
    for name, value in {"username": username, **more}.items():
        setattr(person, name, value)
    person.set_password(PASSWORD)
    person.save()
    TOTP.activate(person, SECRET)
    return actor


def press(page: Page, what: Locator) -> None:
    """Press what leads to another page, and wait until that page is there."""
    with page.expect_navigation():
        what.click()
