"""A command imports what it needs, and nothing of the others."""

import subprocess
import sys
from pathlib import Path

import pytest

from ui.commandline.table import MODULES, command_named
from ui.commandline.words import COMMANDS

ROOT = Path(__file__).parents[3]
NOT_NEEDED = ("models.intake", "models.marking", "models.matching", "models.reconcile")
_LOADED = """
import sys
from ui.commandline.run import run
code = run(["--data", sys.argv[1], *sys.argv[2:]])
print(code, *(name for name in sys.modules if name.startswith("models.")), file=sys.stderr)
"""


@pytest.mark.parametrize("name", [name for name, _ in COMMANDS])
def test_each_command_is_found(name: str) -> None:
    assert command_named(name).__module__ in MODULES


@pytest.mark.parametrize("words", [("people",), ("history",), ("undo",), ("figures", "--rollup")])
def test_looking_needs_no_intake(data_path: Path, words: tuple[str, ...]) -> None:
    asked = [sys.executable, "-c", _LOADED, str(data_path), *words]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True, text=True)
    code, *loaded = told.stderr.split()
    assert code == "0"
    assert not [name for name in loaded if name.startswith(NOT_NEEDED)]
