"""The commands password and recover: set, changed, removed, and renewed by the recovery code."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.clock import now
from models.errors import AppError
from models.machine.places import default_data_file
from models.office.whose import the_commune
from models.safekeeping.passwords import (
    change_password,
    remove_password,
    set_password,
)
from models.safekeeping.second_place import find_second_place
from models.safekeeping.unlocking import unlock_by_recovery
from models.store.converting_copies import CopiesConverted
from models.store.data_file import DataFile
from models.store.header import own_header
from models.store.keyring import is_encrypted, slots_of
from models.store.password_rules import refuse_weak
from models.store.recovery_code import code_groups
from models.store.slots import new_slots
from models.text.formats import number
from reports.publish import refuse_target
from reports.recovery_printing import write_recovery_sheet
from reports.recovery_sheet import RecoverySheet
from ui.commandline.files import data_path, opened
from ui.commandline.given import chosen_password, given_recovery
from ui.commandline.outcome import Outcome
from ui.commandline.unlocking import unlock_for

KEEP_IT = (
    "Hãy in hoặc chép mã này ra giấy, cho vào phong bì niêm phong và cất trong két: chương trình "
    "không giữ lại và không hiện lại."
)


def password(arguments: argparse.Namespace) -> Outcome:
    """Set, change or remove the password of the data file."""
    return {"set": _set, "change": _change, "remove": _remove}[arguments.act](arguments)


def recover(arguments: argparse.Namespace) -> Outcome:
    """A new password by the recovery code, and a new code unless the old one is to stay."""
    path = _existing(arguments)
    _refuse_plain(path)
    _refuse_sheet(arguments)
    code = given_recovery(arguments)
    code_groups(code)
    chosen = chosen_password(arguments, has_present=False)
    refuse_weak(chosen)
    unlock_by_recovery(path, code, default_data_file().parent)
    return _renewed(arguments, chosen, new_code=not arguments.keep_code)


def _set(arguments: argparse.Namespace) -> Outcome:
    path = _existing(arguments)
    if is_encrypted(path):
        raise AppError(
            f"Tệp {path.name} đã có mật khẩu.", "Hãy dùng lệnh password change để đổi mật khẩu."
        )
    _refuse_sheet(arguments)
    chosen = chosen_password(arguments, has_present=False)
    refuse_weak(chosen)
    with opened(arguments) as file:
        # What hinders the work with it (newer, damaged, in use) is said before anything is made.
        commune = the_commune(file).name
    slots, data_key, code = new_slots(chosen)
    others, away = _second_place(path)
    copies = set_password(
        path, slots, data_key, others=others, delete_copies=arguments.delete_copies
    )
    data, warnings = _coded(arguments, path, slots.id, commune, code)
    said = f"Đã đặt mật khẩu và mã hóa tệp {path.name}{_copies_said(copies)}."
    return Outcome(
        {"path": str(path), "encrypted": True, **data, **_copies_data(copies)},
        f"{said}\nMã khôi phục: {code}\n{KEEP_IT}",
        warnings=(*warnings, *away, *_left(copies)),
    )


def _change(arguments: argparse.Namespace) -> Outcome:
    path = _existing(arguments)
    _refuse_plain(path)
    _refuse_sheet(arguments)
    unlock_for(path, arguments)
    chosen = chosen_password(arguments, has_present=True)
    refuse_weak(chosen)
    return _renewed(arguments, chosen, new_code=arguments.new_code)


def _renewed(arguments: argparse.Namespace, chosen: str, *, new_code: bool) -> Outcome:
    """The file, unlocked, gets the chosen password, and a new recovery code if it is to."""
    with opened(arguments) as file:
        _refuse_only_read(file)
        others, _ = _second_place(file.path)
        changed = change_password(file, chosen, new_code=new_code, others=others)
        path, commune = file.path, the_commune(file).name
    data, warnings = dict[str, Any](), tuple[str, ...]()
    copies = changed.copies
    text = f"Đã đổi mật khẩu của tệp {path.name}{_copies_said(copies)}."
    if changed.code:
        data, warnings = _coded(arguments, path, slots_of(path).id, commune, changed.code)
        text = f"{text}\nMã khôi phục mới: {changed.code}\nMã cũ hết tác dụng. {KEEP_IT}"
    return Outcome(
        {"path": str(path), "encrypted": True, **data, **_copies_data(copies)},
        text,
        warnings=(*warnings, *_left(copies)),
    )


def _remove(arguments: argparse.Namespace) -> Outcome:
    path = _existing(arguments)
    _refuse_plain(path)
    unlock_for(path, arguments)
    copies = remove_password(path, others=_second_place(path)[0])
    said = f"Đã bỏ mật khẩu của tệp {path.name}{_copies_said(copies)}."
    return Outcome(
        {"path": str(path), "encrypted": False, "copies": copies.done},
        f"{said} Từ nay ai mở được máy này cũng đọc được dữ liệu.",
    )


def _second_place(path: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The folder of the second place of the file, if it is there now; else what is to be said."""
    from ui.safekeeping.memory import CopyMemory
    from ui.window.memory import open_settings, user_folder

    place = CopyMemory(open_settings(user_folder()), path.absolute()).place
    if place is None:
        return (), ()
    folder = find_second_place(place)
    if folder is not None:
        return (folder,), ()
    return (), (
        f"Nơi sao lưu thứ hai {place.words} không có ở đây: các bản sao lưu ở đó chưa được mã hóa. "
        "Hãy xóa chúng, hoặc cất nơi đó trong tủ có khóa.",
    )


def _existing(arguments: argparse.Namespace) -> Path:
    path = data_path(arguments)
    own_header(path)
    return path


def _refuse_plain(path: Path) -> None:
    if not is_encrypted(path):
        raise AppError(
            f"Tệp {path.name} không có mật khẩu.", "Hãy dùng lệnh password set để đặt mật khẩu."
        )


def _refuse_only_read(file: DataFile) -> None:
    if file.only_read is not None:
        raise file.only_read


def _refuse_sheet(arguments: argparse.Namespace) -> None:
    if arguments.sheet is not None:
        refuse_target(arguments.sheet, arguments.overwrite)


def _coded(
    arguments: argparse.Namespace, path: Path, key_id: str, commune: str, code: str
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The code as data, and the sheet where one is wanted; that it could not be written is said."""
    data: dict[str, Any] = {"recovery_code": code}
    if arguments.sheet is None:
        return data, ()
    sheet = RecoverySheet(path.name, commune, now().date(), key_id, code_groups(code))
    try:
        write_recovery_sheet(sheet, arguments.sheet, arguments.overwrite)
    except AppError as error:
        return {**data, "sheet": None}, (str(error),)
    return {**data, "sheet": str(arguments.sheet)}, ()


def _copies_said(copies: CopiesConverted) -> str:
    return f", cùng {number(copies.done)} bản sao lưu" if copies.done else ""


def _copies_data(copies: CopiesConverted) -> dict[str, Any]:
    return {"copies": copies.done, "left": [str(each) for each in copies.left]}


def _left(copies: CopiesConverted) -> tuple[str, ...]:
    return tuple(
        f"Chưa mã hóa được {each}: hãy xóa tệp này hoặc cất ở nơi có khóa." for each in copies.left
    )
