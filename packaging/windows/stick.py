"""Packs the frozen program for a USB stick: a zip with the marker that keeps everything there."""

from __future__ import annotations

import time
import zipfile
from pathlib import Path

from installer import write_hash
from layout import OUT, source_moment, version

from models.machine.portable import MARKS

FOLDER = "TienDo"
_READABLE = 0o644 << 16


def make_stick(frozen: Path, out: Path = OUT) -> Path:
    """The zip of a frozen program; the same program at the same commit gives the same bytes."""
    target = out / f"TienDo-{version()}-USB.zip"
    out.mkdir(parents=True, exist_ok=True)
    moment = time.gmtime(source_moment())[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(path for path in frozen.rglob("*") if path.is_file()):
            name = f"{FOLDER}/{path.relative_to(frozen).as_posix()}"
            packed.writestr(_entry(name, moment), path.read_bytes())
        packed.writestr(_entry(f"{FOLDER}/{MARKS[0]}", moment), b"")
    write_hash(target)
    return target


def _entry(name: str, moment: tuple[int, ...]) -> zipfile.ZipInfo:
    year, month, day, hour, minute, second = moment
    entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
    entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _READABLE
    return entry
