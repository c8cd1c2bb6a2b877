"""Attaching files from any screen: read and kept in the lane, and what came of it is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from models.errors import AppError
from models.papers.attachments import Attached, attach
from models.papers.reading import FileContent, read_for_attaching
from models.records.papers import AttachmentOwner
from models.text.formats import number
from ui.desk import Desk
from ui.notice import Notice, Tone
from ui.window.frame import local_files
from ui.work import Task, Work

READING = "Đang đính kèm"
NOTHING_TO_PASTE = Notice(
    "Bộ nhớ tạm không có tệp hay hình ảnh nào để đính kèm.",
    "Hãy chép tệp trong thư mục hoặc chép ảnh rồi dán lại.",
    Tone.PROBLEM,
)


class AttachOutcome(NamedTuple):
    """What was attached, and why other files were not."""

    attached: Attached
    refused: tuple[AppError, ...]


def attach_paths(
    desk: Desk,
    owner: AttachmentOwner,
    paths: Sequence[Path],
    done: Callable[[], Any] | None = None,
) -> None:
    """Attach the files at `paths` to a row and say what came of it; `done` follows."""

    def work(task: Task) -> AttachOutcome:
        read = read_for_attaching(paths, task.report)
        return AttachOutcome(_attached(task, owner, read.files), read.refused)

    desk.run(Work(work, _telling(desk, owner, done), words=READING, writes=True))


def attach_pasted(
    desk: Desk, owner: AttachmentOwner, mime: QMimeData, done: Callable[[], Any] | None = None
) -> None:
    """Attach what was copied: files, or a picture (of the screen, or from Zalo)."""
    paths = local_files(mime)
    if paths:
        attach_paths(desk, owner, paths, done)
        return
    picture = QImage(mime.imageData()) if mime.hasImage() else QImage()
    if picture.isNull():
        desk.noticed.emit(NOTHING_TO_PASTE)
        return
    name = f"anh-dan-{desk.now():%Y%m%d-%H%M%S}.png"

    def work(task: Task) -> AttachOutcome:
        return AttachOutcome(_attached(task, owner, [FileContent(name, _as_png(picture))]), ())

    desk.run(Work(work, _telling(desk, owner, done), words=READING, writes=True))


def _attached(task: Task, owner: AttachmentOwner, files: Sequence[FileContent]) -> Attached:
    return attach(task.file, owner, files) if files else Attached((), ())


def _as_png(picture: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(held.data())


def _telling(
    desk: Desk, owner: AttachmentOwner, done: Callable[[], Any] | None
) -> Callable[[AttachOutcome], None]:
    def tell(outcome: AttachOutcome) -> None:
        desk.noticed.emit(attached_notice(owner, outcome))
        if done is not None:
            done()

    return tell


def attached_notice(owner: AttachmentOwner, outcome: AttachOutcome) -> Notice:
    """What was attached, what stood there already, and each file that was not, with the reason."""
    files, already = outcome.attached
    words = []
    if len(files) == 1:
        words.append(f"Đã đính kèm tệp “{files[0].name}” vào {owner.words}.")
    elif files:
        words.append(f"Đã đính kèm {number(len(files))} tệp vào {owner.words}.")
    words += [f"Tệp “{name}” đã được đính kèm ở đây từ trước." for name in already]
    words += [error.sentence for error in outcome.refused]
    advice = outcome.refused[0].advice if outcome.refused else ""
    return Notice(" ".join(words), advice, Tone.PROBLEM if outcome.refused else Tone.DONE)
