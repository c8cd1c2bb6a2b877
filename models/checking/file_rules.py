"""Rules of the file itself: its pages, its tables, its keys, and values that can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    String,
    Table,
)

from models.checking.findings import RESTORE, Flaw
from models.checking.sight import CheckRule, Flaws, Sight
from models.store.limits import MOST
from models.store.possible_values import (
    FIRST_DAY,
    LAST_DAY,
    STORED_WORDS,
    TOGETHER,
    column_place,
    least_of,
    may_be_empty,
)
from models.store.schema import metadata
from models.store.unreadable import table_words
from models.text.dates import FIRST_YEAR, LAST_YEAR
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


_JOURNAL = frozenset({"changes", "change_rows", "journal_packs", "reseals"})
"""What is hashed."""


def _values_of(look: Sight, table: Table) -> Iterator[Flaw]:
    told, statement = _asking(table, look.in_file)
    if not told:
        return
    for row in look.rows(statement):
        for name, odd in zip(told, row[1:], strict=True):
            if odd:
                yield Flaw(
                    _what_is_odd(table.c[name]),
                    f"dòng {row[0]} của bảng {table_words(table.name)}, cột {name}",
                    advice=RESTORE,
                )


def _what_is_odd(column: Column[object]) -> str:
    if isinstance(column.type, Date | DateTime):
        years = f"{FIRST_YEAR}–{LAST_YEAR}"
        return f"Một ngày đã lưu không thể có: không phải là ngày, hoặc ngoài các năm {years}."
    if isinstance(column.type, Integer | Float):
        return "Một con số đã lưu không thể có: không phải là số, là số âm hoặc quá lớn."
    if column_place(column) in STORED_WORDS:
        return "Một từ đã lưu không phải là một trong các từ được dùng, hoặc còn thiếu."
    return "Một giá trị đã lưu không đúng kiểu nên không đọc được."


@cache
def _asking(table: Table, in_file: bool) -> tuple[list[str], str]:
    """The columns that are looked at, and the statement that finds rows where one is odd."""
    tests = {column.name: test for column in table.c if (test := _odd(column, in_file))}
    told = ", ".join(f"({test})" for test in tests.values())
    wrong = " OR ".join(f"({test})" for test in tests.values())
    key = next(iter(table.primary_key)).name
    return list(tests), f'SELECT "{key}", {told} FROM "{table.name}" WHERE {wrong}'


def _odd(column: Column[object], in_file: bool) -> str:
    """Whether a stored value cannot be one of the column, as the database tells it; "" for any
    bytes. A server itself refuses what is of another type."""
    name = f'"{column.name}"'
    for kind, of_another_type in _OF_ANOTHER_TYPE:
        if isinstance(column.type, kind):
            tests = (of_another_type.format(name) if in_file else "", _beyond(column))
            return " OR ".join(filter(None, tests))
    tests = (f"typeof({name}) = 'blob'" if in_file else "", _no_word(column))
    return " OR ".join(filter(None, tests))


_OF_ANOTHER_TYPE: tuple[tuple[type, str], ...] = (
    (DateTime, "{0} IS NOT NULL AND (typeof({0}) <> 'text' OR datetime({0}) IS NULL)"),
    (Date, "date({0}) IS NOT {0}"),
    (Boolean, "{0} NOT IN (0, 1)"),
    (Integer, "typeof({0}) IN ('text', 'blob', 'real')"),
    (Float, "typeof({0}) IN ('text', 'blob')"),
    (LargeBinary, ""),
)


def _beyond(column: Column[object]) -> str:
    name = f'"{column.name}"'
    if isinstance(column.type, Integer | Float):
        return f"{name} < {least_of(column)} OR {name} > {MOST}"
    if isinstance(column.type, Date | DateTime):
        return f"{name} < '{FIRST_DAY}' OR {name} >= '{LAST_DAY + timedelta(days=1)}'"
    return ""


def _no_word(column: Column[object]) -> str:
    """Where only a few words can stand, and where one must."""
    place, name = column_place(column), f'"{column.name}"'
    words = STORED_WORDS.get(place)
    if words is None:
        return ""
    listed = ", ".join(f"'{word}'" for word in ("", *words)[not may_be_empty(column) :])
    beside = column.table.c[TOGETHER[place]] if place in TOGETHER else None
    if beside is None:
        return f"{name} NOT IN ({listed})"
    is_told = "<> ''" if isinstance(beside.type, String) else "IS NOT NULL"
    return f"{name} NOT IN ({listed}) OR ({name} = '' AND \"{beside.name}\" {is_told})"


WHOLE_FILE_RULES = (
    CheckRule("pages", "Tệp dữ liệu nguyên vẹn", _pages, only_file=True),
    CheckRule("schema", "Cấu trúc đúng của Tiến Độ", _schema),
    CheckRule("values", "Mọi giá trị dùng được", _values),
    CheckRule("links", "Mục nào chỉ đến cũng còn", _keys, only_file=True),
)
