"""A data file made encrypted for a test, with a password whose derivation takes no time."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from models.store.header import PLAIN_HEADER, own_header
from models.store.keyring import remember_key, told_slots
from models.store.seal import seal_file
from models.store.slots import KdfCost, new_slots

PASSWORD = "Kẻ Sặt mùa vải"
CHEAP = KdfCost(1, 64, 1)


def encrypt(path: Path, password: str = PASSWORD) -> str:
    """Encrypt the closed file at `path`, which stays unlocked; returns its recovery code."""
    slots, data_key, code = new_slots(password, CHEAP)
    key = remember_key(slots, data_key)
    header, draft = own_header(path), path.with_name("~draft.tmp")
    with closing(dbapi2.connect(str(path), isolation_level=None)) as plain:
        plain.execute(f'ATTACH ? AS made KEY "{key.pragma}"', (str(draft),))
        plain.execute(f"PRAGMA made.cipher_plaintext_header_size = {PLAIN_HEADER}")
        plain.execute("SELECT sqlcipher_export('made')")
        plain.execute(f"PRAGMA made.application_id = {header.application}")
        plain.execute(f"PRAGMA made.user_version = {header.state}")
    seal_file(draft, told_slots(slots, 1))
    draft.replace(path)
    return code
