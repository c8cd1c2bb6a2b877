"""Where a crash is played: one folder with a data file, its copies and a temporary folder.

All that happens there follows from the seed: random bytes, the clock and the acts.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from models.store.copies import backup_folder
from models.store.driver import connected, driver_errors
from models.store.keyring import cipher_key

NAME = "xa.tiendo"
BEGIN = datetime(2026, 6, 8, 8, 0)
LATER = datetime(2026, 6, 9, 8, 0)
PURGED = "Khuất Thị Xóa Hẳn"
"""Of somebody whose data goes for good."""
_NOT_CONTENT = {"changes": {"salt", "content_hash", "link"}}
"""What depends on chance that a second try draws anew; the chain is checked by itself."""
_NOT_STATE = {"action_log", "alembic_version", "sqlite_sequence"}
_ENTRIES = {
    "changes": "WHERE kind <> 'action'",
    "change_rows": "WHERE table_name <> 'action_log'",
}
"""The log of actions tells places, which every scene has for itself."""


class Scene:
    """A folder in which a script is played."""

    def __init__(self, root: Path, seed: int = 0) -> None:
        self.root = root
        self.data = root / "dữ liệu" / NAME
        self.scratch = root / "tạm"
        self.package = root / "gói bàn giao.tiendo"
        self.other = root / "máy mới" / "máy mới.tiendo"
        self.random = random.Random(seed)
        self.seed = seed

    @property
    def copies(self) -> Path:
        """The folder of kept copies."""
        return backup_folder(self.data)

    def make(self) -> None:
        """Make the empty folders."""
        self.data.parent.mkdir(parents=True, exist_ok=True)
        self.scratch.mkdir(exist_ok=True)

    def copied_to(self, root: Path) -> Scene:
        """The same scene in another folder, which is made."""
        shutil.copytree(self.root, root)
        return Scene(root, self.seed)


class Ticking:
    """A clock that moves on by some seconds each time somebody looks at it."""

    def __init__(self, begin: datetime = BEGIN) -> None:
        self._now = begin

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now


@contextmanager
def by_seed(scene: Scene, seed: int) -> Iterator[None]:
    """Within it, random bytes follow from the seed and temporary files lie in the scene."""
    drawn = random.Random(seed)
    kept = os.urandom, random._urandom, tempfile.tempdir  # type: ignore[attr-defined]
    draw: Callable[[int], bytes] = drawn.randbytes
    os.urandom = random._urandom = draw  # type: ignore[attr-defined]
    tempfile.tempdir = str(scene.scratch)
    try:
        yield
    finally:
        os.urandom, random._urandom, tempfile.tempdir = kept  # type: ignore[attr-defined]


def content_of_database(connection: sqlite3.Connection) -> str:
    """A hash over every row of every table, the journal too, but for what chance decides."""
    digest = hashlib.sha256()
    connection.text_factory = bytes  # Also of what is no text any more.
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall()
    for table in (name.decode() for (name,) in tables):
        if table in _NOT_STATE:
            continue
        left_out = _NOT_CONTENT.get(table, set())
        names = [row[1].decode() for row in connection.execute(f"PRAGMA table_info({table})")]
        columns = ", ".join(f'"{name}"' for name in names if name not in left_out)
        digest.update(f"{table}({columns})".encode())
        chosen = _ENTRIES.get(table, "")
        for row in connection.execute(f'SELECT {columns} FROM "{table}" {chosen} ORDER BY rowid'):
            digest.update(repr(row).encode())
    return digest.hexdigest()[:16]


def state_of(data: Path) -> str:
    """What the file at `data` holds with its log, read in a copy; "" when there is none, or when
    the database itself cannot read it."""
    if not data.exists():
        return ""
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("", "-wal"):
            part = data.with_name(data.name + suffix)
            if part.exists():
                shutil.copyfile(part, Path(folder) / f"a{suffix}")
        with (
            suppress(*driver_errors()),
            closing(connected(Path(folder) / "a", cipher_key(data))) as connection,
        ):
            return content_of_database(connection)
    return ""


def as_line(**facts: object) -> bytes:
    """Facts as one line, which is written whole or not at all."""
    return json.dumps(facts, ensure_ascii=False).encode() + b"\n"
