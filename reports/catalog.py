"""Which documents there are and what their files are called. Importing it loads no renderer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from models.contests.mark_names import MarkNames
from models.records import Mark
from reports.document import Document
from reports.kinds.parts import hyphened

LONGEST_NAME = 100
FORMATS = ("pdf", "xlsx")


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of document: its code in commands, its title on screen, its formats."""

    code: str
    title: str
    formats: tuple[str, ...] = FORMATS


KINDS: tuple[ReportKind, ...] = (
    ReportKind("unit-summary", "Biểu tổng hợp theo đơn vị"),
    ReportKind("not-registered", "Danh sách chưa đăng ký"),
    ReportKind("not-completed", "Danh sách chưa hoàn thành"),
    ReportKind("people", "Danh sách cán bộ, công chức, viên chức, người lao động"),
    ReportKind("wrong-unit-slips", "Phiếu đề nghị sửa đơn vị trên nền tảng"),
)


_LISTS = {"not-registered": Mark.REGISTERED, "not-completed": Mark.COMPLETED}


def kind_title(kind: ReportKind, names: MarkNames) -> str:
    """The title of a kind by what the contest calls its marks."""
    mark = _LISTS.get(kind.code)
    return kind.title if mark is None else f"Danh sách {names.undone(mark)}"


def is_offered(kind: ReportKind, names: MarkNames) -> bool:
    """Whether a kind has a meaning in a contest that counts these marks."""
    mark = _LISTS.get(kind.code)
    return mark is None or mark in names.counted


def file_name(document: Document, suffix: str, at: datetime) -> str:
    """A name such as "BieuTongHop_KeSat_20260608-1405.pdf".

    ASCII, safe on Windows, at most 100 characters. `suffix` is given without its dot.
    """
    ending = f"_{at:%Y%m%d-%H%M}.{suffix}"
    return document.stem[: LONGEST_NAME - len(ending)].rstrip("_") + ending


def kit_name(unit: str, at: datetime, number: int = 1) -> str:
    """A name such as "Phieu_Truong-Mam-non-Ke-Sat_20260608-1405.xlsx", by the same rules.

    `number` tells kits apart that would have the same name; the first has none.
    """
    more = f"_{number}" if number > 1 else ""
    ending = f"_{at:%Y%m%d-%H%M}{more}.xlsx"
    stem = f"Phieu_{hyphened(unit)}"
    return stem[: LONGEST_NAME - len(ending)].rstrip("_-") + ending
