"""The command backup: a proven copy, also while a window has the file open."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.records.kept_copies import CopyReason
from models.safekeeping.proof import journal_holds
from models.store.backup import Backup, back_up
from models.store.kept import CopyUnproven, kept_copy_at
from models.store.keyring import Locked
from models.store.locked_copy import copy_locked
from models.text.formats import number
from ui.commandline.files import data_path
from ui.commandline.outcome import Outcome
from ui.commandline.tidying import tidied_after, tidied_words
from ui.commandline.unlocking import unlock_for


def backup(arguments: argparse.Namespace) -> Outcome:
    """Copy the data file; the file itself is not taken from the window that works with it."""
    if arguments.known:
        return _backup_known()
    path = data_path(arguments)
    unlock_for(path, arguments)
    made = back_up(path, arguments.path, further=journal_holds)
    told, said = _told(made), _said(made)
    if (tidied := tidied_after(path, made)) is not None:
        told |= {"packed": tidied.rows, "freed": tidied.freed}
        said += f"\n{tidied_words(tidied)}"
    return Outcome(told, said, warnings=made.remarks)


def _backup_known() -> Outcome:
    """Copy every file that the window knows, each beside itself: what an installer does first.

    All are tried; those that could not be copied are named together.
    """
    from ui.window.memory import known_files

    made, locked, failed = [], [], []
    for path in known_files():
        try:
            made.append(back_up(path, reason=CopyReason.UPGRADE, further=journal_holds))
        except Locked:
            # Nobody types a password while a program is installed.
            try:
                locked.append(copy_locked(path, CopyReason.UPGRADE))
            except AppError as error:
                failed.append(str(error))
        except AppError as error:
            failed.append(str(error))
    if failed:
        raise AppError(" ".join(failed), "")
    said = [*map(_said, made), *map(_locked_said, locked)]
    text = "\n".join(said) or "Chưa có tệp dữ liệu nào để sao lưu."
    remarks = tuple(remark for each in made for remark in each.remarks)
    told = [*map(_told, made), *map(_locked_told, locked)]
    return Outcome({"copies": told}, text, warnings=remarks)


def _locked_told(place: Path) -> dict[str, object]:
    return {"path": str(place), "people": None, "attachments": None, "proven": False}


def _locked_said(place: Path) -> str:
    return (
        f"Đã chép tệp có mật khẩu thành {place}: từng byte như lúc đóng; nội dung chưa thử đọc vì "
        "không có mật khẩu."
    )


def _told(made: Backup) -> dict[str, object]:
    kept = kept_copy_at(made.path)
    facts = {} if kept is None else {"made_at": kept.made_at, "reason": kept.reason}
    return {
        "path": str(made.path),
        **facts,
        "people": made.people,
        "attachments": made.files,
        "proven": made.proven,
    }


def _said(made: Backup) -> str:
    files = f", {number(made.files)} tệp đính kèm" if made.files else ""
    if not made.proven:
        return f"Đã sao lưu {number(made.people)} người{files} vào {made.path}. {CopyUnproven()}"
    return (
        f"Đã sao lưu {number(made.people)} người{files} vào {made.path} và đọc lại được nguyên vẹn."
    )
