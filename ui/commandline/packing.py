"""The commands package and open-package: hand-over, and what goes to the city."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.handover.city import LEAST_REASON, write_city_package
from models.handover.package import make_logged_package, open_package
from models.records.moment import as_moment
from models.store.keyring import is_encrypted
from models.text.formats import number, percent
from models.text.names import storage_form
from ui.commandline.files import opened
from ui.commandline.given import chosen_password, present_password
from ui.commandline.outcome import Outcome


def package(arguments: argparse.Namespace) -> Outcome:
    """Counts for the city; the whole file, encrypted, with `--names` or `--password`."""
    whole = (arguments.names or arguments.password) and not arguments.city
    return _whole(arguments) if whole else _for_city(arguments)


def _whole(arguments: argparse.Namespace) -> Outcome:
    out: Path = arguments.out
    with opened(arguments) as file:
        password = chosen_password(arguments, has_present=file.key is not None)
        made = make_logged_package(file, out, password)
    files = f", {number(made.files)} tệp đính kèm" if made.files else ""
    return Outcome(
        {
            "path": str(made.path),
            "kind": "handover",
            "people": made.people,
            "attachments": made.files,
            "encrypted": True,
        },
        f"Đã tạo gói bàn giao {made.path}: {number(made.people)} người{files}, được mã hóa. "
        "Hãy đưa mật khẩu cho người nhận bằng cách khác, không để cùng gói.",
    )


def _for_city(arguments: argparse.Namespace) -> Outcome:
    out: Path = arguments.out
    reason = storage_form(arguments.reason)
    if arguments.names and len(reason) < LEAST_REASON:
        raise AppError(
            "Gói cho thành phố có họ tên mà chưa ghi lý do.",
            "Hãy ghi --reason “lý do” (được lưu trong nhật ký), hoặc bỏ --names để gói chỉ có "
            "số liệu.",
        )
    with opened(arguments) as file:
        password = ""
        if arguments.password:
            password = chosen_password(arguments, has_present=is_encrypted(file.path))
        moment = as_moment(arguments.as_of or file.clock().date())
        made = write_city_package(
            file, out, moment, reason=reason if arguments.names else "", password=password
        )
    counted = made.figures
    rate = percent(counted.registered, counted.total)
    names = f", kèm họ tên {number(len(made.people))} người" if made.people else ""
    return Outcome(
        {
            "path": str(out),
            "kind": "city",
            "commune": made.commune,
            "total": counted.total,
            "registered": counted.registered,
            "completed": counted.completed,
            "people": len(made.people),
            "figures_hash": made.digest,
            "encrypted": bool(password),
        },
        f"Đã tạo gói số liệu {out} của {made.commune}: {number(counted.registered)}/"
        f"{number(counted.total)} người đã đăng ký ({rate}){names}.",
    )


def open_handover(arguments: argparse.Namespace) -> Outcome:
    """Make a data file of a hand-over package."""
    password = present_password(arguments, arguments.file)
    made = open_package(arguments.file, arguments.to, password)
    kept = is_encrypted(made.path)
    after = (
        " Tệp có mật khẩu của gói; hãy in mã khôi phục mới (lệnh: password change --new-code)."
        if kept
        else ""
    )
    return Outcome(
        {
            "path": str(made.path),
            "people": made.people,
            "attachments": made.files,
            "encrypted": kept,
        },
        f"Đã mở gói bàn giao thành {made.path}: {number(made.people)} người.{after}",
    )
