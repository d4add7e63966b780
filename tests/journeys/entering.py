"""Signing in as a person does."""

from __future__ import annotations

import re

import pyotp
from django.core.cache import cache
from playwright.sync_api import Page

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
