"""Pictures of documents: every kind on the page, and each dialog that is reached from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from fill_documents import WORDED, fill_documents
from PySide6.QtWidgets import QDialog, QTabWidget, QWidget

from models.figures.frozen_reports import list_frozen
from models.records.recurring import ReportDefinition
from reports.catalog import KINDS
from reports.gather.request import Request
from ui.calls.reports import open_kind
from ui.city_template.dialog import CityTemplateDialog
from ui.desk import Desk
from ui.frozen.dialog import FrozenDialog
from ui.issued.verifying import VerifyDialog
from ui.pages.reports.bundle_dialog import BundleDialog
from ui.pages.reports.definition_dialog import DefinitionDialog
from ui.pages.reports.issue_dialog import IssueDialog
from ui.pages.reports.recurring import RecurringDialog
from ui.signing.choices_dialog import ChoicesDialog
from ui.signing.dialog import SignersDialog
from ui.signing.signer_dialog import NEW_SIGNER, SignerDialog
from ui.window.main_window import MainWindow
from ui.wording.dialog import WordingDialog
from ui.wording.editor import WordingEdit

LETTER, REPORT = "reminder-letter", "result-report"
FAULTY = "\nTính đến {ngày số liêu}, xã có {tổng số người tham gia\n"
DEFINITION = ReportDefinition(0, "Báo cáo tháng", "month", kinds=("period-report", "unit-summary"))


class Pictures(Protocol):
    """Takes them."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save what `widget` looks like."""


def shoot_reports(
    camera: Pictures, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Documents are issued; then every kind on the page, and each dialog, opened and closed."""
    returned: list[tuple[Path, Path]] = []
    desk.ask(lambda file: fill_documents(file, folder), returned.append)
    while not returned:
        settle(300)
    for kind in KINDS:
        window.go_to("reports", kind.code)
        settle(1_500)
        camera.grab(window, f"reports-{kind.code}")
    for name, make in {**_asking(desk, window), **_kept(desk, window)}.items():
        dialog = make()
        dialog.open()
        settle(900)
        camera.grab(dialog, f"reports-{name}")
        dialog.reject()
    _shoot_wording(camera, desk, window, settle)
    _shoot_verifying(camera, desk, window, returned[0], settle)


def _asking(desk: Desk, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """What is asked before a document leaves."""
    assert desk.file is not None
    letter, summary = (
        open_kind(desk.file, Request(kind)).drawn for kind in (REPORT, "kind-summary")
    )
    assert letter is not None
    assert summary is not None
    return {
        "bundle": lambda: BundleDialog(desk, window),
        "issue": lambda: IssueDialog(desk, letter, print, window),
        "issue-again": lambda: IssueDialog(desk, summary, print, window),
        "choices": lambda: ChoicesDialog(desk, LETTER, window),
        "choices-texts": lambda: ChoicesDialog(desk, REPORT, window),
        "signers": lambda: SignersDialog(desk, window),
        "signer": lambda: SignerDialog(desk, NEW_SIGNER, window),
    }


def _kept(desk: Desk, window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """What is kept of documents."""
    assert desk.file is not None
    newest = list_frozen(desk.file)[0].id
    return {
        "issued": lambda: FrozenDialog(desk, window, newest),
        "city-template": lambda: CityTemplateDialog(desk, window),
        "recurring": lambda: RecurringDialog(desk, window),
        "definition": lambda: DefinitionDialog(desk, DEFINITION, window),
    }


def _shoot_wording(
    camera: Pictures, desk: Desk, window: MainWindow, settle: Callable[[int], None]
) -> None:
    """A text of the office's own: as it reads, its places, the original beside it, with faults."""
    dialog = WordingDialog(desk, WORDED, window)
    dialog.open()
    tabs = dialog.findChild(QTabWidget, "wording-tabs")
    for at, name in enumerate(("own", "places", "difference")):
        tabs.setCurrentIndex(at)
        settle(900)
        camera.grab(dialog, f"reports-wording-{name}")
    tabs.setCurrentIndex(0)
    dialog.findChild(WordingEdit).appendPlainText(FAULTY)
    settle(900)
    camera.grab(dialog, "reports-wording-faulty")
    dialog.done(QDialog.DialogCode.Rejected)


def _shoot_verifying(
    camera: Pictures,
    desk: Desk,
    window: MainWindow,
    returned: tuple[Path, Path],
    settle: Callable[[int], None],
) -> None:
    """Nothing chosen yet, the issued file itself, one with a changed cell."""
    dialog = VerifyDialog(desk, window)
    dialog.open()
    camera.grab(dialog, "reports-verify")
    for path, name in zip(returned, ("same", "changed"), strict=True):
        dialog.look_at(path)
        settle(3_500)
        camera.grab(dialog, f"reports-verify-{name}")
    dialog.reject()
