"""From paths to batches: which files there are, which reader takes each, and what is too large.

Tables are asked before FHIR, which comes last: any JSON or XML may be FHIR. Other readers join with `join`.
A case file tells several agencies' facts, so it is no single batch and is read by `exchange.importing`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sightline.chronology.proposals import Batch, RefusedFile
from sightline.exchange import fhir, tabular

MOST_BYTES: Final = 50 * 1024 * 1024
"""The largest file that is read: 50 MiB."""

_DOCUMENTATION: Final = (".md",)


@dataclass(frozen=True, slots=True)
class Reader:
    """One way to read a file. `takes(name, data)` says whether a file is of its kind.

    `read(data, name, agency_code)` gives a batch or raises RefusedFile.
    """

    name: str
    takes: Callable[[str, bytes], bool]
    read: Callable[[bytes, str, str], Batch]


_FHIR: Final = Reader(
    name="FHIR",
    takes=lambda name, data: fhir.looks_like_fhir(data),
    read=lambda data, name, agency_code: fhir.read(data, name=name, agency_code=agency_code),
)
_TABLE: Final = Reader(
    name="tables (CSV)",
    takes=tabular.looks_like_table,
    read=tabular.read,
)
_joined: list[Reader] = [_TABLE]


def join(reader: Reader) -> None:
    """Let a reader be asked, before FHIR and after those who joined earlier. Its name joins once."""
    if reader.name not in [one.name for one in _joined]:
        _joined.append(reader)


def files_of(paths: Iterable[str | Path]) -> list[Path]:
    """The files to read: a file as named, a folder's files at any depth, sorted, each once.

    In a folder hidden files, links and its documentation (`.md`) are passed over: no agency's records. A path
    that does not exist is returned, and refused by name when it is read.
    """
    found = (file for path in paths for file in _files_at(Path(path)))
    return list(dict.fromkeys(found))


def read_file(path: str | Path, agency_code: str) -> Batch:
    """What a file says. Raises RefusedFile with the file, the line where known, why and what to do next."""
    file = Path(path)
    return read_bytes(bytes_of(file), str(file), agency_code)


def read_bytes(data: bytes, name: str, agency_code: str) -> Batch:
    """What a file's bytes say: for an upload. Raises RefusedFile as `read_file` does."""
    refuse_unreadable(data, name)
    try:
        return _reader_of(name, data).read(data, name, agency_code)
    except RefusedFile as refused:
        if refused.refusal.file:
            raise
        raise RefusedFile(refused.refusal.reason, file=name, line=refused.refusal.line) from refused


def refuse_unreadable(data: bytes, name: str) -> None:
    """Raise RefusedFile for what is too large or empty, before anybody reads it."""
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    if not data.strip():
        raise RefusedFile("The file is empty. Check that it was written in full.", file=name)


def _reader_of(name: str, data: bytes) -> Reader:
    for reader in (*_joined, _FHIR):
        if reader.takes(name, data):
            return reader
    kinds = ", ".join(reader.name for reader in (*_joined, _FHIR))
    raise RefusedFile(f"No reader takes this file. What can be read: {kinds}, case files.", file=name)


def _files_at(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            file = Path(folder, name)
            if _holds_records(file):
                yield file


def _holds_records(file: Path) -> bool:
    return not (file.name.startswith(".") or file.suffix.lower() in _DOCUMENTATION or file.is_symlink())


def bytes_of(path: str | Path) -> bytes:
    """A file's bytes, never more than are allowed: it may grow while it is read. Raises RefusedFile."""
    file = Path(path)
    if not file.exists():
        raise RefusedFile("There is no such file. Check the path.", file=str(file))
    if not file.is_file():
        raise RefusedFile("This is not a file that can be read. Name a file or a folder.", file=str(file))
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        reason = f"The file cannot be opened ({error.strerror}). Check who may read it."
        raise RefusedFile(reason, file=str(file)) from error
    if len(data) > MOST_BYTES:
        raise _too_large(str(file))
    return data


def _too_large(name: str) -> RefusedFile:
    return RefusedFile(
        "The file is larger than 50 MiB and is not read. Split it, for example by year or by surgery, and "
        "send the parts.",
        file=name,
    )
