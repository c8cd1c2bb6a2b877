"""The layer below every library that counts, records, cuts off or refuses what a process writes.

`shim.c` says how. It is compiled once for a run of tests; the process that plays crashes is
started with it in front of the C library.
"""

from __future__ import annotations

import ctypes
import errno
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
WITHOUT = "no C compiler (cc) on Linux: what happens below the libraries cannot be played here"


class How(IntEnum):
    """When the process is cut off: before an operation, in the middle of a write, or after it."""

    BEFORE = 0
    HALF = 1
    AFTER = 2


class Fault(IntEnum):
    """What the system answers to a write that it refuses."""

    FULL = errno.ENOSPC
    BROKEN = errno.EIO
    READ_ONLY = errno.EROFS
    DENIED = errno.EACCES


@dataclass(frozen=True, slots=True)
class Interference:
    """What is done to a process: cut off at its n-th operation, or refused its n-th write
    (and all that follow, when `stays`). Counted from 1; 0 is never. `after`: seconds until it is
    killed from outside."""

    kill_at: int = 0
    how: int = How.BEFORE
    fail_at: int = 0
    fault: int = Fault.FULL
    stays: bool = True
    after: float | None = None


def compiled(folder: Path) -> Path | None:
    """The shim, compiled into `folder`; None where it cannot be."""
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    target = folder / "shim.so"
    # The loader takes blanks and colons for the end of a name.
    assert not set(str(target)) & set(" :"), target
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(target), str(SOURCE)],
        check=True,
    )
    return target


class Shim:
    """The shim of this very process; does nothing where it was not loaded."""

    def __init__(self) -> None:
        library = ctypes.CDLL(None)
        self.loaded = hasattr(library, "shim_watch")
        self._library = library

    def watch(self, folder: Path, log: int = -1, plan: Interference | None = None) -> None:
        """Begin with what lies in `folder`; `log` is a descriptor for the record."""
        if self.loaded:
            each = plan or Interference()
            long = ctypes.c_long
            self._library.shim_watch(
                str(folder).encode(),
                log,
                long(each.kill_at),
                int(each.how),
                long(each.fail_at),
                int(each.fault),
                int(each.stays),
            )

    def rest(self) -> None:
        """Leave the process alone from now on."""
        if self.loaded:
            self._library.shim_rest()

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Within it, what is done is the test's own and neither counted nor recorded."""
        if self.loaded:
            self._library.shim_pause(1)
        yield
        if self.loaded:
            self._library.shim_pause(0)

    def note(self, words: str) -> None:
        """A word between the operations of the record."""
        if self.loaded:
            self._library.shim_note(words.encode())

    def counted(self) -> tuple[int, int]:
        """The operations so far, and the writes that need room on the disk."""
        if not self.loaded:
            return 0, 0
        return int(self._library.shim_operations()), int(self._library.shim_writes())
