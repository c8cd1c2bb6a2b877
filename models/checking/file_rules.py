"""Rules of the file itself: its pages, its tables, its keys, and values that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Boolean, Column, Date, DateTime, Float, Integer, LargeBinary, Table

from models.checking.findings import RESTORE, Flaw
from models.checking.sight import CheckRule, Flaws, Sight
from models.store.schema import metadata
from models.store.unreadable import MOST_WHOLE, STORED_WORDS, table_words
from models.text.formats import number

_MOST_TOLD = 20
_EXTRA = "Tệp này có thứ không do Tiến Độ tạo ra."


def _pages(look: Sight) -> Flaws:
    for (told,) in look.rows(f"PRAGMA integrity_check({_MOST_TOLD})"):
        if told != "ok":
            yield Flaw(
                "Một phần của tệp dữ liệu không đọc được như đã ghi.",
                f"cấu trúc tệp ({told})",
                advice=RESTORE,
            )


def _keys(look: Sight) -> Flaws:
    for table, row_id, parent, _ in look.rows("PRAGMA foreign_key_check"):
        yield Flaw(
            f"Mục này chỉ đến một mục không còn có ({table_words(parent)}).",
            f"dòng {row_id} của bảng {table_words(table)}",
            advice=RESTORE,
        )


def _schema(look: Sight) -> Flaws:
    ours = {table.name for table in metadata.sorted_tables} | _OWN
    found: dict[str, set[str]] = {}
    for table, column in look.rows(_COLUMNS if look.in_file else _SERVER_COLUMNS):
        found.setdefault(table, set()).add(column)
    for table in metadata.sorted_tables:
        lost = {column.name for column in table.c} - found.get(table.name, set())
        if lost:
            yield Flaw(
                f"Bảng {table_words(table.name)} thiếu {number(len(lost))} cột.",
                f"cấu trúc tệp ({', '.join(sorted(lost))})",
                advice=RESTORE,
            )
    for kind, name, table in look.rows(_OBJECTS) if look.in_file else ():
        if kind in ("trigger", "view") or (kind == "table" and name not in ours):
            yield Flaw(
                _EXTRA,
                f"{name} ({kind}, bảng {table_words(table)})",
                advice="Đừng dùng tệp này nữa; " + RESTORE[:1].lower() + RESTORE[1:],
            )


_OWN = {"alembic_version", "sqlite_sequence", "sqlite_stat1", "sqlite_stat4"}
_COLUMNS = (
    "SELECT m.name, p.name FROM sqlite_master AS m, pragma_table_info(m.name) AS p"
    " WHERE m.type = 'table'"
)
_SERVER_COLUMNS = (
    "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = current_schema()"
)
_OBJECTS = (
    "SELECT type, name, tbl_name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger')"
)


def _values(look: Sight) -> Flaws:
    for table in metadata.sorted_tables:
        if table.name not in _JOURNAL:
            yield from _values_of(look, table)


_JOURNAL = frozenset({"changes", "change_rows", "contents", "journal_packs", "reseals"})
"""What is hashed."""


def _values_of(look: Sight, table: Table) -> Iterator[Flaw]:
    told, statement = _asking(table)
    for row in look.rows(statement):
        names = ", ".join(name for name, odd in zip(told, row[1:], strict=True) if odd)
        yield Flaw(
            "Một giá trị đã lưu không đúng kiểu nên không đọc được.",
            f"dòng {row[0]} của bảng {table_words(table.name)}, cột {names}",
            advice=RESTORE,
        )


@cache
def _asking(table: Table) -> tuple[list[str], str]:
    """The columns that are looked at, and the statement that finds rows where one is odd."""
    tests = {column.name: test for column in table.c if (test := _odd(column))}
    told = ", ".join(f"({test})" for test in tests.values())
    wrong = " OR ".join(f"({test})" for test in tests.values())
    return list(tests), f'SELECT id, {told} FROM "{table.name}" WHERE {wrong}'


def _odd(column: Column[object]) -> str:
    """Whether a stored value cannot be one of the column, as SQLite tells it; "" for any bytes."""
    name, kind = f'"{column.name}"', column.type
    for type_, test in _TESTS:
        if isinstance(kind, type_):
            return test.format(name)
    words = STORED_WORDS.get((column.table.name, column.name))
    if words is not None:
        listed = ", ".join(f"'{word.value}'" for word in words)
        return f"{name} NOT IN ('', {listed})"
    return f"typeof({name}) = 'blob'"


_TESTS: tuple[tuple[type, str], ...] = (
    (DateTime, "{0} IS NOT NULL AND (typeof({0}) <> 'text' OR datetime({0}) IS NULL)"),
    (Date, "date({0}) IS NOT {0}"),
    (Boolean, "{0} NOT IN (0, 1)"),
    (Integer, f"typeof({{0}}) IN ('text', 'blob', 'real') OR abs({{0}} / 2) > {MOST_WHOLE // 2}"),
    (Float, "typeof({0}) IN ('text', 'blob')"),
    (LargeBinary, ""),
)


WHOLE_FILE_RULES = (
    CheckRule("pages", "Tệp dữ liệu nguyên vẹn", _pages, only_file=True),
    CheckRule("schema", "Cấu trúc đúng của Tiến Độ", _schema),
    CheckRule("values", "Mọi giá trị đọc được", _values, only_file=True),
    CheckRule("links", "Mục nào chỉ đến cũng còn", _keys, only_file=True),
)
