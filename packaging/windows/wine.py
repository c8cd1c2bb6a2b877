"""Wine: a prefix that passes for Windows 10, and programs run in it through pipes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from layout import HERE

SHIMS = ("icuuc", "mscms", "bcryptprimitives")
"""Libraries of Windows 10 that Wine 8 lacks; built from `shims/` into the prefix only."""

COMPILER = "x86_64-w64-mingw32-gcc-win32"
OVERRIDES = "mscoree,mshtml,winemenubuilder.exe=;icuuc,mscms,bcryptprimitives=n"


@dataclass(frozen=True, slots=True)
class Done:
    """What a program under Wine said and its exit code."""

    code: int
    text: str


@dataclass(frozen=True, slots=True)
class Wine:
    """One prefix, seen by one user. `user` is the name that Windows shows, and its profile's."""

    prefix: Path
    user: str = "xa"
    display: str = ""
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    @property
    def profile(self) -> Path:
        """The user's profile folder, as a path of this machine."""
        return self.drive / "users" / self.user

    @property
    def local(self) -> Path:
        """%LOCALAPPDATA%."""
        return self.profile / "AppData" / "Local"

    def make(self) -> None:
        """A fresh prefix with the shims, that says it is Windows 10."""
        shutil.rmtree(self.prefix, ignore_errors=True)
        self.prefix.mkdir(parents=True)
        self.run("wineboot", "-i", timeout=180)
        self.settle()
        for folder in self.profile.iterdir():
            # Wine makes Desktop and Documents links into the home of whoever runs it.
            if folder.is_symlink():
                folder.unlink()
                folder.mkdir()
        for name in SHIMS:
            build_shim(name, self.drive / "windows" / "system32")
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        # Windows' font is not free; without a stand-in Wine takes one with serifs.
        fonts = r"HKCU\Software\Wine\Fonts\Replacements"
        self.run("reg", "add", fonts, "/v", "Segoe UI", "/d", "DejaVu Sans", "/f")
        self.settle()

    def run(self, *words: str | Path, timeout: float = 120, cwd: Path | None = None) -> Done:
        """Run a program to its end, at most `timeout` seconds; standard streams are pipes.

        A file or /dev/null as standard input ends a Windows Python at once: Wine has no
        handle for it.
        """
        process = self.start(*words, cwd=cwd)
        try:
            output, _ = process.communicate(b"\n", timeout=timeout)
        except subprocess.TimeoutExpired:
            end(process)
            raise
        return Done(process.returncode, output.decode("utf-8", "replace").replace("\r\n", "\n"))

    def start(self, *words: str | Path, cwd: Path | None = None) -> subprocess.Popen[bytes]:
        """Start a program in a process group of its own and do not wait."""
        return subprocess.Popen(
            ["wine", *map(str, words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment(),
            cwd=cwd,
            start_new_session=True,
        )

    def environment(self) -> dict[str, str]:
        """The variables that every program of the prefix gets."""
        home = self.prefix / ".home"
        home.mkdir(exist_ok=True, mode=0o700)
        return {
            **os.environ,
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": OVERRIDES,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LC_ALL": "C.UTF-8",
            "USER": self.user,
            "LOGNAME": self.user,
            "DISPLAY": self.display,
            "PYTHONUTF8": "1",
            **self.more,
        }

    def settle(self) -> None:
        """Wait until every program of the prefix has ended and the registry is on the disk."""
        self._server("-w")

    def stop(self) -> None:
        """End every program of this prefix, and only of this one."""
        self._server("-k")

    def _server(self, flag: str) -> None:
        server = shutil.which("wineserver") or "/usr/lib/wine/wineserver"
        subprocess.run([server, flag], env=self.environment(), check=False, timeout=180)

    def windows_path(self, path: Path) -> str:
        """The name that a program of the prefix has for a path of this machine."""
        if path.is_relative_to(self.drive):
            return "C:\\" + str(path.relative_to(self.drive)).replace("/", "\\")
        return "Z:" + str(path.resolve()).replace("/", "\\")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program that was started here, with what it started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def build_shim(name: str, folder: Path) -> None:
    """Compile one stand-in library into the prefix."""
    source = HERE / "shims" / f"{name}.c"
    subprocess.run(
        [COMPILER, "-shared", "-s", "-O1", "-o", str(folder / f"{name}.dll"), str(source),
         "-ladvapi32"],
        check=True,
    )  # fmt: skip
