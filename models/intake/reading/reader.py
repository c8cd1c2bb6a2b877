"""The door for files: any file in, a grid or one Vietnamese sentence out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any

from models.errors import AppError
from models.intake.grid import Sheet, Workbook
from models.intake.reading import launch, refusals, transfer
from models.intake.reading.delimited import taken_apart
from models.intake.reading.lost_letters import refuse_lost_letters
from models.machine.collector import paused_collector
from models.machine.long_paths import reachable
from models.machine.names import refuse_unusable_name, shown_name

LARGEST_FILE = 100 * 2**20
SECONDS, MOST_SECONDS = 15.0, 60.0
BYTES_PER_SECOND = 4 * 2**20

WorkerAnswer = tuple[dict[str, Any], tuple[Sheet, ...]]


def read_workbook(
    path: str | Path,
    *,
    password: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> Workbook:
    """Read a file of any kind in a process of its own.

    The content decides how it is read, not the name. `progress` gets shares from 0 to 1 ten
    times a second; what it raises ends the reading. Raises `PasswordNeeded` for encrypted
    workbooks and `AppError` for whatever cannot be read.
    """
    refuse_unusable_name(Path(path))
    source = reachable(Path(path))
    size = _check(source)
    seconds = min(SECONDS + size / BYTES_PER_SECOND, MOST_SECONDS)
    deadline = monotonic() + seconds

    def run(*, plainly: bool) -> bytes:
        return launch.run_worker(
            source,
            max(deadline - monotonic(), 1.0),
            plainly=plainly,
            password=password,
            progress=progress,
        )

    try:
        header, sheets = _first_answer(run)
    except launch.WorkerTooSlow as error:
        raise refusals.too_slow(source.name, seconds) from error
    except launch.NoRoom as error:
        raise refusals.no_room(source.name) from error
    except launch.WorkerStarved as error:
        raise refusals.too_large(source.name) from error
    except launch.WorkerDied as error:
        raise refusals.damaged(source.name) from error
    if progress:
        progress(1.0)
    return _workbook(shown_name(source.name), header, sheets)


def is_lock_file(path: str | Path) -> bool:
    """Whether this is a `~$…` file that Office leaves beside an open document."""
    return Path(path).name.startswith("~$")


def _check(source: Path) -> int:
    """The size of the file, once it can be opened. Raises AppError."""
    if is_lock_file(source):
        raise refusals.lock_file(source.name)
    if source.is_dir():
        raise refusals.is_folder(source.name)
    try:
        with source.open("rb") as stream:
            size = stream.seek(0, 2)
    except FileNotFoundError as error:
        raise refusals.missing_file(source.name) from error
    except PermissionError as error:
        raise refusals.locked(source.name) from error
    except OSError as error:
        raise refusals.unreadable(source.name) from error
    if size == 0:
        raise refusals.empty_file(source.name)
    if size > LARGEST_FILE:
        raise refusals.too_large(source.name)
    return size


def _first_answer(run: Callable[..., bytes]) -> WorkerAnswer:
    """What the first reader says, or the second one when the first has broken down.

    When the first had not memory enough and the second cannot help, that is what is told.
    """
    starved = False
    try:
        header, sheets = _unpacked_answer(run(plainly=False))
        starved = "starved" in header
        if not starved and "broken" not in header:
            return header, sheets
    except launch.WorkerStarved:
        starved = True
    except launch.WorkerDied:
        pass
    try:
        header, sheets = _unpacked_answer(run(plainly=True))
    except launch.WorkerDied as error:
        raise launch.WorkerStarved if starved else error from error
    if starved and "error" in header:
        raise launch.WorkerStarved
    return header, sheets


def _unpacked_answer(answer: bytes) -> WorkerAnswer:
    with paused_collector():
        return transfer.read_answer(answer)


def _workbook(name: str, header: dict[str, Any], sheets: tuple[Sheet, ...]) -> Workbook:
    if "error" in header:
        raise _error(header)
    if not sheets:
        raise refusals.damaged(name)
    sheets = tuple(taken_apart(sheet) for sheet in sheets)
    if not any(_holds_data(sheet) for sheet in sheets):
        raise refusals.no_rows(name)
    refuse_lost_letters(name, sheets)
    remarks = tuple(header["remarks"])
    return Workbook(name, header["sha256"], header["kind"], sheets, remarks)


def _error(header: dict[str, Any]) -> AppError:
    sentence, advice = header["error"]
    if header["password"]:
        return refusals.PasswordNeeded(sentence, advice, wrong=header["wrong"])
    return AppError(sentence, advice)


def _holds_data(sheet: Sheet) -> bool:
    return bool(sheet.missing) or any(cell is not None for row in sheet.rows for cell in row)
