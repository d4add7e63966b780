"""`sightline import`: what it prints and how it ends."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest
from import_samples import a_patient, contacts, written

from sightline.chronology.models import Entry
from sightline.cli.commands import import_records
from sightline.exchange.importing import files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("a_monday")]
KEYS = [
    "files",
    "resources",
    "accepted",
    "changed",
    "unchanged",
    "withdrawn",
    "kept_aside",
    "refused",
    "quarantined_identifiers",
]


def run(*words: str | Path) -> int:
    parser = argparse.ArgumentParser()
    import_records.arguments(parser)
    return import_records.run(parser.parse_args([str(word) for word in words]))


def told(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """The one line on standard output."""
    (line,) = capsys.readouterr().out.splitlines()
    answer: dict[str, Any] = json.loads(line)
    return answer


def test_json_is_one_line_of_whole_numbers_and_the_refusals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a__csv=contacts(), b__csv=contacts("1,b1,never,2026-11-20,yes,,"), c__json=a_patient())
    assert run(tmp_path, "--agency", "oak", "--json") == 1
    answer = told(capsys)
    assert list(answer) == [*KEYS, "created_agency", "refusals"]
    assert all(type(answer[key]) is int for key in KEYS)
    assert (answer["files"], answer["resources"], answer["refused"]) == (3, 2, 1)
    assert answer["created_agency"] is True
    (refusal,) = answer["refusals"]
    assert (refusal["file"], refusal["line"]) == (str(tmp_path / "b.csv"), 2)
    assert "happened_on" in refusal["reason"]


def test_the_second_import_accepts_and_changes_nothing_and_ends_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a__csv=contacts(), c__json=a_patient())
    assert run(tmp_path, "--agency", "oak", "--json") == 0
    first = told(capsys)
    assert run(tmp_path, "--agency", "oak", "--json") == 0
    again = told(capsys)
    assert (again["accepted"], again["changed"], again["unchanged"]) == (0, 0, first["accepted"])
    assert again["created_agency"] is False


def test_a_file_kept_aside_ends_well_and_one_that_is_not_there_does_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a__json=b'{"resourceType": "Basic", "id": "x", "code": {"text": "x"}}')
    assert run(tmp_path, "--agency", "oak", "--json") == 0
    assert told(capsys)["kept_aside"] == 1
    assert run(tmp_path / "gone.json", "--agency", "oak", "--json") == 1
    assert "no such file" in told(capsys)["refusals"][0]["reason"]


def test_a_dry_run_stores_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(tmp_path, a__csv=contacts())
    assert run(tmp_path, "--agency", "oak", "--dry-run") == 0
    words = capsys.readouterr().out
    assert "Nothing was stored" in words
    assert "'oak' did not exist yet and would be made" in words
    assert "1 new" in words
    assert not Entry.unscoped.exists()


def test_without_json_every_fault_is_named_on_standard_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a__csv=contacts(*["1,b1,never,2026-11-20,yes,,"] * 7))
    assert run(tmp_path, "--agency", "oak") == 1
    captured = capsys.readouterr()
    assert f"Refused: {tmp_path / 'a.csv'}, line 2" in captured.err
    assert captured.err.count("column 'happened_on'") == 7
    assert "1 file named, 1 refused" in captured.out


def test_a_crash_in_one_file_does_not_lose_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, a__csv=contacts(), b__csv=contacts("2,b1,2026-11-18,2026-11-20,yes,,"))
    real = files.read_batches

    def breaks(data: bytes, name: str, *rest: Any) -> Any:
        if name.endswith("a.csv"):
            raise RuntimeError("unforeseen")
        return real(data, name, *rest)

    monkeypatch.setattr(files, "read_batches", breaks)
    assert run(tmp_path, "--agency", "oak", "--json") == 1
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert (answer["accepted"], answer["refused"]) == (1, 1)
    assert "could not be stored: RuntimeError: unforeseen" in answer["refusals"][0]["reason"]
    assert "Traceback" not in captured.err
    assert run(tmp_path, "--agency", "oak", "--traceback") == 1
    assert "Traceback" in capsys.readouterr().err


def test_an_empty_or_endless_agency_code_is_no_code() -> None:
    for code in ("", " ", "x" * 41):
        with pytest.raises(SystemExit):
            run("a.csv", "--agency", code)


def test_no_progress_bar_is_drawn_where_nobody_watches(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(tmp_path, a__csv=contacts())
    run(tmp_path, "--agency", "oak")
    assert capsys.readouterr().err == ""


FOLDERS = (
    "fhir-hl7-r4-examples",
    "fhir-ukcore",
    "fhir-nhs-england",
    "pds-sandbox",
    "nhs-child-health-events",
)


@pytest.mark.parametrize("folder", FOLDERS)
def test_shared_files_come_in_and_the_second_time_nothing_changes(
    folder: str, shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(shared_data / folder, "--agency", "oak", "--json")
    first = told(capsys)
    assert status == (1 if first["refused"] else 0)
    assert first["kept_aside"] + first["accepted"] > 0
    assert not any("could not be stored" in one["reason"] for one in first["refusals"])
    run(shared_data / folder, "--agency", "oak", "--json")
    again = told(capsys)
    assert (again["accepted"], again["changed"], again["withdrawn"]) == (0, 0, 0)
    assert (again["resources"], again["kept_aside"]) == (first["resources"], first["kept_aside"])
