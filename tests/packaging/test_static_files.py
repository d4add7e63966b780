"""Pages ask nobody else for anything: no font, script or picture from another address, and no NHS logo."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src" / "sightline" / "web"
VENDOR = WEB / "static" / "sightline" / "vendor"

# What a browser would fetch from elsewhere. A link that a person may follow is not a load.
LOADS = re.compile(
    r"url\(\s*['\"]?(https?:)?//"
    r"|@import\s"
    r"|\bsrc(set)?\s*=\s*['\"]?(https?:)?//"
    r"|<link\b[^>]*\bhref\s*=\s*['\"]?(https?:)?//"
    r"|(\bfetch|\bimport|importScripts|new\s+(WebSocket|EventSource))\(\s*['\"`](https?|wss?):"
    r"|(xlink:href)\s*=\s*['\"](https?:)?//",
    re.IGNORECASE,
)
UNWANTED = re.compile(r"@font-face|sourceMappingURL|frutiger", re.IGNORECASE)
UNWANTED_NAMES = re.compile(r"\blogo\b|crown|frutiger|opengraph|\.woff2?$|\.ttf$|\.map$", re.IGNORECASE)
SEEN_BY_A_BROWSER = {".css", ".js", ".svg", ".html", ".jinja", ".json", ".webmanifest"}


def files_of(folder: Path) -> list[Path]:
    """The files under a folder that a browser reads or that become a page."""
    return [path for path in sorted(folder.rglob("*")) if path.suffix in SEEN_BY_A_BROWSER]


def faults(folder: Path) -> Iterator[str]:
    """Loads from elsewhere and things that Sightline has no right to carry."""
    for path in files_of(folder):
        text = path.read_text()
        for pattern in (LOADS, UNWANTED):
            yield from (f"{path.name}: {found[0]}" for found in pattern.finditer(text))
    yield from (path.name for path in folder.rglob("*") if UNWANTED_NAMES.search(path.name))


def test_nothing_in_the_pages_is_fetched_from_elsewhere() -> None:
    assert files_of(WEB), "no file was found, so nothing was looked at"
    assert not list(faults(WEB))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.css", "body{background:url(https://example.org/a.png)}"),
        ("a.css", "body{background:url('//example.org/a.png')}"),
        ("a.css", "@font-face{font-family:x}"),
        ("a.css", "@import 'b.css';"),
        ("a.css", "a{}\n/*# sourceMappingURL=a.css.map */"),
        ("a.jinja", '<script src="https://example.org/a.js"></script>'),
        ("a.jinja", '<link rel="stylesheet" href="https://example.org/a.css">'),
        ("a.js", "fetch('https://example.org')"),
        ("nhs-logo.svg", "<svg></svg>"),
    ],
)
def test_a_planted_fault_is_found(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content)
    assert list(faults(tmp_path))


def test_a_link_that_a_person_may_follow_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jinja").write_text('<a href="https://www.nhs.uk/">NHS</a>')
    (tmp_path / "a.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
    assert not list(faults(tmp_path))


def test_every_picture_that_a_style_sheet_names_is_there() -> None:
    for sheet in (WEB / "static").rglob("*.css"):
        for name in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text()):
            assert name.startswith("data:") or (sheet.parent / name).is_file(), f"{sheet.name}: {name}"


def test_the_vendored_style_sheet_says_its_version_and_licence() -> None:
    (version,) = re.findall(
        r'--nhsuk-frontend-version:"([\d.]+)"', (VENDOR / "nhsuk-frontend.min.css").read_text()
    )
    notice = (VENDOR / "NOTICE").read_text()
    assert f"nhsuk-frontend {version}" in notice
    assert "MIT License" in notice
    assert f'VERSION = "{version}"' in (ROOT / "scripts" / "vendor-nhsuk").read_text()
