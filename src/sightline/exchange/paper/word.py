"""A copy as a Word document, by python-docx: text in paragraphs, no field, no formula, no macro."""

from __future__ import annotations

import io
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from sightline.core import clock
from sightline.exchange.paper.document import Paper, Part, changed, plain

LANGUAGE: Final = "en-GB"


def as_word(paper: Paper) -> bytes:
    """The paper as a Word document (.docx)."""
    said, made = changed(paper, plain), Document()
    _describe(made, said)
    made.add_heading(said.title, level=1)
    for line in (*said.about, said.printed):
        made.add_paragraph(line)
    for section in said.sections:
        made.add_heading(section.head, level=2)
        for part in section.parts:
            _add(made, part)
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def _add(made: WordDocument, part: Part) -> None:
    if part.head:
        made.add_heading(part.head, level=3)
    if part.words:
        _emphasise(made.add_paragraph(part.words), part.is_note)
    for line in part.lines:
        made.add_paragraph(line, style="List Bullet")


def _emphasise(paragraph: Paragraph, is_note: bool) -> None:
    for run in paragraph.runs:
        run.italic = is_note


def _describe(made: WordDocument, said: Paper) -> None:
    """What the file says of itself: its title, when it was made, its language; and the foot of each page."""
    now, about = clock.now(), made.core_properties
    about.title, about.author, about.last_modified_by = said.title, "Sightline", "Sightline"
    about.comments, about.language, about.created, about.modified = "", LANGUAGE, now, now
    for each in made.styles.element.iter(qn("w:lang")):
        each.set(qn("w:val"), LANGUAGE)
    made.sections[0].footer.paragraphs[0].text = f"{said.title}. {said.printed}"
