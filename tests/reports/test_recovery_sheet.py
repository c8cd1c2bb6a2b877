"""The printed recovery code: one page that can be read back, and says no secret of itself."""

from datetime import date

import pypdfium2
import pytest

from models.errors import AppError
from models.store.recovery_code import code_groups, new_code
from reports.recovery_printing import write_recovery_sheet
from reports.recovery_sheet import FORGOTTEN, RecoverySheet
from reports.render.fonts import liberation_serif
from reports.render.pdf.recovery_sheet import render_recovery_sheet
from tests.reports.pdf_reader import read_pdf

CODE = new_code()
LONG = "Ủy ban nhân dân xã Kẻ Sặt, thành phố Hải Phòng, cơ sở số hai tại thôn Tráng Liệt"


def sheet(groups=None, name="TienDo.tiendo", commune="Ủy ban nhân dân xã Kẻ Sặt"):
    return RecoverySheet(
        name, commune, date(2026, 11, 29), "3fa291c0" * 4, groups or code_groups(CODE)
    )


def drawn(told):
    return read_pdf(render_recovery_sheet(told, liberation_serif())).pages


def test_it_says_for_which_file_the_code_is_and_how_to_use_and_keep_it():
    (page,) = drawn(sheet())
    text = " ".join(page.text.split())
    for said in (
        "PHIẾU MÃ KHÔI PHỤC", "TienDo.tiendo", "xã Kẻ Sặt", "29/11/2026", "3FA2-91C0", FORGOTTEN,
        "niêm phong", "két", "Không chụp ảnh", "xóa tệp PDF", "Người giữ phiếu",
    ):  # fmt: skip
        assert said in text


def test_the_code_is_read_back_from_the_page_group_by_group():
    (page,) = drawn(sheet())
    places = [page.text.index(group) for group in code_groups(CODE)]
    assert places == sorted(places)


@pytest.mark.parametrize("group", ["WWWWW", "MMMMM"])
def test_the_widest_letters_and_names_fit_on_one_page(group):
    (page,) = drawn(sheet((group,) * 7, "TienDo " * 25 + ".tiendo", LONG * 3))
    assert page.text.count(group) == 7


def test_nothing_outside_of_the_page_has_the_code(tmp_path):
    told = sheet()
    path = write_recovery_sheet(told, tmp_path / "phieu.pdf")
    assert [each.name for each in tmp_path.iterdir()] == ["phieu.pdf"]
    book = pypdfium2.PdfDocument(path)
    about = " ".join(book.get_metadata_dict().values())
    book.close()
    assert "TienDo.tiendo" in about
    for group in code_groups(CODE):
        assert group not in about + repr(told) + told.name + told.stem


def test_it_replaces_nothing_unasked(tmp_path):
    path = tmp_path / "phieu.pdf"
    path.write_text("khác")
    with pytest.raises(AppError, match="đã có tệp"):
        write_recovery_sheet(sheet(), path)
    assert path.read_text() == "khác"
    write_recovery_sheet(sheet(), path, overwrite=True)
    assert path.read_bytes().startswith(b"%PDF")
