"""The presets say what the law and the city's letters say."""

import re
import subprocess
import sys
import unicodedata
from collections import Counter
from datetime import date

import pytest

from models.records import UnitKind
from resources import resource_path
from resources.catalog import (
    COMMUNE_KINDS,
    StarterUnit,
    communes,
    contest_codes,
    contest_preset,
    find_commune,
    starter_units,
)

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = "\u0300\u0309\u0303\u0301\u0323"


def alphabetical(name: str) -> tuple[list[list[int]], list[int]]:
    """Letters first, tones (huyền hỏi ngã sắc nặng) only between equal letters."""
    letters, tones = [], []
    for word in name.casefold().split():
        marks = [c for c in unicodedata.normalize("NFD", word) if c in TONES]
        bare = "".join(c for c in unicodedata.normalize("NFD", word) if c not in TONES)
        letters.append([ALPHABET.index(c) for c in unicodedata.normalize("NFC", bare)])
        tones.append(TONES.index(marks[0]) + 1 if marks else 0)
    return letters, tones


def test_hai_phong_has_67_45_and_2_communes():
    kinds = Counter(entry.kind for entry in communes())
    assert kinds == {"xã": 67, "phường": 45, "đặc khu": 2}
    assert len({entry.code for entry in communes()}) == 114
    assert all(re.fullmatch(r"1[01]\d{3}", entry.code) for entry in communes())


def test_communes_stand_in_vietnamese_order():
    names = [entry.name for entry in communes()]
    assert names == sorted(names, key=alphabetical)
    assert names[0] == "Ái Quốc"
    assert names.index("Bạch Đằng") < names.index("Bắc An Phụ") < names.index("Bình Giang")


def test_names_are_whole_and_precomposed():
    for entry in communes():
        assert entry.full_name == f"{entry.kind.capitalize()} {entry.name}"
        assert unicodedata.is_normalized("NFC", entry.full_name)


def test_the_place_of_documents_keeps_the_full_form_only_after_a_person():
    places = {entry.full_name: entry.place for entry in communes()}
    assert places["Xã Kẻ Sặt"] == "Kẻ Sặt"
    assert places["Phường Bạch Đằng"] == "Bạch Đằng"
    assert places["Phường Trần Hưng Đạo"] == "Phường Trần Hưng Đạo"
    assert places["Xã Nguyễn Bỉnh Khiêm"] == "Xã Nguyễn Bỉnh Khiêm"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ("Xã Kẻ Sặt", "10945"),
        ("  XÃ  KẺ SẶT ", "10945"),
        (unicodedata.normalize("NFD", "Xã Kẻ Sặt"), "10945"),
        ("Phường Thủy Nguyên", "11560"),
        ("Phường Thuỷ Nguyên", "11560"),
        ("PHƯỜNG THUỶ NGUYÊN", "11560"),
        ("phường Hòa Bình", "11533"),
        ("xã Vĩnh Hoà", "11848"),
        ("Xã Cẩm Giang", "10888"),
        ("Xã Cẩm Giàng", "10903"),
        ("Đặc khu Bạch Long Vĩ", "11948"),
    ],
)
def test_a_commune_is_found_by_its_full_name(asked, code):
    found = find_commune(asked)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "asked", ["", "Kẻ Sặt", "Xã Ke Sat", "Phường Kẻ Sặt", "Xã Cẩm Giảng", "Xã Qúy Lộc"]
)
def test_nothing_else_is_a_commune(asked):
    assert find_commune(asked) is None


def test_every_commune_finds_itself():
    assert all(find_commune(entry.full_name) is entry for entry in communes())


def walk(units: tuple[StarterUnit, ...]) -> list[StarterUnit]:
    return [found for unit in units for found in (unit, *walk(unit.children))]


@pytest.mark.parametrize("kind", COMMUNE_KINDS)
def test_a_starter_tree_is_sound(kind):
    units = walk(starter_units(kind))
    assert {unit.unit_kind for unit in units} <= {str(member) for member in UnitKind}
    names = [unit.name for unit in units]
    assert len(set(names)) == len(names) >= 20
    texts = [text for unit in units for text in (unit.name, *unit.aliases)]
    folded = [text.casefold() for text in texts]
    assert [text for text, count in Counter(folded).items() if count > 1] == []
    assert all(text == " ".join(text.split()) and "{" not in text for text in texts)


def names_of(kind: str) -> set[str]:
    return {unit.name for unit in walk(starter_units(kind))}


def test_each_kind_of_commune_has_its_own_words():
    assert {"Công an xã", "Trạm Y tế xã", "Phòng Kinh tế", "Các thôn"} <= names_of("xã")
    assert {
        "Công an phường",
        "Trạm Y tế phường",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Các tổ dân phố",
    } <= names_of("phường")
    assert {"Công an đặc khu", "Phòng Kinh tế", "Các thôn, tổ dân phố"} <= names_of("đặc khu")
    assert "Phòng Kinh tế" not in names_of("phường")
    texts = [t for unit in walk(starter_units("phường")) for t in (unit.name, *unit.aliases)]
    assert not any(re.search(r"\bxã\b(?! hội)", text, re.IGNORECASE) for text in texts)


def test_every_body_that_the_letters_address_is_there():
    addressed = {
        "Ban Xây dựng Đảng",
        "Ủy ban Kiểm tra Đảng ủy",
        "Văn phòng Đảng ủy",
        "Thường trực Đảng ủy",
        "Thường trực Hội đồng nhân dân",
        "Các Ban Hội đồng nhân dân",
        "Phòng Văn hóa - Xã hội",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Các tổ chức chính trị - xã hội",
        "Ban Chỉ huy Quân sự xã",
        "Công an xã",
        "Trạm Y tế xã",
        "Trung tâm Phục vụ hành chính công",
        "Trung tâm Dịch vụ sự nghiệp công",
        "Đơn vị sự nghiệp công lập",
        "Các trường học",
    }
    assert addressed <= names_of("xã")


def test_the_office_of_culture_answers_to_its_short_names():
    (office,) = (u for u in walk(starter_units("xã")) if u.name == "Phòng Văn hóa - Xã hội")
    assert {"Phòng VH-XH", "Phòng VHXH", "P. Văn hóa - Xã hội"} <= set(office.aliases)


def test_there_is_no_fourth_kind_of_commune():
    with pytest.raises(ValueError, match="huyện"):
        starter_units("huyện")


def test_the_contest_is_the_one_of_the_letters():
    contest = contest_preset("ai-2026")
    assert contest_codes() == ("ai-2026",)
    assert contest.name == "Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính"
    assert (contest.platform, contest.target) == ("OneTouch", 100)
    assert (contest.score_rule, contest.pass_mark) == ("best", None)
    assert [(s.number, s.name, s.starts_on, s.ends_on) for s in contest.stages] == [
        (1, "Nâng cao năng lực", date(2026, 5, 28), date(2026, 6, 11)),
        (2, "Chuyển đổi đột phá", date(2026, 6, 12), date(2026, 6, 20)),
        (3, "Vinh danh", date(2026, 6, 21), date(2026, 6, 25)),
    ]
    assert [s.suggested_internal_ends_on for s in contest.stages] == [date(2026, 6, 10), None, None]
    assert [(p.count, p.amount) for p in contest.prizes] == [
        (1, 10_000_000),
        (2, 5_000_000),
        (3, 3_000_000),
        (5, 2_000_000),
    ]
    assert [(d.symbol, d.issued_on) for d in contest.documents] == [
        ("2136/SKHCN-TTTT", date(2026, 5, 28)),
        ("2291/SKHCN-TTTT", date(2026, 6, 6)),
    ]
    assert {d.due_on for d in contest.documents} == {contest.stages[0].ends_on}


def test_an_unknown_contest_is_refused():
    with pytest.raises(LookupError, match="ai-2031"):
        contest_preset("ai-2031")


def test_presets_hold_nothing_personal_and_no_password():
    for path in resource_path("presets").rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert "12345678" not in text
        assert "@" not in text
        assert not re.search(r"\b0\d{2}[ .]?\d{3}[ .]?\d{3,4}\b", text)


def test_resources_import_nothing_of_ours():
    code = (
        "import sys, resources.catalog as c; c.communes(); c.starter_units('xã');"
        "print(sorted({'models', 'reports', 'ui', 'PySide6', 'sqlalchemy'} & set(sys.modules)))"
    )
    root = resource_path().parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"
