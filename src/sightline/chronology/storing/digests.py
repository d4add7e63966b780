"""Telling whether something was sent before: digests of content, and versions in their order."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from sightline.chronology.proposals import Batch, EntryProposal, PersonProposal

_NO_TIME = dt.datetime.min.replace(tzinfo=dt.UTC)


def of_bytes(body: bytes) -> str:
    """SHA-256 of bytes as received, in hexadecimal."""
    return hashlib.sha256(body).hexdigest()


def of_batch(batch: Batch) -> str:
    """Of the received bytes; of what they said where the bytes were not kept."""
    return of_bytes(batch.body or repr((batch.people, batch.entries, batch.kept_aside)).encode())


def of_person(proposal: PersonProposal) -> str:
    """Of what is said of the person: the version's name and the order of its lists do not count."""
    plain = replace(
        proposal,
        source_version="",
        identifiers=tuple(sorted(proposal.identifiers, key=repr)),
        addresses=tuple(sorted(proposal.addresses, key=repr)),
    )
    return of_bytes(repr(plain).encode())


def of_entry(proposal: EntryProposal) -> str:
    """Of what the entry says, not of when it was written down: some systems stamp every export anew."""
    plain = replace(
        proposal,
        source_version="",
        recorded_at=_NO_TIME,
        people=tuple(sorted(proposal.people)),
        sectors=tuple(sorted(proposal.sectors)),
    )
    return of_bytes(repr(plain).encode())


def version_order(version: str) -> tuple[int, int, str]:
    """Sorts versions: numbers by size, then anything else as text."""
    return (0, int(version), "") if version.isdecimal() else (1, 0, version)


def is_older(version: str, held: str) -> bool:
    """Whether a version that comes now is an older one than that held. Only numbers can tell."""
    return version.isdecimal() and held.isdecimal() and int(version) < int(held)
