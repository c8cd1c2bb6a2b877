"""The commands about the data of one person: their sheet, and that all of it goes for good."""

from __future__ import annotations

import argparse

from models.campaign.rights.person_data import person_data
from models.campaign.rights.purging_person import person_purge_counts, purge_person
from models.errors import AppError
from models.records.person_purging import PersonPurge
from models.safekeeping.holding import DroppedCopies, drop_copies, holding_copies
from models.store.data_file import DataFile
from models.store.store import Store
from ui.calls.person_rights import (
    person_gone_lines,
    person_lasting_lines,
    person_purged_words,
    save_sheet,
)
from ui.calls.purging import copies_words, dropped_words
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.times import meant_by_phone, meant_by_uid

ASKED = "Chưa xóa gì. Việc này không hoàn tác được; để xóa, hãy thêm --yes."


def person(arguments: argparse.Namespace) -> Outcome:
    """Write the sheet of somebody's data; it is logged as an export."""
    with opened(arguments) as file:
        person_id = _meant(file, arguments)
        data = person_data(file, person_id)
        path = save_sheet(file, person_id, arguments.out, overwrite=arguments.overwrite)
    told = {
        "uid": data.uid,
        "name": data.name,
        "path": str(path),
        "facts": dict(data.facts),
        "sections": {each.title: len(each.rows) + each.more for each in data.sections},
        "mentions": dict(data.mentions),
        "contests": [
            {"contest": e.contest, "purpose": e.purpose, "keep_until": e.keep_until}
            for e in data.contests
        ],
    }
    return Outcome(told, f"Đã lưu phiếu dữ liệu cá nhân của {data.name}: {path}")


def purge_one(arguments: argparse.Namespace) -> Outcome:
    """Purge the person that is named; without `--yes` tell what would go, and end with 1."""
    with opened(arguments) as file:
        person_id = _meant(file, arguments)
        if not arguments.yes:
            counts, swept = person_purge_counts(file, person_id), None
        else:
            done = purge_person(file, person_id)
            counts, swept = done.told, done.swept
        dropped = drop_if_asked(file, arguments)
        return _outcome(file, counts, swept, dropped)


def drop_if_asked(file: DataFile, arguments: argparse.Namespace) -> DroppedCopies | None:
    """Take the old copies away after a purge, where that was asked for."""
    if not (arguments.yes and arguments.backups):
        return None
    return drop_copies(file.path, file.clock, before=file.clock())


def _outcome(
    file: DataFile, counts: PersonPurge, swept: bool | None, dropped: DroppedCopies | None
) -> Outcome:
    copies = holding_copies(file.path, file.clock())
    rows = {**counts.gone, "people": 1}
    data: dict[str, object] = {
        "uid": counts.uid,
        "purged": {} if swept is None else rows,
        "kept": dict(counts.kept),
        "left_on": counts.left_on,
        "files": list(counts.files),
        "unread_files": list(counts.unread),
        "backups": [each._asdict() for each in copies] if dropped is None else [],
    }
    if dropped is not None:
        data |= {"backups_removed": dropped.gone, "backup": str(dropped.kept)}
    copies_told = copies_words(copies) if dropped is None else dropped_words(dropped)
    after = [*person_gone_lines(counts), *person_lasting_lines(counts), copies_told]
    if swept is None:
        data["would_purge"] = rows
        head = f"Sẽ xóa hẳn dữ liệu của {counts.name} ({counts.unit}):"
        return Outcome(data, "\n".join([head, *after]), 1, (ASKED,))
    data["swept"] = swept
    return Outcome(data, "\n".join([person_purged_words(counts, swept=swept), *after]))


def _meant(file: Store, arguments: argparse.Namespace) -> int:
    """The one person whom the arguments name. Raises `AppError` for nobody."""
    if arguments.uid:
        meant = meant_by_uid(file, arguments.uid)
    else:
        meant = meant_by_phone(file, arguments.phone, include_left=True)
    if len(meant.ids) != 1:
        what = ", ".join(meant.not_found) or "người này"
        raise AppError(
            f"Không tìm thấy {what} trong danh sách.",
            "Hãy xem lại số điện thoại, hoặc dùng --uid (xem bằng lệnh people).",
        )
    return meant.ids[0]
