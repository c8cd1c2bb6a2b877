"""Places of part II of reports: how far it has come, what has changed, which units, two counts."""

from __future__ import annotations

from collections.abc import Sequence

from models.contests.mark_names import MarkNames, capitalised, mark_names
from models.papers.period_change import growth_words
from models.reconcile.records import OfficialFigure
from models.records import Figures, Mark, UnitFigures
from models.records.comparing import Comparison
from models.text.formats import document_date, number, percent
from reports.blocks import Paragraph
from reports.kinds.charts import FEW_UNITS, progress_chart, rates_chart
from reports.kinds.parts import as_of_words
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.figures import low_units
from reports.wording.values.report_records import REPORT_KINDS, ReportRecords

MOST_NAMED, MOST_PRAISED = 5, 15
"""So many of the lowest units, and of those that are done, are named; all stand in the annex."""

RESULT_PLACES = (
    WordingPlace(
        "thời điểm số liệu",
        "Ngày của số liệu, có giờ khi chọn giờ.",
        "17 giờ 00 ngày 08 tháng 6 năm 2026",
        REPORT_KINDS,
    ),
    WordingPlace(
        "kỳ báo cáo",
        "Tên kỳ của báo cáo định kỳ.",
        "tháng 6 năm 2026",
        ("period-report",),
    ),
    WordingPlace(
        "thời gian của kỳ",
        "Từ ngày nào đến ngày nào.",
        "từ 15/5/2026 đến 14/6/2026",
        ("period-report",),
    ),
    WordingPlace(
        "kết quả",
        "Mỗi mức được theo dõi một dòng: bao nhiêu người, tỷ lệ, còn bao nhiêu.",
        "- Đã đăng ký: 24/532 người, đạt tỷ lệ 4,5%; còn 508 người chưa đăng ký.",
        REPORT_KINDS,
        is_block=True,
    ),
    WordingPlace(
        "không thuộc đối tượng",
        "Bao nhiêu người không tính và lý do; không có thì bỏ trống.",
        "Không thuộc đối tượng: 3 (2 nghỉ thai sản, 1 biệt phái)",
        REPORT_KINDS,
    ),
    WordingPlace(
        "số lượt thi",
        "Số người dự thi và số lượt thi; tệp không ghi số lượt thì bỏ trống.",
        "12 người đã dự thi với 15 lượt thi",
        REPORT_KINDS,
    ),
    WordingPlace(
        "thay đổi",
        "So với số liệu đã chốt lần trước hoặc kỳ trước; chưa có thì bỏ trống.",
        "so với báo cáo số liệu chốt 06/6/2026, đăng ký tăng 12 người, hoàn thành tăng 3 người",
        REPORT_KINDS,
    ),
    WordingPlace(
        "lý do thay đổi tổng số",
        "Vì sao tổng số khác lần trước; không đổi thì bỏ trống.",
        "từ 532 xuống 529: 2 nghỉ thai sản từ 01/6, 1 chuyển công tác ngày 05/6",
        REPORT_KINDS,
    ),
    WordingPlace(
        "số đơn vị đạt 100%", "Số đơn vị mọi người đã hoàn thành; không có thì bỏ trống.", "02",
        REPORT_KINDS,
    ),
    WordingPlace(
        "các đơn vị đạt 100%", f"Tên các đơn vị ấy, nhiều nhất {MOST_PRAISED} tên.",
        "Văn phòng Đảng ủy; Phòng Kinh tế",
        REPORT_KINDS,
    ),
    WordingPlace(
        "các đơn vị thấp nhất",
        f"Tên và tỷ lệ của nhiều nhất {MOST_NAMED} đơn vị có tỷ lệ thấp; không có thì bỏ trống.",
        "Công an xã (0%); Phòng Kinh tế (6,7%)",
        REPORT_KINDS,
    ),
    WordingPlace(
        "số liệu của cấp trên",
        "Số liệu cấp trên đã thông báo, bên cạnh số của xã cùng ngày; chưa ghi thì bỏ trống.",
        "đã đăng ký 20 người (danh sách đang theo dõi: 24 người), ngày 08/6/2026",
        REPORT_KINDS,
    ),
    WordingPlace(
        "phụ lục", "Các phụ lục kèm theo.", "Phụ lục I (theo đơn vị), Phụ lục II (theo khối)",
        REPORT_KINDS,
    ),
    WordingPlace(
        "biểu đồ tiến độ", "Số người từng ngày, bên tốc độ cần đạt.", "(biểu đồ)", REPORT_KINDS,
        is_block=True,
    ),
    WordingPlace(
        "biểu đồ đơn vị",
        f"Tỷ lệ của từng đơn vị; trên {FEW_UNITS} đơn vị thì của từng khối.",
        "(biểu đồ)",
        REPORT_KINDS,
        is_block=True,
    ),
)  # fmt: skip


def values_of_results(occasion: Occasion, more: ReportRecords) -> dict[str, WordingValue]:
    """The values of `RESULT_PLACES`."""
    figures, contest = occasion.figures, occasion.contest
    names = mark_names(contest)
    done = [unit for unit in figures.units if unit.total and unit.completed == unit.total]
    charts = {
        "biểu đồ tiến độ": progress_chart(more.curve, figures, contest),
        "biểu đồ đơn vị": rates_chart(figures, contest),
    }
    return {
        "thời điểm số liệu": as_of_words(figures),
        "kỳ báo cáo": more.period_name,
        "thời gian của kỳ": more.period_days,
        "kết quả": tuple(_lines(figures, names)),
        "không thuộc đối tượng": _exempt(figures),
        "số lượt thi": _attempts(figures),
        **_change(occasion, names),
        "số đơn vị đạt 100%": f"{len(done):02d}" if done else "",
        "các đơn vị đạt 100%": _named(done),
        "các đơn vị thấp nhất": _lowest(low_units(figures, contest), names),
        "số liệu của cấp trên": _official(more.official, names),
        "phụ lục": more.annexes,
        **{name: () if chart is None else (chart,) for name, chart in charts.items()},
    }


def _lines(figures: Figures, names: MarkNames) -> list[Paragraph]:
    counts = {Mark.REGISTERED: figures.registered, Mark.COMPLETED: figures.completed}
    told = [
        f"{capitalised(names.done(mark))}: {_share(counts[mark], figures.total)}"
        f"{_left(figures.total - counts[mark], names.undone(mark))}"
        for mark in names.counted
    ]
    if figures.failed:
        told.append(
            f"{capitalised(names.done(Mark.FAILED))}: {_share(figures.failed, figures.total)}"
        )
    last = len(told) - 1
    return [Paragraph(f"- {each}{'.' if at == last else ';'}") for at, each in enumerate(told)]


def _left(people: int, undone: str) -> str:
    return f"; còn {number(people)} người {undone}" if people else ""


def _share(part: int, whole: int) -> str:
    return f"{number(part)}/{number(whole)} người, đạt tỷ lệ {percent(part, whole)}"


def _exempt(figures: Figures) -> str:
    if not figures.exempt:
        return ""
    told = " ".join(figures.footnotes).removesuffix(".")
    return told or f"Không thuộc đối tượng: {number(figures.exempt)} người"


def _attempts(figures: Figures) -> str:
    people = figures.completed + figures.failed
    if not people or figures.attempts < people:
        return ""
    return f"{number(people)} người đã dự thi với {number(figures.attempts)} lượt thi"


def _change(occasion: Occasion, names: MarkNames) -> dict[str, WordingValue]:
    beside = occasion.beside
    if beside is None:
        return {"thay đổi": "", "lý do thay đổi tổng số": ""}
    return {
        "thay đổi": f"{beside.basis.dated_words}, {growth_words(beside, names)}",
        "lý do thay đổi tổng số": _reasons(beside, occasion.figures.total),
    }


def _reasons(beside: Comparison, total: int) -> str:
    """Why the total is another, in the words of a letter: tables have an arrow instead."""
    before = beside.before.total
    way = "xuống" if total < before else "lên"
    arrow = f"{number(before)} → {number(total)}: "
    words = f"từ {number(before)} {way} {number(total)}: " if total != before else ""
    return beside.footnote.removesuffix(".").replace(arrow, words)


def _lowest(low: Sequence[UnitFigures], names: MarkNames) -> str:
    return "; ".join(
        f"{unit.name} ({percent(names.first_of(unit), unit.total)})" for unit in low[:MOST_NAMED]
    )


def _named(done: Sequence[UnitFigures]) -> str:
    named = "; ".join(unit.name for unit in done[:MOST_PRAISED])
    more = len(done) - MOST_PRAISED
    return f"{named} và {number(more)} đơn vị khác" if more > 0 else named


def _official(found: OfficialFigure | None, names: MarkNames) -> str:
    if found is None:
        return ""
    both = {
        Mark.REGISTERED: (found.registered, found.ours_registered),
        Mark.COMPLETED: (found.completed, found.ours_completed),
    }
    told = [
        f"{names.done(mark)} {number(theirs)} người (danh sách đang theo dõi: {number(ours)} người)"
        for mark in names.counted
        for theirs, ours in [both[mark]]
        if theirs is not None
    ]
    return f"{', '.join(told)}, ngày {document_date(found.day)}" if told else ""
