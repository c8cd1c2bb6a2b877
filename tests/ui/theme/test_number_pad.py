"""The Enter of the number pad is Enter everywhere: in every window, dialog and table."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog

import ui
from models.contests.mark_names import USUAL_NAMES
from models.handover.package import PackageFacts
from models.records import PeopleQuery
from models.records.cells import CellPlan, PlannedCell
from models.records.recurring import ReportDefinition
from models.roster.people import list_people
from models.roster.timeline import periods_of
from models.roster.unit_tree import list_units
from models.safekeeping.holding import HoldingCopy
from models.store.recovery_code import code_groups, new_code
from reports.gather.request import Request
from reports.recovery_sheet import RecoverySheet
from reports.shown_rows import ShownRows
from resources import resource_path
from tests.ui.theme.contest_dialogs import CONTEST_MAKERS
from ui.calls.person_rights import person_purge_look
from ui.calls.reports import open_kind
from ui.city_template.dialog import CityTemplateDialog
from ui.data_check.dialog import DataCheckDialog
from ui.duplicates.dialog import DuplicatesDialog
from ui.frozen.dialog import FrozenDialog
from ui.frozen.freeze_dialog import FreezeDialog
from ui.handover.dialog import HandoverDialog
from ui.handover.receiving import ReceiveDialog
from ui.help.about import AboutDialog
from ui.help.news import NewsDialog
from ui.help.update import UpdateDialog
from ui.help.window import HelpWindow
from ui.history.activity import ActivityDialog
from ui.history.change_dialog import ChangeDialog
from ui.importing.wizard import ImportWizard
from ui.issued.verifying import VerifyDialog
from ui.locking.code_dialog import CodeDialog
from ui.locking.present_dialog import (
    ChangePasswordDialog,
    NewCodeDialog,
    RemovePasswordDialog,
)
from ui.locking.set_dialog import SetPasswordDialog
from ui.locking.unlock_view import UnlockDialog, UnlockView
from ui.marking.dialog import MarkTextDialog
from ui.pages.catalog import PAGES
from ui.pages.reports.bundle_dialog import BundleDialog
from ui.pages.reports.definition_dialog import DefinitionDialog
from ui.pages.reports.issue_dialog import IssueDialog
from ui.pages.reports.recurring import RecurringDialog
from ui.pages.roster.cell_preview import CellPreview
from ui.pages.roster.filter_name import FilterNameDialog
from ui.pages.roster.print_preview import PrintPreview
from ui.pages.units_forms import MoveUnitForm, NewUnitForm
from ui.pages.units_kits import KitsDialog
from ui.people.day_dialog import BackDialog, CountAgainDialog, MarkDayDialog
from ui.people.drop_copies import DropCopiesQuestion
from ui.people.mark_dialog import MarkDialog
from ui.people.move_dialog import MoveDialog
from ui.people.periods_dialog import PeriodsDialog
from ui.people.person_dialog import PersonDialog
from ui.people.pick_dialog import PickPeopleDialog
from ui.people.posts_dialog import PostsDialog
from ui.people.purge_dialog import PersonPurgeDialog
from ui.people.question import Question
from ui.people.reason_dialog import ExemptDialog, LeaveDialog
from ui.printing.table_pages import table_pages
from ui.reminding.dialog import ReminderDialog
from ui.reminding.heads_dialog import HeadsDialog
from ui.restoring.dialog import RestoreDialog
from ui.signing.choices_dialog import ChoicesDialog
from ui.signing.dialog import SignersDialog
from ui.signing.signer_dialog import NEW_SIGNER, SignerDialog
from ui.start.choice import ChoiceDialog, Way
from ui.theme.keys import bound_keys as keys_bound
from ui.window.contest_choice import ContestDialog
from ui.window.main_window import MainWindow
from ui.window.memory import open_settings
from ui.window.shortcuts import ShortcutSheet
from ui.wording.dialog import WordingDialog

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SOURCES = sorted(Path(ui.__file__).parent.rglob("*.py"))
FRAMES = {
    "ActDialog", "DayDialog", "DecidingDialog", "EditDialog", "PresentDialog", "ReasonDialog",
}  # fmt: skip
"""What dialogs are made of; none of them is shown itself."""

REPORT = ReportDefinition(0, "", "month")
NAMES, TODAY = ["Trần Văn An"], date(2026, 6, 8)
SHEET = RecoverySheet("xa.tiendo", "Xã Kẻ Sặt", TODAY, "ab" * 16, code_groups(new_code()))
WAYS = (Way("Khôi phục…", "restore"), Way("Hủy", "leave"))
SHOWN = ShownRows("Danh sách", "1 người", ("Họ và tên",), (("Lê Thị An",),))
CELLS = CellPlan((PlannedCell(1, NAMES[0], "note", "", "x"),), 0)


def drawn(room):
    """A document as the page has it."""
    return open_kind(room.desk.file, Request("unit-summary")).drawn


class Room:
    """What dialogs are made over."""

    def __init__(self, desk, host):
        self.desk, self.host = desk, host
        self.units = list_units(desk.file)
        self.person = list_people(desk.file, PeopleQuery())[0]

    def make(self, name):
        return MAKERS[name](self)


MAKERS = CONTEST_MAKERS | {
    "ActivityDialog": lambda r: ActivityDialog(r.desk, r.host),
    "AboutDialog": lambda r: AboutDialog(r.host, r.desk.file.path),
    "BackDialog": lambda r: BackDialog(NAMES, TODAY, r.host),
    "BundleDialog": lambda r: BundleDialog(r.desk, r.host),
    "CityTemplateDialog": lambda r: CityTemplateDialog(r.desk, r.host),
    "CellPreview": lambda r: CellPreview(CELLS, "Dán vào ô", r.host, may_import=True),
    "ChangePasswordDialog": lambda r: ChangePasswordDialog(r.desk, r.desk.file.path, r.host),
    "ChoiceDialog": lambda r: ChoiceDialog("Đây là bản sao lưu", ["Là bản sao."], WAYS, r.host),
    "ChoicesDialog": lambda r: ChoicesDialog(r.desk, "unit-summary", r.host),
    "CodeDialog": lambda r: CodeDialog(r.desk, SHEET, "Đã lập mã mới.", r.host),
    "ContestDialog": lambda r: ContestDialog(r.desk, r.host),
    "MarkDayDialog": lambda r: MarkDayDialog("Lê Thị An", "đăng ký", TODAY, TODAY, r.host),
    "CountAgainDialog": lambda r: CountAgainDialog(NAMES, TODAY, r.host),
    "DataCheckDialog": lambda r: DataCheckDialog(r.desk, r.host),
    "DefinitionDialog": lambda r: DefinitionDialog(r.desk, REPORT, r.host),
    "DropCopiesQuestion": lambda r: DropCopiesQuestion(
        (HoldingCopy("xa-2026-06-08-090000.tiendo", TODAY, TODAY),), r.host
    ),
    "DuplicatesDialog": lambda r: DuplicatesDialog(r.desk, r.host),
    "ChangeDialog": lambda r: ChangeDialog(r.desk, 2, r.host),
    "ExemptDialog": lambda r: ExemptDialog(NAMES, TODAY, r.host),
    "FilterNameDialog": lambda r: FilterNameDialog("Lưu bộ lọc đang dùng", "", r.host),
    "FreezeDialog": lambda r: FreezeDialog(TODAY, r.host),
    "FrozenDialog": lambda r: FrozenDialog(r.desk, r.host),
    "HandoverDialog": lambda r: HandoverDialog(r.desk, r.host),
    "HeadsDialog": lambda r: HeadsDialog(r.desk, r.host),
    "ImportWizard": lambda r: ImportWizard(r.desk, [], r.host),
    "IssueDialog": lambda r: IssueDialog(r.desk, drawn(r), print, r.host),
    "KitsDialog": lambda r: KitsDialog(r.desk, None, r.host),
    "LeaveDialog": lambda r: LeaveDialog(NAMES, TODAY, r.host),
    "MarkDialog": lambda r: MarkDialog(3, USUAL_NAMES, TODAY, r.host),
    "MarkTextDialog": lambda r: MarkTextDialog(r.desk, r.host),
    "MoveDialog": lambda r: MoveDialog(NAMES, r.units, TODAY, r.host),
    "MoveUnitForm": lambda r: MoveUnitForm(r.units, r.units[1], 3, frozenset(), r.host),
    "NewCodeDialog": lambda r: NewCodeDialog(r.desk, r.desk.file.path, r.host),
    "NewUnitForm": lambda r: NewUnitForm(r.units, r.units[0], r.host),
    "HelpWindow": lambda r: HelpWindow(r.host),
    "NewsDialog": lambda r: NewsDialog(r.host),
    "PeriodsDialog": lambda r: PeriodsDialog(
        r.desk, r.person, periods_of(r.desk.file, r.person.id), r.host
    ),
    "PersonDialog": lambda r: PersonDialog(r.desk, r.units, r.person, r.host),
    "PersonPurgeDialog": lambda r: PersonPurgeDialog(
        person_purge_look(r.desk.file, r.person.id), r.host
    ),
    "PickPeopleDialog": lambda r: PickPeopleDialog(r.desk, "Ai?", "Tiếp tục…", r.host),
    "PostsDialog": lambda r: PostsDialog(r.desk, r.person, (), r.units, r.host),
    "Question": lambda r: Question("Bỏ đánh dấu?", "3 người.", "Bỏ đánh dấu", r.host),
    "PrintPreview": lambda r: PrintPreview(r.desk, "Danh sách", table_pages(SHOWN), r.host),
    "ReceiveDialog": lambda r: ReceiveDialog(
        r.desk,
        PackageFacts(Path("goi.tiendo"), 3, 0, "2026-06-08T17:00:00", False),
        Path("moi.tiendo"),
        r.host,
    ),
    "RecurringDialog": lambda r: RecurringDialog(r.desk, r.host),
    "ReminderDialog": lambda r: ReminderDialog(r.desk, (), r.host),
    "RemovePasswordDialog": lambda r: RemovePasswordDialog(r.desk, r.desk.file.path, r.host),
    "SetPasswordDialog": lambda r: SetPasswordDialog(r.desk, print, r.host),
    "RestoreDialog": lambda r: RestoreDialog(r.desk, r.desk.file.path, None, r.host),
    "SignerDialog": lambda r: SignerDialog(r.desk, NEW_SIGNER, r.host),
    "SignersDialog": lambda r: SignersDialog(r.desk, r.host),
    "ShortcutSheet": lambda r: ShortcutSheet(r.host),
    "WordingDialog": lambda r: WordingDialog(r.desk, "launch-letter", r.host),
    "VerifyDialog": lambda r: VerifyDialog(r.desk, r.host),
    "UnlockDialog": lambda r: UnlockDialog(UnlockView(r.desk, r.desk.file.path), r.host),
    "UpdateDialog": lambda r: UpdateDialog(r.desk, r.desk.file.path, r.host),
}


def answered(qtbot, desk):
    """Everything that was asked of the lane has been answered."""
    told = []
    desk.ask(lambda _file: True, told.append)
    qtbot.waitUntil(lambda: bool(told))


def one_handed(widget):
    """The keys that are bound with one Enter and not with the other."""
    by_owner = {}
    for each in (*widget.findChildren(QShortcut), *widget.findChildren(QAction)):
        keys = each.keys() if isinstance(each, QShortcut) else each.shortcuts()
        by_owner.setdefault(each.parent(), set()).update(map(QKeySequence.toString, keys))
    return [
        key
        for keys in by_owner.values()
        for key in keys
        if (key.endswith("Return") and key.replace("Return", "Enter") not in keys)
        or (key.endswith("Enter") and key.replace("Enter", "Return") not in keys)
    ]


def test_every_dialog_of_the_program_is_tried():
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        importlib.import_module(module.name)
    found, waiting = set(), [QDialog]
    while waiting:
        below = [each for each in waiting.pop().__subclasses__() if each.__module__[:3] == "ui."]
        found.update(each.__name__ for each in below)
        waiting += below
    assert found - FRAMES == set(MAKERS)


@pytest.mark.parametrize("name", MAKERS)
def test_both_enters_do_the_same_in_a_dialog(qtbot, room, name, monkeypatch):
    done, asked = [], []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: asked.append(name) or ("", ""))
    for key, modifier in (
        (Key.Key_Return, Modifier.NoModifier),
        (Key.Key_Enter, Modifier.KeypadModifier),
    ):
        dialog = room.make(name)
        ends = []
        dialog.finished.connect(ends.append)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        answered(qtbot, room.desk)
        assert one_handed(dialog) == []
        qtbot.keyClick(dialog.focusWidget() or dialog, key, modifier)
        answered(qtbot, room.desk)
        done.append((list(ends), len(asked)))
        asked.clear()
        if not ends:
            dialog.reject()
        room.host.activateWindow()
    assert done[0] == done[1]


def test_no_key_of_a_page_or_the_window_hears_one_enter_alone(qtbot, room, tmp_path):
    window = MainWindow(room.desk, open_settings(tmp_path))
    qtbot.addWidget(window)
    window.show()
    window.show_file("roster")
    for entry in PAGES:
        window.go_to(entry.key)
        answered(qtbot, room.desk)
    bound = [keys for each in window.findChildren(QShortcut) if (keys := each.keys())]
    # Not by their names, which are read in the language of whatever test was before.
    control = Qt.KeyboardModifier.ControlModifier
    both = [QKeySequence(control | key) for key in (Key.Key_Return, Key.Key_Enter)]
    assert both in bound
    assert one_handed(window) == []


@pytest.fixture
def in_vietnamese(qapp):
    """Qt's own words as the program shows them."""
    translator = QTranslator()
    assert translator.load(str(resource_path("translations", "qtbase_vi.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.mark.parametrize("before", ["", "Ctrl+", "Ctrl+Shift+"])
def test_both_enters_are_bound_in_vietnamese_too(in_vietnamese, before):
    keys = [each[0].key() for each in keys_bound(f"{before}Return")]
    assert keys == [Key.Key_Return, Key.Key_Enter]


def enters(path):
    """How often a module speaks of either Enter itself."""
    named = [
        each.attr
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(each, ast.Attribute)
    ]
    return named.count("Key_Return"), named.count("Key_Enter")


def test_a_widget_that_reads_keys_itself_knows_both():
    told = {path.stem: enters(path) for path in SOURCES}
    assert any(letters for letters, _ in told.values())
    assert [name for name, (letters, pad) in told.items() if letters != pad] == []
