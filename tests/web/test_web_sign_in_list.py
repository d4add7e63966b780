"""The demonstration's list of sign-ins says roles in words, and static files need no folder of their own."""

from __future__ import annotations

import warnings

from django.conf import settings
from django.http import HttpResponse
from django.test import RequestFactory
from whitenoise.middleware import WhiteNoiseMiddleware

from sightline.agencies.roles import PROFESSIONS, ROLES
from sightline.web.signing_in.listed import listed


def test_roles_are_listed_in_words_and_never_as_codes():
    words = {one.role for one in listed()}
    assert words <= {*ROLES.values(), *PROFESSIONS.values()}
    assert {"Team manager", "Health visitor", "Safeguarding lead"} <= words


def test_a_practitioner_is_listed_by_profession():
    assert {one.user: one.role for one in listed()}["ruth.adeyemi"] == "Health visitor"


def test_static_files_come_from_the_package_without_a_warning():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        served = WhiteNoiseMiddleware(lambda _: HttpResponse(status=404))
    answer = served(RequestFactory().get("/static/sightline/baby.css"))
    assert answer.status_code == 200


def test_a_clock_that_is_one_step_off_still_signs_in():
    assert settings.MFA_TOTP_TOLERANCE == 1
