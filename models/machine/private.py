"""What holds people's names is for the account that made it, not for others at the machine.

On Windows a file takes over the rights of its folder, and the user's own data folder is closed
to other accounts already; a stick that is carried around must stay readable elsewhere.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

OWNER_FILE, OWNER_FOLDER = 0o600, 0o700


def keep_to_owner(path: Path) -> None:
    """Let only the owner read the file or folder at `path`, as far as it is ours to say."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        found = path.stat()
        wanted = OWNER_FOLDER if path.is_dir() else OWNER_FILE
        if found.st_uid == os.getuid() and found.st_mode & 0o077:
            path.chmod(wanted)


def owner_only_from_now_on() -> None:
    """Whatever this process makes is its owner's alone."""
    os.umask(0o077)


def open_owned(path: Path) -> int:
    """A descriptor of a new file that only its owner reads. Raises `OSError` when one is there."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
