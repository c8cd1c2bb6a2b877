"""The commune's own wording of a kind of document, in the place of the one that comes along."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import select

from models.errors import AppError
from models.journal.change import changing
from models.store.schema import wordings
from models.store.store import Store

LONGEST_WORDING = 100_000
"""Letters: more than any document of an office has."""


class LineState(StrEnum):
    """Whether a line stands in both texts, in the original alone, or in the own one alone."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


class ComparedLine(NamedTuple):
    """A line of one of two texts, or of both."""

    state: LineState
    text: str


def own_wording(store: Store, kind: str) -> str | None:
    """The commune's own text of `kind`; None where the original holds."""
    with store.reading() as connection:
        return connection.execute(
            select(wordings.c.text).where(wordings.c.kind == kind)
        ).scalar_one_or_none()


def kinds_worded(store: Store) -> frozenset[str]:
    """The kinds that have a text of the commune's own."""
    with store.reading() as connection:
        return frozenset(connection.execute(select(wordings.c.kind)).scalars())


def store_wording(store: Store, kind: str, text: str, original: str, title: str = "") -> bool:
    """Keep `text` for `kind`, or nothing when it is the `original`; False when nothing differs.

    `title` is what the kind is called in the history. Raises `AppError` for a text that is empty or
    longer than `LONGEST_WORDING`.
    """
    told = tidy_wording(text)
    if not told.strip():
        raise AppError(
            "Nội dung văn bản đang để trống nên chưa lưu.",
            "Hãy nhập nội dung, hoặc lấy lại nội dung gốc.",
        )
    if len(told) > LONGEST_WORDING:
        raise AppError("Nội dung văn bản dài quá nên chưa lưu.", "Hãy rút ngắn lại.")
    if told == tidy_wording(original):
        return reset_wording(store, kind, title)
    with changing(store, "wording", f"Sửa nội dung mẫu “{title or kind}”") as change:
        row = change.connection.execute(select(wordings).where(wordings.c.kind == kind)).first()
        if row is None:
            change.insert(wordings, [{"kind": kind, "text": told}])
            return True
        return change.update(wordings, {row.id: {"text": told}}) > 0


def reset_wording(store: Store, kind: str, title: str = "") -> bool:
    """The original holds again; False when it held already."""
    with changing(store, "wording", f"Lấy lại nội dung gốc của mẫu “{title or kind}”") as change:
        found = select(wordings.c.id).where(wordings.c.kind == kind)
        gone = list(change.connection.execute(found).scalars())
        return change.delete(wordings, gone) > 0


def tidy_wording(text: str) -> str:
    """The text as it is kept: lines end alike and have nothing behind their words."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n") + "\n"


def compared_lines(original: str, own: str) -> tuple[ComparedLine, ...]:
    """Both texts line by line: what is gone stands before what is new in its place."""
    before, after = (tidy_wording(text).split("\n")[:-1] for text in (original, own))
    found: list[ComparedLine] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, first, last, since, until in matcher.get_opcodes():
        if tag == "equal":
            found += [ComparedLine(LineState.SAME, line) for line in before[first:last]]
            continue
        found += [ComparedLine(LineState.GONE, line) for line in before[first:last]]
        found += [ComparedLine(LineState.NEW, line) for line in after[since:until]]
    return tuple(found)
