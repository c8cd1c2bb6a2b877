"""What no reader may do whatever it is given: hang, take all memory, write anywhere else."""

from __future__ import annotations

import faulthandler
import os
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

SECONDS = 10.0
"""Of one case, on a machine that is busy with other work too."""
MEMORY = 1 << 30
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FIRST = {
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.truncate",
    "os.utime",
    "shutil.rmtree",
}
_BOTH = {"os.rename", "os.link", "os.symlink", "shutil.move"}
_NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "urllib.Request", "subprocess.Popen",
            "os.system", "os.exec", "os.posix_spawn", "ctypes.dlopen")  # fmt: skip


class Hangs(BaseException):
    """A case takes longer than anybody would wait."""


class Escaped(BaseException):
    """Something was done outside of the folder of the case."""


class Fence:
    """From its making on, no byte may be written but below `folder`, while `shut` is true."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.shut = False
        self.escapes: list[str] = []
        sys.addaudithook(self._seen)

    def _seen(self, event: str, told: tuple[Any, ...]) -> None:
        if not self.shut:
            return
        if event == "open":
            name, mode, flags = told
            writes = bool((flags or 0) & _WRITING) or any(each in (mode or "") for each in "wax+")
            paths: tuple[Any, ...] = (name,) if writes else ()
        elif event in _FIRST:
            # What is named within a folder was reached by that folder.
            paths = told[:1] if told[-1] == -1 or event not in ("os.remove", "os.rmdir") else ()
        elif event in _BOTH:
            paths = told[:2] if event != "os.symlink" else told[1:2]
        else:
            paths = ()
        if event in _NETWORK:
            self._escaped(f"{event} {told}")
        for each in paths:
            if not isinstance(each, int) and not self._is_inside(each):
                self._escaped(f"{event} {each!r}")

    def _is_inside(self, name: Any) -> bool:
        place = os.path.realpath(os.fsdecode(name))
        return place.startswith(self._folder) or place == "/dev/null"

    def _escaped(self, what: str) -> None:
        self.escapes.append(what)
        raise Escaped(what)


@contextmanager
def bounded_memory(more: int = MEMORY) -> Iterator[None]:
    """Within it the process gets so many bytes more than it has."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


@contextmanager
def bounded_time(seconds: float = SECONDS) -> Iterator[None]:
    """Within it `Hangs` is raised after so long; what does not even let that be raised ends the
    process with a trace."""

    def late(_signal: int, _frame: FrameType | None) -> None:
        raise Hangs

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    faulthandler.dump_traceback_later(4 * seconds, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
