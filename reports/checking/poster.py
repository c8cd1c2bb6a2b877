"""A poster before it is hung: whether the units are called as the platform calls them; pure."""

from __future__ import annotations

from collections.abc import Iterator

from models.text.formats import number
from reports.checking.fault import Cure, Fault, warning
from reports.poster import Poster

RECONCILE = Cure("Đối soát", "reconcile")
NAMED = 3


def check_poster(poster: Poster) -> Iterator[Fault]:
    """The units whose name no file of the platform has shown yet."""
    unproven = poster.unproven
    if not unproven:
        return
    named = ", ".join(unproven[:NAMED]) + ("…" if len(unproven) > NAMED else "")
    yield warning(
        "unit-name",
        f"Chưa biết nền tảng ghi tên của {number(len(unproven))} đơn vị ({named}) như thế nào; áp "
        "phích đang dùng tên trong danh sách của xã.",
        RECONCILE,
    )
