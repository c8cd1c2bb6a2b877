"""Looks at a file of another commune are on record in the log of the user's own.

Which files are one's own is known from those that were worked with: only the name of each commune
is written down, in the user's own folder.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from models.machine.private import open_owned
from models.machine.replacing import replace_file
from models.office.whose import the_commune
from models.papers.pending_actions import file_key, hand_in, note_action, waiting_actions
from models.records import Commune
from models.records.actions import ActionKind
from models.store.data_file import DataFile
from models.text.names import match_key

OWN_NAME = "don-vi-cua-toi.json"
OWN_MOST = 20


def note_opening(folder: Path, file: DataFile) -> None:
    """Called once `file` is open, with the user's own `folder`.

    What waits for its log goes into it; a look at the data of another commune waits for the log of
    the user's own file. Looking at copies of one's own is none.
    """
    own = _own(folder)
    commune = the_commune(file)
    key = _commune_key(commune)
    if file.only_read is None and waiting_actions(folder):
        from models.papers.action_log import log_pending

        hand_in(folder, file.path, file.clock(), lambda waiting: log_pending(file, waiting))
    is_first = not own and file.only_read is None
    if key not in own and not is_first:
        from models.roster.person_rows import count_people

        note_action(
            folder,
            ActionKind.LOOK,
            file.clock(),
            count=count_people(file),
            detail=commune.name,
            file=next(iter(own.values()), ""),
        )
    if file.only_read is None:
        _remember(folder, own, key, file_key(file.path))


def _commune_key(commune: Commune) -> str:
    return f"{match_key(commune.name)}|{commune.kind}"


def _own(folder: Path) -> dict[str, str]:
    """The user's own communes, the newest first, with the key of the file of each."""
    try:
        told = json.loads((folder / OWN_NAME).read_text(encoding="utf-8"))
        return {str(key): str(value) for key, value in told.items()}
    except (OSError, ValueError, AttributeError):
        return {}


def _remember(folder: Path, own: dict[str, str], key: str, file: str) -> None:
    kept = {key: file, **{each: own[each] for each in own if each != key}}
    if list(kept.items()) == list(own.items()) or not folder.is_dir():
        return
    text = json.dumps(dict(list(kept.items())[:OWN_MOST]), ensure_ascii=False)
    draft = folder / f"{OWN_NAME}.{token_hex(4)}.tmp"
    with suppress(OSError):
        with open(open_owned(draft), "w", encoding="utf-8") as written:
            written.write(text)
        replace_file(draft, folder / OWN_NAME)
