"""The tabs of the page Cuộc thi in their order; each is imported when first gone to.

A tab is a `Page`: it names its topics, reads in `ask`, tells `loaded`, is stale when one of its
tables changes and read again while it is open. The page hands on its `open_page` and `status`. Its
focus proxy, if it has one, is where the keys go when somebody comes to the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ui.desk import Desk
from ui.pages.page import Page


class TabEntry(NamedTuple):
    """One tab; `make` imports its module and builds it."""

    key: str
    title: str
    make: Callable[[Desk], Page]


def _stages(desk: Desk) -> Page:
    from ui.pages.contest.stages_tab import StagesTab

    return StagesTab(desk)


def _ledger(desk: Desk) -> Page:
    from ui.pages.contest.ledger_tab import LedgerTab

    return LedgerTab(desk)


def _entries(desk: Desk) -> Page:
    from ui.pages.contest.entries_tab import EntriesTab

    return EntriesTab(desk)


def _publicity(desk: Desk) -> Page:
    from ui.pages.contest.publicity_tab import PublicityTab

    return PublicityTab(desk)


def _documents(desk: Desk) -> Page:
    from ui.pages.contest.documents_tab import DocumentsTab

    return DocumentsTab(desk)


TABS: tuple[TabEntry, ...] = (
    TabEntry("stages", "Chặng", _stages),
    TabEntry("ledger", "Đối tượng", _ledger),
    TabEntry("entries", "Bài dự thi", _entries),
    TabEntry("publicity", "Tuyên truyền", _publicity),
    TabEntry("documents", "Văn bản đến, đi", _documents),
)
