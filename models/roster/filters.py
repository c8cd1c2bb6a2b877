"""Filters of the roster kept under a name, changed through the journal."""

from __future__ import annotations

import json
from typing import Any

from models.errors import AppError
from models.journal.change import Change, changing
from models.records import PeopleQuery
from models.records.filters import SavedFilter
from models.roster.kept_filters import load_filters
from models.store.schema import saved_filters
from models.store.store import Store
from models.text.names import match_key, storage_form


def save_filter(data_file: Store, name: str, query: PeopleQuery) -> None:
    """Keep `query` as `name`; a filter of that name is replaced. Raises `AppError` without one."""
    name = _checked(name)
    with changing(data_file, "filter-save", f"Lưu bộ lọc “{name}”") as change:
        same = _called(change, name)
        if same is None:
            change.insert(saved_filters, [{"name": name, "query": packed_query(query)}])
        else:
            change.update(saved_filters, {same.id: {"name": name, "query": packed_query(query)}})


def rename_filter(data_file: Store, filter_id: int, name: str) -> None:
    """Give a filter another name. Raises `AppError` when another one has it."""
    name = _checked(name)
    with changing(data_file, "filter-rename", f"Đổi tên bộ lọc thành “{name}”") as change:
        same = _called(change, name)
        if same is not None and same.id != filter_id:
            raise AppError(f"Đã có bộ lọc tên là “{same.name}”.", "Hãy đặt tên khác.")
        change.update(saved_filters, {filter_id: {"name": name}})


def remove_filter(data_file: Store, filter_id: int) -> None:
    """Forget a filter; nobody leaves the roster."""
    with changing(data_file, "filter-remove", "Xóa một bộ lọc đã lưu") as change:
        change.delete(saved_filters, [filter_id])


def _called(change: Change, name: str) -> SavedFilter | None:
    key = match_key(name)
    kept = load_filters(change.connection)
    return next((each for each in kept if match_key(each.name) == key), None)


def _checked(name: str) -> str:
    name = storage_form(name)
    if not name:
        raise AppError("Bộ lọc chưa có tên.", "Hãy gõ tên, ví dụ: Trường chưa đăng ký.")
    return name


def packed_query(query: PeopleQuery) -> str:
    """A query as JSON, without what is not filtered by, and without its day."""
    parts: dict[str, Any] = {
        "search": query.search,
        "units": sorted(query.unit_ids),
        "statuses": sorted(query.statuses),
        "order": "" if query.order == "name" else query.order,
        "descending": query.descending,
        "include_left": query.include_left,
        "only_left": query.only_left,
        "without_phone": query.without_phone,
        "columns": {each.column: sorted(each.values) for each in query.columns},
    }
    return json.dumps({key: value for key, value in parts.items() if value}, ensure_ascii=False)
