"""What screens ask about the file itself: whose it is, how much it holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.intake.register import ImportedFile
    from models.records import ChangeEntry, Commune, Contest
    from models.store.data_file import DataFile
    from models.store.store import Store

HISTORY_LINES = 1000


class Office(NamedTuple):
    """Whose file it is and what it works on."""

    commune: Commune
    contest: Contest | None
    people: int
    units: int


class FilePlace(NamedTuple):
    """Where the open file lies and how many bytes it takes, its write-ahead log included."""

    path: Path
    size: int


class FileLook(NamedTuple):
    """The file, the contest whose deadline can be set, the history with its next steps, when the
    newest change was, and which files were imported."""

    place: FilePlace
    contest: Contest | None
    history: tuple[ChangeEntry, ...]
    undo: str | None
    redo: str | None
    saved_at: datetime | None
    imports: tuple[ImportedFile, ...]


def office(file: Store) -> Office:
    """Whose file it is, the contest, and the counts of today; loaded behind the names."""
    from models.contests.current import current_contest
    from models.office.whose import count_units, the_commune
    from models.roster.person_rows import count_people

    return Office(the_commune(file), current_contest(file), count_people(file), count_units(file))


def file_place(file: DataFile) -> FilePlace:
    """Where the file lies and how large it is."""
    parts = (file.path, file.path.with_name(file.path.name + "-wal"))
    return FilePlace(file.path, sum(part.stat().st_size for part in parts if part.exists()))


def file_look(file: DataFile, text: str = "") -> FileLook:
    """Everything that the data page shows; of the history what has all words of `text`."""
    from models.contests.current import current_contest
    from models.intake.register import imported_files
    from models.journal.history import history
    from models.journal.standing import last_saved, next_redo, next_undo

    return FileLook(
        place=file_place(file),
        contest=current_contest(file),
        history=history(file, HISTORY_LINES, text),
        undo=next_undo(file),
        redo=next_redo(file),
        saved_at=last_saved(file),
        imports=imported_files(file),
    )
