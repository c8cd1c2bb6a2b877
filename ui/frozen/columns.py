"""The columns of the list of what was reported, and of who is told otherwise now."""

from __future__ import annotations

from collections.abc import Mapping

from models.contests.mark_names import MarkNames
from models.records import Mark
from models.records.comparing import PersonChange
from models.records.frozen import FrozenKind, FrozenReport
from models.text.formats import number, percent, short_date, until_words
from ui.table.column import A_DAY, Column, Kind

KIND_WORDS: dict[str, str] = {FrozenKind.CLOSING: "Kết thúc cuộc thi"}


def report_columns(
    names: MarkNames, numbers: Mapping[int, str]
) -> tuple[Column[FrozenReport], ...]:
    """With those marks that the contest counts; `numbers` are those of issued documents by id."""
    counts = {
        Mark.REGISTERED: lambda r: _of_total(r, r.figures.registered),
        Mark.COMPLETED: lambda r: _of_total(r, r.figures.completed),
    }
    return (
        Column(
            "as_of", "Số liệu", 18,
            lambda r: until_words(r.figures.as_of, r.figures.minute).removeprefix("đến "),
            Kind.STRONG,
        ),
        Column("title", "Báo cáo", 17, _title, tooltip=_title, fills=True, least=12),
        Column("number", "Số, ký hiệu", 14, lambda r: numbers.get(r.id, "")),
        *(Column(str(mark), names.title(mark), 12, counts[mark]) for mark in names.counted),
        Column("at", "Ngày", 11, lambda r: short_date(r.at.date()), never_cut=A_DAY),
        Column("hash", "Mã", 12, lambda r: r.short_hash, Kind.QUIET),
        Column("replaced", "Ghi chú", 12, _standing, Kind.QUIET, tooltip=_standing),
    )  # fmt: skip


def _of_total(report: FrozenReport, count: int) -> str:
    """ "24/532 (4,5%)"."""
    total = report.figures.total
    return f"{number(count)}/{number(total)} ({percent(count, total)})"


def _title(report: FrozenReport) -> str:
    """What it was reported in; of a document for one unit the unit too."""
    title = report.title or KIND_WORDS.get(report.kind, "")
    unit = report.issue.unit_name if report.issue else ""
    return f"{title} ({unit})" if unit else title


def _standing(report: FrozenReport) -> str:
    """ "đã phát hành", "đã thu hồi", "đã chốt lại"."""
    if report.issue is None:
        return "" if report.replaced_by is None else "đã chốt lại"
    return "đã phát hành" if report.replaced_by is None else "đã thu hồi"


class ChangedPerson:
    """One line of who is told otherwise."""

    def __init__(self, id: int, change: PersonChange) -> None:
        self.id, self.change = id, change


PERSON_COLUMNS: tuple[Column[ChangedPerson], ...] = (
    Column("name", "Họ và tên", 22, lambda row: row.change.name, Kind.STRONG),
    Column(
        "words", "Đã báo cáo → Hiện nay", 34, lambda row: row.change.words,
        tooltip=lambda row: row.change.words, fills=True, least=18,
    ),
)  # fmt: skip
