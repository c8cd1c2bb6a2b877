"""Rules of papers: registers in order, frozen reports as frozen, files with all their bytes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.checking.findings import RESTORE, Flaw, TakeAway
from models.checking.sight import CheckRule, Flaws, Sight, as_day
from models.figures.digest import figures_digest
from models.figures.frozen_text import belongs_to, figures_from_text
from models.journal.contents import damaged_contents
from models.store.schema import DOMAIN_TABLES
from models.store.unreadable import table_words
from models.text.formats import short_date, size_words

_REGISTER = "Hãy sửa văn bản này trong sổ văn bản ở trang Báo cáo & văn bản."
_FROM_COPY = "Hãy lấy lại từ bản sao lưu; hoặc gỡ tệp này rồi đính kèm lại."
_NAMED_BY = (
    ("attachments", "Tệp đính kèm", "name"),
    ("issued_files", "Tệp văn bản đã phát hành", "name"),
    ("city_templates", "Mẫu của thành phố", "file_name"),
)


def _documents(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT id, direction, symbol, subject, issued_on, received_on, due_on FROM documents"
        " WHERE direction NOT IN ('in', 'out') OR received_on < issued_on OR due_on < issued_on"
        " OR (direction = 'out' AND symbol <> '' AND issued_on IS NULL)"
    ):
        yield Flaw(
            "Ngày hoặc loại của văn bản không hợp lệ.",
            f"văn bản {row.symbol or row.subject} (số {row.id} trong sổ)",
            advice=_REGISTER,
        )
    for row in look.rows(
        "SELECT own.id, own.symbol, own.subject FROM documents AS own JOIN documents AS answer"
        " ON answer.id = own.answered_by WHERE answer.direction <> 'out'"
        " OR own.direction <> 'in' OR answer.issued_on < own.issued_on"
    ):
        yield Flaw(
            "Văn bản trả lời không phải là văn bản đi, hoặc ban hành trước văn bản được trả lời.",
            f"văn bản {row.symbol or row.subject} (số {row.id} trong sổ)",
            advice=_REGISTER,
        )


def _frozen(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT frozen_reports.id, contest_id, title, as_of, as_of_minute, figures, names,"
        " figures_hash, purged_on FROM frozen_reports"
        " JOIN contests ON contests.id = frozen_reports.contest_id ORDER BY frozen_reports.id"
    ):
        if not _is_as_frozen(row):
            words = row.title or "số liệu"
            day = short_date(as_day(row.as_of))
            yield Flaw(
                "Nội dung đã chốt không còn khớp với mã kiểm tra ghi khi chốt.",
                f"số liệu đã chốt số {row.id} ({words}, ngày {day}); "
                f"{look.contest(row.contest_id)}",
                advice=RESTORE,
            )


def _is_as_frozen(row: Any) -> bool:
    try:
        figures = figures_from_text(row.figures)
    except (ValueError, KeyError, TypeError):
        return False
    named = (row.names == "" and row.purged_on is not None) or belongs_to(row.figures, row.names)
    of_moment = (figures.as_of, figures.minute) == (as_day(row.as_of), row.as_of_minute)
    return named and of_moment and figures_digest(figures) == row.figures_hash


def _files(look: Sight) -> Iterator[Flaw]:
    spoilt = {each.sha256 for each in damaged_contents(look.connection) if not each.missing}
    known = {row.sha256 for row in look.rows("SELECT sha256 FROM contents")}
    for table, words, name in _NAMED_BY:
        for row in look.rows(
            f"SELECT own.id, own.{name} AS name, own.sha256, own.size, contents.size AS real"
            f" FROM {table} AS own LEFT JOIN contents ON contents.sha256 = own.sha256"
        ):
            if row.sha256 not in known:
                what = "Nội dung của tệp không còn trong dữ liệu."
            elif row.sha256 in spoilt:
                what = "Nội dung của tệp không còn nguyên vẹn."
            elif row.size != row.real:
                what = f"Tệp được ghi là {size_words(row.size)} mà có {size_words(row.real)}."
            else:
                continue
            yield Flaw(what, f"{words[0].lower()}{words[1:]} “{row.name}”", advice=_FROM_COPY)


def _owners(look: Sight) -> Flaws:
    known = {table.name for table in DOMAIN_TABLES}
    for owner in look.rows("SELECT DISTINCT owner_table FROM attachments"):
        table = owner.owner_table
        gone = f"NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.id = attachments.owner_id)"
        statement = "SELECT id, name FROM attachments WHERE owner_table = :own"
        if table in known:
            statement += f" AND {gone}"
        for row in look.rows(statement, own=table):
            yield Flaw(
                f"Mục mà tệp đính kèm này thuộc về không còn ({table_words(table)}).",
                f"tệp đính kèm “{row.name}”",
                "gỡ tệp không còn thuộc về đâu",
                cure=TakeAway("attachments", row.id),
            )


def _issuers(look: Sight) -> Flaws:
    for row in look.rows(
        "SELECT issuer, count(*) AS times FROM signers WHERE current"
        " GROUP BY issuer HAVING count(*) > 1"
    ):
        yield Flaw(
            f"Có {row.times} người ký cùng là người ký thường dùng.",
            "danh sách người ký",
            advice="Hãy chọn lại ở Báo cáo → Người ký…",
        )


PAPER_RULES = (
    CheckRule("documents", "Văn bản đến, đi đúng ngày, đúng loại", _documents),
    CheckRule("frozen", "Số liệu đã chốt khớp mã kiểm tra", _frozen),
    CheckRule("owners", "Tệp đính kèm thuộc về mục đang có", _owners),
    CheckRule("signers", "Một người ký thường dùng", _issuers),
)
FILE_RULES = (CheckRule("contents", "Nội dung tệp đính kèm nguyên vẹn", _files),)
"""Apart, as there may be very many bytes."""
