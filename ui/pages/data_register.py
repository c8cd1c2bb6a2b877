"""Two cards of the settings: how long personal data is kept, and which files were imported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from models.records import Contest
from models.text.formats import number, short_date
from ui.pages.data_cards import SmallCard
from ui.table.column import A_MOMENT, Column, Kind
from ui.table.data_table import ROW_AIR
from ui.table.few_lines import table_beside
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow

if TYPE_CHECKING:
    from models.intake.register import ImportedFile

IMPORTS_SHOWN = 6


def _unless_none(count: int) -> str:
    return number(count) if count else ""


IMPORT_COLUMNS: tuple[Column[ImportedFile], ...] = (
    Column(
        "at", "Thời gian", 18, lambda row: f"{row.at:%d/%m/%Y %H:%M}", Kind.QUIET,
        never_cut=A_MOMENT,
    ),
    Column(
        "file", "Tệp", 30, lambda row: row.file_name, tooltip=lambda row: row.file_name,
        fills=True,
    ),
    Column("rows", "Số dòng", 9, lambda row: number(row.rows), Kind.NUMBER),
    Column("new", "Mới", 8, lambda row: _unless_none(row.new), Kind.NUMBER),
    Column("updated", "Cập nhật", 10, lambda row: _unless_none(row.updated), Kind.NUMBER),
    Column("same", "Không đổi", 11, lambda row: _unless_none(row.unchanged), Kind.NUMBER),
    Column("left", "Không nhập", 11, lambda row: _unless_none(row.left_out), Kind.NUMBER),
    Column("who", "Người thực hiện", 16, lambda row: row.who),
)  # fmt: skip


class KeepingCard(SmallCard):
    """What the personal data of the contest is for and until when it is kept; `wanted` asks for
    the dialog in which that is said."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Thời hạn lưu giữ dữ liệu cá nhân")
        self._words = label(wrap=True, name="keepingWords")
        self._purpose = label(role="muted", wrap=True, name="keepingPurpose")
        self._set = button("Đổi thời &hạn, mục đích…", "keepingSet")
        self._set.clicked.connect(self.wanted)
        row = WrappingRow()
        row.addWidget(self._set)
        self.column.addWidget(self._words)
        self.column.addWidget(self._purpose)
        self.column.addLayout(row)

    def show_contest(self, contest: Contest | None, purpose: str) -> None:
        """Show what is said of the contest; `purpose` is the usual one."""
        self.setVisible(contest is not None)
        if contest is not None:
            self._words.setText(_keeping_words(contest.keep_until, contest.purged_on))
            self._purpose.setText(f"Mục đích: {contest.purpose or purpose}.")
            self._set.setVisible(contest.purged_on is None)


def _keeping_words(until: date | None, purged: date | None) -> str:
    if purged is not None:
        return f"Dữ liệu cá nhân của cuộc thi đã xóa ngày {short_date(purged)}."
    if until is None:
        return "Chưa ghi lưu giữ đến ngày nào."
    return f"Lưu giữ đến {short_date(until)}; đến hạn thì Tổng quan nhắc xóa."


class ImportsCard(SmallCard):
    """The register of the files that were imported."""

    def __init__(self) -> None:
        super().__init__("Các tệp đã nhập")
        self._files: tuple[ImportedFile, ...] = ()
        hint = "Nhập danh sách (Ctrl+O) hoặc kéo tệp vào cửa sổ này."
        self.table = table_beside(
            self, "importsTable", "Các tệp đã nhập", IMPORT_COLUMNS, self._row,
            ("Chưa nhập tệp nào", hint),
        )  # fmt: skip
        keep_in_letters(self.table, least_lines=IMPORTS_SHOWN, air=ROW_AIR)
        self.column.addWidget(self.table)

    def _row(self, file_id: int) -> ImportedFile:
        return next(each for each in self._files if each.id == file_id)

    def show_files(self, files: Sequence[ImportedFile]) -> None:
        """Show the files, the newest first."""
        self._files = tuple(files)
        self.table.rows.set_ids([each.id for each in files])
