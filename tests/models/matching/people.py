"""Made-up people for the properties: names close enough together to be mistaken."""

import unicodedata
from datetime import date

from hypothesis import strategies as st

from models.matching.identity import Identity, identity

HO = ["Nguyễn", "Nguyen", "Trần", "Lê", "Lý", "Lí"]
DEM = ["Văn", "Van", "Thị", "Hữu"]
TEN = ["An", "Ân", "Bình", "Bỉnh", "Binh", "Hoà", "Hóa", "Hùng", "Hugn", "Thuý", "Hoa"]
SUFFIX = ["", "", "", " 1990", " (90)", " (A)", " (B)"]


def names() -> st.SearchStrategy[str]:
    words = st.tuples(
        st.sampled_from(HO), st.lists(st.sampled_from(DEM), max_size=2), st.sampled_from(TEN)
    )
    straight = words.map(lambda part: " ".join([part[0], *part[1], part[2]]))
    swapped = words.map(lambda part: " ".join([part[2], part[0], *part[1]]))
    return st.builds(str.__add__, st.one_of(straight, straight, swapped), st.sampled_from(SUFFIX))


def rows() -> st.SearchStrategy[Identity]:
    """Rows of a file: no id."""
    units = st.sampled_from([(None, ""), (1, "Phòng Kinh tế"), (2, "Trạm Y tế"), (None, "Trạm")])
    return st.builds(
        lambda name, unit, **rest: identity(name, unit_id=unit[0], unit=unit[1], **rest),
        names(),
        units,
        phone=st.sampled_from(["", "", "0912000001", "0982000002", "02203000001"]),
        birth=st.sampled_from(["", "", "1990", "1990-05-02", "1985"]),
        staff_code=st.sampled_from(["", "", "", "CB1"]),
        uid=st.sampled_from(["", "", "", "u1"]),
    )


def rosters(most: int = 6) -> st.SearchStrategy[list[Identity]]:
    """People with ids and uids of their own; some have left."""
    gone = st.sampled_from([None, None, None, date(2026, 6, 5)])
    return st.lists(st.tuples(rows(), gone), max_size=most).map(
        lambda people: [
            identity(
                who.name,
                id=at,
                uid=f"u{at}",
                phone=who.phone,
                unit_id=who.unit_id or 1,
                unit=who.unit or "Phòng Kinh tế",
                birth=who.birth,
                staff_code=who.staff_code,
                left_on=left_on,
            )
            for at, (who, left_on) in enumerate(people)
        ]
    )


def noisy(name: str, kind: str) -> str:
    """The same name as another machine would write it."""
    spoilt = {
        "nfd": unicodedata.normalize("NFD", name),
        "upper": name.upper(),
        "lower": name.lower(),
        "spaces": f" {name} ".replace(" ", "\u00a0 "),
        "other tone place": name.replace("oà", "òa").replace("uý", "úy").replace("oá", "óa"),
    }
    return spoilt[kind]


NOISE = ["nfd", "upper", "lower", "spaces", "other tone place"]
