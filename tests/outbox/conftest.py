"""A real mail server on this machine, and letters that are sent to it."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from local_post import Post


@pytest.fixture
def port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def mail(settings: Any, port: int) -> None:
    """Letters go to that port, where a server may run or not."""
    settings.EMAIL_IS_SET = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, 5
    settings.SITE_ADDRESS = "https://sightline.example.org/"


@pytest.fixture
def server(mail: None, port: int) -> Iterator[Callable[[], Post]]:
    """Starts the server when called."""
    running: list[Controller] = []

    def start() -> Post:
        kept = Post()
        running.append(Controller(kept, hostname="127.0.0.1", port=port))
        running[-1].start()
        return kept

    yield start
    for one in running:
        one.stop()
