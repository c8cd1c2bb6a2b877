from collections.abc import Iterator

import pytest

from models.text.legacy import OLD_ENCODINGS, Detection, LegacyEncoding, detect, encode
from tests.models.text.legacy.corpus import foreign_names, unicode_names, vietnamese_names

LONG = pytest.mark.slow


@pytest.fixture(scope="module", params=[8_000, pytest.param(100_000, marks=LONG)])
def many(request: pytest.FixtureRequest) -> list[str]:
    """Names in Unicode; a hundred thousand of them in the long run."""
    return unicode_names(request.param)


def columns(cells: list[str], size: int) -> Iterator[list[str]]:
    return (cells[at : at + size] for at in range(0, len(cells), size))


@pytest.mark.parametrize("size", [1, 5, 40, 100_000])
def test_unicode_is_never_taken_for_an_old_encoding(many: list[str], size: int) -> None:
    alarms = [column for column in columns(many, size) if detect(column).encoding]
    assert alarms == []


@pytest.mark.parametrize("size", [1, 5, 40])
def test_names_that_only_use_western_letters_raise_no_alarm(many: list[str], size: int) -> None:
    western = [name for name in many if not any("\u1ea0" <= letter <= "\u1ef9" for letter in name)]
    assert len(western) > len(many) / 5
    alarms = [column for column in columns(western, size) if detect(column).encoding]
    assert alarms == []


@pytest.mark.parametrize("font", [".VnTime", ".VnTimeH", "VNI-Times", "VI Times", "VPS Times"])
@pytest.mark.parametrize("size", [1, 5, 40])
def test_unicode_in_an_old_font_is_never_taken_for_an_old_encoding(
    many: list[str], size: int, font: str
) -> None:
    alarms = [
        column
        for column in columns(many[: len(many) // 5], size)
        if detect(column, [font] * len(column)).encoding
    ]
    assert alarms == []


@pytest.mark.parametrize("size", [1, 3, 25, 2000])
def test_foreign_names_raise_no_alarm(size: int) -> None:
    alarms = [column for column in columns(foreign_names(4000, 3), size) if detect(column).encoding]
    assert alarms == []


@pytest.mark.parametrize(
    ("encoding", "size", "recall"),
    [
        (LegacyEncoding.TCVN3, 5, 0.99),
        (LegacyEncoding.VNI, 5, 0.99),
        (LegacyEncoding.VISCII, 5, 0.9),
        (LegacyEncoding.VPS, 5, 0.9),
        *((encoding, 10, 0.995) for encoding in OLD_ENCODINGS),
        *((encoding, 25, 1.0) for encoding in OLD_ENCODINGS),
    ],
)
def test_old_columns_are_found_and_never_taken_for_another(
    encoding: LegacyEncoding, size: int, recall: float
) -> None:
    cells = [encode(name, encoding) for name in vietnamese_names(400 * size, seed=11)]
    found = [detect(column).encoding for column in columns(cells, size)]
    assert set(found) <= {encoding, None}
    assert found.count(encoding) >= recall * len(found)


@pytest.mark.parametrize("encoding", [LegacyEncoding.TCVN3, LegacyEncoding.VNI])
@pytest.mark.parametrize("change", [str.lower, str.upper])
def test_small_and_capital_columns_are_found(encoding: LegacyEncoding, change) -> None:
    cells = [encode(change(name), encoding) for name in vietnamese_names(2000, seed=12)]
    assert {detect(column).encoding for column in columns(cells, 20)} == {encoding}


@pytest.mark.parametrize("encoding", [LegacyEncoding.TCVN3, LegacyEncoding.VNI])
def test_a_vietnamese_code_page_does_not_hide_old_text(encoding: LegacyEncoding) -> None:
    cells = [
        encode(name, encoding).encode("latin-1").decode("cp1258")
        for name in vietnamese_names(2000, seed=13)
    ]
    found = {(detect(column).encoding, detect(column).code_page) for column in columns(cells, 200)}
    assert found == {(encoding, True)}


def test_a_font_is_a_hint_and_the_content_decides() -> None:
    unicode_column = ["Nguyễn Văn An", "Lê Hà", "Trần Thị Hương"]
    assert detect(unicode_column, [".VnTime"] * 3).encoding is None
    assert detect(["Lê Hà", "Hoàng Lâm"], [".VnTime"] * 2).encoding is None
    assert detect(["Tr\xc7n An"]).encoding is None
    found = detect(["Tr\xc7n An"], [".VnTimeH"])
    assert (found.encoding, found.capitals) == (LegacyEncoding.TCVN3, True)
    assert "phông chữ" in found.why


def test_an_old_column_with_some_unicode_cells_is_still_found() -> None:
    old = [encode(name, LegacyEncoding.VNI) for name in vietnamese_names(20, seed=14)]
    assert detect([*old, "Nguyễn Văn An", "Đỗ Thị Hạnh"]).encoding is LegacyEncoding.VNI


def test_reasons_are_told_in_words() -> None:
    old = [encode(name, LegacyEncoding.TCVN3) for name in vietnamese_names(30, seed=15)]
    found = detect(old)
    assert "TCVN3 (ABC)" in found.why
    assert "từ có dấu là tiếng Việt" in found.why
    assert found.confidence > 0.9
    assert not found.code_page
    assert detect([]) == Detection(None, 1.0, "Cột này không có chữ có dấu; không cần chuyển đổi.")
    assert "Unicode" in detect(["Nguyễn Văn An"]).why
    assert "không giống" in detect(["Björn Smith", "Jörg White", "Göran Black", "Åsa Brown"]).why
