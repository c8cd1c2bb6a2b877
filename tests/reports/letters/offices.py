"""Made-up offices of the shape of those whose letters are rebuilt; whoever signs is made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from models.contests.blueprints import preset_contest
from models.office.issuer import make_issuer
from models.records import Commune, Contest, Figures, Signer, UnitFigures, UnitKind
from models.records.choices import DocumentChoices
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.records.kinds import StaffType
from models.records.roster import Unit
from reports.blocks import Paragraph, QrCode
from reports.document import Document
from reports.kinds.letter_annexes import units_behind_annex
from reports.kinds.letters import NO_PARTS, LetterParts, letter
from reports.occasion import Occasion
from reports.wording.originals import original_wording
from reports.wording.values.all import common_values
from reports.wording.values.letters import UNITS_IN_ANNEX
from reports.wording.values.records import WordingRecords
from resources.catalog import find_commune
from tests.reports.samples import AS_OF, as_unit

AI = "Cuộc thi “Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”"
MAY = date(2026, 5, 29)
QR = "(mã QR)"
CONTEST = preset_contest("ai-2026")
FOR_CHAIRMAN = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
DEPARTMENT = "Sở Khoa học và Công nghệ"
CENTRE = UnitFigures(90, "Trung tâm Dịch vụ sự nghiệp công", UnitKind.PUBLIC_SERVICE, 9, 0, 0)
SCHOOL = UnitFigures(91, "Trường Tiểu học", UnitKind.SCHOOL, 40, 0, 0)


def incoming(symbol: str, day: date, issuer: str = DEPARTMENT) -> RegisteredDocument:
    """A letter of the department about the contest."""
    told = DocumentDraft(
        Direction.IN, "Công văn", symbol, issuer, subject=f"Về việc triển khai {AI}", issued_on=day
    )
    return RegisteredDocument(1, told)


FIRST = incoming("2136/SKHCN-TTTT", date(2026, 5, 28))


def occasion_in(
    commune: str,
    units: Sequence[UnitFigures] = (CENTRE, SCHOOL),
    *,
    contest: Contest = CONTEST,
    as_of: date = MAY,
    signer: tuple[str, ...] = FOR_CHAIRMAN,
    choices: DocumentChoices | None = None,
) -> Occasion:
    """An occasion in that commune, issued by its People's Committee."""
    entry = find_commune(commune)
    assert entry is not None
    whose = Commune(commune, entry.kind, entry.code, entry.place, "thành phố Hải Phòng")
    issuer = make_issuer(whose, "ubnd", Signer(signer, "Trần Văn Mẫu"))
    return Occasion(
        figures_of(units, as_of), issuer, whose, contest, choices=choices or DocumentChoices()
    )


def figures_of(units: Sequence[UnitFigures], as_of: date = AS_OF) -> Figures:
    """Figures of public employees alone, whose totals are the sums of their lines."""
    total, done = sum(u.total for u in units), sum(u.registered for u in units)
    complete = sum(u.completed for u in units)
    staff = tuple(
        UnitFigures(None, str(kind), None, count, 0, 0, code=str(kind))
        for kind, count in (
            (StaffType.CADRE, 1),
            (StaffType.CIVIL_SERVANT, 1),
            (StaffType.PUBLIC_EMPLOYEE, total - 2),
        )
    )
    return Figures(as_of, total, done, complete, 0, tuple(units), "ai-2026", staff=staff)


def rebuilt(
    kind: str,
    occasion: Occasion,
    documents: Sequence[RegisteredDocument] = (FIRST,),
    wording: str = "",
) -> Document:
    """The letter by the original wording, or by the office's own."""
    units: tuple[Unit, ...] = tuple(map(as_unit, occasion.figures.units))
    values = common_values(occasion, WordingRecords(tuple(documents), units))
    parts = NO_PARTS
    if kind == "reminder-letter":
        found = units_behind_annex(occasion)
        assert found is not None
        values[UNITS_IN_ANNEX], parts = found[0], LetterParts((found[1],))
    return letter(kind, occasion, wording or original_wording(kind), values, parts)


def with_workers(occasion: Occasion) -> Occasion:
    """The same where workers are counted too."""
    more = UnitFigures(None, "worker", None, 1, 0, 0, code=str(StaffType.WORKER))
    figures = occasion.figures
    return replace(occasion, figures=replace(figures, staff=(*figures.staff, more)))


def paragraphs(document: Document) -> list[str]:
    """The body paragraph by paragraph; a QR code is a line of its own."""
    told = []
    for block in document.body:
        if isinstance(block, Paragraph):
            told.append(block.text)
        elif isinstance(block, QrCode):
            told.append(QR)
    return told


def bold_of(document: Document) -> list[str]:
    """What stands out in bold in the body."""
    blocks = (block for block in document.body if isinstance(block, Paragraph))
    return [run.text for block in blocks for run in block.runs if run.bold]


def headings_of(document: Document) -> list[str]:
    """The headings, which never end a page."""
    blocks = (block for block in document.body if isinstance(block, Paragraph))
    return [block.text for block in blocks if block.style.heads]


def edited(kind: str, *changes: tuple[str, str]) -> str:
    """The original wording as an officer changed it; what is changed stands in it."""
    text = original_wording(kind)
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text
