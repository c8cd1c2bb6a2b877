"""A table that was copied is pasted as it was: into the program's own lists too."""

from __future__ import annotations

import pytest

from models.intake.reading.pasted import read_pasted
from ui.pages.roster.block import block_in
from ui.table.clipboard import table_mime

ROWS = [["Họ và tên", "Ghi chú", "Số điện thoại"], ["Lê Văn An", "- chờ xác nhận", "+84912345678"]]


def test_what_could_run_is_text_on_the_clipboard():
    mime = table_mime([["=1+1", "＝cmd|' /C calc'!A0", "\t@x", "-3", "0912 345 678"]])
    assert mime.text() == "'=1+1\t'＝cmd|' /C calc'!A0\t'@x\t-3\t0912 345 678"
    assert mime.html().count("mso-number-format:'\\@'") == 5


@pytest.mark.parametrize("titles", [(), ROWS[0]])
def test_it_is_read_again_as_it_was(titles):
    mime = table_mime(ROWS[1:] if titles else ROWS, titles)
    assert [list(row) for row in read_pasted(mime.text()).sheets[0].rows] == ROWS
    block = block_in(mime)
    assert [list(row) for row in block.rows] == ROWS


def test_numbers_say_what_they_are_in_the_language_of_each_program():
    html = table_mime(
        [["532", "4,5%", "08/06/2026"]], numbers={(0, 0): 532, (0, 1): 24 / 532}
    ).html()
    assert 'x:num="532" sdval="532" sdnum="1033;0;0"' in html
    assert f'x:num="{24 / 532!r}"' in html
    assert "mso-number-format:'0\\.0%'" in html
    assert f'data-sheets-value=\'{{"1":3,"3":{24 / 532!r}}}\'' in html
    assert html.count("mso-number-format:'\\@'") == 1
