"""How large the data is, and why: what its pages hold, in words, the largest first."""

from __future__ import annotations

from models.checking.findings import SizePart
from models.checking.sight import Sight
from models.store.store import Store

_JOURNAL = (
    "SELECT coalesce(sum(length(CAST(coalesce(before, '') AS BLOB))"
    " + length(CAST(coalesce(after, '') AS BLOB)) + length(table_name) + 40), 0) FROM change_rows"
)
_PACKED = "SELECT coalesce(sum(length(rows)), 0) FROM journal_packs"
_CONTENTS = "SELECT coalesce(sum(length(bytes)), 0) FROM contents"
_FROZEN = (
    "SELECT coalesce(sum(length(CAST(figures AS BLOB)) + length(CAST(names AS BLOB))"
    " + length(CAST(issue AS BLOB))), 0) FROM frozen_reports"
)
_PAGES = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
_FREE = "SELECT freelist_count * page_size FROM pragma_freelist_count(), pragma_page_size()"
_SERVER = "SELECT pg_database_size(current_database())"


def sized(store: Store) -> tuple[SizePart, ...]:
    """The parts add up to the whole; what no other is said to be is the data with its indexes."""
    with store.reading() as connection:
        sight = Sight(connection, store.clock().date())
        parts = [
            SizePart("nhật ký thay đổi", _number(sight, _of(sight, _JOURNAL))),
            SizePart("nhật ký đã nén", _number(sight, _PACKED)),
            SizePart("tệp đính kèm, văn bản đã phát hành, mẫu", _number(sight, _CONTENTS)),
            SizePart("số liệu đã chốt", _number(sight, _of(sight, _FROZEN))),
        ]
        whole = _number(sight, _PAGES if sight.in_file else _SERVER)
        if sight.in_file:
            parts.append(SizePart("chỗ trống sẽ dùng lại", _number(sight, _FREE)))
    rest = max(0, whole - sum(part.size for part in parts))
    parts.append(SizePart("danh sách, kết quả, các bảng khác và chỉ mục", rest))
    return tuple(sorted((p for p in parts if p.size), key=lambda part: -part.size))


def _of(sight: Sight, statement: str) -> str:
    """The statement for a server, which counts bytes by a name of its own."""
    if sight.in_file:
        return statement
    return statement.replace("length(CAST(", "octet_length((").replace(" AS BLOB)", ")")


def _number(sight: Sight, statement: str) -> int:
    return int(sight.rows(statement)[0][0])
