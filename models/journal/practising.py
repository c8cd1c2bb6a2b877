"""Whether a store holds made-up people to practise on: all that leaves it says so."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from models.journal.change import Change
from models.records.practising import with_practice_mark
from models.store.schema import settings
from models.store.store import Store

_SETTING = "practice"


def keep_practice(change: Change) -> None:
    """Let a new store be known as one of made-up people, for good and in each of its copies."""
    change.insert(settings, [{"name": _SETTING, "value": "1"}])


def is_practice(store: Store) -> bool:
    """Whether the people of a store are made up."""
    with store.reading() as connection:
        found = connection.execute(select(settings.c.id).where(settings.c.name == _SETTING))
        return found.first() is not None


def marked_texts(store: Store, texts: Sequence[str]) -> tuple[str, ...]:
    """Texts that are sent to people; each begins with the mark where the store is for practice."""
    if not texts or not is_practice(store):
        return tuple(texts)
    return tuple(map(with_practice_mark, texts))
