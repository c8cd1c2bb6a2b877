"""What the window asks of kept copies before one takes the place of the data, and what it says."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.errors import AppError
from models.store.copies import FOLDER, backup_folder
from models.store.kept import KeptCopy, kept_copies, kept_copy_at
from models.text.formats import number

if TYPE_CHECKING:
    from models.clock import Clock
    from models.records import ChangeEntry
    from models.records.kept_copies import SecondPlace
    from models.safekeeping.bringing_back import BroughtIn, CopyBeside
    from models.safekeeping.diverging import Diverged
    from models.safekeeping.salvaging import Salvaged
    from models.store.data_file import DataFile

MOST_ACTS = 500
"""So many acts after a copy are read out."""


class CopiesLook(NamedTuple):
    """All copies of a file, the newest first, and the folder of the second place while it is
    there."""

    copies: tuple[CopyBeside, ...]
    second: Path | None


class CopyCounts(NamedTuple):
    """Three counts of a moment: the people that count, and how many registered, completed."""

    people: int
    registered: int
    completed: int


class CopyCompared(NamedTuple):
    """The counts in a copy and now, None where they cannot be had; `problem` says why."""

    then: CopyCounts | None
    now: CopyCounts | None
    problem: str = ""


class CopyLoss(NamedTuple):
    """What taking a copy would cost: the acts it has not, the newest first, at most `MOST_ACTS`;
    and how many it has that the data has not.

    `lost` is None where the copy is not of the history of the file, or there is none to ask.
    """

    copy: KeptCopy | None
    lost: int | None
    acts: tuple[ChangeEntry, ...] = ()
    gained: int = 0


class RescueLook(NamedTuple):
    """What is at hand for a damaged file: its newest whole copy, and how many copies there are."""

    copy: KeptCopy | None
    copies: int


def copies_look(data: Path, file: DataFile | None, place: SecondPlace | None) -> CopiesLook:
    """The copies of the file at `data`, which is `file` while it is open."""
    from models.safekeeping.bringing_back import copies_beside_now
    from models.safekeeping.second_place import find_second_place

    second = find_second_place(place) if place is not None else None
    folders = (copies_folder(second),) if second is not None else ()
    return CopiesLook(copies_beside_now(data, _asked(data, file), folders), second)


def copies_folder(second: Path) -> Path:
    """Where copies lie in a second place."""
    return second if second.name == FOLDER else second / FOLDER


def _asked(data: Path, file: DataFile | None) -> DataFile | None:
    """The file, where it is the one whose copies are asked for."""
    return file if file is not None and file.path == data and file.only_read is None else None


def copy_loss(data: Path, file: DataFile | None, path: Path, clock: Clock) -> CopyLoss:
    """What would be lost by taking the copy at `path`, wherever it lies and whatever its name."""
    from models.journal.history import history

    copy, store = kept_copy_at(path), _asked(data, file)
    parted = _parted(store, copy, path, clock) if store is not None else None
    if store is None or parted is None:
        return CopyLoss(copy, None)
    acts = history(store, min(parted.ours, MOST_ACTS)) if parted.ours else ()
    return CopyLoss(copy, parted.ours, acts, parted.theirs)


def _parted(store: DataFile, copy: KeptCopy | None, path: Path, clock: Clock) -> Diverged | None:
    """A copy of this history is not opened for that: its seal tells the last act it has."""
    from models.safekeeping.bringing_back import entries_after
    from models.safekeeping.diverging import Diverged, diverged
    from models.store.data_file import view_file

    link = copy.link if copy is not None else ""
    count = entries_after(store, {link}).get(link) if link else None
    if count is not None:
        return Diverged(count, 0)
    with suppress(AppError), view_file(path, clock) as opened:
        return diverged(store, opened)
    return None


def copy_compared(data: Path, file: DataFile | None, path: Path, clock: Clock) -> CopyCompared:
    """The counts in the copy at `path` beside those of today. Nothing is written."""
    from models.store.data_file import view_file

    store = _asked(data, file)
    today = _counts(store) if store is not None else None
    try:
        with view_file(path, clock) as copy:
            return CopyCompared(_counts(copy), today)
    except AppError as error:
        return CopyCompared(None, today, error.sentence)


def _counts(store: DataFile) -> CopyCounts | None:
    from models.figures.figures import figures

    with suppress(AppError):
        found = figures(store)
        return CopyCounts(found.total, found.registered, found.completed)
    return None


def rescue_look(data: Path, place: SecondPlace | None) -> RescueLook:
    """What there is to bring a damaged file back from."""
    from models.safekeeping.bringing_back import newest_whole_copy
    from models.safekeeping.second_place import find_second_place

    second = find_second_place(place) if place is not None else None
    folders = (copies_folder(second),) if second is not None else ()
    count = sum(len(kept_copies(data, each)) for each in (backup_folder(data), *folders))
    return RescueLook(newest_whole_copy(data, folders), count)


def copy_words(copy: KeptCopy) -> str:
    """ "bản sao lưu lúc 14:05 ngày 08/06/2026 (532 người)"."""
    people = f" ({number(copy.people)} người)" if copy.people >= 0 else ""
    return f"bản sao lưu lúc {copy.made_at:%H:%M} ngày {copy.made_at:%d/%m/%Y}{people}"


def loss_words(loss: CopyLoss) -> str:
    """What would not be there any more, and what would come."""
    count, acts = loss.lost, loss.acts
    if count is None:
        return (
            "Không so được bản này với dữ liệu hiện có: toàn bộ dữ liệu hiện có sẽ được thay bằng "
            "dữ liệu trong bản này."
        )
    more = f" Bản này có thêm {number(loss.gained)} việc." if loss.gained else ""
    if count == 0:
        return f"Không có việc nào sau bản này: khôi phục thì không mất gì.{more}"
    words = f"{number(count)} việc sau bản này sẽ không còn"
    if not acts:
        return f"{words}.{more}"
    newest = f"việc gần nhất: “{acts[0].summary}” ({act_moment(acts[0].at)})"
    return f"{words}; {newest}.{more}"


def act_moment(at: datetime) -> str:
    """ "14:05 ngày 08/06/2026"."""
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"


def compared_words(found: CopyCompared) -> str:
    """The counts then and now; "" where there are none."""
    if found.then is None:
        return f"Chưa đọc được số liệu trong bản này: {found.problem}" if found.problem else ""
    words = f"Trong bản này: {counts_words(found.then)}."
    if found.now is None:
        return words
    if found.now == found.then:
        return f"{words} Hiện có: như vậy."
    return f"{words} Hiện có: {counts_words(found.now)}."


def counts_words(counts: CopyCounts) -> str:
    """ "532 người, 120 đăng ký, 80 hoàn thành"."""
    return (
        f"{number(counts.people)} người tính chỉ tiêu, {number(counts.registered)} đã đăng ký, "
        f"{number(counts.completed)} hoàn thành"
    )


def salvage_words(saved: Salvaged) -> str:
    """What a rehearsal found in the damaged file: what would come back, and what is lost."""
    if saved.whole and saved.brought == 0:
        return "Sau bản sao lưu này không có việc nào: khôi phục thì không mất gì."
    many = number(saved.brought)
    if saved.whole:
        return f"{many} việc sau bản sao lưu đọc lại được từ nhật ký của tệp hỏng: không mất gì."
    lost = f"các việc từ “{saved.first_lost}” trở đi" if saved.first_lost else "các việc sau đó"
    if saved.brought == 0:
        lost = lost if saved.first_lost else "các việc làm sau bản sao lưu này"
        return f"Tệp hỏng không còn đọc lại được việc nào sau bản sao lưu: sẽ mất {lost}."
    return f"{many} việc sau bản sao lưu đọc lại được từ nhật ký của tệp hỏng; sẽ mất {lost}."


def salvaged_words(saved: Salvaged) -> str:
    """What a restore saved of a damaged file."""
    if saved.whole:
        if saved.brought == 0:
            return "Sau bản sao lưu này không có việc nào: không mất gì."
        return f"Đã làm lại {number(saved.brought)} việc sau bản sao lưu: không mất gì."
    lost = f" từ “{saved.first_lost}” trở đi" if saved.first_lost else " sau đó"
    done = f"Đã làm lại {number(saved.brought)} việc sau bản sao lưu; " if saved.brought else ""
    return f"{done}{'c' if done else 'C'}ác việc{lost} không đọc lại được, hãy nhập lại."


def brought_words(done: BroughtIn) -> str:
    """What a restore did."""
    files = f", {number(done.files)} tệp đính kèm" if done.files else ""
    words = f"Đã khôi phục {number(done.people)} người{files} từ bản sao lưu."
    return words if done.salvaged is None else f"{words} {salvaged_words(done.salvaged)}"
