"""What Word would repair: the order of elements (ECMA-376, part 1), ids, relationships, names."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records import Mark, UnitFigures, UnitKind
from reports.document import Document
from reports.kinds.missing_people import missing_people
from reports.kinds.unit_summary import unit_summary
from reports.occasion import Occasion
from reports.render.docx import render_docx
from tests.reports.sample_papers import reminder, result_report
from tests.reports.samples import (
    AS_OF,
    COMMUNE,
    CONTEST,
    ISSUER,
    as_unit,
    made_up_person,
    of_units,
)
from tests.reports.word_reader import parts_of_word, read_word

ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr "
    "sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
    "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark headers cellIns cellDel cellMerge tcPrChange",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tcBorders": "top left start bottom right end insideH insideV tl2br tr2bl",
    "tblCellMar": "top left start bottom right end",
    "tcMar": "top left start bottom right end",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid "
    "printerSettings sectPrChange",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "settings": "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins "
    "alignBordersAndEdges hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr endnotePr "
    "compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping decimalSymbol "
    "listSeparator",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "p": "pPr r fldSimple",
    "r": "rPr t br drawing",
}
"""The elements that may stand in another, in the only order that Word takes."""

REPEATED = {"headerReference", "footerReference", "style", "tr", "tc", "r", "t", "br"}


@pytest.fixture(scope="module", params=["letter", "report", "summary", "list"])
def file(request: pytest.FixtureRequest, summary: Document, not_registered: Document) -> bytes:
    made = {"letter": reminder(), "report": result_report()}
    made |= {"summary": summary, "list": not_registered}
    return render_docx(made[request.param])


def test_elements_stand_in_the_order_of_the_standard(file: bytes):
    checked = 0
    for part, root in parts_of_word(file).items():
        for element in root.iter(*map(w, ORDERS)):
            name = element.tag.split("}")[1]
            order = ORDERS[name].split()
            inside = [child.tag.split("}")[1] for child in element]
            assert set(inside) <= set(order), (part, name, inside)
            places = [order.index(each) for each in inside if name != "r" or each == "rPr"]
            assert places == sorted(places), (part, name, inside)
            once = [each for each in inside if each not in REPEATED]
            assert len(once) == len(set(once)), (part, name, inside)
            checked += 1
    assert checked > 300


def w(name: str) -> str:
    return qn(f"w:{name}")


def test_every_cell_ends_with_a_paragraph_and_every_row_fills_the_grid(file: bytes):
    body = parts_of_word(file)["word/document.xml"]
    assert body[0][-1].tag == w("sectPr")
    assert body[0][-2].tag == w("p")
    for cell in body.iter(w("tc")):
        assert cell[-1].tag == w("p")
    for table in body.iter(w("tbl")):
        columns = len(table.find(w("tblGrid")))
        for row in table.iterchildren(w("tr")):
            spans = [
                cell.find(f"{w('tcPr')}/{w('gridSpan')}") for cell in row.iterchildren(w("tc"))
            ]
            assert sum(1 if each is None else int(each.get(w("val"))) for each in spans) == columns
        # A table right after another would become one with it.
        following = table.getnext()
        assert following is not None
        assert following.tag != w("tbl")


def test_every_style_is_there_and_used_or_a_default(file: bytes):
    parts = parts_of_word(file)
    known = {each.get(w("styleId")) for each in parts["word/styles.xml"].iter(w("style"))}
    for root in parts.values():
        for tag in ("pStyle", "tblStyle", "rStyle", "basedOn", "next"):
            assert {each.get(w("val")) for each in root.iter(w(tag))} <= known


def test_every_relationship_leads_to_a_part_and_every_part_is_declared(file: bytes):
    with ZipFile(BytesIO(file)) as archive:
        names = set(archive.namelist())
        assert archive.testzip() is None
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    parts = parts_of_word(file)
    said = {each.get("PartName") for each in parts["[Content_Types].xml"]} - {None}
    endings = {each.get("Extension") for each in parts["[Content_Types].xml"]} - {None}
    assert {each.lstrip("/") for each in said} <= names
    for name in names - {"[Content_Types].xml"}:
        assert f"/{name}" in said or name.rpartition(".")[2] in endings
    ids = {each.get("Id") for each in parts["word/_rels/document.xml.rels"]}
    used = {
        value
        for element in parts["word/document.xml"].iter()
        for key, value in element.attrib.items()
        if key in {qn("r:id"), qn("r:embed")}
    }
    assert used <= ids
    unwanted = ("thumbnail", "customXml", "theme", "stylesWithEffects", "numbering", "app.xml")
    assert not [name for name in names if any(each in name for each in unwanted)]


ODD_NAMES = (
    "Nguyễn <b>Văn</b> & “An” 'Bình' \"Chi\"",
    "Trần \x00\x07\x0b\x1bThị Ba\ufffe",
    "Lê 👩‍🏫 Ánh 🇻🇳",
    "Phạm \u202eabc\u202c \u200fمرحبا",
    "Vũ 王小明 Ꮳ",
    ("Hoàng Thị Nguyệt Ánh Minh Châu Bảo Ngọc " * 6)[:200],
    "W" * 200,
    "]]> <?content 0?> <!-- -->",
    unicodedata.normalize("NFD", "Nguyễn Thị Hường"),
    "   ",
    "",
)


@pytest.mark.parametrize("name", ODD_NAMES, ids=range(len(ODD_NAMES)))
def test_every_name_is_kept(name: str):
    line = UnitFigures(1, name, UnitKind.OTHER, 1, 0, 0)
    occasion = Occasion(of_units(line), ISSUER, COMMUNE, CONTEST, AS_OF)
    person = replace(made_up_person(1, line), name=name, unit=name)
    people = missing_people([person], Mark.REGISTERED, as_unit(line), occasion)
    kept = "".join(unicodedata.normalize("NFC", name).split())
    kept = "".join(each for each in kept if each not in "\x00\x07\x0b\x1b\ufffe")
    for document in (people, unit_summary(occasion)):
        said = ["".join(each.text.split()) for each in read_word(render_docx(document)).paragraphs]
        assert kept in said


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60), st.text(max_size=200))
def test_any_text_makes_a_file_that_opens(name: str, title: str):
    line = UnitFigures(1, name, UnitKind.OTHER, 1, 0, 0)
    contest = replace(CONTEST, name=title)
    document = unit_summary(Occasion(of_units(line), ISSUER, COMMUNE, contest, AS_OF))
    content = render_docx(document)
    assert docx.Document(BytesIO(content)).tables
    assert content == render_docx(document)
