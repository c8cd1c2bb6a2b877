"""What the roster asks about saved filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.records import PeopleQuery
    from models.records.filters import SavedFilter
    from models.store.data_file import DataFile


def list_filters(file: DataFile) -> tuple[SavedFilter, ...]:
    """Every saved filter, by name."""
    from models.roster.filters import list_filters as work

    return work(file)


def save_filter(file: DataFile, name: str, query: PeopleQuery) -> None:
    """Keep a query under a name."""
    from models.roster.filters import save_filter as work

    work(file, name, query)


def rename_filter(file: DataFile, filter_id: int, name: str) -> None:
    """Give a filter another name."""
    from models.roster.filters import rename_filter as work

    work(file, filter_id, name)


def remove_filter(file: DataFile, filter_id: int) -> None:
    """Forget a filter."""
    from models.roster.filters import remove_filter as work

    work(file, filter_id)
