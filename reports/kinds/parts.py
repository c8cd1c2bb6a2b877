"""What every report of the commune has in common: header, as-of line, Nơi nhận, checked figures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TypeVar

from models.contests.campaign_words import campaign_word, campaign_words
from models.records import Commune, Figures, UnitFigures
from models.records.practising import practice_name
from models.text.formats import decree_date, minute_words
from models.text.names import search_fold, storage_form
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import Header, Publication
from reports.occasion import Occasion

Made = TypeVar("Made", bound=Publication)
STAFF = "cán bộ, công chức, viên chức, người lao động"


def document_header(occasion: Occasion, symbol: str = "") -> Header:
    """The head of the document."""
    issuer = occasion.issuer
    return Header(
        parent=issuer.parent,
        issuer=issuer.lines,
        place=issuer.place,
        dated=occasion.issued_on or occasion.drafted_on or occasion.as_of,
        blank_day=occasion.issued_on is None,
        symbol=symbol,
        number=occasion.number,
        issuer_words=issuer.words,
    )


def figures_as_of(occasion: Occasion) -> str:
    """The line "(số liệu tính đến ngày 08 tháng 6 năm 2026)", or that of the period.

    A period has its days in brackets, so that the line has none.
    """
    if occasion.period:
        return f"Kỳ báo cáo: {occasion.period}"
    return f"(số liệu tính đến {as_of_words(occasion.figures)})"


def as_of_words(figures: Figures) -> str:
    """ "ngày 08 tháng 6 năm 2026", "17 giờ 00 ngày 08 tháng 6 năm 2026"."""
    day = decree_date(figures.as_of)
    return day if figures.minute is None else f"{minute_words(figures.minute)} {day}"


def note_paragraphs(occasion: Occasion) -> list[Paragraph]:
    """What whoever reads the numbers has to know, below them."""
    notes = (*occasion.figures.notes, *occasion.remarks)
    return [Paragraph(f"Ghi chú: {note}", ParagraphStyle.NOTE) for note in notes]


def recipients(occasion: Occasion, *others: str) -> tuple[str, ...]:
    """Nơi nhận: what was chosen for the kind, else the `others`, and the archive."""
    chosen = occasion.choices.recipients
    return (*(others if chosen is None else chosen), f"Lưu: {occasion.issuer.archive}")


def contest_words(occasion: Occasion) -> str:
    """The words "Cuộc thi “…”", as every letter writes them."""
    return campaign_words(occasion.contest)


def organizers(occasion: Occasion) -> str:
    """ "Ban Tổ chức Cuộc thi", as Nơi nhận calls whom the counts are for."""
    return f"Ban Tổ chức {campaign_word(occasion.contest)}"


def file_stem(words: str, commune: Commune, more: str = "") -> str:
    """A name like "BieuTongHop_KeSat": letters and digits that every file system takes."""
    places = [camel(text) for text in (commune.place, more)]
    return "_".join(part for part in (words, *places) if part)


def with_period(document: Made, code: str) -> Made:
    """The document with its period in the file name: those of two may be made in one minute."""
    return replace(document, stem=f"{document.stem}_Ky-{code.replace('..', '_')}")


def practised(document: Made) -> Made:
    """The document as one of made-up people: it says so on every page and in the file name."""
    return replace(document, stem=practice_name(document.stem), for_practice=True)


def camel(text: str) -> str:
    """Makes "KeSat" of "Kẻ Sặt"."""
    words = re.findall("[a-z0-9]+", search_fold(text))
    return "".join(word[0].upper() + word[1:] for word in words)


def hyphened(text: str) -> str:
    """Makes "Truong-Mam-non-Ke-Sat" of "Trường Mầm non Kẻ Sặt"."""
    letters = (search_fold(letter) for letter in storage_form(text))
    folded = "".join(
        plain.upper() if letter.isupper() else plain or " "
        for letter, plain in zip(storage_form(text), letters, strict=True)
    )
    return "-".join(re.findall("[A-Za-z0-9]+", folded))


def summed_figures(units: tuple[UnitFigures, ...], name: str = "") -> UnitFigures:
    """Several lines as one: counts are added, rates never averaged."""
    return UnitFigures(
        unit_id=None,
        name=name,
        kind=None,
        total=sum(unit.total for unit in units),
        registered=sum(unit.registered for unit in units),
        completed=sum(unit.completed for unit in units),
        exempt=sum(unit.exempt for unit in units),
        failed=sum(unit.failed for unit in units),
    )


def check_sums(figures: Figures) -> None:
    """Raise ValueError when the lines do not add up: such a report must never be printed."""
    whole = (figures.total, figures.registered, figures.completed, figures.exempt)
    lines = summed_figures(figures.units)
    if whole != (lines.total, lines.registered, lines.completed, lines.exempt):
        raise ValueError(f"the units do not add up to {whole}: {lines}")
