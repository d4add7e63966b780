"""A copy on paper: what was typed arrives as it was typed, in a PDF and in Word, and nothing of it runs."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile

import pytest
import typst
from docx import Document
from pypdf import PdfReader

from sightline.core import clock
from sightline.exchange.paper.document import Paper, Part, Section, plain
from sightline.exchange.paper.letters import in_drawn_letters, undrawn
from sightline.exchange.paper.pdf import as_pdf
from sightline.exchange.paper.word import as_word

HOSTILE = (
    '#import "@preview/evil:1.0.0": *',
    '#read("/etc/passwd")',
    "$x^2 + y$ and $ x $",
    "[brackets] and ]",
    r"a \ back \u{41} \\ slash",
    "*bold* _under_ `code` <label> @cite",
    "=SUM(A1:A9)",
    "= Heading - dash + plus / slash",
    "// a comment /* another */",
    "<w:t>&amp;</w:t> {{ 7 * 7 }} %s",
    "{ MERGEFIELD x }",
    "O’Brien – “quoted” Żółć Ελένη Юлия",
)
ALONE = typst.Fonts(include_system_fonts=False)
"""The fonts within typst and no other, as on a machine that has none."""


def paper(*typed: str) -> Paper:
    """A copy with these texts everywhere that text may stand."""
    parts = (*(Part(one, head=f"Head {at}") for at, one in enumerate(typed)), Part(lines=typed))
    about = ("Marnie Askew", *typed)
    return Paper("Referral R-1", about, "Printed by Ruth.", (Section("What was written", parts),))


def read_pdf(written: bytes) -> str:
    """The words of a PDF; where a line was broken is no matter."""
    pages = PdfReader(io.BytesIO(written)).pages
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))


def read_word(written: bytes) -> list[str]:
    """The paragraphs of a Word document."""
    return [one.text for one in Document(io.BytesIO(written)).paragraphs]


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_read_in_the_pdf_as_it_was_typed(typed: str) -> None:
    words = read_pdf(as_pdf(paper(typed), ALONE))
    assert words.count(typed) == 3


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_text_is_read_in_word_as_it_was_typed(typed: str) -> None:
    assert read_word(as_word(paper(typed))).count(typed) == 3


def test_arabic_and_emoji_arrive_as_typed_in_word() -> None:
    typed = "مرحبا بالعالم 😀 আমার 你好"
    assert read_word(as_word(paper(typed))).count(typed) == 3


def test_arabic_words_are_read_in_the_pdf() -> None:
    words = read_pdf(as_pdf(paper("مرحبا بالعالم"), ALONE))
    assert words.count("مرحبا") == words.count("بالعالم") == 3
    assert "not drawn" not in words


def test_what_no_font_draws_is_named_in_its_place_and_the_copy_says_so() -> None:
    words = read_pdf(as_pdf(paper("before 😀 after", "আমার সোনার end"), ALONE))
    assert "before [not drawn: grinning face] after" in words
    assert "[not drawn: 9 characters, Bengali] end" in words
    assert "the Word copy and the page have them" in words


def test_a_copy_in_drawn_letters_is_left_as_it_is() -> None:
    said = paper(*HOSTILE)
    assert in_drawn_letters(said, ALONE) == said
    assert undrawn(["Żółć Ελένη Юлия שלום م ’–“ 😀"], ALONE) == {"😀"}


def test_more_letters_than_any_script_has_are_counted_as_not_drawn() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 3000)))
    assert undrawn([many], ALONE) == set(many)


def test_lines_stay_lines_and_a_character_of_no_document_is_marked() -> None:
    typed = "one\r\ntwo\x00\x1b\ud800three\tfour"
    assert plain(typed) == "one\ntwo\ufffd\ufffd\ufffdthree\tfour"
    assert plain(typed) in read_word(as_word(paper(typed)))
    assert "one two" in read_pdf(as_pdf(paper(typed), ALONE))


def test_a_word_longer_than_the_line_stays_on_the_page() -> None:
    longest = "x" * 400
    [page] = PdfReader(io.BytesIO(as_pdf(Paper(longest, (), "", ()), ALONE))).pages
    lines = [line.replace("\u200b", "") for line in page.extract_text().splitlines()]
    assert max(map(len, lines)) < 120
    assert sum(line.count("x") for line in lines) >= 400


def test_a_long_copy_says_on_every_page_which_it_is_and_how_old() -> None:
    reader = PdfReader(io.BytesIO(as_pdf(paper(*(f"A bruise, {n}. " * 40 for n in range(9))), ALONE)))
    assert len(reader.pages) > 2
    for number, page in enumerate(reader.pages, start=1):
        words = re.sub(r"\s+", " ", page.extract_text())
        assert "Referral R-1. Printed by Ruth." in words
        assert f"Page {number} of {len(reader.pages)}" in words


def test_the_pdf_carries_its_title_language_and_tags_for_who_listens() -> None:
    reader = PdfReader(io.BytesIO(as_pdf(paper("A bruise."), ALONE)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Referral R-1"
    assert reader.root_object["/Lang"] == "en-GB"
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_the_word_copy_has_neither_field_nor_macro_nor_another_makers_name() -> None:
    with clock.at(dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC)):
        written = as_word(paper("{ INCLUDETEXT x }"))
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        names, body = parts.namelist(), parts.read("word/document.xml").decode()
    assert not [name for name in names if "vba" in name.lower()]
    assert "fldChar" not in body
    assert "instrText" not in body
    about = Document(io.BytesIO(written)).core_properties
    assert (about.title, about.author, about.comments) == ("Referral R-1", "Sightline", "")
    assert about.created is not None
    assert about.created.year == 2026
    footer = Document(io.BytesIO(written)).sections[0].footer
    assert footer.paragraphs[0].text == "Referral R-1. Printed by Ruth."
