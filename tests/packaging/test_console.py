"""TienDoLenh passes words, output and exit code of TienDo on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONSOLE = Path(__file__).resolve().parents[2] / "packaging" / "frozen" / "console.py"


@pytest.fixture
def console(tmp_path: Path) -> list[str]:
    """The console beside a TienDo that says what it was asked, and fails with 7."""
    program = tmp_path / "TienDo"
    program.write_text(
        '#!/bin/sh\necho "hỏi: $*"\necho "xã Kẻ Sặt" >&2\n[ "$1" != vo ] || exit 7\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    own = str(tmp_path / "TienDoLenh")
    script = f"import sys, runpy; sys.executable = {own!r}; sys.argv = ['x', *sys.argv[1:]]; "
    script += f"runpy.run_path({str(CONSOLE)!r}, run_name='__main__')"
    return [sys.executable, "-c", script]


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
@pytest.mark.parametrize(("words", "code"), [(["people"], 0), (["vo", "hai từ"], 7), ([], 0)])
def test_passes_everything_on(console: list[str], words: list[str], code: int):
    done = subprocess.run([*console, *words], capture_output=True, check=False)
    assert done.returncode == code
    assert done.stdout.decode() == f"hỏi: {' '.join(words) or '--help'}\n"
    assert done.stderr.decode() == "xã Kẻ Sặt\n"
