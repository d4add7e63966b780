"""A browser of Django's test client, signed in as an actor, with the second step done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from sightline.agencies.models import Assignment, Professional
from sightline.core.actors import Actor

SignIn = Callable[[Actor], Client]


@pytest.fixture
def sign_in(db: None) -> SignIn:
    """Signs an actor in, in the role in which the actor acts."""

    def browser(actor: Actor) -> Client:
        client = Client()
        client.force_login(Professional.objects.get(pk=actor.id))
        held = Assignment.unscoped.filter(professional_id=actor.id, team_id=actor.team_id, role=actor.role)
        session = client.session
        session["second_step"] = True
        session["assignment"] = str(held.get().pk)
        session.save()
        return client

    return browser


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    """No answer kept by an earlier test."""
    cache.clear()
    yield
    cache.clear()
