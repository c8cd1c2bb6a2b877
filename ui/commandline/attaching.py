"""Files that a command attaches: read first, so that nothing is written when one cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from models.papers.attachments import attach
from models.papers.reading import FileContent, read_for_attaching
from models.records.papers import AttachmentOwner
from models.store.store import Store


def files_to_attach(paths: Sequence[Path]) -> tuple[FileContent, ...]:
    """The files at `paths`. Raises the `AppError` of the first that cannot be attached."""
    found = read_for_attaching(paths)
    if found.refused:
        raise found.refused[0]
    return found.files


def attached_words(
    file: Store, owner: AttachmentOwner, files: Sequence[FileContent]
) -> tuple[str, ...]:
    """Attach the files; sentences on those that stood there already."""
    if not files:
        return ()
    already = attach(file, owner, files).already
    return tuple(f"Tệp “{name}” đã được đính kèm từ trước." for name in already)
