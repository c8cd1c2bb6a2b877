"""Places about the commune and whoever issues the document."""

from __future__ import annotations

from collections.abc import Sequence

from models.records import Unit, UnitKind
from models.text.formats import decree_date, document_date, minute_words
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
        "cơ quan ban hành viết tắt", "Cơ quan ban hành kèm tên xã, viết tắt.", "UBND xã Kẻ Sặt"
    ),
    WordingPlace("thành phố", "Tỉnh, thành phố.", "thành phố Hải Phòng"),
    WordingPlace("trường học", "Bỏ trống khi không có trường học tham gia.", "trường học"),
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
    WordingPlace(
        "ngày số liệu",
        "Ngày của số liệu, kèm giờ nếu tính đến một giờ.",
        "ngày 08 tháng 6 năm 2026",
    ),
    WordingPlace("ngày số liệu viết gọn", "Ngày của số liệu, viết gọn.", "08/6/2026"),
)
CULTURE_OFFICE = "Phòng Văn hóa - Xã hội"
"""It follows every contest."""
_CENTRE = "Trung tâm Dịch vụ sự nghiệp công"


def values_of_office(occasion: Occasion, records: WordingRecords) -> dict[str, WordingValue]:
    """The values of `OFFICE_PLACES`."""
    commune, issuer = occasion.commune, occasion.issuer
    committee, office = not issuer.parent, CULTURE_OFFICE
    return {
        "tên xã": commune.lower_name,
        "loại xã": commune.kind,
        "cơ quan ban hành": issuer.words,
        "cơ quan": f"Ủy ban nhân dân {commune.kind}" if committee else office,
        "cơ quan viết tắt": f"UBND {commune.kind}" if committee else office,
        "cơ quan ban hành viết tắt": issuer.words.replace("Ủy ban nhân dân", "UBND"),
        "thành phố": commune.province,
        "trường học": "trường học" if _has_schools(occasion, records) else "",
        "yêu cầu": "yêu cầu" if committee else "đề nghị",
        "phòng tham mưu": office if committee else "",
        "trung tâm dịch vụ": _centre(records.units, commune.kind),
        "ngày văn bản": decree_date(occasion.issued_on) if occasion.issued_on else "",
        "ngày số liệu": _moment(occasion),
        "ngày số liệu viết gọn": document_date(occasion.as_of),
    }


def _moment(occasion: Occasion) -> str:
    minute = occasion.figures.minute
    at = "" if minute is None else f"{minute_words(minute)} "
    return f"{at}{decree_date(occasion.as_of)}"


def _has_schools(occasion: Occasion, records: WordingRecords) -> bool:
    """By the tree; a list of people may still be to come."""
    listed = {unit.kind for unit in records.units}
    return UnitKind.SCHOOL in listed | {unit.kind for unit in occasion.figures.units}


def told_of_commune(name: str, kind: str) -> str:
    """The name of a unit with the word of the commune behind it, said once."""
    return name if match_key(name).endswith(match_key(kind)) else f"{name} {kind}"


def _centre(units: Sequence[Unit], kind: str) -> str:
    wanted = match_key(_CENTRE)
    named = (u.name for u in units if match_key(u.name).startswith(wanted))
    found = next(named, "")
    return told_of_commune(found, kind) if found else ""
