"""What EMAIL_URL sets, and what it may not be."""

from __future__ import annotations

import pytest

from sightline.config.environment import Environment


@pytest.fixture(autouse=True)
def _an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGHTLINE_ADDRESS", "https://sightline.example.org")


@pytest.mark.parametrize(
    ("url", "port", "tls", "ssl"),
    [
        ("smtp://127.0.0.1:2525", 2525, False, False),
        ("submission://us%40er:pa%40ss@mail.example.org:587", 587, True, False),
        ("smtp://us%40er:pa%40ss@mail.example.org:465/?ssl=True", 465, False, True),
        ("smtp://us%40er:pa%40ss@mail.example.org:587/?tls=True", 587, True, False),
    ],
)
def test_a_mail_server_is_set_by_its_address(
    monkeypatch: pytest.MonkeyPatch, url: str, port: int, tls: bool, ssl: bool
) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    told = Environment.read()
    assert told.site_address == "https://sightline.example.org/"
    assert told.email["EMAIL_BACKEND"] == "django.core.mail.backends.smtp.EmailBackend"
    assert told.email["EMAIL_PORT"] == port
    assert bool(told.email["EMAIL_USE_TLS"]) is tls
    assert bool(told.email["EMAIL_USE_SSL"]) is ssl
    if "@" in url:
        assert (told.email["EMAIL_HOST_USER"], told.email["EMAIL_HOST_PASSWORD"]) == ("us@er", "pa@ss")


def test_without_one_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EMAIL_URL", raising=False)
    assert Environment.read().email == {}


@pytest.mark.parametrize("url", ["smpt://127.0.0.1", "smtps://127.0.0.1", "console:", "mail.example.org"])
def test_what_is_no_mail_server_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("EMAIL_URL", url)
    with pytest.raises(ValueError, match="EMAIL_URL is no mail server"):
        Environment.read()


def test_letters_that_would_lead_nowhere_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMAIL_URL", "smtp://127.0.0.1:2525")
    monkeypatch.delenv("SIGHTLINE_ADDRESS")
    monkeypatch.delenv("SIGHTLINE_ORIGINS", raising=False)
    with pytest.raises(ValueError, match="SIGHTLINE_ADDRESS"):
        Environment.read()
