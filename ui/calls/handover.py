"""Handing data over and receiving it: what the window and the commands do alike."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from models.machine.drives import carried_drives
from models.machine.volumes import volume_of
from models.text.formats import number, percent
from models.text.names import search_fold
from models.version import FILE_SUFFIX

if TYPE_CHECKING:
    from models.handover.city import CityPackage
    from models.handover.contents import PackageContents
    from models.handover.package import PackageFacts, Packed
    from models.records.moment import Moment
    from models.store.data_file import DataFile

CITY_SUFFIX = ".json"


class HandoverLook(NamedTuple):
    """Whose data would go, and how much of it."""

    commune: str
    contents: PackageContents


class PlaceFound(NamedTuple):
    """A folder to which a package may go, and what it is called."""

    words: str
    folder: Path


def handover_look(file: DataFile) -> HandoverLook:
    """What there is to hand over."""
    from models.handover.contents import package_contents
    from models.office.whose import the_commune

    return HandoverLook(the_commune(file).lower_name, package_contents(file))


def pack_everything(file: DataFile, out: Path, password: str) -> Packed:
    """Write all of the open file into the new package `out`, logged. Raises `AppError`."""
    from models.handover.package import make_logged_package

    return make_logged_package(file, out, password)


def found_places() -> tuple[PlaceFound, ...]:
    """The sticks and outer disks that are plugged in and can be written into."""
    found = []
    for root in carried_drives():
        with suppress(OSError):
            if root.is_dir() and os.access(root, os.W_OK):
                called = volume_of(root).label
                found.append(PlaceFound(f"USB {called} ({root})" if called else str(root), root))
    return tuple(found)


def package_name(commune: str, day: datetime) -> str:
    """ "ban-giao-xa-ke-sat-2026-06-08.tiendo"."""
    return f"ban-giao-{_plain(commune)}-{day:%Y-%m-%d}{FILE_SUFFIX}"


def city_package_name(commune: str, day: datetime) -> str:
    """ "so-lieu-xa-ke-sat-2026-06-08.json"."""
    return f"so-lieu-{_plain(commune)}-{day:%Y-%m-%d}{CITY_SUFFIX}"


def _plain(words: str) -> str:
    """Letters and hyphens alone: what every file system and every mail takes."""
    plain = "".join(each if each.isalnum() else " " for each in search_fold(words))
    return "-".join(plain.split()) or "tien-do"


def free_path(folder: Path, name: str) -> Path:
    """A path in `folder` at which nothing lies."""
    wanted = folder / name
    path, at = wanted, 1
    while path.exists() or path.is_symlink():
        at += 1
        path = wanted.with_name(f"{wanted.stem}-{at}{wanted.suffix}")
    return path


def send_to_city(
    file: DataFile, out: Path, as_of: Moment, reason: str, password: str
) -> CityPackage:
    """Write the figures of `as_of` for the city, with names for a `reason`; logged."""
    from models.handover.city import write_city_package

    return write_city_package(file, out, as_of, reason=reason, password=password)


def contents_words(look: HandoverLook) -> str:
    """What is in a package."""
    held = look.contents
    counted = (
        (held.people, "người"),
        (held.issued, "tệp văn bản đã phát hành"),
        (held.attachments, "tệp đính kèm"),
        (held.entries, "mục lịch sử thay đổi"),
    )
    parts = [f"{number(count)} {words}" for count, words in counted if count]
    return (
        f"Gói có toàn bộ dữ liệu của {look.commune}: {', '.join(parts)}, cùng các quyết định khi "
        "nhập danh sách, tên gọi khác, lời văn đã sửa. Gói được mã hóa, chỉ mở được bằng mật khẩu "
        "đặt dưới đây."
    )


def made_words(made: Packed) -> str:
    """What was made for the next officer."""
    files = f", {number(made.files)} tệp đính kèm" if made.files else ""
    return f"Đã tạo gói bàn giao: {number(made.people)} người{files}, đã mã hóa và đọc lại đúng."


def city_sent_words(made: CityPackage) -> str:
    """What was made for the city."""
    counted = made.figures
    rate = percent(counted.registered, counted.total)
    names = f", kèm họ tên {number(len(made.people))} người" if made.people else ", không có họ tên"
    return (
        f"Đã tạo gói số liệu của {made.commune}: {number(counted.registered)}/"
        f"{number(counted.total)} người đã đăng ký ({rate}), {number(counted.completed)} hoàn "
        f"thành{names}."
    )


def facts_words(facts: PackageFacts) -> str:
    """What a package says of itself."""
    files = f", {number(facts.files)} tệp đính kèm" if facts.files else ""
    made = facts.made_at
    with suppress(ValueError):
        made = f"{datetime.fromisoformat(facts.made_at):%H:%M ngày %d/%m/%Y}"
    return f"Gói bàn giao {facts.path.name}: {number(facts.people)} người{files}, tạo lúc {made}."
