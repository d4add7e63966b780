"""Which files are read, by whom, and which are refused before anybody reads them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from fhir_samples import patient

from sightline.chronology.proposals import Batch, RefusedFile
from sightline.exchange import reading


@pytest.fixture(autouse=True)
def _nobody_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_joined", [])


def written(folder: Path, name: str, data: str | bytes = "{}") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_folder_gives_its_files_at_any_depth_sorted_and_each_once(tmp_path: Path) -> None:
    second = written(tmp_path, "b/c.json")
    first = written(tmp_path, "a.json")
    assert reading.files_of([tmp_path, first, str(second)]) == [first, second]


def test_hidden_files_links_and_documentation_are_passed_over_in_a_folder(tmp_path: Path) -> None:
    kept = written(tmp_path, "a.json")
    written(tmp_path, ".hidden.json")
    written(tmp_path, ".git/a.json")
    written(tmp_path, "README.md")
    (tmp_path / "link.json").symlink_to(kept)
    assert reading.files_of([tmp_path]) == [kept]
    assert reading.files_of([tmp_path / "README.md"]) == [tmp_path / "README.md"]


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    (path,) = reading.files_of([tmp_path / "gone.json"])
    with pytest.raises(RefusedFile, match="no such file") as caught:
        reading.read_file(path, "OAK")
    assert caught.value.refusal.file == str(path)


def test_what_is_not_a_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RefusedFile, match="not a file"):
        reading.read_file(tmp_path / "pipe", "OAK")


def test_fifty_mebibytes_are_read_and_one_byte_more_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert reading.MOST_BYTES == 50 * 1024 * 1024
    raw = json.dumps(patient())
    monkeypatch.setattr(reading, "MOST_BYTES", len(raw))
    assert reading.read_file(written(tmp_path, "a.json", raw), "OAK").resources == 1
    with pytest.raises(RefusedFile, match="50 MiB"):
        reading.read_file(written(tmp_path, "b.json", raw + " "), "OAK")
    with pytest.raises(RefusedFile, match="50 MiB"):
        reading.read_bytes(raw.encode() + b" ", "upload", "OAK")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="empty"):
        reading.read_file(written(tmp_path, "a.json", " \n"), "OAK")


def test_the_content_chooses_the_reader_whatever_the_name(tmp_path: Path) -> None:
    batch = reading.read_file(written(tmp_path, "a.txt", json.dumps(patient())), "OAK")
    assert (batch.agency_code, batch.source_system, batch.name) == ("OAK", "fhir", str(tmp_path / "a.txt"))


def test_a_file_that_no_reader_takes_is_refused_and_says_what_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="What can be read: FHIR"):
        reading.read_file(written(tmp_path, "a.csv", "name,dob\n"), "OAK")


def test_a_reader_that_joins_is_asked_before_fhir_and_only_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def takes(name: str, data: bytes) -> bool:
        asked.append(name)
        return name.endswith(".yaml")

    joined = reading.Reader(
        "case file", takes, lambda data, name, agency: Batch(agency, "case-file", name=name)
    )
    reading.join(joined)
    reading.join(joined)
    assert reading.read_file(written(tmp_path, "a.yaml", "{}"), "OAK").source_system == "case-file"
    assert (
        reading.read_file(written(tmp_path, "a.json", json.dumps(patient())), "OAK").source_system == "fhir"
    )
    assert len(asked) == 2


def test_a_refusal_that_names_no_file_is_given_its_name(tmp_path: Path) -> None:
    def refuse(data: bytes, name: str, agency: str) -> Batch:
        raise RefusedFile("A column is missing.", line=3)

    reading.join(reading.Reader("table", lambda name, data: True, refuse))
    path = written(tmp_path, "a.csv", "x")
    with pytest.raises(RefusedFile) as caught:
        reading.read_file(path, "OAK")
    assert (caught.value.refusal.file, caught.value.refusal.line) == (str(path), 3)
