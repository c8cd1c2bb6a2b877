"""The data behind a document: what is undecided, lost, to come, empty or called otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models.text.formats import number, short_date
from reports.checking.fault import Cure, Fault, warning

if TYPE_CHECKING:
    from models.reconcile.readiness import Readiness

NAMED = 3
DOUBTS = Cure("Quyết định", "reconcile", "doubts")
RECONCILE = Cure("Đối soát lại", "reconcile")
UNITS = Cure("Xem đơn vị", "units")
ROSTER = Cure("Xem danh sách", "roster")
TODAY = Cure("Lấy số liệu hôm nay", "document", "day")


def check_data(ready: Readiness) -> Iterator[Fault]:
    """Nothing of this makes a document wrong by itself: each is for the officer to weigh."""
    if ready.lost:
        yield warning(
            "lost",
            f"{number(ready.lost)} người lần trước có trong tệp của nền tảng, nay không có; "
            "kết quả của họ vẫn đang được tính.",
            DOUBTS,
        )
    if ready.mismatched:
        yield warning(
            "mismatched",
            f"{number(ready.mismatched)} người có kết quả ghi theo tài khoản khớp nhầm.",
            DOUBTS,
        )
    if ready.undecided and ready.newest_file is not None:
        yield warning(
            "undecided",
            f"Lần đối soát ngày {short_date(ready.newest_file.at.date())} còn "
            f"{number(ready.undecided)} tài khoản chưa quyết định là của ai.",
            RECONCILE,
        )
    yield from _of_days(ready)
    yield from _of_units(ready)


def _of_days(ready: Readiness) -> Iterator[Fault]:
    if ready.to_come:
        yield warning(
            "marks-to-come",
            f"{number(ready.to_come)} người có ngày đăng ký hoặc hoàn thành sau hôm nay.",
            ROSTER,
        )
    if ready.begins is not None:
        yield warning(
            "before-contest",
            f"Số liệu tính đến một ngày trước khi cuộc thi bắt đầu ({short_date(ready.begins)}).",
            Cure("Chọn ngày khác", "document", "day"),
        )
    now = ready.newer
    if now is not None:
        yield warning(
            "older",
            f"Số liệu trong văn bản cũ hơn dữ liệu: đến ngày {short_date(now.as_of)} đã có "
            f"{number(now.registered)} người đăng ký và {number(now.completed)} người hoàn thành "
            f"trong tổng số {number(now.total)}.",
            TODAY,
        )


def _of_units(ready: Readiness) -> Iterator[Fault]:
    if ready.unlisted_commune:
        yield warning(
            "commune-name",
            f"“{ready.unlisted_commune}” không có trong danh mục 114 xã, phường, đặc khu của "
            "thành phố Hải Phòng.",
            Cure("Xem thông tin xã", "data"),
        )
    if ready.empty_units:
        yield warning(
            "empty-unit",
            f"{number(len(ready.empty_units))} đơn vị chưa có ai trong danh sách: "
            f"{_some(ready.empty_units)}.",
            UNITS,
        )
    if ready.renamed:
        names = [f"“{own}” (nền tảng ghi “{other}”)" for own, other in ready.renamed]
        yield warning(
            "unit-name",
            f"{number(len(names))} đơn vị có tên khác tên trên nền tảng: {_some(names)}.",
            UNITS,
        )


def _some(names: Sequence[str]) -> str:
    shown = "; ".join(names[:NAMED])
    left = len(names) - NAMED
    return f"{shown} và {number(left)} đơn vị khác" if left > 0 else shown
