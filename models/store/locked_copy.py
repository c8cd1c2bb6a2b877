"""A copy of an encrypted file whose password nobody has given: byte for byte, as it was closed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from models.clock import Clock, now
from models.machine.leftovers import draft_name
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.store.backup import copying_explained
from models.store.copies import backup_folder
from models.store.header import mark_as_copy, own_header
from models.store.holding import held_lock
from models.store.kept import UNKNOWN
from models.store.keyring import Locked
from models.store.seal import CopyFacts, SealKind, read_seal, seal_file, seal_kind


def copy_locked(data: Path, reason: str, clock: Clock = now) -> Path:
    """Copy the closed, sealed file at `data` among its copies; returns the copy.

    The checksum of its seal proves each byte, though not what stands in it. Raises `Locked` for a
    file that was not closed by the program: only its password tells whether that is whole.
    """
    own_header(data)
    lock = held_lock(data)
    try:
        seal = read_seal(data)
        if seal is None or seal_kind(data) is not SealKind.WHOLE:
            raise Locked(data)
        at = clock()
        place = backup_folder(data) / f"{data.stem}-{at:%Y-%m-%d-%H%M%S}{data.suffix}"
        draft = place.with_name(draft_name(data.stem))
        with copying_explained(data, place):
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                with data.open("rb") as source, os.fdopen(open_owned(draft), "wb") as target:
                    shutil.copyfileobj(source, target, 1 << 20)
                if seal_kind(draft) is not SealKind.WHOLE:
                    raise OSError("the copy is not what was copied")
                mark_as_copy(draft)
                made = f"{at:%Y-%m-%dT%H:%M:%S}"
                facts = CopyFacts(made, reason, UNKNOWN, UNKNOWN, "", "", "")
                seal_file(draft, seal.key, facts)
                replace_file(draft, place)
            finally:
                draft.unlink(missing_ok=True)
    finally:
        lock.release()
    return place
