"""Which stored value cannot be, or be read, after something has stumbled over one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Column, Engine, LargeBinary, PoolProxiedConnection, Table
from sqlalchemy.exc import SQLAlchemyError

from models.errors import AppError
from models.store.driver import is_of_a_file
from models.store.possible_values import (
    TOGETHER,
    Check,
    StoredText,
    check_of,
    column_place,
    decoded,
)
from models.store.schema import CONTENT_TABLES, metadata

_TABLE_NAMES = {
    "people": "người",
    "units": "đơn vị",
    "participations": "đăng ký, hoàn thành",
    "exemptions": "không thuộc đối tượng",
    "posts": "vị trí công tác",
    "contests": "cuộc thi",
    "stages": "chặng",
    "prizes": "giải thưởng",
    "changes": "lịch sử thay đổi",
    "change_rows": "nhật ký thay đổi",
    "imports": "các lần nhập",
    "communes": "xã, phường",
    "signers": "người ký",
    "settings": "thiết đặt",
    "reconciliations": "các lần đối soát",
    "wrong_unit_slips": "phiếu sửa đơn vị",
    "official_figures": "số liệu thành phố công bố",
    "saved_filters": "bộ lọc đã lưu",
    "column_mappings": "cột đã nhớ",
    "levels": "mức đánh giá",
    "reminders": "các lần đôn đốc",
    "entries": "bài dự thi",
    "entry_authors": "tác giả bài dự thi",
    "entry_scores": "điểm bài dự thi",
    "jurors": "Ban Giám khảo",
    "awards": "giải đã trao",
    "publicity_tasks": "nhiệm vụ tuyên truyền",
    "documents": "văn bản đến, đi",
    "attachments": "tệp đính kèm",
    "frozen_reports": "số liệu đã chốt",
    "issued_files": "tệp văn bản đã phát hành",
    "report_definitions": "báo cáo định kỳ",
    "unit_contacts": "người đứng đầu, đầu mối của đơn vị",
    "unit_aliases": "tên gọi khác của đơn vị",
    "absences": "thời gian rời danh sách",
    "distinct_people": "những người không phải là một",
    "match_decisions": "quyết định về dòng chưa rõ",
    "document_choices": "lựa chọn của văn bản",
    "wordings": "lời văn",
    "city_templates": "mẫu của thành phố",
    "city_template_cells": "ô của mẫu thành phố",
    "export_log": "nhật ký xuất dữ liệu",
    "action_log": "nhật ký hoạt động",
    "contents": "nội dung tệp",
    "reseals": "niêm phong lại nhật ký",
    "journal_packs": "nhật ký đã nén",
}
STUMBLES = (SQLAlchemyError, ValueError, TypeError, KeyError)
"""What work raises that meets such a value."""
_SHOWN = 40
_ADVICE = (
    "Tệp dữ liệu đã bị sửa ngoài chương trình hoặc hỏng một phần; hãy giữ nguyên tệp này và "
    "khôi phục từ bản sao lưu gần nhất."
)
_Run = Callable[[str], Iterable[Sequence[Any]]]


def table_words(table: str) -> str:
    """What the officer calls the rows of a table: "đơn vị"."""
    return _TABLE_NAMES.get(table, table)


def find_unreadable(engine: Engine) -> AppError | None:
    """The first stored value that cannot be read, or row that points to one which is gone, in a
    sentence; None when there is none."""
    try:
        with _raw(engine) as run:
            for table in metadata.sorted_tables:
                told = _in_table(run, table)
                if told is not None:
                    return told
            return _first_dangling(run) if engine.dialect.name == "sqlite" else None
    except engine.dialect.loaded_dbapi.Error:
        return None


def _first_dangling(run: _Run) -> AppError | None:
    """The first row that points to one which is gone; a server lets none be."""
    for table, row_id, parent, _ in run("PRAGMA foreign_key_check"):
        pointing, gone = (table_words(decoded(each)) for each in (table, parent))
        return AppError(
            f"Dòng {row_id} của bảng {pointing} chỉ đến một mục không còn có ({gone}).",
            _ADVICE,
        )
    return None


@contextmanager
def _raw(engine: Engine) -> Iterator[_Run]:
    """Runs statements whose texts come as the bytes that are stored."""
    with closing(engine.raw_connection()) as pooled:
        below = pooled.driver_connection
        if not is_of_a_file(below):
            yield lambda statement: _encoded(pooled, statement)
            return
        usual, below.text_factory = below.text_factory, StoredText
        try:
            yield below.execute
        finally:
            below.text_factory = usual


def _encoded(connection: PoolProxiedConnection, statement: str) -> Iterator[Sequence[Any]]:
    """The rows of a driver that only hands out text that can be read."""
    cursor = connection.cursor()
    cursor.execute(statement)
    for row in cursor.fetchall():
        yield [_as_stored(each) for each in row]


def _as_stored(value: object) -> object:
    told = value.isoformat() if isinstance(value, date) else value
    return StoredText(told.encode()) if isinstance(told, str) else told


def _in_table(run: _Run, table: Table) -> AppError | None:
    """The bytes of whole files stay unread."""
    contents = table.name in CONTENT_TABLES
    columns = [c for c in table.columns if not (contents and isinstance(c.type, LargeBinary))]
    names = ", ".join(f'"{column.name}"' for column in columns)
    checks, pairs = [check_of(column) for column in columns], _pairs(columns)
    for row in run(f"SELECT {names} FROM {table.name}"):
        for column, check, value in zip(columns, checks, row, strict=True):
            if value is not None and not _passes(check, value):
                return _told(row[0], column, value)
        for at, beside in pairs:
            if row[beside] and not row[at]:
                return _told(row[0], columns[at], b"")
    return None


def _pairs(columns: Sequence[Column[Any]]) -> list[tuple[int, int]]:
    """Where a word stands in a row, and where the other value that needs it."""
    at = {column.name: number for number, column in enumerate(columns)}
    needed = [(column.name, TOGETHER.get(column_place(column))) for column in columns]
    return [(at[name], at[beside]) for name, beside in needed if beside is not None]


def _passes(check: Check, value: object) -> bool:
    try:
        check(value)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _told(row_id: object, column: Column[Any], value: object) -> AppError:
    shown = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    cut = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    number = row_id.decode("utf-8", "replace") if isinstance(row_id, bytes) else row_id
    table = table_words(column.table.name)
    return AppError(
        f"Dòng {number} của bảng {table} có giá trị không dùng được: cột {column.name} ghi "
        f"“{cut}”.",
        _ADVICE,
    )
