"""The rules of the house that no linter knows, held over every file of the repository.

Each rule is a function from a folder to the faults found there, so that each can be shown a planted fault.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "src/sightline"
PLACES = ("src", "tests", "docs", "scripts", ".ci", ".github")
LONGEST, LONG = 400, 300

# A name that says nothing of what is in the module invites everything into it.
BANNED_NAMES = {
    "util",
    "utils",
    "helper",
    "helpers",
    "common",
    "service",
    "services",
    "manager",
    "managers",
    "base",
}

# Django gives these their meaning; a docstring could only repeat it.
NEEDS_NO_DOCSTRING = {"Meta", "ready"}

CLOCK = "src/sightline/core/clock.py"
WALL_CLOCK = re.compile(
    r"\b(datetime|dt|date|timezone|_?tz)\.(now|today|utcnow|localtime|localdate)\(|\btime\.time\("
)

# Assembled from halves, so that this file does not find itself.
TELL_TALES = re.compile(
    "|".join(
        first + second
        for first, second in (
            (r"\bcl", r"aude\b"), (r"\banth", r"ropic\b"), (r"\bchat", r"\W?gpt\b"), (r"\bopen", r"ai\b"),
            (r"\bcop", r"ilot\b"), (r"\bgem", r"ini\b"), (r"\bcod", r"ex\b"), (r"\bll", r"ms?\b"),
            (r"\blanguage", r"[ -]models?\b"), (r"\bai", r"[ -](assistant|agent|generated|written)"),
            (r"\bsub", r"-?agents?\b"), (r"\bcoding", r"[ -]agents?\b"), (r"\bas an a", r"i\b"),
            (r"\bissue", r" #?\d"), (r"/wo", r"rk/(main|shared)"), (r"/tmp/", r"briefs"),
        )
    ),
    re.IGNORECASE,
)  # fmt: skip
TELL_TALE_FILES = re.compile(
    "(" + "|".join(("cl" + "aude", "age" + "nts", "cop" + "ilot")) + r")\b.*\.md$", re.I
)

TEN_DIGITS = re.compile(r"(?<![\w.-])(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?![\w-]|\.\d)")
# Ten digits that happen to satisfy the check and are nobody's number.
NOT_NHS_NUMBERS = {"0123456789": "the digits, in order"}


def text_files(root: Path) -> Iterator[Path]:
    """Every text file that we wrote: in the named folders and beside them, without what was vendored."""
    beside = (path for path in root.iterdir() if path.is_file() and path.name not in ("uv.lock", "LICENSE"))
    inside = (path for place in PLACES for path in sorted((root / place).rglob("*")) if path.is_file())
    for path in (*beside, *inside):
        if not {"__pycache__", "vendor", "node_modules"} & set(path.parts) and _is_text(path):
            yield path


def _is_text(path: Path) -> bool:
    return b"\0" not in path.read_bytes()[:8000]


def sources(root: Path) -> list[Path]:
    """Every module of the package, without migrations, which Django writes."""
    return [path for path in sorted((root / PACKAGE).rglob("*.py")) if "migrations" not in path.parts]


def modules_named_for_nothing(root: Path) -> Iterator[str]:
    """Modules and packages whose name does not say what is in them."""
    for path in sources(root):
        for name in {path.stem, path.parent.name} & BANNED_NAMES:
            yield f"{path.relative_to(root)}: {name}"


def files_too_long(root: Path, limit: int = LONGEST) -> Iterator[str]:
    """Modules that have grown past the limit and want splitting by noun or verb."""
    for path in sources(root):
        lines = len(path.read_text().splitlines())
        if lines > limit:
            yield f"{path.relative_to(root)}: {lines} lines"


def public_without_docstring(root: Path) -> Iterator[str]:
    """Public classes, functions and methods of public classes that do not say what they mean."""
    for path in sources(root):
        for node in _public(ast.parse(path.read_text()).body):
            if not ast.get_docstring(node):
                yield f"{path.relative_to(root)}:{node.lineno}: {node.name}"


Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _public(body: Iterable[ast.stmt]) -> Iterator[Named]:
    for node in body:
        if not isinstance(node, Named) or node.name.startswith("_") or node.name in NEEDS_NO_DOCSTRING:
            continue
        if _is_overload_or_setter(node):
            continue
        yield node
        if isinstance(node, ast.ClassDef):
            yield from _public(node.body)


def _is_overload_or_setter(node: Named) -> bool:
    names = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
    return bool(names & {"overload", "setter", "override"})


def reads_of_the_wall_clock(root: Path) -> Iterator[str]:
    """Places outside `core.clock` that ask the machine what time it is."""
    for path in sources(root):
        if path.relative_to(root).as_posix() != CLOCK:
            yield from _matches(root, path, WALL_CLOCK)


def words_about_how_this_was_made(root: Path) -> Iterator[str]:
    """Tools and places of work: a reader of the repository has no use for them."""
    for path in text_files(root):
        if TELL_TALE_FILES.search(path.name):
            yield str(path.relative_to(root))
        yield from _matches(root, path, TELL_TALES)


def _matches(root: Path, path: Path, pattern: re.Pattern[str]) -> Iterator[str]:
    for number, line in enumerate(path.read_text(errors="replace").splitlines(), start=1):
        if found := pattern.search(line):
            yield f"{path.relative_to(root)}:{number}: {found[0]}"


def numbers_that_could_be_somebodys(root: Path) -> Iterator[str]:
    """Valid NHS numbers outside the range that is never issued."""
    for path in text_files(root):
        for found in TEN_DIGITS.finditer(path.read_text(errors="replace")):
            number = "".join(found.groups())
            if (
                has_valid_check_digit(number)
                and not number.startswith("999")
                and number not in NOT_NHS_NUMBERS
            ):
                yield f"{path.relative_to(root)}: {found[0]}"


def has_valid_check_digit(number: str) -> bool:
    """The NHS number's check (Modulus 11, NHS Data Dictionary), written here apart from the product's own."""
    total = sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(number[9])


LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def links_that_lead_nowhere(root: Path) -> Iterator[str]:
    """Links from one document to another that is not there."""
    for path in (*root.glob("*.md"), *(root / "docs").rglob("*.md")):
        for target in LINK.findall(path.read_text()):
            if not (path.parent / target).exists():
                yield f"{path.relative_to(root)}: {target}"


RULES = (
    modules_named_for_nothing,
    files_too_long,
    public_without_docstring,
    reads_of_the_wall_clock,
    words_about_how_this_was_made,
    numbers_that_could_be_somebodys,
    links_that_lead_nowhere,
)
Rule = Callable[[Path], Iterator[str]]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rule(rule: Rule) -> None:
    faults = list(rule(ROOT))
    assert not faults, f"{rule.__doc__}\n" + "\n".join(faults)


PLANTED = (
    (modules_named_for_nothing, "src/sightline/people/utils.py", "X = 1\n"),
    (modules_named_for_nothing, "src/sightline/people/services/birth.py", "X = 1\n"),
    (files_too_long, "src/sightline/people/models.py", "x = 1\n" * (LONGEST + 1)),
    (public_without_docstring, "src/sightline/people/models.py", "def find_baby():\n    return 1\n"),
    (
        public_without_docstring,
        "src/sightline/people/models.py",
        'class A:\n    "A."\n    def b(self): ...\n',
    ),
    (reads_of_the_wall_clock, "src/sightline/people/models.py", "x = timezone.now()\n"),
    (reads_of_the_wall_clock, "src/sightline/people/models.py", "x = dt.date.today()\n"),
    (words_about_how_this_was_made, "docs/index.md", "Written by " + "Cl" + "aude.\n"),
    (words_about_how_this_was_made, "CL" + "AUDE.md", "Hello.\n"),
    (links_that_lead_nowhere, "docs/index.md", "[a page](how-to/nothing.md)\n"),
    (numbers_that_could_be_somebodys, "tests/people/test_one.py", "'943 476 " + "5919'\n"),
)


@pytest.mark.parametrize(
    ("rule", "name", "content"), PLANTED, ids=lambda value: getattr(value, "__name__", "")
)
def test_a_planted_fault_is_found(tmp_path: Path, rule: Rule, name: str, content: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    assert list(rule(tmp_path))


def test_files_that_grow_long_are_named() -> None:
    for each in files_too_long(ROOT, limit=LONG):
        warnings.warn(f"Grows long, split it soon: {each}", stacklevel=1)
    assert sources(ROOT), "No module was found, so nothing was measured."


def test_imports_run_downwards_and_every_room_has_a_floor() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_list_of_what_needs_no_docstring_is_short() -> None:
    print("No docstring is asked of:", ", ".join(sorted(NEEDS_NO_DOCSTRING)))
    assert len(NEEDS_NO_DOCSTRING) <= 6
