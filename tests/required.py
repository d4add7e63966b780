"""In CI nothing may be skipped: an engine, a browser or a database that is not there is a failure.

A pytest plugin (`-p required`). It does nothing unless `CI` is set. One skip is allowed: that of a test which
reads the optional folder of shared data, when there is no such folder. Its reason must say "shared".
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path:
    """Where the optional data lies: `SIGHTLINE_SHARED`, by default beside the repository."""
    return (ROOT / os.environ.get("SIGHTLINE_SHARED", "../shared")).resolve()


def may_skip(reason: str) -> bool:
    """Whether a test may be skipped for this reason here."""
    if not os.environ.get("CI"):
        return True
    return "shared" in reason.lower() and not shared_folder().is_dir()


def _reason(longrepr: object) -> str:
    """The reason out of what pytest keeps of a skip: (file, line, "Skipped: reason")."""
    return str(longrepr[2] if isinstance(longrepr, tuple) else longrepr)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = _reason(report.longrepr)
    if report.outcome == "skipped" and not hasattr(report, "wasxfail") and not may_skip(reason):
        report.outcome = "failed"
        report.longrepr = f"CI may not skip this. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure."""
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole file into a failure."""
    report = yield
    _refuse_skip(report)
    return report
