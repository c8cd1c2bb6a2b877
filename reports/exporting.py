"""The one way a document becomes a file that leaves: drawn, written, logged if it names people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError
from models.papers.export_log import log_exports, refuse_unlogged, refuse_unreasoned
from models.records.exports import Export
from reports.catalog import FORMAT_NAMES, kind_of
from reports.checking.check import blocking, refuse_faulty
from reports.compose import compose
from reports.document import Publication, figures_hash
from reports.gather.request import Request
from reports.publish import write_document, write_logged

if TYPE_CHECKING:
    from models.store.store import Store


def export(
    file: Store,
    request: Request,
    fmt: str,
    path: Path,
    *,
    overwrite: bool = False,
    document: Publication | None = None,
) -> Path:
    """Write the document that `request` asks for at `path`; gives `path` back.

    `document` is that one, where it was composed before. Raises `AppError` as `compose` and
    `write_document`, for a format that the kind does not have, for faults that block, and for
    phones in full without a reason. A file that could not be logged does not stay.
    """
    refuse_format(request.kind, fmt)
    made = document or compose(file, request)
    refuse_faulty(blocking(file, request, made))
    told = export_of(made, request, fmt, path)
    refuse_unreasoned(told)
    refuse_unlogged(file, [told])
    write_logged(
        path,
        lambda: write_document(made, fmt, path, overwrite),
        lambda: log_exports(file, [told]),
    )
    return path


def export_of(document: Publication, request: Request, fmt: str, path: Path) -> Export:
    """What the log says of a document that goes to `path`."""
    return Export(
        kind=document.kind,
        fmt=fmt,
        title=document.name,
        people=document.people,
        phones=document.phones,
        place=str(path),
        reason=request.reason,
        figures_hash=figures_hash(document),
    )


def refuse_format(kind: str, fmt: str) -> None:
    """Raise `AppError` for a format in which the kind is not made."""
    found = kind_of(kind)
    if fmt not in found.formats:
        names = ", ".join(FORMAT_NAMES[each] for each in found.formats)
        raise AppError(
            f"“{found.title}” không lập được ở dạng {FORMAT_NAMES.get(fmt, fmt)}.",
            f"Văn bản này lập được ở dạng {names}.",
        )
