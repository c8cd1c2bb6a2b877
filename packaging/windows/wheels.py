"""The win_amd64 wheels: exactly those of `requirements-windows.lock`, each by its hash.

The lock is made from `requirements.lock` (the same versions, only the one file that Windows
takes); `python packaging/windows/wheels.py` makes it again after that file has changed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from layout import CACHE, LINUX_LOCK, LOCK
from runtime import sha256

WHEELS = CACHE / "wheels"
SHIPPED = (
    "alembic", "cffi", "charset-normalizer", "cryptography", "defusedxml", "et-xmlfile", "lxml",
    "mako", "markupsafe", "msoffcrypto-tool", "olefile", "openpyxl", "pillow", "platformdirs",
    "pycparser", "pypdfium2", "pyside6-essentials", "python-calamine", "python-docx", "rapidfuzz",
    "reportlab", "shiboken6", "sqlalchemy", "sqlcipher3", "typing-extensions",
)  # fmt: skip
"""What the program imports, and what that needs (`pyproject.toml` and its closure)."""

TOOLS = (
    "altgraph", "packaging", "pefile", "pyinstaller", "pyinstaller-hooks-contrib",
    "pywin32-ctypes", "setuptools",
)  # fmt: skip
"""What freezes the program."""

TARGET = ("--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp",
          "--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary=:all:",
          "--no-deps")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pin:
    """One locked distribution: the version and the hashes that are allowed."""

    name: str
    version: str
    hashes: frozenset[str]


def read_lock(path: Path) -> dict[str, Pin]:
    """The pins of a requirements file with hashes, by name; markers are passed over."""
    blocks = re.split(r"(?m)^(?=[a-z0-9])", path.read_text(encoding="utf-8"))
    found = (re.match(r"([a-z0-9_.-]+)==([^\s;\\]+)", block) for block in blocks)
    return {
        match[1]: Pin(match[1], match[2], frozenset(re.findall(r"sha256:([0-9a-f]{64})", block)))
        for match, block in zip(found, blocks, strict=True)
        if match
    }


def install_wheels(site_packages: Path) -> None:
    """Put the locked wheels into that folder, unless it holds just them already."""
    ready = site_packages / ".locked"
    if ready.is_file() and ready.read_text() == sha256(LOCK):
        return
    download(LOCK)
    shutil.rmtree(site_packages, ignore_errors=True)
    _pip("install", "--no-compile", "--no-index", "--find-links", str(WHEELS), "--require-hashes",
         "-r", str(LOCK), "--target", str(site_packages))  # fmt: skip
    ready.write_text(sha256(LOCK))


def download(lock: Path) -> None:
    """Fetch what the lock names into the cache; what lies there already is not asked for."""
    pins = read_lock(lock).values()
    cached = {sha256(path) for path in WHEELS.glob("*.whl")}
    if not all(pin.hashes & cached for pin in pins):
        _pip("download", "--require-hashes", "-r", str(lock), "-d", str(WHEELS))


def make_lock() -> None:
    """Write `requirements-windows.lock` from the versions and hashes of `requirements.lock`."""
    pins = read_lock(LINUX_LOCK)
    chosen = [pins[name] for name in sorted((*SHIPPED, *TOOLS))]
    draft = CACHE / "wanted.txt"
    draft.parent.mkdir(parents=True, exist_ok=True)
    draft.write_text("".join(_line(pin, pin.hashes) for pin in chosen))
    shutil.rmtree(WHEELS, ignore_errors=True)
    download(draft)
    files = {sha256(path) for path in WHEELS.glob("*.whl")}
    head = "# Made by packaging/windows/wheels.py from requirements.lock.\n"
    LOCK.write_text(head + "".join(_line(pin, pin.hashes & files) for pin in chosen))


def _line(pin: Pin, hashes: frozenset[str]) -> str:
    marks = "".join(f" \\\n    --hash=sha256:{each}" for each in sorted(hashes))
    return f"{pin.name}=={pin.version}{marks}\n"


def _pip(verb: str, *words: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "pip", verb, "-q", "--disable-pip-version-check", *TARGET, *words],
        check=True,
    )


if __name__ == "__main__":
    make_lock()
