"""A lesson's question in a baby's own name."""

from __future__ import annotations

from sightline.people.models import Baby


def asked_words(question: str, baby: Baby) -> str:
    """The question with the baby's first name in it; `the baby` while there is none."""
    said = question.replace("{baby}", baby.person.given_name or "the baby")
    return said[:1].upper() + said[1:]
