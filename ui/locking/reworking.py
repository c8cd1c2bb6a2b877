"""The open file is closed, written anew, and opened again: given a password, or freed of it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError
from models.store.converting_copies import CopiesConverted
from models.store.data_file import DataFile, open_file
from ui.desk import Desk
from ui.start.opening import Opener
from ui.work import Task, Work

log = logging.getLogger(__name__)
UNEXPECTED = AppError(
    "Chưa làm được vì chương trình gặp lỗi ngoài dự kiến; tệp dữ liệu vẫn như cũ.",
    "Hãy thử lại; nếu vẫn lỗi, hãy gửi tệp nhật ký lỗi (Trợ giúp) cho người hỗ trợ.",
)
FileDeed = Callable[[Path, Task], CopiesConverted]


class Reworked(NamedTuple):
    """The file, open again; what was done with its copies, or why nothing was done."""

    file: DataFile
    copies: CopiesConverted = CopiesConverted()
    problem: AppError | None = None


class Rework(NamedTuple):
    """`deed(path, task)` is done with the closed file, under the `words`; then `done` hears what
    became of its copies, or `failed` why the file is as it was."""

    deed: FileDeed
    words: str
    done: Callable[[CopiesConverted], object]
    failed: Callable[[AppError], object]


def rework(desk: Desk, opener: Opener, what: Rework) -> Task:
    """Nothing else is begun in the lane meanwhile, and it cannot be stopped."""
    file = desk.file
    assert file is not None
    path, leave = file.path, desk.before_close
    desk.lane.hold()
    work = Work(
        lambda task: _reworked(file, task, what.deed, leave),
        partial(_back, desk, opener, what),
        partial(_lost, desk, opener, path, what),
        words=what.words,
        writes=True,
    )
    return desk.lane.run(work, past_hold=True)


def _reworked(
    file: DataFile, task: Task, deed: FileDeed, leave: Callable[[], None] | None
) -> Reworked:
    """Whatever happens, the file is open again afterwards, or that is what is raised."""
    path, clock = file.path, file.clock
    if leave is not None:
        leave()
    file.close()
    copies, problem = CopiesConverted(), None
    try:
        copies = deed(path, task)
    except AppError as error:
        problem = error.with_traceback(None)
    except Exception:
        # Whatever it was, the file must not stay closed behind a window that waits.
        log.exception("a file could not be written anew")
        problem = UNEXPECTED
    return Reworked(open_file(path, clock), copies, problem)


def _back(desk: Desk, opener: Opener, what: Rework, done: Reworked) -> None:
    # What waited was asked of the file as it was; its pages are read anew.
    desk.before_close = None
    desk.lane.drop_held()
    opener.take_back(done.file)
    if done.problem is not None:
        what.failed(done.problem)
    else:
        what.done(done.copies)


def _lost(desk: Desk, opener: Opener, path: Path, what: Rework, error: AppError) -> None:
    desk.before_close = None
    desk.lane.drop_held()
    opener.lose(path, error)
    what.failed(error)
