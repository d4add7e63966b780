"""Posting a letter: it is written with what it tells of, in one transaction, and sent by the worker."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from sightline.core.ids import new_id
from sightline.core.unit import current
from sightline.outbox.kinds import kind_of
from sightline.outbox.models import Letter

HOST: Final = "sightline.invalid"
"""What a Message-ID ends with where the site's address names no host."""


def post(to: str, kind: str, values: Mapping[str, str]) -> Letter:
    """Put a letter in the outbox, within an action: it is sent if, and only if, the action is saved.

    Raises ValueError for an unknown kind, for a value that the kind does not take or that is not of its form,
    and for what is no e-mail address. Raises LookupError outside an action.
    """
    letter = draft(to, kind, values)
    current().note(f"letter:{letter.pk}")
    letter.save(force_insert=True)
    return letter


def draft(to: str, kind: str, values: Mapping[str, str], **fields: Any) -> Letter:
    """A letter that is not stored yet. Raises ValueError as `post` does."""
    kind_of(kind).check(values)
    try:
        validate_email(to)
    except ValidationError as error:
        raise ValueError("This is no e-mail address.") from error
    key: uuid.UUID = new_id()
    return Letter(id=key, to=to, kind=kind, values=dict(values), message_id=_message_id(key), **fields)


def _message_id(key: uuid.UUID) -> str:
    return f"<{key}@{urlsplit(settings.SITE_ADDRESS).hostname or HOST}>"
