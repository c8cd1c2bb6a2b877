"""Hồ sơ bài dự thi: one entry with all that is known of it, as it is kept or handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.campaign.entry_wording import standing_hint
from models.records.entries import (
    CHANNEL_NAMES,
    Author,
    ContestEntry,
    EntryBook,
    Juror,
    Sending,
)
from models.records.papers import Attachment
from models.text.formats import document_date, minute_words, number, score_words, size_words
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle
from reports.document import (
    Align,
    CellKind,
    Document,
    DocumentBlock,
    RowStyle,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    Title,
    Wide,
)
from reports.kinds.parts import contest_words, document_header, file_stem, organizers, recipients
from reports.kinds.people_of_units import masked_note, phones_shown, shown_phone
from reports.occasion import Occasion

CODE = "entry-file"
FACT_COLUMNS = (
    TableColumn("Nội dung", 50, align=Align.LEFT),
    TableColumn("Thông tin", 115, align=Align.LEFT),
)
AUTHOR_COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn("Họ và tên tác giả", 60, align=Align.LEFT),
    TableColumn("Đơn vị", 63, align=Align.LEFT),
    TableColumn("Điện thoại", 30, CellKind.PHONE),
)
SCORE_COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn("Giám khảo", 50, align=Align.LEFT),
    TableColumn("Nhiệm vụ", 33, align=Align.LEFT),
    TableColumn("Điểm", 20),
    TableColumn("Nhận xét", 50, align=Align.LEFT),
)
FILE_COLUMNS = (
    TableColumn("STT", 12, CellKind.INTEGER),
    TableColumn("Tên tệp", 93, align=Align.LEFT),
    TableColumn("Dung lượng", 25),
    TableColumn("Ngày thêm", 35, CellKind.DATE),
)


@dataclass(frozen=True, slots=True)
class EntryPapers:
    """The files of an entry, and those that show that it was sent."""

    files: tuple[Attachment, ...] = ()
    proofs: tuple[Attachment, ...] = ()


def chosen_entry(book: EntryBook, unit_id: int | None) -> ContestEntry | None:
    """The one that stands for the commune; of a unit its representative or its best. None if
    there is none such."""
    if unit_id is None:
        return book.representative
    own = [entry for entry in book.entries if entry.unit_id == unit_id]
    return next((each for each in own if each.representative), own[0] if own else None)


def entry_file(
    entry: ContestEntry,
    book: EntryBook,
    papers: EntryPapers,
    occasion: Occasion,
    masked: bool = True,
) -> Document:
    """The sheet of one entry, in parts; a part of which nothing is known is left out."""
    parts = (
        ("THÔNG TIN BÀI DỰ THI", _facts(entry, book, occasion.commune.lower_name)),
        ("TÁC GIẢ", _authors(entry.authors, masked)),
        ("TÓM TẮT NỘI DUNG", [Paragraph(each) for each in entry.summary.splitlines() if each]),
        ("KẾT QUẢ CHẤM CỦA BAN GIÁM KHẢO", _scores(entry, book)),
        ("TỆP KÈM THEO", _files(papers.files)),
        ("MINH CHỨNG ĐÃ GỬI", _files(papers.proofs)),
    )
    body: list[DocumentBlock] = []
    for at, (title, blocks) in enumerate((each for each in parts if each[1]), start=1):
        body += [Paragraph(f"{roman(at)}. {title}", ParagraphStyle.PART), *blocks]
    phones = [author.phone for author in entry.authors]
    return Document(
        kind=CODE,
        stem=file_stem("HoSoBaiDuThi", occasion.commune, entry.unit),
        header=document_header(occasion),
        title=Title("HỒ SƠ BÀI DỰ THI", (f"“{entry.title}”", contest_words(occasion))),
        body=(*body, *masked_note(phones, masked=masked)),
        figures=occasion.figures,
        signature=occasion.issuer.signer,
        recipients=recipients(occasion, organizers(occasion)),
        people=len(entry.authors) + len(entry.scores),
        phones=phones_shown(phones, masked=masked),
    )


def _facts(entry: ContestEntry, book: EntryBook, commune: str) -> list[DocumentBlock]:
    sent, presented = entry.sent, entry.presented
    told = (
        ("Tên bài dự thi", entry.title),
        ("Chặng", f"Chặng {entry.stage}: {book.stages.get(entry.stage, '')}".rstrip(": ")),
        ("Đơn vị dự thi", entry.unit),
        ("Ngày nhận bài", document_date(entry.received_on) if entry.received_on else ""),
        ("Bài đại diện", f"Bài dự thi đại diện của {commune}" if entry.representative else ""),
        ("Gửi Ban Tổ chức", _sent(sent)),
        ("Ghi chú khi gửi", sent.note if sent is not None else ""),
        ("Thuyết trình", _moment(presented.at) if presented.at else ""),
        ("Người thuyết trình", presented.presenter),
        ("Kết quả thuyết trình", presented.result),
        ("Giải thưởng", ", ".join(entry.awards)),
    )
    rows = tuple(TableRow(each) for each in told if each[1])
    return [Table(FACT_COLUMNS, rows)]


def _sent(sent: Sending | None) -> str:
    if sent is None:
        return "Chưa gửi"
    return f"{_moment(sent.at)}, qua {CHANNEL_NAMES[sent.channel]}"


def _moment(at: datetime) -> str:
    return f"{minute_words(at.hour * 60 + at.minute)} ngày {document_date(at.date())}"


def _authors(authors: Sequence[Author], masked: bool) -> list[DocumentBlock]:
    rows = [
        TableRow((at, author.name, author.unit, shown_phone(author.phone, masked=masked)))
        for at, author in enumerate(authors, start=1)
    ]
    return [Table(AUTHOR_COLUMNS, tuple(rows))] if rows else []


def _scores(entry: ContestEntry, book: EntryBook) -> list[DocumentBlock]:
    if not entry.scores:
        return []
    jurors: dict[int, Juror] = {juror.id: juror for juror in book.jurors}
    rows = [
        TableRow((at, each.juror, jurors[each.juror_id].role, score_words(each.score), each.note))
        for at, each in enumerate(entry.scores, start=1)
    ]
    mean: tuple[TableCell, ...] = (Wide("Điểm trung bình", 3), score_words(entry.standing.mean), "")
    table = Table(SCORE_COLUMNS, (*rows, TableRow(mean, RowStyle.TOTAL)))
    hint = standing_hint(entry.standing)
    more = f" ({hint})" if hint else ""
    words = (
        f"Thang điểm {number(book.scale)}; xếp thứ {number(entry.standing.rank or 0)} trong "
        f"{number(len(book.entries))} bài dự thi{more}."
    )
    return [table, Paragraph(words)]


def _files(files: Sequence[Attachment]) -> list[DocumentBlock]:
    rows = [
        TableRow((at, each.name, size_words(each.size), each.added_at.date()))
        for at, each in enumerate(files, start=1)
    ]
    return [Table(FILE_COLUMNS, tuple(rows))] if rows else []
