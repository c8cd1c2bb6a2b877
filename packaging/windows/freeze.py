"""PyInstaller for Windows under Wine, with the same `build.spec` as on every other system."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

from layout import BUILD, FROZEN, PREFIX, ROOT, date_files, source_moment
from runtime import sha256
from wine import SHIMS, Wine

SOURCES = (
    "main.py", "docs", "models", "reports", "resources", "ui", "build.spec", "LICENSE",
    "requirements-windows.lock", "packaging/frozen", "packaging/licences",
)  # fmt: skip


class NotFrozen(Exception):
    """PyInstaller failed, or took something of Wine's into the product."""


def freeze(python: Path, afresh: bool = False) -> Path:
    """The folder of the frozen program, made by the Python for Windows in `python`.

    Done again only when a source has changed, or when it shall be `afresh`.
    Raises `NotFrozen` with PyInstaller's last words.
    """
    wanted = state_of_sources()
    ready = BUILD / "frozen.txt"
    if not afresh and ready.is_file() and ready.read_text() == wanted:
        return FROZEN
    ready.unlink(missing_ok=True)
    _freeze(python)
    refuse_shims(FROZEN)
    date_files(FROZEN, source_moment())
    ready.write_text(wanted)
    return FROZEN


def state_of_sources() -> str:
    """One hash over everything that the frozen program is made from."""
    digest = hashlib.sha256(str(source_moment()).encode())
    for name in SOURCES:
        place = ROOT / name
        paths = sorted(place.rglob("*")) if place.is_dir() else [place]
        for path in paths:
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(ROOT)} {sha256(path)}\n".encode())
    return digest.hexdigest()


def _freeze(python: Path) -> None:
    wine = builder(source_moment())
    shutil.rmtree(FROZEN.parent, ignore_errors=True)
    done = wine.run(
        python / "python.exe", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN",
        "--distpath", FROZEN.parent, "--workpath", BUILD / "work", ROOT / "build.spec",
        timeout=1500, cwd=ROOT,
    )  # fmt: skip
    (BUILD / "pyinstaller.log").write_text(done.text, encoding="utf-8")
    if done.code or not (FROZEN / "TienDo.exe").is_file():
        raise NotFrozen(f"exit code {done.code}\n{done.text[-3000:]}")


def builder(moment: int) -> Wine:
    """The prefix in which PyInstaller runs, made once."""
    wine = Wine(
        PREFIX,
        more={
            "SOURCE_DATE_EPOCH": str(moment),
            "PYTHONHASHSEED": "0",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": "",
            "PYTHONHOME": "",
        },
    )
    ready = PREFIX / ".made"
    if not ready.is_file():
        wine.make()
        ready.touch()
    return wine


def refuse_shims(folder: Path) -> None:
    """Stop when a stand-in, or a library of Wine's, has come into the product."""
    names = tuple(f"{name}.dll" for name in SHIMS)
    found = [path for path in folder.rglob("*") if path.name.lower() in names]
    built_in = [
        path for path in folder.rglob("*.dll") if b"Wine builtin DLL" in path.read_bytes()[:256]
    ]
    if found or built_in:
        raise NotFrozen(f"not ours to ship: {found + built_in}")
