"""The sign-ins of the demonstration with the code that is valid now: for people without an authenticator."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.internal.stagekit import get_pending_stage
from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.http import HttpRequest

from sightline.core import clock
from sightline.demo.county import role_words, sign_ins


@dataclass(frozen=True, slots=True)
class Listed:
    """One sign-in as the page lists it: the role in words, a practitioner's by profession."""

    role: str
    agency: str
    user: str
    password: str
    totp_secret: str
    code: str
    next_code: str


def listed() -> list[Listed]:
    """Every sign-in of the demonstration, with its code of this half minute and the next."""
    words = role_words()
    counter = int(clock.now().timestamp()) // app_settings.TOTP_PERIOD
    return [
        Listed(
            role=words[one.user],
            agency=one.agency,
            user=one.user,
            password=one.password,
            totp_secret=one.totp_secret,
            code=_code(one.totp_secret, counter),
            next_code=_code(one.totp_secret, counter + 1),
        )
        for one in sign_ins()
    ]


def code_of(request: HttpRequest) -> Listed | None:
    """The sign-in of the account that has given its password and not yet its code."""
    pending = get_pending_stage(request)
    if pending is None or pending.login.user is None:
        return None
    name = pending.login.user.get_username()
    return next((one for one in listed() if one.user == name), None)


def _code(secret: str, counter: int) -> str:
    return str(format_hotp_value(hotp_value(secret, counter)))
