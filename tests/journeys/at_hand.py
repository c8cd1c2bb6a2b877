"""The headless commands run in the test's own process: the same words, without a start each time."""

from __future__ import annotations

import subprocess
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from tests.journeys.test_headless_day import Office
from ui.commandline.run import run


class OfficeAtHand(Office):
    """An office whose commands answer at once; `Office` starts the program for each."""

    def raw(self, *words: object) -> subprocess.CompletedProcess[str]:
        command = ["--data", str(self.data), *map(str, words)]
        out, errors = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(errors):
            try:
                code = run(command)
            except SystemExit as ended:
                code = int(ended.code or 0)
        return subprocess.CompletedProcess(command, code, out.getvalue(), errors.getvalue())
