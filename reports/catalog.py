"""Which documents there are and what their files are called. Importing it loads no renderer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from models.contests.mark_names import MarkNames
from models.errors import AppError
from models.records import Mark
from models.records.practising import practice_name
from reports.document import Publication
from reports.kinds.parts import hyphened

LONGEST_NAME = 100
UNIT_SUMMARY, WRONG_UNITS = "unit-summary", "wrong-unit-slips"
PERSON_SHEET = "person-sheet"
PDF, WORD, EXCEL = "pdf", "docx", "xlsx"
FORMAT_NAMES = {PDF: "PDF", WORD: "Word", EXCEL: "Excel"}
FORMATS = (PDF, WORD, EXCEL)
"""Of tables and lists."""
TEXT_FORMATS = (PDF, WORD)
"""Of what is read and signed: letters, reports."""


class Audience(StrEnum):
    """Where a document goes: by it the page groups them, and it decides what of people may show.

    Counts go to the city, names to the units; what is internal stays in the office.
    """

    CITY = "city"
    UNITS = "units"
    INTERNAL = "internal"


AUDIENCE_NAMES = {
    Audience.CITY: "Gửi thành phố",
    Audience.UNITS: "Gửi đơn vị",
    Audience.INTERNAL: "Nội bộ",
}


@dataclass(frozen=True, slots=True)
class ReportKind:
    """One kind of document: its code in commands, its title on screen, its formats.

    `made_by` is the maker, "module:function" below `reports`, called with the store and the
    `Request` within one snapshot. `type_code` is that of the decree's appendix III ("BC", "CV"):
    such a document has a number; "" of what is an annex or a list. With `of_units` it can be
    limited to one unit, with `only_units` it is always of one; `names` says that people stand in
    it. `of_period`: True of a period alone, False of a day alone, None of either; `of_minute`:
    of today it is of the minute in which it is made. Behind one without `counts` stand no figures.
    """

    code: str
    title: str
    made_by: str
    audience: Audience = Audience.UNITS
    formats: tuple[str, ...] = FORMATS
    type_code: str = ""
    of_units: bool = False
    names: bool = False
    only_units: bool = False
    of_period: bool | None = None
    of_minute: bool = False
    counts: bool = True

    @property
    def is_signed(self) -> bool:
        """Whether it has the header and the signature of the decree: all but a poster."""
        return self.formats != (PDF,)


KINDS: tuple[ReportKind, ...] = (
    ReportKind(
        "result-report", "Báo cáo kết quả", "gather.results:report_of_results", Audience.CITY,
        TEXT_FORMATS, "BC",
    ),
    ReportKind(
        "quick-report", "Báo cáo nhanh", "gather.results:report_of_results", Audience.CITY,
        TEXT_FORMATS, "BC", of_period=False, of_minute=True,
    ),
    ReportKind(
        "period-report", "Báo cáo định kỳ", "gather.results:report_of_results", Audience.CITY,
        TEXT_FORMATS, "BC", of_period=True,
    ),
    ReportKind(
        UNIT_SUMMARY, "Biểu tổng hợp theo đơn vị", "gather.summaries:summary_by_unit",
        Audience.CITY,
    ),
    ReportKind(
        "kind-summary", "Biểu tổng hợp theo khối", "gather.summaries:summary_by_kind",
        Audience.CITY,
    ),
    ReportKind(
        "publicity", "Kết quả tuyên truyền", "gather.publicity:publicity_results", Audience.CITY
    ),
    ReportKind(
        "entry-file", "Hồ sơ bài dự thi", "gather.entries:entry_papers", Audience.CITY,
        of_units=True, names=True,
    ),
    ReportKind(
        "launch-letter", "Công văn phát động", "gather.letters:letter_to_all",
        formats=TEXT_FORMATS, type_code="CV",
    ),
    ReportKind(
        "support-letter", "Công văn hưởng ứng", "gather.letters:letter_to_all",
        formats=TEXT_FORMATS, type_code="CV",
    ),
    ReportKind(
        "reminder-letter", "Công văn đôn đốc", "gather.letters:reminder_to_all",
        formats=TEXT_FORMATS, type_code="CV",
    ),
    ReportKind(
        "unit-reminder-letter", "Công văn đôn đốc từng đơn vị", "gather.letters:reminder_to_unit",
        formats=TEXT_FORMATS, type_code="CV", of_units=True, only_units=True, names=True,
    ),
    ReportKind(
        "not-registered", "Danh sách chưa đăng ký", "gather.lists:without_registration",
        of_units=True, names=True,
    ),
    ReportKind(
        "not-completed", "Danh sách chưa hoàn thành", "gather.lists:without_completion",
        of_units=True, names=True,
    ),
    ReportKind(
        "people", "Danh sách cán bộ, công chức, viên chức, người lao động",
        "gather.lists:everybody", Audience.INTERNAL, of_units=True, names=True,
    ),
    ReportKind(
        WRONG_UNITS, "Phiếu đề nghị sửa đơn vị trên nền tảng", "gather.lists:slips",
        of_units=True, names=True,
    ),
    ReportKind(
        "poster", "Áp phích mã QR", "gather.poster:posters", formats=(PDF,), of_units=True,
    ),
    ReportKind(
        "award-list", "Danh sách khen thưởng", "gather.awards:awards_given", Audience.INTERNAL,
        names=True,
    ),
    ReportKind(
        "award-decision", "Quyết định khen thưởng (dự thảo)", "gather.awards:decision_drafted",
        Audience.INTERNAL, TEXT_FORMATS, "QĐ", names=True,
    ),
)  # fmt: skip
OF_ONE_PERSON: tuple[ReportKind, ...] = (
    ReportKind(
        PERSON_SHEET,
        "Phiếu dữ liệu cá nhân",
        "gather.person:sheet_of_person",
        Audience.INTERNAL,
        TEXT_FORMATS,
        names=True,
        counts=False,
    ),
)
"""Made of whoever asks for their own data, and so not offered among the others."""
MAKER_MODULES = tuple(
    sorted({f"reports.{kind.made_by.partition(':')[0]}" for kind in (*KINDS, *OF_ONE_PERSON)})
)
"""Imported by name when a document is asked for."""


def kind_of(code: str) -> ReportKind:
    """The kind with this code. Raises `AppError` when there is none."""
    for kind in (*KINDS, *OF_ONE_PERSON):
        if kind.code == code:
            return kind
    known = ", ".join(each.code for each in KINDS)
    raise AppError(f"Không có loại văn bản “{code}”.", f"Các loại có sẵn: {known}.")


_LISTS = {"not-registered": Mark.REGISTERED, "not-completed": Mark.COMPLETED}


def kind_title(kind: ReportKind, names: MarkNames) -> str:
    """The title of a kind by what the contest calls its marks."""
    mark = _LISTS.get(kind.code)
    return kind.title if mark is None else f"Danh sách {names.undone(mark)}"


def is_offered(kind: ReportKind, names: MarkNames) -> bool:
    """Whether a kind has a meaning in a contest that counts these marks."""
    mark = _LISTS.get(kind.code)
    return mark is None or mark in names.counted


def file_name(document: Publication, suffix: str, at: datetime) -> str:
    """A name such as "BieuTongHop_KeSat_20260608-1405.pdf".

    ASCII, safe on Windows, at most 100 characters. `suffix` is given without its dot.
    """
    ending = f"_{at:%Y%m%d-%H%M}.{suffix}"
    return document.stem[: LONGEST_NAME - len(ending)].rstrip("_") + ending


def kit_name(unit: str, at: datetime, number: int = 1, *, practice: bool = False) -> str:
    """A name such as "Phieu_Truong-Mam-non-Ke-Sat_20260608-1405.xlsx", by the same rules.

    `number` tells kits apart that would have the same name; the first has none. One for `practice`
    begins with that.
    """
    more = f"_{number}" if number > 1 else ""
    ending = f"_{at:%Y%m%d-%H%M}{more}.xlsx"
    stem = f"Phieu_{hyphened(unit)}"
    stem = practice_name(stem) if practice else stem
    return stem[: LONGEST_NAME - len(ending)].rstrip("_-") + ending
