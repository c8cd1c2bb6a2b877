"""What a document is made of besides its tables: paragraphs, charts and QR codes, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ParagraphStyle(StrEnum):
    """How a paragraph stands on the page (decree 30/2020, appendix I, mục II.6 and practice).

    BODY is justified with an indent; BASIS a căn cứ, BODY in italics. PART ("I. KẾT QUẢ") is bold
    and in capitals as typed, CLAUSE ("1. Mục đích") bold: both make bookmarks. CENTER stands in the
    middle of the text (captions, a link alone), CENTER_BOLD too (articles of a decision).
    UNIT_OF_MEASURE stands right, NOTE is small and italic.
    """

    BODY = "body"
    BASIS = "basis"
    PART = "part"
    CLAUSE = "clause"
    CENTER = "center"
    CENTER_BOLD = "center_bold"
    UNIT_OF_MEASURE = "unit_of_measure"
    NOTE = "note"

    @property
    def heads(self) -> bool:
        """Whether it heads what follows: it makes a bookmark and never ends a page."""
        return self in {ParagraphStyle.PART, ParagraphStyle.CLAUSE}


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of a paragraph in one type; bold and italic come on top of the paragraph's own."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; one string is one paragraph.

    `runs` are the same text in pieces where some of it stands out; empty: all alike.
    """

    text: str
    style: ParagraphStyle = ParagraphStyle.BODY
    runs: tuple[TextRun, ...] = ()

    def __post_init__(self) -> None:
        if self.runs and "".join(run.text for run in self.runs) != self.text:
            raise ValueError(f"the runs are not the text: {self.text!r}")

    @property
    def pieces(self) -> tuple[TextRun, ...]:
        """The text as runs, whether or not some of it stands out."""
        return self.runs or (TextRun(self.text),)


def paragraph_of(*runs: TextRun, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    """A paragraph of runs; the text follows from them."""
    plain = all(not (run.bold or run.italic) for run in runs)
    text = "".join(run.text for run in runs)
    return Paragraph(text, style, () if plain else runs)


class ChartKind(StrEnum):
    """LINE: a value for each day of a curve; BARS: one lying bar for each unit."""

    LINE = "line"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Series:
    """One line or one set of bars; `values` are as many as the categories, None: nothing known."""

    name: str
    values: tuple[int | float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures as a picture, drawn alike in every format; a workbook has it as a native chart.

    `categories` are days ("08/6") or units. With `is_rate` the values are shares from 0 to 1 and
    are written as rates. `target` is drawn as a line of its own (a share, or a count).
    `words` say in a sentence what is to be seen, for whoever cannot see it.
    """

    kind: ChartKind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    words: str
    is_rate: bool = False
    target: float | None = None

    def __post_init__(self) -> None:
        for each in self.series:
            if len(each.values) != len(self.categories):
                raise ValueError(f"{each.name}: {len(each.values)} of {len(self.categories)}")


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code in the middle of the text, with a caption below; `text` is what a phone reads."""

    text: str
    caption: str
    millimetres: float = 30
