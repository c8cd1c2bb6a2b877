"""The paper itself: who signs, to whom it goes, of which day, and parts that are empty; pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from models.text.formats import number, short_date
from reports.blocks import Paragraph
from reports.catalog import kind_of
from reports.checking.fault import Cure, Fault, error, warning
from reports.document import Document, DocumentBlock
from reports.wording.values.own_parts import UNWRITTEN

SIGNER = Cure("Chọn người ký", "document", "signer")
ADDRESSEES = Cure("Ghi nơi nhận", "document", "addressees")
TEXTS = Cure("Viết phần này", "document", "texts")
WORDING = Cure("Sửa lời văn", "document", "wording")
DAY = Cure("Chọn ngày khác", "document", "day")


def check_paper(document: Document, today: date) -> Iterator[Fault]:
    """What is missing on the paper, or stands there too early."""
    yield from _signer(document)
    numbered = bool(document.header.symbol)
    if numbered and not document.recipients:
        yield warning("recipients", "Văn bản chưa ghi nơi nhận.", ADDRESSEES)
    yield from _days(document, today)
    for title in _empty_parts(document.body):
        yield error("empty-part", f"Phần “{title}” chưa có nội dung.", TEXTS)


def _signer(document: Document) -> Iterator[Fault]:
    signer = document.signature
    if signer is None or signer.name:
        return
    words = "Chưa chọn người ký: dưới thẩm quyền ký chưa có họ và tên."
    blocks = bool(kind_of(document.kind).type_code)
    yield error("signer", words, SIGNER) if blocks else warning("signer", words, SIGNER)


def _days(document: Document, today: date) -> Iterator[Fault]:
    as_of = document.figures.as_of
    if as_of > today:
        yield error(
            "future",
            f"Số liệu tính đến ngày {short_date(as_of)}, sau hôm nay {short_date(today)}.",
            DAY,
        )
    header = document.header
    if not header.blank_day and header.dated < as_of:
        yield error(
            "dated-before",
            f"Văn bản ghi ngày {short_date(header.dated)} nhưng số liệu tính đến "
            f"{short_date(as_of)}.",
            DAY,
        )


def _empty_parts(body: tuple[DocumentBlock, ...]) -> Iterator[str]:
    """Headings with nothing below them but the gap, the next one, or the end."""
    for at, block in enumerate(body):
        if not isinstance(block, Paragraph) or not block.style.heads:
            continue
        below = body[at + 1] if at + 1 < len(body) else None
        if below is None or (isinstance(below, Paragraph) and _is_none(below, block)):
            yield block.text


def _is_none(below: Paragraph, heading: Paragraph) -> bool:
    return below.style is heading.style or below.text == UNWRITTEN


def unshown_words(letters: str) -> str:
    """The sentence on letters that the font lacks."""
    shown = " ".join(letters[:10])
    return f"Phông chữ không có {number(len(letters))} ký tự ({shown}); trên giấy sẽ là ô vuông □."
