"""Rules of what is derived: keys agree with names, phones have their form, uids are of one."""

from __future__ import annotations

from models.checking.findings import RESTORE, Flaw, SetValues
from models.checking.sight import CheckRule, Flaws, Sight
from models.roster.people import person_name_columns
from models.roster.units import unit_name_columns
from models.text.name_keys import name_keys
from models.text.names import match_key
from models.text.phones import normalise_phone

_AGAIN = "tính lại từ tên đang ghi"


def _people(look: Sight) -> Flaws:
    rows = look.rows("SELECT id, name, name_key, name_search, name_sort FROM people")
    for person_id, name, match, search, sort in rows:
        if name_keys(name) != (match, search, sort):
            yield Flaw(
                "Khóa tìm kiếm và sắp xếp không khớp với họ và tên nên có thể không tìm thấy "
                "người này.",
                look.person(person_id),
                _AGAIN,
                cure=SetValues("people", person_id, person_name_columns(name)),
            )


def _units(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, name, name_key, name_search FROM units"):
        keys = unit_name_columns(row.name)
        if keys != {"name_key": row.name_key, "name_search": row.name_search}:
            yield Flaw(
                "Khóa tìm kiếm không khớp với tên đơn vị.",
                look.unit(row.id),
                _AGAIN,
                cure=SetValues("units", row.id, keys),
            )
    taken = {row.alias_key: row.id for row in look.rows("SELECT id, alias_key FROM unit_aliases")}
    for row in look.rows("SELECT id, unit_id, alias, alias_key FROM unit_aliases"):
        key = match_key(row.alias)
        if key == row.alias_key:
            continue
        free = key not in taken
        yield Flaw(
            f"Khóa tìm kiếm không khớp với tên gọi khác “{row.alias}” của đơn vị.",
            look.unit(row.unit_id),
            _AGAIN if free else "",
            advice="" if free else "Hãy xóa tên gọi khác này ở trang Đơn vị.",
            cure=SetValues("unit_aliases", row.id, {"alias_key": key}) if free else None,
        )


def _phones(look: Sight) -> Flaws:
    for row in look.rows("SELECT id, phone, phone_raw FROM people WHERE phone <> ''"):
        if normalise_phone(row.phone).number == row.phone:
            continue
        written = normalise_phone(row.phone_raw).number
        yield Flaw(
            f"Số điện thoại “{row.phone}” không ở dạng chuẩn.",
            look.person(row.id),
            f"lấy lại số {written} từ ô đã nhập “{row.phone_raw}”" if written else "",
            advice="" if written else "Hãy sửa số điện thoại của người này ở trang Danh sách.",
            cure=SetValues("people", row.id, {"phone": written}) if written else None,
        )


def _uids(look: Sight) -> Flaws:
    # Read whole: an index that is damaged would count what it says itself.
    for table, words in (("people", look.person), ("units", look.unit)):
        seen: dict[str, int] = {}
        for row in look.rows(f"SELECT id, uid FROM {table}"):
            if not row.uid or row.uid in seen:
                twin = f" với {words(seen[row.uid])}" if row.uid in seen else ""
                yield Flaw(f"Mã nhận diện trống hoặc trùng{twin}.", words(row.id), advice=RESTORE)
            seen.setdefault(row.uid, row.id)


KEY_RULES = (
    CheckRule("person-keys", "Khóa tìm kiếm khớp với họ và tên", _people),
    CheckRule("unit-keys", "Khóa tìm kiếm khớp với tên đơn vị", _units),
    CheckRule("phones", "Số điện thoại ở dạng chuẩn", _phones),
    CheckRule("uids", "Mỗi người, mỗi đơn vị một mã nhận diện", _uids),
)
