"""A document becomes a file: whole or not at all, and never over another one unasked."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.long_paths import reachable
from models.machine.names import refuse_unusable_name
from models.machine.private import open_owned
from models.machine.replacing import replace_file
from reports.document import Publication
from reports.poster import Poster

FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
READERS = {"pdf": "một chương trình đọc PDF", "docx": "Word", "xlsx": "Excel"}
OTHER_READER = "một chương trình khác"


class TargetHeld(AppError):
    """The file at `path` is to be replaced and is open in another program, or must not be
    written; or the folder at `path`, where many files shall get their place together."""

    def __init__(self, sentence: str, advice: str, path: Path) -> None:
        super().__init__(sentence, advice)
        self.path = path


def render_document(document: Publication, fmt: str) -> bytes:
    """The document as "pdf", "docx" or "xlsx"; the renderer is loaded only now."""
    if isinstance(document, Poster):
        return _poster(document, fmt)
    if fmt == "pdf":
        from reports.render.pdf import render_pdf

        return render_pdf(document)
    if fmt == "docx":
        from reports.render.docx import render_docx

        return render_docx(document)
    if fmt == "xlsx":
        from reports.render.xlsx import render_xlsx

        return render_xlsx(document)
    raise ValueError(f"no such format: {fmt}")


def render_first(document: Publication) -> bytes:
    """A PDF of the first page alone: what is seen first does not wait for the rest."""
    if isinstance(document, Poster):
        from reports.render.pdf.poster import render_poster

        return render_poster(document, first=True)
    from reports.render.pdf import render_first_page

    return render_first_page(document)


def _poster(poster: Poster, fmt: str) -> bytes:
    if fmt != "pdf":
        raise ValueError(f"a poster is no {fmt}")
    from reports.render.pdf.poster import render_poster

    return render_poster(poster)


def write_document(document: Publication, fmt: str, path: Path, overwrite: bool = False) -> Path:
    """Draw the document and save it at `path`; gives `path` back.

    Raises `AppError` for what the officer can mend (missing or read-only folder,
    file there already, full disk), `TargetHeld` for a file that is open in Excel.
    Nothing is left behind then, and a file that was there stays as it was.
    """
    refuse_target(path, overwrite)
    return write_file(render_document(document, fmt), fmt, path, overwrite)


def write_file(content: bytes, fmt: str, path: Path, overwrite: bool = False) -> Path:
    """Save `content`, a file of the format `fmt`, at `path`; errors as `write_document`'s."""
    refuse_target(path, overwrite)
    draft = reachable(path).with_name(draft_name(token_hex(4)))
    try:
        _write_draft(draft, content, path)
        _replace(draft, path, fmt)
    finally:
        # A disk that has gone or turned read-only cannot be tidied and has no draft to tidy.
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def write_logged(path: Path, write: Callable[[], object], log: Callable[[], object]) -> None:
    """Let `write` make the file at `path`, then `log` it: one that could not be logged is taken
    away again, unless another stood in its place before. What `write` raises leaves all as it was.
    """
    was_there = path.exists()
    write()
    try:
        log()
    except BaseException:
        if not was_there:
            with suppress(OSError):
                path.unlink()
        raise


def refuse_target(path: Path, overwrite: bool) -> None:
    """Raise `AppError` where no file can be written, or one is there that must stay."""
    refuse_unusable_name(path)
    place = reachable(path)
    if not place.parent.is_dir():
        raise AppError(
            f"Không có thư mục “{path.parent}” để lưu tệp “{path.name}”.",
            "Hãy tạo thư mục đó hoặc chọn thư mục khác.",
        )
    if place.is_dir():
        raise AppError(f"“{path}” là một thư mục, không phải tệp.", "Hãy đặt tên khác cho tệp.")
    if place.exists() and not overwrite:
        raise AppError(
            f"Trong thư mục “{path.parent}” đã có tệp “{path.name}”.",
            "Hãy lưu với tên khác, hoặc đồng ý ghi đè lên tệp cũ.",
        )


def _write_draft(draft: Path, content: bytes, path: Path) -> None:
    try:
        with os.fdopen(open_owned(draft), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _forbidden(error, path) from error


def make_draft_folder(draft: Path, folder: Path) -> None:
    """Make the new folder `draft`, which shall be called `folder` once all is in it. Raises
    `AppError` where none can be made."""
    try:
        draft.mkdir()
    except OSError as error:
        raise _forbidden(error, folder) from error


def name_folder(draft: Path, folder: Path) -> None:
    """Give a folder that is finished its name. Raises `TargetHeld` while another program holds
    something in it."""
    try:
        replace_file(draft, folder)
    except PermissionError as error:
        raise TargetHeld(
            f"Chưa lưu được thư mục “{folder.name}”: một tệp trong đó đang được chương trình khác "
            "mở.",
            "Hãy chờ một lát rồi thử lại, hoặc lưu vào thư mục khác.",
            folder,
        ) from error
    except OSError as error:
        raise _problem(error, folder) from error


def _replace(draft: Path, path: Path, fmt: str) -> None:
    try:
        replace_file(draft, reachable(path))
    except PermissionError as error:
        raise TargetHeld(
            f"Tệp “{path.name}” đang được mở trong {READERS.get(fmt, OTHER_READER)} hoặc chỉ cho "
            "phép đọc.",
            "Hãy đóng lại rồi thử lại, hoặc lưu tên khác.",
            path,
        ) from error
    except OSError as error:
        raise _problem(error, path) from error


def _forbidden(error: OSError, path: Path) -> AppError:
    if error.errno in FORBIDDEN:
        return AppError(
            f"Không được phép ghi vào thư mục “{path.parent}”.",
            "Hãy chọn thư mục khác, ví dụ thư mục Tài liệu (Documents).",
        )
    return _problem(error, path)


def _problem(error: OSError, path: Path) -> AppError:
    if error.errno in FULL:
        return AppError(
            f"Ổ đĩa chứa thư mục “{path.parent}” đã đầy nên chưa lưu được tệp “{path.name}”.",
            "Hãy xóa bớt tệp không cần dùng hoặc chọn ổ đĩa khác rồi lưu lại.",
        )
    if error.errno in {errno.EINVAL, errno.ENAMETOOLONG}:
        return AppError(
            f"Tên tệp “{path.name}” quá dài hoặc có ký tự không dùng được.",
            'Hãy đặt tên ngắn hơn, không có các ký tự \\ / : * ? " < > |',
        )
    return AppError(
        f"Chưa lưu được tệp “{path.name}” vào thư mục “{path.parent}”: {error.strerror}.",
        "Hãy kiểm tra ổ đĩa hoặc USB còn kết nối, hoặc chọn thư mục khác.",
    )
