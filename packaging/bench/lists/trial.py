"""Takes a list into a fresh file of a commune by the program's own command."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ui.commandline.run import run


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command ended with: its exit code, what it printed as JSON, and its complaint."""

    code: int
    data: dict[str, Any]
    complaint: str


class Trial:
    """Fresh files in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._blank = folder / "blank.tiendo"
        self._number = 0
        answer = command(self._blank, "init", "--commune", "Xã Kẻ Sặt", "--contest", "ai-2026")
        assert answer.code == 0, answer.complaint

    def take(self, path: Path, unit: str) -> tuple[Answer, list[dict[str, Any]]]:
        """The answer to the import, and the people who are on the roster then."""
        self._number += 1
        data = self._folder / f"trial-{self._number}.tiendo"
        shutil.copy(self._blank, data)
        words = ["import", str(path), *(["--unit", unit] if unit else [])]
        answer = command(data, *words)
        listed = command(data, "people")
        assert listed.code == 0, listed.complaint
        return answer, listed.data["people"]


def command(data: Path, *words: str) -> Answer:
    """Run one command in this process."""
    out, complaint = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(complaint):
        code = run(["--data", str(data), "--json", *words])
    text = out.getvalue().strip()
    return Answer(code, json.loads(text) if text else {}, complaint.getvalue().strip())
