"""A screen without glass for the proof: keys pressed, windows waited for, pictures taken."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SIZE = "1366x768"


class NotSeen(Exception):
    """A window that should be there is not, or one that should be gone is."""


@dataclass(frozen=True, slots=True)
class Screen:
    """One Xvfb and the folder where its pictures go."""

    process: subprocess.Popen[bytes]
    display: str
    pictures: Path

    def windows(self, title: str = "") -> list[str]:
        """The ids of visible windows whose title holds that text, in whatever form of Unicode."""
        found = self._tool("search", "--onlyvisible", "--name", ".*").split()
        return [window for window in found if title in self._title(window)]

    def _title(self, window: str) -> str:
        return unicodedata.normalize("NFC", self._tool("getwindowname", window))

    def wait_for(self, title: str, seconds: float = 60) -> str:
        """The id of a window with that text in its title, as soon as there is one."""
        return self._wait(lambda: self.windows(title), title, seconds)[-1]

    def wait_until_gone(self, title: str, seconds: float = 60) -> None:
        """Until no window has that text in its title."""
        self._wait(lambda: [] if self.windows(title) else ["gone"], f"no {title}", seconds)

    def focus(self, window: str) -> None:
        """Keys go to this window from now on; there is no window manager to say so."""
        self._tool("windowfocus", "--sync", window)

    def press(self, key: str) -> None:
        """One key, as from the keyboard, and time for what it does."""
        self._tool("key", key)
        time.sleep(1.5)

    def picture(self, name: str, window: str = "root") -> Path:
        """Write what a window shows to `<name>.png`."""
        path = self.pictures / f"{name}.png"
        subprocess.run(["import", "-window", window, str(path)], env=self._seen(), check=True)
        return path

    def new_picture(
        self, name: str, window: str, seen: Sequence[bytes], seconds: float = 60
    ) -> bytes:
        """The picture of a window as soon as it stands still and is none of those `seen`."""
        before = b""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            now = self.picture(name, window).read_bytes()
            if now == before and now not in seen:
                return now
            before = now
            time.sleep(1)
        raise NotSeen(f"{name} looks like a page before, or never stands still")

    def close(self) -> None:
        """End the screen."""
        self.process.terminate()
        self.process.wait()

    def _wait(self, look: Callable[[], list[str]], what: str, seconds: float) -> list[str]:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = look()
            if found:
                return list(found)
            time.sleep(0.3)
        self.picture("failed")
        raise NotSeen(what)

    def _tool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self._seen(), stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, check=False,
        )  # fmt: skip
        return done.stdout

    def _seen(self) -> dict[str, str]:
        return {**os.environ, "DISPLAY": self.display}


def open_screen(pictures: Path) -> Screen:
    """A fresh screen; the X server itself chooses a free number."""
    shutil.rmtree(pictures, ignore_errors=True)
    pictures.mkdir(parents=True)
    ear, mouth = os.pipe()
    process = subprocess.Popen(
        ["Xvfb", "-displayfd", str(mouth), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp"],
        pass_fds=[mouth], stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(mouth)
    with os.fdopen(ear) as told:
        display = ":" + told.readline().strip()
    return Screen(process, display, pictures)
