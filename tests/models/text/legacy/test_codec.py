import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.text.legacy import (
    OLD_ENCODINGS,
    LegacyEncoding,
    convert,
    decode_legacy,
    encode,
    encoding_of_font,
    font_draws_capitals,
)
from tests.models.text.legacy.corpus import vietnamese_names

TCVN3, VNI, VISCII, VPS = OLD_ENCODINGS
SMALL = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"
CAPITALS = SMALL.upper()
TCVN3_CAPITALS = "AĂÂEÊIOÔƠUƯYĐ"
VISCII_LACKS = "ẲẴẪÕỶỸỴ"
VPS_LACKS = "ẠẶẬẪẸỆỊỌỘỢỤỰỴỮ"

VECTORS = [
    ("Nguyễn Văn Hùng", "Nguy\xd4n V\xa8n H\xefng", "Nguyeãn Vaên Huøng"),
    ("Trần Thị Hương", "Tr\xc7n Th\xde H\xad\xacng", "Traàn Thò Höông"),
    ("đỗ thị ánh", "\xae\xe7 th\xde \xb8nh", "ñoã thò aùnh"),
    ("Phạm Đức Thuận", "Ph\xb9m \xa7\xf8c Thu\xcbn", "Phaïm Ñöùc Thuaän"),
    ("Vũ Thị Mỵ", "V\xf2 Th\xde M\xfe", "Vuõ Thò Mî"),
]


@pytest.mark.parametrize(("text", "tcvn3", "vni"), VECTORS)
def test_vectors(text: str, tcvn3: str, vni: str) -> None:
    assert decode_legacy(tcvn3, TCVN3) == convert(tcvn3, TCVN3) == text
    assert decode_legacy(vni, VNI) == convert(vni, VNI) == text
    assert encode(text, TCVN3) == tcvn3
    assert encode(text, VNI) == vni


@pytest.mark.parametrize(
    ("encoding", "letters"),
    [
        (TCVN3, SMALL + TCVN3_CAPITALS),
        (VNI, SMALL + CAPITALS),
        (VISCII, SMALL + "".join(letter for letter in CAPITALS if letter not in VISCII_LACKS)),
        (VPS, SMALL + "".join(letter for letter in CAPITALS if letter not in VPS_LACKS)),
    ],
)
def test_every_letter_that_the_encoding_has_comes_back(
    encoding: LegacyEncoding, letters: str
) -> None:
    for letter in letters:
        old = encode(letter, encoding)
        assert max(old) <= "\xff"
        assert decode_legacy(old, encoding) == letter
        assert decode_legacy(f"x{old}x", encoding) == f"x{letter}x"
    assert decode_legacy(encode(letters, encoding), encoding) == letters


@pytest.mark.parametrize(
    ("encoding", "lacking"), [(TCVN3, "ÀẢÃÁẠẰẾỆỴ"), (VISCII, VISCII_LACKS), (VPS, VPS_LACKS)]
)
def test_a_capital_without_a_byte_becomes_small(encoding: LegacyEncoding, lacking: str) -> None:
    assert decode_legacy(encode(lacking, encoding), encoding) == lacking.lower()


@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
@pytest.mark.parametrize("page", ["latin-1", "cp1252", "cp1258"])
def test_every_code_page_leads_back_to_the_byte(encoding: LegacyEncoding, page: str) -> None:
    for name in vietnamese_names(200, seed=4):
        old = encode(name, encoding).encode("latin-1")
        seen = old.decode(page, "ignore")
        if seen.encode(page) == old:
            assert decode_legacy(seen, encoding).lower() == name.lower()


@pytest.mark.parametrize("encoding", [TCVN3, VNI])
def test_whole_names_come_back_from_the_vietnamese_code_page(encoding: LegacyEncoding) -> None:
    names = [name for name in vietnamese_names(3000, seed=6) if not name.isascii()]
    seen = [encode(name, encoding).encode("latin-1").decode("cp1258") for name in names]
    assert [convert(old, encoding, code_page=True).lower() for old in seen] == [
        name.lower() for name in names
    ]


def test_vni_takes_a_mark_in_either_case() -> None:
    assert decode_legacy("Aùnh aÙnh NGUYEãN nguyeÃn ÑÖùc", VNI) == "Ánh ánh NGUYỄN nguyễn ĐỨc"


def test_signs_outside_the_encoding_stay() -> None:
    assert decode_legacy("“V\xa8n” – 5 €…", TCVN3) == "“Văn” – 5 €…"
    assert decode_legacy("Vaên – 5 €", VNI) == "Văn – 5 €"


def test_capitals_of_tcvn3() -> None:
    small_bytes = "nguy\xd4n v\xa8n an"
    assert convert(small_bytes, TCVN3, capitals=True) == "NGUYỄN VĂN AN"
    assert convert("nguyen van an", TCVN3, capitals=True) == "NGUYEN VAN AN"
    assert convert("NGUY\xd4N V\xa8N AN", TCVN3) == "NGUYỄN VĂN AN"
    assert convert("L\xaa H\xb5", TCVN3) == "Lê Hà"
    assert convert("UBND x\xb7", TCVN3) == "UBND xã"


@pytest.mark.parametrize("encoding", OLD_ENCODINGS)
def test_cells_that_are_already_unicode_stay_untouched(encoding: LegacyEncoding) -> None:
    for name in vietnamese_names(500, seed=5):
        if any("\u1ea0" <= letter <= "\u1ef9" for letter in name):
            assert convert(name, encoding) == name
    assert convert("Nguyen Van An", encoding) == "Nguyen Van An"


def test_a_unicode_cell_in_an_old_column_is_seen() -> None:
    assert convert("Đoàn Văn Hoàng", TCVN3) == "Đoàn Văn Hoàng"
    assert convert("Đinh Thơm", VNI) == "Đinh Thơm"
    decomposed = unicodedata.normalize("NFD", "Đỗ Hà")
    assert convert(decomposed, TCVN3) == decomposed


@given(st.text(max_size=20), st.sampled_from(list(OLD_ENCODINGS)))
def test_any_text_can_be_read_and_ascii_never_changes(text: str, encoding: LegacyEncoding) -> None:
    assert isinstance(convert(text, encoding), str)
    plain = "".join(letter for letter in text if letter.isascii())
    assert (
        decode_legacy(plain, encoding)
        == encode(plain, encoding)
        == convert(plain, encoding)
        == plain
    )


def test_fonts() -> None:
    names = [".VnTime", ".vnarialH", "VNI-Times", "VI Times", "VPS Times", "Times New Roman", ""]
    assert [encoding_of_font(name) for name in names] == [
        TCVN3,
        TCVN3,
        VNI,
        VISCII,
        VPS,
        None,
        None,
    ]
    assert font_draws_capitals(".VnTimeH")
    assert not font_draws_capitals(".VnTime")
    assert not font_draws_capitals("HelveticaH")
