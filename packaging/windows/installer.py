"""Packs the frozen program into Setup.exe with makensis, signs it, and writes its SHA-256."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from layout import BUILD, HERE, OUT, setup_file, source_moment, version
from runtime import sha256
from sign import VARIABLE, sign

PICTURES = BUILD / "pictures"


def make_installer(frozen: Path, of: str = "", out: Path = OUT, quick: bool = False) -> Path:
    """Setup.exe of version `of` (this one by default) from a frozen program, ready to hand out.

    A `quick` one is larger and made in seconds; for trials only.
    """
    target = out / setup_file(of).name
    out.mkdir(parents=True, exist_ok=True)
    draw_pictures()
    words = ["makensis", "-V2", "-INPUTCHARSET", "UTF8",
             f"-DVERSION={of or version()}", f"-DSRC={frozen}", f"-DOUT={target}",
             f"-DPICTURES={PICTURES}"]  # fmt: skip
    if quick:
        words.append("-DQUICK")
    if os.environ.get(VARIABLE):
        words.append(f'-DSIGN="{sys.executable}" "{HERE / "sign.py"}" "%1"')
    moment = {**os.environ, "SOURCE_DATE_EPOCH": str(source_moment())}
    subprocess.run([*words, "setup.nsi"], check=True, cwd=HERE, env=moment)
    sign(target)
    write_hash(target)
    return target


def sign_programs(frozen: Path) -> None:
    """Sign the two executables before they are packed."""
    for path in sorted(frozen.glob("*.exe")):
        sign(path)


def write_hash(path: Path) -> Path:
    """`<file>.sha256` in the form that `sha256sum -c` reads."""
    note = path.with_name(path.name + ".sha256")
    note.write_text(f"{sha256(path)}  {path.name}\n", encoding="ascii", newline="\n")
    return note


def draw_pictures() -> None:
    """The pictures come from the app's mark; Qt draws them in a process of its own."""
    subprocess.run([sys.executable, str(HERE / "pictures.py"), str(PICTURES)], check=True)
