import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.phones import (
    CONVERTED,
    DIGITS_LOST,
    LANDLINE,
    MASKED,
    MOBILE_PREFIXES,
    NOT_A_PHONE,
    OF_ANOTHER,
    OLD_HAI_DUONG,
    OLD_HAI_PHONG,
    PREFIXES_UNTIL_2018,
    SERVICE_NUMBER,
    Phone,
    display_phone,
    mask_phone,
    normalise_phone,
)


@pytest.mark.parametrize(
    "value",
    [
        982103591,
        982103591.0,
        "982103591.0",
        "0982103591",
        "+84 982 103 591",
        "0982.103.591",
        84982103591,
        84982103591.0,
        "84982103591",
        "0084982103591",
        "+84 (0) 982-103-591",
        "O982 1O3 591",
        " 0982\xa0103\xa0591 ",
        "\u202a0982103591\u202c",
        "SĐT: 0982103591",
        "ĐT 0982.103.591",
        "(0982) 103 591",
        "0982/103/591",
        "982,103,591",
        "0982103591 (Zalo)",
        "'0982103591",
        "9.82103591E+08",
        "9,82103591e8",
        "0982–103–591",
        "Tel: 0982 103 591.",
        "SĐT/Zalo: 0982103591",
    ],
)
def test_every_way_to_write_one_mobile(value: object) -> None:
    phone = normalise_phone(value)
    assert (phone.number, phone.others, phone.warning) == ("0982103591", (), "")
    assert phone.raw == str(value).strip().removesuffix(".0")


@pytest.mark.parametrize(
    "value", ["01682103591", 1682103591, "0168 210 3591", "841682103591", "+841682103591"]
)
def test_numbers_of_before_2018_get_their_new_prefix(value: object) -> None:
    phone = normalise_phone(value)
    assert phone.number == "0382103591"
    assert phone.warning == CONVERTED.format(old="01682103591", new="0382103591")


def test_every_old_prefix_becomes_a_known_mobile_prefix() -> None:
    assert len(PREFIXES_UNTIL_2018) == 21
    assert set(PREFIXES_UNTIL_2018.values()) <= MOBILE_PREFIXES
    assert normalise_phone("0123 456 7890").number == "0834567890"


def test_known_prefixes_are_those_of_the_operators() -> None:
    viettel, vina = (
        "032 033 034 035 036 037 038 039 086 096 097 098",
        "081 082 083 084 085 088 091 094",
    )
    mobi, others = "070 076 077 078 079 089 090 093", "052 056 058 092 059 099 087 055"
    assert set(f"{viettel} {vina} {mobi} {others}".split()) == MOBILE_PREFIXES


@pytest.mark.parametrize(
    ("value", "number", "warning"),
    [
        ("0313823456", "0313823456", OLD_HAI_PHONG),
        ("313823456", "0313823456", OLD_HAI_PHONG),
        ("02253823456", "02253823456", LANDLINE),
        ("(0225) 3.823.456", "02253823456", LANDLINE),
        ("+84 225 3823456", "02253823456", LANDLINE),
        ("03203823456", "03203823456", OLD_HAI_DUONG),
        ("1900 6868", "", SERVICE_NUMBER),
        ("9.82E+08", "", DIGITS_LOST),
        ("chưa rõ số nào", "", NOT_A_PHONE),
        ("12345", "", NOT_A_PHONE),
        ("09821035912", "", NOT_A_PHONE),
        ("01822103591", "", NOT_A_PHONE),
        ("nguyenvana", "", NOT_A_PHONE),
        (True, "", NOT_A_PHONE),
        (float("nan"), "", NOT_A_PHONE),
    ],
)
def test_doubtful_numbers_are_kept_with_a_warning(value: object, number: str, warning: str) -> None:
    phone = normalise_phone(value)
    assert (phone.number, phone.warning) == (number, warning)
    assert phone.raw


def test_warnings_are_sentences_of_the_specification() -> None:
    assert "có thể là số cố định cũ" in normalise_phone("0313823456").warning
    assert "030" in normalise_phone("0301234567").warning
    assert normalise_phone("0301234567").number == "0301234567"


@pytest.mark.parametrize(
    "value",
    [
        "0982103591/0912345678",
        "0982103591 hoặc 0912345678",
        "0982.103.591 - 0912.345.678",
        "982103591;912345678",
        "0982103591\n0912345678",
        "0982103591 0912345678",
        "0982103591, 0912345678",
        "0982103591 | 0912345678",
        "0982103591-0912345678",
    ],
)
def test_two_numbers_in_one_cell(value: str) -> None:
    phone = normalise_phone(value)
    assert (phone.number, phone.others, phone.warning) == ("0982103591", ("0912345678",), "")


def test_the_first_mobile_is_primary_and_nothing_is_lost() -> None:
    phone = normalise_phone("02253823456; 0982103591; xem Zalo nhóm")
    assert phone.number == "0982103591"
    assert (phone.others, phone.remark) == (("02253823456",), "xem Zalo nhóm")
    assert normalise_phone("0982103591/0982103591").others == ()


@pytest.mark.parametrize(
    ("value", "remark"),
    [
        ("0912345678 - Zalo", ""),
        ("Zalo: 0912345678", ""),
        ("0912345678*", ""),
        ("Viettel 0912 345 678", ""),
        ("0912345678 (VT)", "VT"),
        ("091 234 5678 - gọi buổi tối", "gọi buổi tối"),
        ("0912345678 Lan", "Lan"),
        ("‘0912345678", ""),
    ],
)
def test_words_beside_a_number_are_kept_as_remark(value: str, remark: str) -> None:
    phone = normalise_phone(value)
    assert (phone.number, phone.remark, phone.warning) == ("0912345678", remark, "")


@pytest.mark.parametrize(
    ("value", "remark"),
    [
        ("0912345678 (vợ)", "vợ"),
        ("0912345678 (của con)", "của con"),
        ("0912345678\n(Chồng)", "Chồng"),
        ("số cũ 0912345678", "cũ"),
        ("dùng chung: +84 912 345 678", "dùng chung"),
    ],
)
def test_a_number_of_somebody_else_is_taken_with_a_warning(value: str, remark: str) -> None:
    phone = normalise_phone(value)
    assert (phone.number, phone.remark) == ("0912345678", remark)
    assert phone.warning == OF_ANOTHER.format(remark=remark)


def test_the_number_without_a_remark_is_the_persons_own() -> None:
    phone = normalise_phone("0912345678(chồng)/0987654321")
    assert (phone.number, phone.others, phone.warning) == ("0987654321", ("0912345678",), "")
    assert phone.remark == "0912345678: chồng"
    phone = normalise_phone("ĐT nhà: 02253823456 DĐ: 0912345678")
    assert (phone.number, phone.others) == ("0912345678", ("02253823456",))
    assert phone.remark == "02253823456: nhà"
    phone = normalise_phone("0912345678, 0987654321 (vợ)")
    assert (phone.number, phone.others) == ("0912345678", ("0987654321",))


@pytest.mark.parametrize(
    "value",
    [
        "0982***591", "0982xxx591", "09••••678", "0982 *** 591", "0982.xxx.591", "098xxxxxxx",
        "***591", "***", "0982…591", "0982....591", "+84982###591", "0982 XXX XXX", "0982***591 (Zalo)",
        "0982***591 / 0912***678",
    ],
)  # fmt: skip
def test_a_masked_number_is_no_number(value: str) -> None:
    assert normalise_phone(value) == Phone("", "", (), MASKED)


def test_what_our_own_lists_mask_is_never_read_as_a_phone() -> None:
    for number in ("0982103591", "02253823456", "0313823456", "113"):
        assert normalise_phone(mask_phone(number)) == Phone("", "", (), MASKED)


@pytest.mark.parametrize("value", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_is_no_problem(value: object) -> None:
    assert normalise_phone(value) == Phone("", "")
    assert normalise_phone("-") == Phone("", "-")
    assert normalise_phone("SĐT:").warning == ""


@given(
    st.one_of(
        st.text(alphabet="0123456789 +.-/Oo;,()SĐT:E", max_size=26),
        st.text(max_size=20),
        st.integers(0, 10**13),
        st.floats(),
        st.builds(
            "{}{:07d}".format,
            st.sampled_from(sorted(PREFIXES_UNTIL_2018)),
            st.integers(0, 9_999_999),
        ),
    )
)
def test_normalising_is_idempotent_and_never_loses_the_cell(value: object) -> None:
    phone = normalise_phone(value)
    assert normalise_phone(phone.number).number == phone.number
    for other in phone.others:
        assert not normalise_phone(other).number or normalise_phone(other).number == other
    assert phone.number.isdecimal() or phone.number == ""
    if any(letter.isdecimal() for letter in str(value)) and not phone.number:
        assert phone.warning


@given(st.sampled_from(sorted(MOBILE_PREFIXES)), st.integers(0, 9_999_999))
def test_a_mobile_survives_excel(prefix: str, rest: int) -> None:
    number = f"{prefix}{rest:07d}"
    for spoilt in (
        int(number),
        float(number),
        display_phone(number),
        "84" + number[1:],
        f"+84{number[1:]}",
    ):
        assert normalise_phone(spoilt).number == number
        assert normalise_phone(spoilt).warning == ""


def test_display_and_mask() -> None:
    assert display_phone("0982103591") == "0982 103 591"
    assert display_phone("02253823456") == "0225 3823 456"
    assert display_phone("") == ""
    assert display_phone("chưa có") == "chưa có"
    assert mask_phone("0982103591") == "0982***591"
    assert mask_phone("113") == "***"
    assert mask_phone("") == ""


@pytest.mark.parametrize("cell", ["không có", "Chưa có SĐT", "ko", "nt", "x"])
def test_words_for_no_phone_are_no_phone(cell):
    assert normalise_phone(cell) == Phone("", "")
