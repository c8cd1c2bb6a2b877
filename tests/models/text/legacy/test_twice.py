"""Text that was encoded twice comes back whole; all other text stays as it is."""

import pytest

from models.text.legacy.codec import LegacyEncoding, convert
from models.text.legacy.detection import detect
from models.text.legacy.twice import decoded_once

NAMES = (
    "Nguyễn Văn An", "Trần Thị Bình", "Lê Hà", "Hoàng Đức Trí và bạn", "Số điện thoại",
    "ĐỖ THỊ ÁNH", "Ủy ban", "Trạm Y tế", "Phạm Thị Ỷ", "Vũ Kỳ Ưng", "HÀ À Ạ",
)  # fmt: skip


def _through(page: str, text: str) -> str:
    return "".join(
        bytes([byte]).decode(page, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize("page", ["cp1252", "cp1258", "latin-1"])
@pytest.mark.parametrize("name", NAMES)
def test_what_went_through_a_code_page_comes_back(page: str, name: str) -> None:
    once = _through(page, name)
    assert decoded_once(once) == name
    assert decoded_once(_through(page, once)) == name
    assert decoded_once(once.replace("\xa0", " ")) == name


@pytest.mark.parametrize(
    "text",
    [*NAMES, "André", "Châu Á", "Ã", "Đã hoàn thành", "Nguyeãn Vaên Huøng", "TrÇn ThÞ H\xad¬ng",
     "Ph¹m §øc ThuËn", "0912345671"],
)  # fmt: skip
def test_other_text_stays(text: str) -> None:
    assert decoded_once(text) == text


def test_a_column_is_proposed_for_mending_and_its_whole_cells_stay() -> None:
    column = ["Họ và tên", _through("cp1252", "Nguyễn Văn An"), "Trần Thị Bình"]
    found = detect(column)
    assert found.encoding is LegacyEncoding.TWICE
    assert [convert(cell, found.encoding) for cell in column] == [
        "Họ và tên", "Nguyễn Văn An", "Trần Thị Bình"
    ]  # fmt: skip
