"""The proof that the check of the runtime refuses what somebody has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from layout import RUNTIME
from proof_setup import must
from runtime import CATALOGUE, NotTrusted, check_runtime

FILES = ("python311.dll", "vcruntime140.dll", "DLLs/_sqlite3.pyd", "Lib/os.py", CATALOGUE)


def refuses_what_was_changed(folder: Path) -> None:
    """One bit in the middle of each kind of file, one after the other."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(RUNTIME / name, folder / name)
    must(_is_trusted(folder), "the unchanged files are refused")
    for name in FILES:
        whole = (folder / name).read_bytes()
        changed = bytearray(whole)
        changed[len(changed) // 2] ^= 1
        (folder / name).write_bytes(changed)
        must(not _is_trusted(folder), f"{name} was changed and accepted")
        (folder / name).write_bytes(whole)


def _is_trusted(folder: Path) -> bool:
    try:
        check_runtime(folder)
    except NotTrusted:
        return False
    return True
