"""A returned file beside what was issued: in its own format, else by its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.catalog import FORMAT_NAMES
from reports.verifying.by_words import compare_words
from reports.verifying.comparing import compare_alike
from reports.verifying.content import Content
from reports.verifying.difference import Difference
from reports.verifying.formulas import by_formulas
from reports.verifying.reading import read_content

if TYPE_CHECKING:
    from models.records.frozen import FrozenReport
    from models.store.store import Store


@dataclass(frozen=True, slots=True)
class Beside:
    """What came of comparing with the format `against`; `note` says how where it was by words."""

    against: str
    differences: tuple[Difference, ...]
    filled: tuple[str, ...]
    note: str = ""

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def beside_issued(
    store: Store, report: FrozenReport, content: Content, data: bytes
) -> Beside | None:
    """`content` beside the files of `report` that were kept; None where none is.

    Of several ways the one by which the least differs. Raises `AppError` for a kept file that is
    damaged.
    """
    best: Beside | None = None
    for each in _ways(store, report, content, data):
        if best is None or len(each.differences) < len(best.differences):
            best = each
        if best.is_same:
            break
    return best


def _ways(store: Store, report: FrozenReport, content: Content, data: bytes) -> Iterator[Beside]:
    from models.papers.issuing import issued_file, issued_files_of

    kept = sorted(issued_files_of(store, report.id), key=lambda e: (e.fmt != content.fmt, e.fmt))
    for each in kept:
        file = issued_file(store, report.id, each.fmt)
        issued = read_content(file.content, file.name)
        if each.fmt == content.fmt:
            found = compare_alike(issued, content)
            if content.fmt == "xlsx":
                found.differences = by_formulas(file.content, data, found.differences)
            yield Beside(each.fmt, tuple(found.differences), tuple(found.filled))
            if content.fmt != "pdf":
                return
        found = compare_words(issued, content)
        note = f"Tệp được dàn trang khác nên so theo từng chữ với bản {FORMAT_NAMES[each.fmt]}."
        yield Beside(each.fmt, tuple(found.differences), tuple(found.filled), note)
