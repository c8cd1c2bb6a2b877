"""Phiếu dữ liệu cá nhân: what is kept of one person, what for, how long, and what they may ask.

Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.records import Commune, Figures, Issuer
from models.records.person_data import DataSection, KeptFor, PersonData
from models.text.formats import decree_date, number, short_date
from models.text.numerals import roman
from reports.blocks import Paragraph, ParagraphStyle
from reports.catalog import PERSON_SHEET
from reports.document import (
    Align,
    Document,
    DocumentBlock,
    Header,
    Orientation,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from reports.kinds.parts import file_stem

USUAL_PURPOSE = (
    "Theo dõi, đôn đốc và báo cáo kết quả tham gia cuộc thi của cán bộ, công chức, viên chức, "
    "người lao động"
)
BASIS = (
    "Căn cứ Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15 ngày 26 tháng 6 năm 2025;",
    "Căn cứ Nghị định số 356/2025/NĐ-CP ngày 31 tháng 12 năm 2025 của Chính phủ;",
)
RIGHTS = (
    "Chủ thể dữ liệu cá nhân được xem, yêu cầu chỉnh sửa, cung cấp, hạn chế xử lý, phản đối, "
    "yêu cầu xóa dữ liệu của mình và khiếu nại theo quy định của pháp luật.",
    "Thời hạn giải quyết (Điều 5 Nghị định số 356/2025/NĐ-CP): phản hồi việc tiếp nhận yêu cầu "
    "trong 02 ngày làm việc; xem, chỉnh sửa, cung cấp dữ liệu trong 10 ngày; rút lại sự đồng ý, "
    "hạn chế, phản đối xử lý trong 15 ngày; xóa dữ liệu trong 20 ngày.",
    "Cơ quan xử lý dữ liệu để thực hiện nhiệm vụ theo quy định của pháp luật (điểm c khoản 1 Điều "
    "19 Luật số 91/2025/QH15); dữ liệu được xóa khi không còn mục đích (Điều 25), việc xóa không "
    "khôi phục lại được (Điều 14).",
    "Đề nghị chỉnh sửa: gạch dưới chỗ chưa đúng, ghi nội dung đúng bên cạnh, ký tên và gửi lại cơ "
    "quan. Nội dung được sửa trong phần mềm; lịch sử ghi lại trước và sau khi sửa.",
)
TABLE_NAMES = {
    "documents": "sổ văn bản đến, đi", "document_choices": "nơi gửi, nơi nhận của văn bản",
    "entries": "bài dự thi", "export_log": "nhật ký xuất dữ liệu", "settings": "cài đặt",
    "frozen_reports": "số liệu đã chốt", "saved_filters": "bộ lọc đã lưu",
    "publicity_tasks": "nhiệm vụ tuyên truyền", "people": "ghi chú của người khác",
    "exemptions": "ghi chú của người khác", "wordings": "lời văn của văn bản",
    "action_log": "nhật ký hoạt động", "imports": "tên tệp đã nhập",
    "reconciliations": "tên tệp đã đối soát",
}  # fmt: skip
"""What tables are called that only name the person in passing."""
OTHERWISE = "nội dung khác"
FACTS = (
    TableColumn("Nội dung", 50, align=Align.LEFT),
    TableColumn("Thông tin", 115, align=Align.LEFT),
)
KEPT = (
    TableColumn("Cuộc thi", 45, align=Align.LEFT),
    TableColumn("Mục đích", 75, align=Align.LEFT),
    TableColumn("Lưu giữ đến", 45),
)
WIDTH = 165
LEAST, MOST = 12, 40
"""Letters of the narrowest and the widest column of a section."""


@dataclass(frozen=True, slots=True)
class SheetBy:
    """Who makes the sheet, on which day; without `issued_on` the clerk fills the day in by hand."""

    issuer: Issuer
    commune: Commune
    today: date
    issued_on: date | None = None


def person_sheet(data: PersonData, by: SheetBy) -> Document:
    """The sheet of that person; kinds of data of which there is nothing are named at the end."""
    issuer = by.issuer
    return Document(
        kind=PERSON_SHEET,
        stem=file_stem("PhieuDuLieuCaNhan", by.commune),
        header=Header(
            parent=issuer.parent,
            issuer=issuer.lines,
            place=issuer.place,
            dated=by.issued_on or by.today,
            blank_day=by.issued_on is None,
            issuer_words=issuer.words,
        ),
        title=Title(
            "PHIẾU DỮ LIỆU CÁ NHÂN",
            ("Cung cấp theo yêu cầu của chủ thể dữ liệu", f"(tính đến {decree_date(by.today)})"),
        ),
        body=tuple(_body(data, by)),
        figures=Figures(by.today, 0, 0, 0, 0),
        signature=issuer.signer,
        recipients=("Chủ thể dữ liệu", f"Lưu: {issuer.archive}"),
        orientation=Orientation.PORTRAIT,
        people=1,
        phones=1 if data.phone else 0,
    )


def _body(data: PersonData, by: SheetBy) -> Iterator[DocumentBlock]:
    yield from (Paragraph(each, ParagraphStyle.BASIS) for each in BASIS)
    there = [each for each in data.sections if each.rows]
    parts: list[tuple[str, list[DocumentBlock]]] = [
        ("THÔNG TIN CÁ NHÂN", [Table(FACTS, tuple(TableRow(each) for each in data.facts))]),
        ("MỤC ĐÍCH, THỜI HẠN LƯU GIỮ", list(_kept(data.contests, by))),
        *((each.title.upper(), list(_section(each))) for each in there),
        ("NỘI DUNG KHÁC", [Paragraph(each) for each in _rest(data)]),
        ("QUYỀN CỦA CHỦ THỂ DỮ LIỆU CÁ NHÂN", [Paragraph(each) for each in RIGHTS]),
    ]
    for at, (title, blocks) in enumerate(parts, start=1):
        yield Paragraph(f"{roman(at)}. {title}", ParagraphStyle.PART)
        yield from blocks


def _kept(contests: tuple[KeptFor, ...], by: SheetBy) -> Iterator[DocumentBlock]:
    words = f"{by.issuer.words[:1].upper()}{by.issuer.words[1:]}"
    yield Paragraph(f"Cơ quan chịu trách nhiệm về dữ liệu: {words}.")
    if contests:
        yield Table(KEPT, tuple(TableRow(_kept_row(each)) for each in contests))


def _kept_row(each: KeptFor) -> tuple[str, str, str]:
    if each.purged_on is not None:
        return each.contest, each.purpose or USUAL_PURPOSE, f"Đã xóa {short_date(each.purged_on)}"
    until = "Chưa đặt ngày"
    if each.keep_until is not None:
        until = short_date(each.keep_until)
    return each.contest, each.purpose or USUAL_PURPOSE, until


def _section(section: DataSection) -> Iterator[DocumentBlock]:
    lengths = [
        min(MOST, max(LEAST, *(len(row[at]) for row in (section.columns, *section.rows))))
        for at in range(len(section.columns))
    ]
    columns = tuple(
        TableColumn(title, WIDTH * length / sum(lengths), align=Align.LEFT)
        for title, length in zip(section.columns, lengths, strict=True)
    )
    yield Table(columns, tuple(TableRow(row) for row in section.rows))
    if section.more:
        words = f"Và {number(section.more)} dòng cũ hơn, xem được trong phần mềm."
        yield Paragraph(words, ParagraphStyle.NOTE)


def _rest(data: PersonData) -> Iterator[str]:
    """What else names the person, and of what there is nothing."""
    named: dict[str, int] = {}
    for table, count in data.mentions.items():
        words = TABLE_NAMES.get(table, OTHERWISE)
        named[words] = named.get(words, 0) + count
    if named:
        told = "; ".join(f"{words}: {number(count)} dòng" for words, count in named.items())
        yield f"Nơi khác có nêu tên hoặc số điện thoại: {told}."
    if data.namesakes:
        yield (
            f"Danh sách còn {number(data.namesakes)} người cùng họ tên; những chỗ chỉ ghi họ tên "
            "mà không rõ là ai không nêu trong phiếu này."
        )
    nothing = [each.title[:1].lower() + each.title[1:] for each in data.sections if not each.rows]
    yield (
        f"Không có dữ liệu về: {', '.join(nothing)}."
        if nothing
        else ("Ngoài các nội dung trên, phần mềm không lưu dữ liệu nào khác của người này.")
    )
