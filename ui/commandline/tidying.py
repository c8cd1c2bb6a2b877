"""After a proven backup by a command, what the window does at a quiet moment: a smaller file."""

from __future__ import annotations

from pathlib import Path

from models.errors import AppError
from models.safekeeping.tidying import Tidied, tidy_file
from models.store.backup import Backup
from models.store.data_file import open_file
from models.text.formats import number, size_words

WORTH_BYTES = 8 * 2**20
"""A smaller file is not opened for that."""


def tidied_after(path: Path, made: Backup) -> Tidied | None:
    """Tidy the file at `path`, of which a proven copy was made; None where nothing was to be done.

    One with which a window works is left to it.
    """
    if not made.proven or path.stat().st_size < WORTH_BYTES:
        return None
    try:
        with open_file(path) as file:
            done = tidy_file(file)
    except AppError:
        return None
    return done if done.rows or done.freed else None


def tidied_words(tidied: Tidied) -> str:
    """ "Đã thu gọn 21.300 dòng lịch sử cũ, tệp nhỏ đi 9,1 MB; …"."""
    parts = []
    if tidied.rows:
        parts.append(f"thu gọn {number(tidied.rows)} dòng lịch sử cũ")
    if tidied.freed:
        parts.append(f"tệp nhỏ đi {size_words(tidied.freed)}")
    return f"Đã {', '.join(parts)}; mọi việc vẫn xem và hoàn tác được như trước."
