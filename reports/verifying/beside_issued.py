"""A returned file beside what was issued: in its own format, else by its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reports.catalog import FORMAT_NAMES
from reports.verifying.by_words import compare_words
from reports.verifying.comparing import compare_alike
from reports.verifying.content import ReadContent
from reports.verifying.difference import ChangedPlace
from reports.verifying.formulas import by_formulas
from reports.verifying.reading import read_content

if TYPE_CHECKING:
    from models.records.frozen import FrozenReport
    from models.store.store import Store


_Kept = tuple[str, ReadContent]
FEW = 5
"""With more differences than these the order in which a page was read is doubted."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What came of comparing with the format `against`; `note` says how where it was by words.

    `counted`: in what order the words stand was not looked at.
    """

    against: str
    differences: tuple[ChangedPlace, ...]
    filled: tuple[str, ...]
    note: str = ""
    counted: bool = False

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not self.differences and not self.counted


def beside_issued(store: Store, report: FrozenReport, content: ReadContent) -> Beside | None:
    """`content` beside the files of `report` that were kept; None where none is.

    Of several ways the one by which the least differs. Raises `AppError` for a kept file that is
    returned_damaged.
    """
    kept = _kept(store, report, content)
    best: Beside | None = None
    for each in _ways(kept, content):
        if best is None or len(each.differences) < len(best.differences):
            best = each
        if best.is_same:
            return best
    if best is None or not best.note or len(best.differences) <= FEW:
        return best
    ways = [best, *(_by_words(fmt, issued, content, in_order=False) for fmt, issued in kept)]
    return min(ways, key=lambda each: len(each.differences))


def _kept(store: Store, report: FrozenReport, content: ReadContent) -> list[_Kept]:
    """What was issued, that of the same format first."""
    from models.papers.issuing import issued_file, issued_files_of

    found = list[_Kept]()
    files = issued_files_of(store, report.id)
    for each in sorted(files, key=lambda e: (e.fmt != content.fmt, e.fmt)):
        file = issued_file(store, report.id, each.fmt)
        found.append((each.fmt, read_content(file.content, file.name)))
    return found


def _ways(kept: Sequence[_Kept], content: ReadContent) -> Iterator[Beside]:
    for fmt, issued in kept:
        if fmt == content.fmt:
            found = compare_alike(issued, content)
            if fmt == "xlsx":
                found.differences = by_formulas(issued, content, found.differences)
            yield Beside(fmt, tuple(found.differences), tuple(found.filled))
            if fmt != "pdf":
                return
        yield _by_words(fmt, issued, content, in_order=True)


def _by_words(fmt: str, issued: ReadContent, content: ReadContent, *, in_order: bool) -> Beside:
    found = compare_words(issued, content, in_order=in_order)
    counted = ", không xét thứ tự" if found.counted else ""
    note = f"Tệp được dàn trang khác nên so theo từng chữ với bản {FORMAT_NAMES[fmt]}{counted}."
    if found.charted:
        note += " Chữ trong biểu đồ không được so."
    return Beside(fmt, tuple(found.differences), tuple(found.filled), note, found.counted)
