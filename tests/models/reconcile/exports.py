"""Small exports as text, and the way through plan and writing."""

from __future__ import annotations

from datetime import date

from models.intake.reading.pasted import read_pasted
from models.reconcile.apply import apply_reconciliation
from models.reconcile.plan import plan_reconciliation
from models.reconcile.records import (
    Entry,
    PlatformSource,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    ReconcileResult,
)
from models.reconcile.sitting import ExportSitting
from models.records import PersonDraft
from models.roster.people import add_person
from models.store.data_file import DataFile
from tests.factory import unit

HEAD = ("Tên đăng nhập", "Họ tên", "Đơn vị", "Điểm thi", "Ngày thi")
CULTURE = "Phòng Văn hóa - Xã hội"
ECONOMY = "Phòng Kinh tế"


def export(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> str:
    """An export as it is pasted from Excel."""
    return "\n".join("\t".join(map(str, row)) for row in (head, *rows)) + "\n"


def read_platform_text(file: DataFile, text: str) -> PlatformSource:
    """What is read of a pasted export."""
    return ExportSitting(file).take_workbook(read_pasted(text))


def plan(file: DataFile, *texts: str, **options: object) -> ReconcilePlan:
    """The plan for pasted exports."""
    sources = [read_platform_text(file, text) for text in texts]
    return plan_reconciliation(file, sources, ReconcileOptions(**options))  # type: ignore[arg-type]


def write(
    file: DataFile,
    text: str,
    decisions: ReconcileDecisions | None = None,
    as_of: date | None = None,
    **options: object,
) -> ReconcileResult:
    """Plan and write a pasted export."""
    made = plan(file, text, as_of=as_of, **options)
    return apply_reconciliation(file, made, decisions or ReconcileDecisions())


def entry_of(made: ReconcilePlan, name: str) -> Entry:
    """The one entry of a person or an account of that name."""
    found = [
        each
        for each in made.entries
        if name in ((each.person and each.person.name), (each.account and each.account.name))
    ]
    assert len(found) == 1, found
    return found[0]


def person(file: DataFile, name: str, phone: str = "", where: str = CULTURE) -> int:
    """Add somebody to the roster."""
    return add_person(file, PersonDraft(name, unit(file, where).id, phone=phone))
