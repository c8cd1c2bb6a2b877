"""What happens when we are wrong: logged without personal data, told once, easy to send on."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from models.errors import Broke
from ui.notice import Notice, Tone
from ui.window.details import support_line

log = logging.getLogger(__name__)
LOG_NAME = "TienDo.log"
LOG_BYTES = 500_000
_SEND = "nếu lỗi lặp lại, hãy sao chép chi tiết gửi người hỗ trợ."
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
    """Takes every error that nobody expected. `noticed` carries a `Notice`, once for each bug."""

    noticed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        self.report(error)

    def report(self, error: BaseException) -> None:
        """Tell the officer, unless the very same bug has been told already."""
        details = describe(error)
        if details in self._told:
            return
        self._told.add(details)
        written = error.written if isinstance(error, Broke) else None
        text, advice = _WORDS[written]
        self.noticed.emit(Notice(text, advice, Tone.BUG, details=f"{support_line()}\n\n{details}"))
