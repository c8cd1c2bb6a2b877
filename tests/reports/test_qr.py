"""QR codes on paper are read by a phone, and the frozen program has what makes them."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp

from models.errors import AppError
from reports.blocks import QrCode
from reports.render.fonts import liberation_serif
from reports.render.pdf import render_pdf
from reports.render.qr import qr_modules
from tests.reports.sample_papers import LINK, reminder

ROOT = Path(__file__).parents[2]


def read_codes(content: bytes) -> list[str]:
    """What a phone reads on the first page, printed at 200 dots per inch."""
    book = pypdfium2.PdfDocument(content)
    picture = book[0].render(scale=200 / 72).to_pil()
    book.close()
    return [code.text for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("text", [LINK, "Xã Kẻ Sặt – đăng ký", "a", "https://x.vn/?a=1&b=2#c"])
@pytest.mark.parametrize("millimetres", [20, 30, 60])
def test_what_is_printed_is_read_back(text: str, millimetres: float):
    document = replace(reminder(), body=(QrCode(text, "Mã QR cuộc thi", millimetres),), annexes=())
    assert read_codes(render_pdf(document, fonts=liberation_serif())) == [text]


def test_the_caption_stands_below_the_code():
    from tests.reports.pdf_reader import read_pdf

    document = replace(reminder(), body=(QrCode(LINK, "Mã QR cuộc thi"),), annexes=())
    page = read_pdf(render_pdf(document, fonts=liberation_serif())).pages[0]
    caption = page.find("Mã QR cuộc thi")
    code = max(page.lines, key=lambda line: line.bottom - line.top)
    assert 0 < caption.top - code.bottom < 8
    assert abs(caption.centre - code.centre) < 0.3
    assert 30 * 0.7 < code.width < 30


def test_a_code_is_square_and_has_its_three_eyes():
    modules = qr_modules("abc")
    assert {len(row) for row in modules} == {len(modules)} == {21}
    for row, column in ((0, 0), (0, 14), (14, 0)):
        eye = [modules[row + i][column : column + 7] for i in range(7)]
        assert all(eye[0])
        assert all(eye[6])
        assert not any(eye[1][1:6])


def test_a_text_that_no_code_holds_is_refused():
    with pytest.raises(AppError, match="mã QR"):
        qr_modules("x" * 3000)
    assert qr_modules("x" * 2000)


FROZEN = """
import sys
text = open({recipe!r}, encoding="utf-8").read().split("analysis = ")[0]
names = {{"SPECPATH": {root!r}}}
exec(compile(text, "build.spec", "exec"), names)
unused = [*names["UNUSED"], *names["NO_NETWORK"]]
for name in [m for m in sys.modules if m.startswith(("reportlab", "reports"))]:
    del sys.modules[name]
shipped = set(names["QR_ENCODER"])
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if any(name == each or name.startswith(each + ".") for each in unused):
            raise ModuleNotFoundError(name)
        if name.startswith("reportlab.graphics") and name not in shipped:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Refuse())
import reports.render.pdf
from reports.render.qr import qr_modules
print(len(qr_modules("https://onetouch.mic.gov.vn")))
"""


def test_what_the_recipe_leaves_out_is_not_asked_for():
    script = FROZEN.format(recipe=str(ROOT / "build.spec"), root=str(ROOT))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stdout.strip().isdigit(), done.stderr
