"""Which post heads a unit: a table of cases, deputies never; sure, asked, or nothing."""

from __future__ import annotations

import pytest

from models.campaign.address import address_of, joined_post
from models.campaign.heads import PostHolder, propose_heads
from models.campaign.posts import heading_post
from models.records import Contact, Unit, UnitKind

K = UnitKind
SCHOOL, CLASS = "Trường THCS Ban Mai", "Trường Mầm non Hoa Sen"
ECONOMY, CULTURE = "Phòng Kinh tế", "Phòng Văn hóa - Xã hội"
VILLAGE, STREET = "Thôn Đông", "Tổ dân phố số 3"


@pytest.mark.parametrize(
    ("position", "unit", "kind"),
    [
        ("Hiệu trưởng", SCHOOL, K.SCHOOL),
        ("HIỆU TRƯỞNG", SCHOOL, K.SCHOOL),
        ("Hieu truong", SCHOOL, K.SCHOOL),
        ("Hiệu trưởng trường MN Hoa Sen", CLASS, K.SCHOOL),
        ("Bí thư Chi bộ, Hiệu trưởng", SCHOOL, K.SCHOOL),
        ("Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("Trưởng phòng VHXH", CULTURE, K.GOVERNMENT),
        ("Trưởng phòng Văn hóa - Xã hội", CULTURE, K.OTHER),
        ("Chánh Văn phòng", "Văn phòng HĐND và UBND", K.GOVERNMENT),
        ("Giám đốc", "Trung tâm Phục vụ hành chính công", K.GOVERNMENT),
        ("Phó Chủ tịch UBND xã, Giám đốc", "Trung tâm Phục vụ hành chính công", K.GOVERNMENT),
        ("Chủ tịch UBND xã", "Lãnh đạo Ủy ban nhân dân", K.GOVERNMENT),
        ("Bí thư", "Thường trực Đảng ủy", K.PARTY),
        ("Trưởng ban", "Ban Xây dựng Đảng", K.PARTY),
        ("Chủ nhiệm UBKT", "Ủy ban Kiểm tra Đảng ủy", K.PARTY),
        ("Chủ tịch", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", K.FRONT),
        ("Trạm trưởng", "Trạm Y tế xã", K.HEALTH),
        ("Trưởng trạm", "Trạm Y tế xã", K.HEALTH),
        ("Trưởng Công an xã", "Công an xã", K.FORCES),
        ("Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã", K.FORCES),
        ("Giám đốc", "Ban Quản lý dự án", K.PUBLIC_SERVICE),
        ("Trưởng thôn", VILLAGE, K.VILLAGE),
        ("Bí thư Chi bộ - Trưởng thôn", VILLAGE, K.VILLAGE),
        ("Bí thư chi bộ kiêm Trưởng thôn", VILLAGE, K.VILLAGE),
        ("Tổ trưởng", STREET, K.VILLAGE),
        ("Tổ trưởng TDP", STREET, K.VILLAGE),
        ("Trưởng KDC", "Khu dân cư số 5", K.VILLAGE),
        ("Xóm trưởng", "Xóm 2", K.VILLAGE),
        ("Trưởng làng", "Làng Chuông", K.VILLAGE),
        ("Trưởng CA xã - Thiếu tá", "Công an xã", K.FORCES),
        ("Chỉ huy trưởng", "Ban CHQS xã", K.FORCES),
        ("Chánh VP", "Văn phòng Đảng ủy", K.PARTY),
        ("Bí thư chi bộ", "Chi bộ thôn Đông", K.PARTY),
        ("Chủ tịch UBND xã", "Lãnh đạo xã", K.GOVERNMENT),
        ("Hiệu trưởng nhà trường", SCHOOL, K.SCHOOL),
        ("Hiệu trưởng (Bí thư Chi bộ)", SCHOOL, K.SCHOOL),
        ("ThS. Hiệu trưởng", SCHOOL, K.SCHOOL),
        ("1. Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("Đ/c Trưởng phòng.", ECONOMY, K.GOVERNMENT),
        ("Phó Bí thư Chi bộ, Trưởng thôn", VILLAGE, K.VILLAGE),
        ("PCT UBMTTQ, Chủ tịch Hội Nông dân", "Hội Nông dân xã", K.FRONT),
        ("Xóm trưởng", "Xóm 2", K.OTHER),
        ("Trưởng phòng Kinh tế - Ủy viên UBND xã", ECONOMY, K.GOVERNMENT),
        ("Trưởng phòng Văn hóa - Xã hội - Phó Bí thư Chi bộ", CULTURE, K.GOVERNMENT),
        ("Chủ tịch Hội NCT", "Hội Người cao tuổi", K.FRONT),
        ("Trưởng phòng UBND xã", ECONOMY, K.GOVERNMENT),
        ("Chánh Văn phòng Đảng ủy", "Văn phòng Đảng ủy", K.PARTY),
    ],
)
def test_these_posts_surely_head_the_unit(position, unit, kind):
    found = heading_post(position, unit, kind)
    assert found is not None
    assert found.doubt == ""


@pytest.mark.parametrize(
    ("position", "unit", "kind", "words"),
    [
        ("Quyền Trưởng phòng", ECONOMY, K.GOVERNMENT, "quyền"),
        ("Q. Hiệu trưởng", SCHOOL, K.SCHOOL, "quyền"),
        ("HT", SCHOOL, K.SCHOOL, "viết tắt"),
        ("Hiệu trưởng trường MN Sơn Ca", CLASS, K.SCHOOL, "không giống tên đơn vị"),
        ("Bí thư Chi bộ", VILLAGE, K.VILLAGE, "không phải là trưởng thôn"),
        ("TP Kinh tế", ECONOMY, K.GOVERNMENT, "viết tắt"),
        ("H.T", SCHOOL, K.SCHOOL, "viết tắt"),
        ("Trưởng phòng Kinh tế - Hạ tầng", ECONOMY, K.GOVERNMENT, "không giống tên đơn vị"),
        ("Trưởng phòng Văn hóa - Thông tin", CULTURE, K.GOVERNMENT, "không giống tên đơn vị"),
        ("Q.HT", SCHOOL, K.SCHOOL, "quyền"),
        ("Q.Trưởng phòng", ECONOMY, K.GOVERNMENT, "quyền"),
        ("P.Hiệu trưởng phụ trách", SCHOOL, K.SCHOOL, "phụ trách"),
        ("Chánh Văn phòng Đảng ủy", "VP HĐND và UBND", K.GOVERNMENT, "không giống tên đơn vị"),
        ("Hiệu trưởng trường TH Ban Mai", SCHOOL, K.SCHOOL, "không giống tên đơn vị"),
        ("Phó Hiệu trưởng phụ trách", SCHOOL, K.SCHOOL, "phụ trách"),
        ("PHT phụ trách trường", SCHOOL, K.SCHOOL, "phụ trách"),
        ("Phó Trưởng phòng (giao phụ trách phòng)", ECONOMY, K.GOVERNMENT, "phụ trách"),
        ("Phụ trách trạm", "Trạm Y tế xã", K.HEALTH, "phụ trách"),
        ("Hiệu phó phụ trách", SCHOOL, K.SCHOOL, "phụ trách"),
        ("Nguyên Bí thư Chi bộ, Trưởng thôn", VILLAGE, K.VILLAGE, "ghi cả “Nguyên Bí thư"),
        ("Trưởng phòng/Phó phòng", ECONOMY, K.GOVERNMENT, "ghi cả “Phó phòng”"),
        ("Trưởng phòng?", ECONOMY, K.GOVERNMENT, "dấu hỏi"),
        ("Trưởng phòng (nghỉ hưu)", ECONOMY, K.GOVERNMENT, "không giống tên đơn vị"),
        ("Bí thư Đảng ủy xã", "Chi bộ Cơ quan UBND xã", K.PARTY, "không giống tên đơn vị"),
        ("Bí thư Đảng ủy", "Đoàn Thanh niên xã", K.FRONT, "không giống tên đơn vị"),
        ("Chủ tịch UBND xã", "HĐND xã", K.COUNCIL, "không giống tên đơn vị"),
        ("Chủ tịch UBND xã", "UBMTTQ Việt Nam xã", K.FRONT, "không giống tên đơn vị"),
    ],
)
def test_these_are_asked_about(position, unit, kind, words):
    found = heading_post(position, unit, kind)
    assert found is not None
    assert words in found.doubt


@pytest.mark.parametrize(
    ("position", "unit", "kind"),
    [
        ("Phó Hiệu trưởng", SCHOOL, K.SCHOOL),
        ("Phó Hiệu trưởng phụ trách chuyên môn", SCHOOL, K.SCHOOL),
        ("Phó Tổ trưởng phụ trách", SCHOOL, K.SCHOOL),
        ("Tổng phụ trách Đội", SCHOOL, K.SCHOOL),
        ("Chuyên viên, phụ trách", ECONOMY, K.GOVERNMENT),
        ("Nguyên Hiệu trưởng (phụ trách)", SCHOOL, K.SCHOOL),
        ("Phó - Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("Phó, Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("P.TP", ECONOMY, K.GOVERNMENT),
        ("KT. Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("Giáo viên (nguyên Hiệu trưởng)", SCHOOL, K.SCHOOL),
        ("Tổ trưởng", VILLAGE, K.VILLAGE),
        ("T.Trưởng", STREET, K.VILLAGE),
        ("Chủ tịch UBND xã", "VP HĐND và UBND", K.GOVERNMENT),
        ("Hiệu phó", SCHOOL, K.SCHOOL),
        ("P. Trưởng phòng", ECONOMY, K.GOVERNMENT),
        ("Phó Chánh Văn phòng", "Văn phòng Đảng ủy", K.PARTY),
        ("Phó Bí thư, Phó Trưởng ban", "Ban Xây dựng Đảng", K.PARTY),
        ("Phó Trưởng thôn", VILLAGE, K.VILLAGE),
        ("Trưởng Ban công tác Mặt trận", VILLAGE, K.VILLAGE),
        ("Bí thư Chi đoàn", VILLAGE, K.VILLAGE),
        ("Tổ trưởng chuyên môn", SCHOOL, K.SCHOOL),
        ("Chủ tịch Công đoàn", SCHOOL, K.SCHOOL),
        ("Nguyên Hiệu trưởng", SCHOOL, K.SCHOOL),
        ("Chuyên viên", ECONOMY, K.GOVERNMENT),
        ("", SCHOOL, K.SCHOOL),
    ],
)
def test_deputies_and_all_others_never(position, unit, kind):
    assert heading_post(position, unit, kind) is None


def unit(name=SCHOOL, kind=K.SCHOOL, *contacts):
    return Unit(7, "u", name, kind, None, 0, contacts=contacts)


def holder(name, position, person_id=1, phone="", **more):
    return PostHolder(person_id, name, 7, position, phone, **more)


def proposed(where, *holders):
    found = propose_heads([where], holders)
    return found[0] if found else None


def test_one_head_is_sure_whoever_else_works_there():
    found = proposed(
        unit(), holder("Trần Văn An", "Phó Hiệu trưởng"), holder("Lê Thị Bình", "Hiệu trưởng", 2)
    )
    assert found.sure
    assert [each.name for each in found.candidates] == ["Lê Thị Bình"]


def test_two_heads_of_one_unit_are_asked():
    found = proposed(
        unit(), holder("Trần Văn An", "Hiệu trưởng"), holder("Lê Thị Bình", "Hiệu trưởng", 2)
    )
    assert not found.sure
    assert [each.person_id for each in found.candidates] == [1, 2]


def test_a_surer_one_stands_before_a_doubtful_one():
    where = unit(VILLAGE, K.VILLAGE)
    found = proposed(
        where, holder("Trần Văn An", "Bí thư Chi bộ"), holder("Lê Thị Bình", "Trưởng thôn", 2)
    )
    assert found.sure
    assert found.candidates[0].name == "Lê Thị Bình"
    alone = proposed(where, holder("Trần Văn An", "Bí thư Chi bộ"))
    assert not alone.sure


def test_a_post_beside_and_a_unit_of_several_bodies_are_asked():
    beside = proposed(unit(), holder("Trần Văn An", "Hiệu trưởng", home="Phòng Kinh tế"))
    assert "kiêm nhiệm" in "; ".join(beside.reasons)
    several = unit("Các Ban Hội đồng nhân dân", K.COUNCIL)
    assert not proposed(several, holder("Trần Văn An", "Trưởng ban")).sure


def test_an_abbreviation_is_sure_where_the_deputies_have_it_too():
    first, second = holder("Trần Văn An", "HT"), holder("Lê Thị Bình", "PHT", 2)
    assert not proposed(unit(), first).sure
    found = proposed(unit(), first, second)
    assert found.sure
    assert found.candidates[0].name == "Trần Văn An"
    assert not proposed(unit(), first, second._replace(position="P. Giám đốc")).sure


def test_a_deputy_in_charge_is_asked_about_only_where_nobody_heads():
    charged = holder("Trần Văn An", "Phó Hiệu trưởng phụ trách")
    assert not proposed(unit(), charged).sure
    found = proposed(unit(), charged, holder("Lê Thị Bình", "Hiệu trưởng", 2))
    assert found.sure
    assert [each.person_id for each in found.candidates] == [2]


def test_nobody_is_proposed_where_nobody_heads():
    assert proposed(unit(), holder("Trần Văn An", "Giáo viên")) is None


HEAD = Contact("head", "Lê Thị Bình", "Hiệu trưởng", "0912 000 002")


def test_a_named_head_stays_unless_somebody_says_otherwise():
    where = unit(SCHOOL, K.SCHOOL, HEAD)
    assert proposed(where, holder("Lê Thị Bình", "Hiệu trưởng", 2, "0912000002")) is None
    assert proposed(where, holder("Lê Thị Bình", "Giáo viên", 2, "0912000002")) is None
    found = proposed(where, holder("Trần Văn An", "Hiệu trưởng"))
    assert not found.sure
    assert "đang ghi người đứng đầu là Lê Thị Bình" in found.reasons
    namesake = proposed(where, holder("Lê Thị Bình", "Hiệu trưởng", 3, "0912000003"))
    assert not namesake.sure


def test_a_head_who_left_is_noticed_with_or_without_a_new_one():
    where = unit(SCHOOL, K.SCHOOL, HEAD)
    left = holder("Lê Thị Bình", "", 2, "0912000002", gone="đã rời danh sách từ 01/06/2026")
    alone = proposed(where, left)
    assert (alone.candidates, alone.gone) == ((), "Lê Thị Bình đã rời danh sách từ 01/06/2026")
    after = proposed(where, left, holder("Trần Văn An", "Hiệu trưởng"))
    assert not after.sure
    assert after.gone
    assert after.candidates[0].name == "Trần Văn An"


@pytest.mark.parametrize(
    ("post", "unit_name", "words"),
    [
        ("Hiệu trưởng", SCHOOL, "Hiệu trưởng Trường THCS Ban Mai"),
        ("Trưởng phòng", ECONOMY, "Trưởng phòng Kinh tế"),
        ("Trưởng phòng Văn hóa", CULTURE, "Trưởng phòng Văn hóa - Xã hội"),
        ("Trưởng thôn", VILLAGE, "Trưởng thôn Đông"),
        ("Tổ trưởng", STREET, "Tổ trưởng Tổ dân phố số 3"),
        ("Tổ trưởng Tổ dân phố", STREET, "Tổ trưởng Tổ dân phố số 3"),
        ("Trưởng Công an xã", "Công an xã", "Trưởng Công an xã"),
        ("Chủ tịch UBND xã", "Lãnh đạo Ủy ban nhân dân", "Chủ tịch UBND xã"),
        ("Trạm trưởng", "Trạm Y tế xã", "Trạm trưởng Trạm Y tế xã"),
        ("Bí thư", "Đảng ủy xã", "Bí thư Đảng ủy xã"),
    ],
)
def test_post_and_unit_are_said_once(post, unit_name, words):
    assert joined_post(post, unit_name) == words


@pytest.mark.parametrize(
    ("contact", "words"),
    [
        (HEAD, "đồng chí Lê Thị Bình, Hiệu trưởng Trường THCS Ban Mai"),
        (Contact("head", "Lê Thị Bình"), "đồng chí Lê Thị Bình (Trường THCS Ban Mai)"),
        (
            Contact("head", "Lê Thị Bình", "Bí thư Chi bộ, Hiệu trưởng"),
            "đồng chí Lê Thị Bình, Hiệu trưởng Trường THCS Ban Mai",
        ),
        (
            Contact("head", "Lê Thị Bình", "PHT phụ trách (Bí thư Chi bộ)"),
            "đồng chí Lê Thị Bình, PHT phụ trách Trường THCS Ban Mai",
        ),
        (Contact("head", "Lê Thị Bình", "Phó"), "đồng chí Lê Thị Bình, Phó Trường THCS Ban Mai"),
        (Contact("head", "Lê Thị Bình", "-"), "đồng chí Lê Thị Bình (Trường THCS Ban Mai)"),
        (Contact("contact", "Lê Thị Bình"), "đồng chí lãnh đạo Trường THCS Ban Mai"),
    ],
)
def test_the_head_is_greeted_by_name_and_post(contact, words):
    assert address_of(unit(SCHOOL, K.SCHOOL, contact)) == words
