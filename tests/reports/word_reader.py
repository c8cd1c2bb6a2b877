"""Reads a Word file back: paragraphs in their order with the type that their style gives them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

TWIPS_PER_MM = 1440 / 25.4


@dataclass(frozen=True)
class WordParagraph:
    """One paragraph: `style` is the name that Word shows, `cell` whether a table holds it.

    `size` is in points, `runs` the pieces with (bold, italic) as they are seen.
    """

    text: str
    style: str
    size: float
    align: str
    cell: bool
    kept: bool
    runs: tuple[tuple[str, bool, bool], ...]

    @property
    def bold(self) -> bool:
        return bool(self.runs) and all(bold for _, bold, _ in self.runs)

    @property
    def italic(self) -> bool:
        return bool(self.runs) and all(italic for _, _, italic in self.runs)


@dataclass(frozen=True)
class Word:
    """The whole file."""

    file: WordFile
    paragraphs: tuple[WordParagraph, ...]

    def find(self, text: str) -> WordParagraph:
        """The only paragraph with `text` in it."""
        found = [each for each in self.paragraphs if text in each.text]
        assert len(found) == 1, (text, found)
        return found[0]

    def styled(self, style: str) -> list[str]:
        """The texts of all paragraphs of a style."""
        return [each.text for each in self.paragraphs if each.style == style]


def read_word(content: bytes) -> Word:
    """Everything that the tests look at."""
    file = docx.Document(BytesIO(content))
    return Word(file, tuple(_paragraphs(file)))


def parts_of_word(content: bytes) -> dict[str, etree._Element]:
    """The parts of the package that are XML, by their names."""
    with ZipFile(BytesIO(content)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def _paragraphs(file: WordFile) -> Iterator[WordParagraph]:
    styles = {style.style_id: style for style in file.styles}
    for element in file.element.body.iter(qn("w:p")):
        style = styles[element.pPr.pStyle.val]
        said = element.pPr.find(qn("w:jc"))
        own = style.element.find(f"{qn('w:pPr')}/{qn('w:jc')}")
        kept = [
            each.find(qn("w:keepNext")) is not None
            for each in (element.pPr, style.element.find(qn("w:pPr")))
        ]
        yield WordParagraph(
            text="".join(_text(run) for run in element.iter(qn("w:r"))),
            style=style.name,
            size=style.font.size.pt,
            align=(said if said is not None else own).get(qn("w:val")),
            cell=any(each.tag == qn("w:tc") for each in element.iterancestors()),
            kept=any(kept),
            runs=tuple(
                (
                    _text(run),
                    bool(style.font.bold or run.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None),
                    bool(style.font.italic or run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None),
                )
                for run in element.iter(qn("w:r"))
            ),
        )


def _text(run: etree._Element) -> str:
    parts = {qn("w:t"): lambda each: each.text or "", qn("w:br"): lambda _: "\n"}
    return "".join(parts[each.tag](each) for each in run if each.tag in parts)
