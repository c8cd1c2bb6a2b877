"""Places about the commune and whoever issues the document."""

from __future__ import annotations

from collections.abc import Sequence

from models.office.issuer import COMMITTEE
from models.records import Unit
from models.text.formats import decree_date, document_date
from models.text.names import match_key
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue
from reports.wording.values.records import WordingRecords

OFFICE_PLACES = (
    WordingPlace("tên xã", "Xã, phường, đặc khu với tên.", "xã Kẻ Sặt"),
    WordingPlace("loại xã", "Là xã, phường hay đặc khu.", "xã"),
    WordingPlace("cơ quan ban hành", "Cơ quan ban hành văn bản.", "Ủy ban nhân dân xã Kẻ Sặt"),
    WordingPlace(
        "cơ quan", "Cơ quan ban hành, không kèm tên xã khi là Ủy ban.", "Ủy ban nhân dân xã"
    ),
    WordingPlace("cơ quan viết tắt", "Cơ quan ban hành, viết tắt khi là Ủy ban.", "UBND xã"),
    WordingPlace(
        "yêu cầu", "“yêu cầu” khi Ủy ban nhân dân ban hành, “đề nghị” khi là phòng.", "yêu cầu"
    ),
    WordingPlace(
        "phòng tham mưu",
        "Phòng Văn hóa - Xã hội, khi văn bản do Ủy ban nhân dân ban hành; phòng tự ban hành thì bỏ "
        "trống.",
        "Phòng Văn hóa - Xã hội",
    ),
    WordingPlace(
        "trung tâm dịch vụ",
        "Trung tâm Dịch vụ sự nghiệp công, nếu có trong danh sách đơn vị.",
        "Trung tâm Dịch vụ sự nghiệp công xã",
    ),
    WordingPlace("ngày văn bản", "Ngày ban hành, nếu đã ghi.", "ngày 09 tháng 6 năm 2026"),
    WordingPlace("ngày số liệu", "Ngày của số liệu.", "ngày 08 tháng 6 năm 2026"),
    WordingPlace("ngày số liệu viết gọn", "Ngày của số liệu, viết gọn.", "08/6/2026"),
    WordingPlace(
        "đơn vị",
        "Đơn vị nhận, trong văn bản gửi riêng một đơn vị.",
        "Trường Mầm non Kẻ Sặt",
        ("unit-reminder-letter",),
    ),
)
_CENTRE = "Trung tâm Dịch vụ sự nghiệp công"


def values_of_office(occasion: Occasion, records: WordingRecords) -> dict[str, WordingValue]:
    """The values of `OFFICE_PLACES`."""
    commune, issuer = occasion.commune, occasion.issuer
    committee = issuer.profile == COMMITTEE
    office = "Phòng Văn hóa - Xã hội"
    return {
        "tên xã": commune.lower_name,
        "loại xã": commune.kind,
        "cơ quan ban hành": issuer.words,
        "cơ quan": f"Ủy ban nhân dân {commune.kind}" if committee else office,
        "cơ quan viết tắt": f"UBND {commune.kind}" if committee else office,
        "yêu cầu": "yêu cầu" if committee else "đề nghị",
        "phòng tham mưu": office if committee else "",
        "trung tâm dịch vụ": _centre(records.units, commune.kind),
        "ngày văn bản": decree_date(occasion.issued_on) if occasion.issued_on else "",
        "ngày số liệu": decree_date(occasion.as_of),
        "ngày số liệu viết gọn": document_date(occasion.as_of),
        "đơn vị": records.unit.name if records.unit else "",
    }


def told_of_commune(name: str, kind: str) -> str:
    """The name of a unit with the word of the commune behind it, said once."""
    return name if match_key(name).endswith(match_key(kind)) else f"{name} {kind}"


def _centre(units: Sequence[Unit], kind: str) -> str:
    wanted = match_key(_CENTRE)
    named = (u.name for u in units if match_key(u.name).startswith(wanted))
    found = next(named, "")
    return told_of_commune(found, kind) if found else ""
