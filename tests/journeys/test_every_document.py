"""Every kind of document in every format: made whatever people are called, and private by default."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from models.errors import AppError
from models.office.choices import remember_choices
from models.office.issuer import COMMITTEE
from models.office.signers import store_signer
from models.papers.export_log import exports_logged
from models.records import Mark, PersonDraft
from models.records.choices import PARTS, DocumentChoices, NamedSigner
from models.roster.marks import set_marks
from models.roster.people import add_person
from models.store.data_file import open_file
from reports.catalog import KINDS, Audience, file_name
from reports.compose import compose
from reports.exporting import export
from reports.gather.request import Request
from reports.nothing import NothingToList
from reports.publish import render_document
from tests.factory import made_up_name, unit

NOW = datetime(2026, 6, 8, 14, 5)
ODD = (
    "Nguyễn <b>Văn</b> & “Ân”",
    "Lê 'Thị' \"Bình\"",
    "Trần Văn 😀 Cười",
    "Phạm \u202eĐức\u202c Dũng",
    "Vũ " + "Thị Hoàng Yến Ngọc " * 10 + "Dài",
    "H'Hen Niê K'Đăm",
    "=HYPERLINK(\"http://x\") Bùi Văn Giả",
    "Đỗ 𠀀 Hán",
    "]]> Hoàng Văn Khoa",
)  # fmt: skip
NAMES = tuple(made_up_name(at) for at in range(len(ODD)))
PHONES = tuple(f"09820000{at:02d}" for at in range(len(ODD)))
FULL_PHONE = re.compile(r"\b0\d{9}\b|\b0\d{3}[ .]\d{3}[ .]\d{3}\b")


@pytest.fixture(scope="module")
def office(made_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("every") / "xa.tiendo"
    path.write_bytes(made_file.read_bytes())
    with open_file(path, lambda: NOW) as file:
        store_signer(file, NamedSigner(0, COMMITTEE, ("CHỦ TỊCH",), "Trần <Văn> & Mẫu"))
        for kind in KINDS:
            remember_choices(
                file, kind.code, DocumentChoices(texts=dict.fromkeys(PARTS, "Có & có."))
            )
        ids = [
            add_person(
                file,
                PersonDraft(
                    name=made_up_name(at), unit_id=unit(file).id, phone=phone, position=odd
                ),
            )
            for at, (odd, phone) in enumerate(zip(ODD, PHONES, strict=True))
        ]
        set_marks(file, ids[:2], Mark.REGISTERED, date(2026, 6, 8))
        yield file


def words_of(content: bytes, fmt: str, folder: Path) -> str:
    """All text of a file, letters composed, spaces closed up."""
    if fmt == "pdf":
        book = pypdfium2.PdfDocument(content)
        try:
            text = "\n".join(page.get_textpage().get_text_bounded() for page in book)
        finally:
            book.close()
    else:
        path = folder / f"a.{fmt}"
        path.write_bytes(content)
        with ZipFile(path) as package:
            parts = [n for n in package.namelist() if n.endswith(".xml")]
            marked = " ".join(package.read(name).decode("utf-8") for name in parts)
        text = re.sub("<[^>]+>", " ", marked)
        for mark, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
            text = text.replace(mark, letter)
    return " ".join(unicodedata.normalize("NFC", text).split())


def composed(office, request):
    """The document; a kind with nobody in it is passed over, as the bundle does."""
    try:
        return compose(office, request)
    except NothingToList as nothing:
        pytest.skip(nothing.sentence)


EVERY = [(kind, fmt) for kind in KINDS for fmt in kind.formats]


@pytest.mark.parametrize(("kind", "fmt"), EVERY, ids=lambda each: getattr(each, "code", each))
def test_each_is_made_of_any_names_and_shows_no_phone(office, tmp_path, kind, fmt):
    request = Request(kind.code, unit_id=unit(office).id if kind.only_units else None)
    document = composed(office, request)
    before = len(exports_logged(office))
    path = tmp_path / file_name(document, fmt, NOW)
    export(office, request, fmt, path, document=document)
    text = words_of(path.read_bytes(), fmt, tmp_path)
    assert not FULL_PHONE.findall(text), kind.code
    assert document.phones == 0
    if kind.audience is Audience.CITY and not kind.names:
        assert document.people == 0
        assert not [name for name in NAMES if name in text]
        assert len(exports_logged(office)) == before
    elif document.people:
        newest = exports_logged(office)[0]
        assert (newest.told.kind, newest.told.people) == (kind.code, document.people)
        assert newest.told.place == str(path)
        # A rendered line may break within a name: its first words are enough.
        assert [name for name in NAMES if name.split()[-1] in text]


@pytest.mark.parametrize(
    ("kind", "fmt"), [each for each in EVERY if each[0].names], ids=lambda e: getattr(e, "code", e)
)
def test_phones_in_full_leave_only_with_a_reason(office, tmp_path, kind, fmt):
    request = Request(kind.code, unit_id=unit(office).id if kind.only_units else None, masked=False)
    document = composed(office, request)
    text = words_of(render_document(document, fmt), fmt, tmp_path)
    assert document.phones == len(set(FULL_PHONE.findall(text)))
    if not document.phones:
        return
    with pytest.raises(AppError, match="chưa ghi lý do"):
        export(office, request, fmt, tmp_path / f"ra.{fmt}", document=document)
    assert not (tmp_path / f"ra.{fmt}").exists()
