"""TienDoLenh: runs the commands of TienDo beside it, with the streams that TienDo has not.

A windowed program has no console on Windows. A second whole program would put everything
that is compiled on the disk twice, so this one only passes on words, output and exit code.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import IO, TextIO

QUIET_SECONDS = 1.0
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def main(arguments: list[str]) -> int:
    """Run the command to its end; returns its exit code."""
    own = Path(sys.executable)
    process = subprocess.Popen(
        [str(own.with_name("TienDo" + own.suffix)), *(arguments or ["--help"])],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"},
        creationflags=NO_WINDOW,
    )
    assert process.stdin is not None
    process.stdin.close()
    lanes = [Lane(process.stdout, sys.stdout), Lane(process.stderr, sys.stderr)]
    for lane in lanes:
        lane.start()
    code = process.wait()
    for lane in lanes:
        lane.finish()
    return code


class Lane(Thread):
    """Passes on every line as it comes; a console takes UTF-8 as well as a pipe does."""

    def __init__(self, source: IO[bytes] | None, sink: TextIO | None) -> None:
        super().__init__(daemon=True)
        self.source = source
        self.sink = sink
        self.passed = 0

    def run(self) -> None:
        """Until the other end is closed."""
        for line in self.source or ():
            if self.sink is not None:
                self.sink.buffer.write(line)
                self.sink.flush()
            self.passed += 1

    def finish(self) -> None:
        """Wait for the rest. The program has ended, but a pipe that somebody else inherited
        (a console host under Wine) never ends: then a second without a line is the end."""
        passed = -1
        while self.is_alive() and passed != self.passed:
            passed = self.passed
            self.join(QUIET_SECONDS)


if __name__ == "__main__":
    # Not sys.exit: a lane that still waits would be torn down with its stream locked.
    os._exit(main(sys.argv[1:]))
