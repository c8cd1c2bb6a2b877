"""What the window asks of reconciling while its page is not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.store.store import Store


def count_waiting_slips(file: Store) -> int:
    """How many wrong-unit slips are open, as the page of reconciling counts them."""
    from models.reconcile.slips import count_open_slips

    return count_open_slips(file)
