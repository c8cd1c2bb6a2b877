"""Places of part I of reports: what was issued, who is charged with it, publicity, reminders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.campaign.publicity_words import publicity_paragraph
from models.records.reminders import WAY_NAMES, Addressee, Reminder
from models.text.formats import document_date, number
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.papers import cited, issued_papers
from reports.wording.values.records import WordingRecords
from reports.wording.values.report_records import REPORT_KINDS, ReportRecords

GUIDANCE_PLACES = (
    WordingPlace(
        "số văn bản đã ban hành",
        "Số văn bản đi đã có số trong sổ, là công văn, kế hoạch, thông báo, chỉ thị, quyết định.",
        "02",
        REPORT_KINDS,
    ),
    WordingPlace(
        "các văn bản đã ban hành",
        "Từng văn bản ấy với số, ngày, trích yếu; chưa có thì bỏ trống.",
        "Công văn số 1000/UBND-VHXH ngày 02/6/2026 về việc triển khai Cuộc thi “…”",
        REPORT_KINDS,
    ),
    WordingPlace(
        "phân công",
        "Bao nhiêu đơn vị đã có người phụ trách; chưa ghi ai thì bỏ trống.",
        "25/28 cơ quan, đơn vị đã xác định người phụ trách",
        REPORT_KINDS,
    ),
    WordingPlace(
        "tuyên truyền",
        "Đoạn văn về tuyên truyền từ thẻ Tuyên truyền; chưa có nhiệm vụ nào thì bỏ trống.",
        "Công tác tuyên truyền về Cuộc thi “…” được triển khai bằng nhiều hình thức: …",
        REPORT_KINDS,
    ),
    WordingPlace(
        "đôn đốc",
        "Bao nhiêu lượt đôn đốc, bằng cách nào; chưa có thì bỏ trống.",
        "đã đôn đốc 45 lượt đối với 20 cơ quan, đơn vị (30 lượt qua Zalo, 15 lượt bằng văn bản)",
        REPORT_KINDS,
    ),
)


def values_of_guidance(
    occasion: Occasion, records: WordingRecords, more: ReportRecords
) -> dict[str, WordingValue]:
    """The values of `GUIDANCE_PLACES`."""
    papers = [
        told
        for told in issued_papers(records.documents, occasion.as_of)
        if _is_within(told.issued_on, more.since)
    ]
    given = [
        each
        for each in more.reminders
        if each.day <= occasion.as_of and _is_within(each.day, more.since)
    ]
    return {
        "số văn bản đã ban hành": f"{len(papers):02d}" if papers else "",
        "các văn bản đã ban hành": "; ".join(cited(replace(told, issuer="")) for told in papers),
        "phân công": _charged(occasion),
        "tuyên truyền": publicity_paragraph(more.tasks, occasion.as_of, occasion.contest.name)
        if more.tasks
        else "",
        "đôn đốc": reminders_words(given),
    }


def reminders_words(given: Iterable[Reminder]) -> str:
    """ "đã đôn đốc 45 lượt đối với 20 cơ quan, đơn vị (…), gần nhất ngày 08/6/2026"; "" of none."""
    all_given = list(given)
    units = [each for each in all_given if each.to is not Addressee.CHAIRMAN]
    told = []
    if units:
        ways = Counter(each.way for each in units)
        by = ", ".join(f"{number(count)} lượt {WAY_NAMES[way]}" for way, count in ways.items())
        told.append(
            f"đã đôn đốc {number(len(units))} lượt đối với "
            f"{number(len({each.unit_id for each in units}))} cơ quan, đơn vị ({by}), gần nhất "
            f"ngày {document_date(max(each.day for each in units))}"
        )
    above = len(all_given) - len(units)
    if above:
        told.append(f"báo cáo lãnh đạo {number(above)} lượt về các đơn vị có tỷ lệ thấp")
    return "; ".join(told)


def _is_within(day: date | None, since: date | None) -> bool:
    return since is None or (day is not None and day >= since)


def _charged(occasion: Occasion) -> str:
    units = [unit for unit in occasion.figures.units if unit.total]
    named = sum(1 for unit in units if unit.head)
    if not named:
        return ""
    return (
        f"{number(named)}/{number(len(units))} cơ quan, đơn vị đã xác định người phụ trách, đầu "
        "mối theo dõi"
    )
