"""Which stored value cannot be read, after something has stumbled over one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Float,
    Integer,
    LargeBinary,
    PoolProxiedConnection,
    Table,
)
from sqlalchemy.exc import SQLAlchemyError

from models.errors import AppError
from models.records import Gender, Mark, ScoreRule, StaffType, UnitKind
from models.records.city import TemplateWay
from models.records.documents import Direction
from models.records.doubts import DoubtKind
from models.records.entries import Channel
from models.records.kinds import LevelTone, StageKind
from models.records.reminders import Addressee, ReminderWay
from models.store.driver import is_of_a_file
from models.store.schema import CONTENT_TABLES, metadata

STORED_WORDS: dict[tuple[str, str], type[StrEnum]] = {
    ("units", "kind"): UnitKind,
    ("people", "staff_type"): StaffType,
    ("people", "gender"): Gender,
    ("contests", "score_rule"): ScoreRule,
    ("entries", "sent_by"): Channel,
    ("stages", "kind"): StageKind,
    ("levels", "tone"): LevelTone,
    ("documents", "direction"): Direction,
    ("reminders", "way"): ReminderWay,
    ("reminders", "addressee"): Addressee,
    ("city_templates", "way"): TemplateWay,
    ("participations", "doubt_mark"): Mark,
    ("participations", "doubt_kind"): DoubtKind,
}
_JSON = frozenset(
    {
        ("change_rows", "before"),
        ("change_rows", "after"),
        ("saved_filters", "query"),
        ("column_mappings", "fields"),
        ("frozen_reports", "figures"),
        ("frozen_reports", "names"),
        ("frozen_reports", "issue"),
    }
)
_MAY_BE_EMPTY = frozenset({("frozen_reports", "names"), ("frozen_reports", "issue")})
"""JSON, or nothing: of figures alone, and where names were taken away for good."""
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
MOST_WHOLE = 2**53
"""No whole number that the program writes is larger: the next one after it still has room."""


_Run = Callable[[str], Iterable[Sequence[Any]]]


class _Text(bytes):
    """What the database holds as text; plain bytes are what it holds as no text."""


def table_words(table: str) -> str:
    """What the officer calls the rows of a table: "đơn vị"."""
    return _TABLE_NAMES.get(table, table)


def find_unreadable(engine: Engine) -> AppError | None:
    """The first stored value that cannot be read, or row that points to one which is gone, in a
    sentence; None when there is none."""
    try:
        with _raw(engine) as run:
            for table in metadata.sorted_tables:
                if table.name in CONTENT_TABLES:
                    continue
                told = _in_table(run, table, _columns(engine, table))
                if told is not None:
                    return told
            return _first_dangling(run) if engine.dialect.name == "sqlite" else None
    except engine.dialect.loaded_dbapi.Error:
        return None


def _first_dangling(run: _Run) -> AppError | None:
    """The first row that points to one which is gone; a server lets none be."""
    for table, row_id, parent, _ in run("PRAGMA foreign_key_check"):
        pointing, gone = (table_words(_decoded(each)) for each in (table, parent))
        return AppError(
            f"Chưa đọc được dòng {row_id} của bảng {pointing}: dòng này chỉ đến một mục không còn "
            f"có ({gone}).",
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
        usual, below.text_factory = below.text_factory, _Text
        try:
            yield below.execute
        finally:
            below.text_factory = usual


def _encoded(connection: PoolProxiedConnection, statement: str) -> Iterator[Sequence[Any]]:
    """The rows of a driver that only hands out text that can be read."""
    cursor = connection.cursor()
    cursor.execute(statement)
    for row in cursor.fetchall():
        yield [_Text(each.encode()) if isinstance(each, str) else each for each in row]


def _columns(engine: Engine, table: Table) -> list[Column[Any]]:
    """The columns that may hold what cannot be read; a server itself refuses what is of another
    type."""
    if engine.dialect.name == "sqlite":
        return list(table.columns)
    return [
        column
        for column in table.columns
        if column.primary_key or {(table.name, column.name)} & (_JSON | STORED_WORDS.keys())
    ]


def _in_table(run: _Run, table: Table, columns: Sequence[Column[Any]]) -> AppError | None:
    names = ", ".join(f'"{column.name}"' for column in columns)
    checks = [_check(table, column) for column in columns]
    for row in run(f"SELECT {names} FROM {table.name}"):
        for column, check, value in zip(columns, checks, row, strict=True):
            if value is not None and not _passes(check, value):
                return _told(table, row[0], column, value)
    return None


def _passes(check: Callable[[Any], object], value: object) -> bool:
    try:
        check(value)
    except (ValueError, TypeError, RecursionError):
        return False
    return True


def _check(table: Table, column: Column[Any]) -> Callable[[Any], object]:
    """What raises `ValueError` or `TypeError` for a value that the column cannot hold."""
    for kind, check in _OF_KIND:
        if isinstance(column.type, kind):
            return check
    place = table.name, column.name
    if place in _JSON:
        nothing = "null" if place in _MAY_BE_EMPTY else ""
        return lambda value: json.loads(_decoded(value) or nothing)
    words = STORED_WORDS.get(place)
    if words is not None:
        return lambda value: words(_decoded(value)) if value else None
    return _decoded


def _decoded(value: object) -> str:
    if not isinstance(value, _Text):
        raise TypeError(type(value))
    return value.decode("utf-8")


def _number(value: object) -> None:
    if isinstance(value, bytes):
        raise TypeError(type(value))


def _whole(value: object) -> None:
    if not isinstance(value, int) or abs(value) > MOST_WHOLE:
        raise ValueError(value)


def _bytes(value: object) -> None:
    if isinstance(value, _Text) or not isinstance(value, bytes):
        raise TypeError(type(value))


def _yes_or_no(value: object) -> None:
    _number(value)
    if value not in (0, 1):
        raise ValueError(value)


_OF_KIND: tuple[tuple[type, Callable[[Any], object]], ...] = (
    (DateTime, lambda value: datetime.fromisoformat(_decoded(value))),
    (Date, lambda value: date.fromisoformat(_decoded(value))),
    (Boolean, _yes_or_no),
    (Integer, _whole),
    (Float, _number),
    (LargeBinary, _bytes),
)


def _told(table: Table, row_id: object, column: Column[Any], value: object) -> AppError:
    shown = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    cut = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
    number = row_id.decode("utf-8", "replace") if isinstance(row_id, bytes) else row_id
    return AppError(
        f"Chưa đọc được dòng {number} của bảng {table_words(table.name)}: cột {column.name} ghi "
        f"“{cut}”.",
        _ADVICE,
    )
