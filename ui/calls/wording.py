"""The wording of a kind: the text that holds, the original, and what its places come to now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import AppError
from models.text.formats import number
from reports.wording.places import WordingPlace, WordingValue

if TYPE_CHECKING:
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class WordingLook:
    """All that the editor shows. `own` is None where the original holds; `unknown` says why the
    values of some places cannot be told now."""

    code: str
    title: str
    original: str
    own: str | None
    places: tuple[WordingPlace, ...]
    values: Mapping[str, WordingValue]
    unknown: str = ""

    @property
    def text(self) -> str:
        """The text that holds."""
        return self.original if self.own is None else self.own


def wording_look(file: Store, code: str) -> WordingLook:
    """Everything of a kind. Raises `AppError` for one that has no wording."""
    from models.papers.wordings import own_wording
    from reports.catalog import kind_of
    from reports.example import present_places
    from reports.wording.known import places_of
    from reports.wording.originals import kinds_with_wording, original_wording

    title = kind_of(code).title
    if code not in kinds_with_wording():
        raise AppError(
            f"“{title}” không có lời văn để sửa.", "Chỉ công văn, báo cáo và quyết định mới có."
        )
    present = present_places(file, code)
    return WordingLook(
        code,
        title,
        original_wording(code),
        own_wording(file, code),
        places_of(code),
        present.values,
        present.unknown,
    )


def keep_wording(file: Store, look: WordingLook, text: str) -> bool:
    """Keep `text` for the kind; what is like the original is not kept. False: nothing differs."""
    from models.papers.wordings import store_wording

    return store_wording(file, look.code, text, look.original, look.title)


def present_words(value: WordingValue | None) -> str:
    """What a place comes to in one line; blocks by what they are, "" for nothing."""
    if value is None or isinstance(value, str):
        return " ".join((value or "").split())
    return "; ".join(map(block_words, value))


def block_words(block: object) -> str:
    """A block in one line."""
    from reports.blocks import Chart, Paragraph, QrCode
    from reports.document import Table

    match block:
        case Paragraph():
            return block.text
        case Table():
            return f"(bảng {number(len(block.rows))} dòng)"
        case Chart():
            return f"(biểu đồ: {block.title})"
        case QrCode():
            return f"(mã QR: {block.text})"
    return ""
