"""An attached file is opened only as a copy, read-only, in a temporary place of the program."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from tempfile import TemporaryDirectory

from models.errors import AppError
from models.machine.file_names import is_run_when_opened
from models.machine.leftovers import make_writable, scratch_folder
from models.machine.private import open_owned
from models.papers.attachments import attached_file
from models.store.store import Store


def copy_for_opening(store: Store, attachment_id: int) -> Path:
    """A copy of the attached file that can be shown; it goes when the store is closed.

    What another program still holds then goes at the next start. Raises `AppError` for a file
    that would be run instead of shown, and when there is no room for the copy.
    """
    file = attached_file(store, attachment_id)
    if is_run_when_opened(file.name):
        raise AppError(
            f"Tệp “{file.name}” là chương trình hoặc tệp lệnh nên không mở từ đây để bảo đảm an "
            "toàn.",
            "Nếu cần, hãy bấm “Lưu ra ngoài…” rồi kiểm tra bằng phần mềm diệt vi-rút trước khi mở.",
        )
    try:
        folder = scratch_folder()
        store.on_close(lambda: _take_away(folder))
        path = Path(folder.name) / file.name
        with os.fdopen(open_owned(path), "wb") as copy:
            copy.write(file.content)
        path.chmod(stat.S_IRUSR)
    except OSError as error:
        raise AppError(
            f"Chưa mở được tệp “{file.name}” vì không chép được sang thư mục tạm.",
            "Hãy kiểm tra ổ đĩa còn chỗ trống rồi thử lại.",
        ) from error
    return path


def _take_away(folder: TemporaryDirectory[str]) -> None:
    make_writable(folder.name)
    folder.cleanup()
