"""What happens when we are wrong: logged without personal data, told once, easy to send on."""

from __future__ import annotations

import logging
import sys
import traceback
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.errors import AppError, Broke
from ui.notice import Notice, Tone, notice_of
from ui.window.details import support_line

if TYPE_CHECKING:
    from ui.desk import Desk

log = logging.getLogger(__name__)
LOG_NAME = "TienDo.log"
LOG_BYTES = 500_000
_SEND = "nếu lỗi lặp lại, hãy sao chép chi tiết gửi người hỗ trợ."
UNSHOWN = "Việc vừa làm đã được ghi, nhưng chưa hiện được kết quả."
_WORDS: dict[bool | None, tuple[str, str]] = {
    False: (
        "Chương trình gặp lỗi ngoài dự kiến; việc vừa làm chưa được ghi.",
        f"Dữ liệu không bị thay đổi. Hãy thử lại; {_SEND}",
    ),
    True: (
        "Việc vừa làm đã được ghi, nhưng chương trình gặp lỗi ngoài dự kiến khi hiện kết quả.",
        f"Đừng làm lại việc đó; {_SEND}",
    ),
    None: (
        "Chương trình gặp lỗi ngoài dự kiến.",
        f"Hãy xem Lịch sử thay đổi để biết việc vừa làm đã được ghi hay chưa; {_SEND}",
    ),
}
"""By whether something was committed: no, yes, not known."""


class Discreet(logging.Formatter):
    """Writes where a bug happened but not what it said: messages can hold names and phones."""

    def formatException(self, ei: object) -> str:
        """The kind of error and the lines of our code, without its message."""
        error = ei[1] if isinstance(ei, tuple) else None
        return describe(error) if isinstance(error, BaseException) else ""


def describe(error: BaseException) -> str:
    """The kind of `error` and where it came from, innermost last, for those who mend it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    cause = error.__cause__
    before = [describe(cause), ""] if cause is not None else []
    return "\n".join([*before, type(error).__name__, *lines])


def start_log(folder: Path) -> None:
    """Write the log to a small rotating file in `folder`; without one when it cannot be written."""
    logging.getLogger().addHandler(LateLog(folder))


class LateLog(logging.Handler):
    """Opens its file with the first line that is written: most starts write none."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            self._file = _opened_log(self._folder)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file, if there is one."""
        if self._file is not None:
            self._file.close()
        super().close()


def _opened_log(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / LOG_NAME, maxBytes=LOG_BYTES, backupCount=2, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


class BugReporter(QObject):
    """Takes every error that nobody expected. `noticed` carries a `Notice`, once for each bug.

    What breaks outside the lane may have stumbled over what the lane had read: the file of the
    `desk` is looked at first, and what is not as it was written is named instead.
    """

    noticed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._told: set[str] = set()

    def install(self) -> None:
        """Take what would otherwise end on a console that nobody sees."""
        sys.excepthook = self._hook

    def _hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("a bug", exc_info=(kind, error, trace))
        if not self._is_new(error):
            return
        if self._desk.file is None or self._desk.is_locked:
            self._tell(error)
        else:
            from models.checking.stumbles import what_is_damaged

            self._desk.ask(
                what_is_damaged,
                partial(self._looked_at, error),
                lambda _refused: self._tell(error),
            )

    def _looked_at(self, error: BaseException, damage: AppError | None) -> None:
        if damage is None:
            self._tell(error)
        else:
            self.noticed.emit(notice_of(damage))

    def report(self, error: BaseException) -> None:
        """Tell the officer, unless the very same bug has been told already."""
        if self._is_new(error):
            self._tell(error)

    def _is_new(self, error: BaseException) -> bool:
        details = describe(error)
        is_new = details not in self._told
        self._told.add(details)
        return is_new

    def _tell(self, error: BaseException) -> None:
        details = f"{support_line()}\n\n{describe(error)}"
        damage = error.damage if isinstance(error, Broke) else None
        if damage is not None:
            self.noticed.emit(Notice(UNSHOWN, str(damage), Tone.PROBLEM, details=details))
            return
        text, advice = _WORDS[error.written if isinstance(error, Broke) else None]
        self.noticed.emit(Notice(text, advice, Tone.BUG, details=details))
