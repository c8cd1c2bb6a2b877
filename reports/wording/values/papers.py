"""Places about documents of the register: what came from above, and what the commune has issued."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.text.formats import document_date, inside_words
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.records import WordingRecords

PAPER_PLACES = (
    WordingPlace(
        "văn bản cấp trên",
        "Văn bản đến đầu tiên về cuộc thi trong sổ văn bản, viện dẫn đầy đủ.",
        "Công văn số 2136/SKHCN-TTTT ngày 28/5/2026 của Sở Khoa học và Công nghệ thành phố Hải "
        "Phòng về việc triển khai Cuộc thi “…”",
    ),
    WordingPlace(
        "văn bản cấp trên mới nhất",
        "Văn bản đến mới nhất tính đến ngày số liệu, viện dẫn đầy đủ.",
        "Công văn số 2291/SKHCN-TTTT ngày 06/6/2026 của Sở Khoa học và Công nghệ thành phố Hải "
        "Phòng về việc triển khai Cuộc thi “…”",
    ),
    WordingPlace(
        "số văn bản cấp trên", "Tên loại và số, cho lần nhắc sau.", "Công văn số 2136/SKHCN-TTTT"
    ),
    WordingPlace("thể lệ", "Bỏ trống khi sổ chưa có văn bản đến nào về cuộc thi.", "thể lệ"),
    WordingPlace("hướng dẫn gửi kèm", "Bỏ trống như chỗ {thể lệ}.", "hướng dẫn gửi kèm"),
    WordingPlace(
        "cấp trên", "Bên yêu cầu tham gia; không có văn bản đến thì bỏ trống.", "thành phố"
    ),
    WordingPlace(
        "văn bản triển khai",
        "Văn bản đi đầu tiên của xã về cuộc thi đã có số trong sổ.",
        "công văn số 1000/UBND-VHXH về việc triển khai Cuộc thi “…”",
    ),
    WordingPlace("ngày văn bản triển khai", "Ngày của văn bản ấy.", "02/6/2026"),
)
_ANNOUNCING = frozenset({"công văn", "kế hoạch", "thông báo", "chỉ thị", "quyết định"})
"""A report or a proposal to those above sets nothing going."""


def values_of_papers(occasion: Occasion, records: WordingRecords) -> dict[str, WordingValue]:
    """The values of `PAPER_PLACES`."""
    incoming = _known(records.documents, Direction.IN, occasion.as_of)
    sent = issued_papers(records.documents, occasion.as_of)
    first = cited(incoming[0]) if incoming else ""
    return {
        "văn bản cấp trên": first,
        "văn bản cấp trên mới nhất": cited(incoming[-1]) if incoming else "",
        "số văn bản cấp trên": numbered(incoming[0]) if incoming else "",
        "thể lệ": "thể lệ" if incoming else "",
        "hướng dẫn gửi kèm": "hướng dẫn gửi kèm" if incoming else "",
        "cấp trên": _above(occasion) if incoming else "",
        "văn bản triển khai": _own(sent[0]) if sent else "",
        "ngày văn bản triển khai": _day(sent[0]) if sent else "",
    }


def _above(occasion: Occasion) -> str:
    province = occasion.commune.province
    return "tỉnh" if inside_words(province).startswith("tỉnh") else "thành phố"


def issued_papers(documents: Iterable[RegisteredDocument], day: date) -> list[DocumentDraft]:
    """What the commune had sent out by `day` that sets something going, the oldest first."""
    sent = _known(documents, Direction.OUT, day)
    return [told for told in sent if _announces(told)]


def _announces(told: DocumentDraft) -> bool:
    """Whether a document sets something going; one whose kind nobody wrote, by its symbol.

    A công văn alone has no kind in its symbol (decree 30/2020, appendix I): "1000/UBND-VHXH".
    """
    if told.kind:
        return inside_words(told.kind) in _ANNOUNCING
    return told.symbol.partition("/")[2].startswith(("UBND-", "VHXH"))


def cited(told: DocumentDraft) -> str:
    """A document as it is cited at its first mention: kind, number, day, body, trích yếu."""
    parts = (
        numbered(told),
        f"ngày {_day(told)}" if told.issued_on else "",
        f"của {told.issuer}" if told.issuer else "",
        _about(told.subject),
    )
    return " ".join(filter(None, parts))


def numbered(told: DocumentDraft) -> str:
    """ "Công văn số 2136/SKHCN-TTTT"."""
    return f"{told.kind or 'Văn bản'} số {told.symbol}"


def _own(told: DocumentDraft) -> str:
    return " ".join(filter(None, (inside_words(numbered(told)), _about(told.subject))))


def _about(subject: str) -> str:
    """The trích yếu as a sentence goes on with it."""
    said = inside_words(subject.strip().removesuffix("."))
    for short in ("v/v ", "v/v: "):
        if said.startswith(short):
            said = f"về việc {said.removeprefix(short)}"
    if not said or said.startswith(("về ", "vv ")):
        return said
    return f"về việc {said}"


def _day(told: DocumentDraft) -> str:
    return document_date(told.issued_on) if told.issued_on else ""


def _known(
    documents: Iterable[RegisteredDocument], direction: Direction, day: date
) -> list[DocumentDraft]:
    """Those with a number that had come or gone by `day`, the oldest first."""
    told = [each.told for each in documents if each.told.direction is direction]
    dated = [t for t in told if t.symbol and t.issued_on is not None and t.issued_on <= day]
    return sorted(dated, key=lambda t: (t.issued_on or day, t.symbol))
