"""Starts the worker for one file, watches it, and takes its answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import monotonic
from typing import BinaryIO, NamedTuple

from models.intake.reading.worker import (
    CANNOT_WRITE,
    PASSWORD_VARIABLE,
    PLAINLY,
    PROGRESS_SUFFIX,
)
from models.machine.leftovers import scratch_folder

LOOK_EVERY = 0.1
COMPLAINTS_SUFFIX = ".complaints"
LONGEST_COMPLAINT = 20_000
NO_MEMORY = (b"memory allocation", b"memoryerror", b"out of memory", b"cannot allocate memory")
OVER_TIME = frozenset({-24, 1816})
"""Exit codes at the end of the time: SIGXCPU, and that of a Windows job."""

OVER_MEMORY = frozenset({-9, 0xC0000017, 0xC000012D})
"""Exit codes at the end of the memory: SIGKILL of the system, and those of Windows."""

ROOT = Path(__file__).resolve().parents[3]


class WorkerTooSlow(Exception):
    """The worker did not finish in time and has been ended."""


class NoRoom(Exception):
    """The folder for temporary files cannot be written to."""


class WorkerDied(Exception):
    """The worker ended without an answer: the parser brought its process down."""


class WorkerStarved(WorkerDied):
    """The worker ended because it may not take more memory."""


class WorkerPlace(NamedTuple):
    """Where the process begins: by a flag of the frozen program, by a module from source."""

    flag: str
    module: str


OF_LISTS = WorkerPlace("--read-worker", "models.intake.reading.worker")


def run_worker(
    source: Path,
    seconds: float,
    place: WorkerPlace = OF_LISTS,
    *,
    plainly: bool = False,
    password: str | None = None,
    progress: Callable[[float], None] | None = None,
) -> bytes:
    """The answer of a worker about one file. Raises WorkerTooSlow, WorkerDied, NoRoom.

    `place` is that of lists, or of other files. `plainly` asks for the second reader, after the
    first has died on the file.
    `progress` is told the share of sheets read ten times a second, and may raise `Cancelled`.
    """
    with _temporary_folder() as folder:
        answer = Path(folder) / "answer"
        arguments = [str(source), str(answer), str(int(seconds) + 1)]
        with Path(f"{answer}{COMPLAINTS_SUFFIX}").open("wb") as complaints:
            process = _start(place, arguments + [PLAINLY] * plainly, password, complaints)
        try:
            _watch(process, answer, monotonic() + seconds, progress)
        finally:
            process.kill()
            process.wait()
        if process.returncode == CANNOT_WRITE:
            raise NoRoom
        if process.returncode != 0 or not answer.exists():
            raise _death(process.returncode, Path(f"{answer}{COMPLAINTS_SUFFIX}"))
        return answer.read_bytes()


def _temporary_folder() -> TemporaryDirectory[str]:
    try:
        return scratch_folder()
    except OSError as error:
        raise NoRoom from error


def _death(code: int, complaints: Path) -> Exception:
    """Why a worker ended without an answer: its bounds of time or memory, or a fault."""
    if code in OVER_TIME:
        return WorkerTooSlow()
    said = complaints.read_bytes()[:LONGEST_COMPLAINT].lower() if complaints.exists() else b""
    starved = code in OVER_MEMORY or any(words in said for words in NO_MEMORY)
    return WorkerStarved() if starved else WorkerDied()


def _start(
    place: WorkerPlace, arguments: list[str], password: str | None, complaints: BinaryIO
) -> subprocess.Popen[bytes]:
    environment = dict(os.environ)
    if password is not None:
        environment[PASSWORD_VARIABLE] = password
    command = [sys.executable, place.flag]
    if not getattr(sys, "frozen", False):
        # Without `site` the worker starts faster; it gets the search path from here.
        command = [sys.executable, "-S", "-m", place.module]
        environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    no_window = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    return subprocess.Popen(
        [*command, *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=complaints,
        creationflags=no_window,
    )


def _watch(
    process: subprocess.Popen[bytes],
    answer: Path,
    deadline: float,
    progress: Callable[[float], None] | None,
) -> None:
    # A thread that waits is told at once; Popen.wait(timeout) looks only every 50 ms.
    ended = Event()

    def wait() -> None:
        process.wait()
        ended.set()

    Thread(target=wait, daemon=True).start()
    while not ended.wait(LOOK_EVERY):
        if monotonic() > deadline:
            raise WorkerTooSlow
        if progress:
            progress(_share_done(answer))


def _share_done(answer: Path) -> float:
    try:
        done, total = Path(f"{answer}{PROGRESS_SUFFIX}").read_text().split("/")
        return int(done) / max(int(total), 1)
    except (OSError, ValueError):
        return 0.0
