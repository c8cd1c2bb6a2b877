"""A command opens an encrypted file with the password that it was given."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import sleep

from models.machine.places import default_data_file
from models.safekeeping.unlocking import seconds_to_wait, unlock
from models.store.keyring import is_unlocked
from models.text.formats import number
from ui.commandline.given import present_password

_SAID_FROM = 3.0


def unlock_for(path: Path, arguments: argparse.Namespace) -> None:
    """Unlock the file at `path` if it is encrypted; a plain or missing one needs nothing.

    After wrong passwords it waits before it tries. Raises `AppError` for a wrong one, and where
    none was given and nobody can be asked.
    """
    try:
        if is_unlocked(path):
            return
    except OSError:
        # Whoever opens the file says what is wrong with it.
        return
    folder = default_data_file().parent
    password = present_password(arguments, path)
    left = seconds_to_wait(path, folder)
    if left > _SAID_FROM:
        print(f"Chờ {number(round(left))} giây vì đã nhập sai mật khẩu…", file=sys.stderr)
    if left > 0:
        sleep(left)
    unlock(path, password, folder)
