"""The sound files that are changed: a small made-up commune, and what is made of it.

`corpus` keeps it (`xa.tiendo.xz`, written by `python -m tests.fuzz.seeds`) and, as `DOOR-….zip`,
what something once stumbled over.
"""

from __future__ import annotations

import io
import lzma
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from models.handover.city import write_city_package
from models.handover.package import make_package
from models.records.moment import Moment
from models.store import slots
from models.store.backup import prove_copy
from models.store.data_file import open_file
from models.store.keyring import forget_keys
from tests.encrypted import CHEAP, encrypt

PASSWORD = "Kẻ Sặt mùa vải"
CORPUS = Path(__file__).with_name("corpus")
SEED = CORPUS / "xa.tiendo.xz"
Parts = dict[str, bytes]
"""The files of a case by their names."""


def noon() -> datetime:
    """The moment at which the made-up commune stands still."""
    return datetime(2026, 6, 8, 17, 0)


class Seeds:
    """What is changed, for each door."""

    def __init__(self, folder: Path) -> None:
        slots.COST = CHEAP
        plain = folder / "xa.tiendo"
        plain.write_bytes(lzma.decompress(SEED.read_bytes()))
        with open_file(plain, noon) as file:
            # Of an earlier version it is upgraded here, once.
            for number, password in enumerate(("", PASSWORD)):
                out = folder / f"so-lieu-{number}.json"
                write_city_package(
                    file, out, Moment(date(2026, 6, 8)), reason="thử", password=password
                )
        self.city = tuple({"goi.json": each.read_bytes()} for each in folder.glob("so-lieu-*"))
        make_package(plain, folder / "goi.tiendo", PASSWORD, noon)
        self.package: Parts = {"goi.tiendo": (folder / "goi.tiendo").read_bytes()}
        prove_copy(plain, folder / "xa-2026-06-08-170000.tiendo", reason="manual", clock=noon)
        self.copy = (folder / "xa-2026-06-08-170000.tiendo").read_bytes()
        self.plain = plain.read_bytes()
        self.open_parts = _while_open(plain)
        encrypt(plain, PASSWORD)
        self.encrypted = plain.read_bytes()
        self.encrypted_open = _while_open(plain)
        forget_keys()


def _while_open(path: Path) -> Parts:
    """The parts of a file whose program was cut off after a change."""
    from tests.factory import add_people

    file = open_file(path, noon)
    try:
        add_people(file, 2)
        found = {
            each.name: each.read_bytes()
            for each in path.parent.glob(f"{path.name}*")
            if not each.name.endswith(("-shm", ".lock"))
        }
    finally:
        file.close()
    return found


def kept_cases() -> list[tuple[str, Parts]]:
    """What was kept because something stumbled over it, with the door at which it came."""
    return [(path.name.split("-")[0], unzipped(path)) for path in sorted(CORPUS.glob("*-*.zip"))]


def zipped(parts: Parts) -> bytes:
    """A case as one small file."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_LZMA) as archive:
        for name, data in sorted(parts.items()):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_LZMA)
    return made.getvalue()


def unzipped(path: Path) -> Parts:
    """The case that was kept at `path`."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_seed() -> None:
    """Make the small commune anew."""
    from tests.fuzz.commune import make_small_commune

    with TemporaryDirectory() as folder:
        path = Path(folder) / "xa.tiendo"
        make_small_commune(path, noon)
        SEED.write_bytes(lzma.compress(path.read_bytes(), preset=9))
    sys.stdout.write(f"{SEED.name}: {SEED.stat().st_size} B\n")


if __name__ == "__main__":
    write_seed()
