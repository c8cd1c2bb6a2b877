"""The dialogs that ask: lists with proposals, dated facts, kept copies, meetings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from openpyxl import Workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QTabWidget, QWidget

from models.records import PeopleQuery, Person
from models.roster.exemptions import set_exempt
from models.roster.people import list_people
from models.roster.timeline import periods_of
from models.roster.unit_tree import list_units
from models.store.backup import back_up
from ui.desk import Desk
from ui.importing.wizard import ImportWizard
from ui.intake.steps import IntakeStep
from ui.marking.dialog import MarkTextDialog
from ui.people.day_dialog import BackDialog, CountAgainDialog
from ui.people.move_dialog import MoveDialog
from ui.people.periods_dialog import PeriodsDialog
from ui.people.reason_dialog import ExemptDialog
from ui.start.copies import Copies
from ui.start.opening import Opener
from ui.window.main_window import MainWindow

HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Số điện thoại", "Tình trạng")
WORDS = ("Nghỉ hưu từ 01/5/2026", "Nghỉ thai sản", "Hợp đồng", "Đang công tác")
MEETING = ("Name", "Email", "Join Time", "Leave Time")
STAYS = ("15:00:00", "14:50:00", "14:10:00")


class Camera(Protocol):
    """Grabs what a widget looks like."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Save it under a name."""


def shoot_asked(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Each of them once, on people of the practice commune."""
    assert desk.file is not None
    people = list_people(desk.file, PeopleQuery())[:4]
    shoot_lists(camera, desk, window, written(folder / "Danh sách.xlsx", rows_of(people)), settle)
    shoot_dates(camera, desk, window, people, settle)
    shoot_copies(camera, desk, window, folder, settle)
    shoot_meetings(camera, desk, window, people, folder, settle)


def rows_of(people: Sequence[Person]) -> list[tuple[object, ...]]:
    """A list with words about employment, and one person in a second unit."""
    rows: list[tuple[object, ...]] = [HEADER]
    for at, (person, words) in enumerate(zip(people, WORDS, strict=True), 1):
        rows.append((at, person.name, person.position, person.unit, person.phone, words))
    rows.append((5, "Đỗ Thị Minh Nguyệt", "Công chức", people[0].unit, "0982103591", ""))
    rows.append((6, "Đỗ Thị Minh Nguyệt", "Cộng tác viên", "Trạm Y tế xã", "0982103591", ""))
    return rows


def written(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """A workbook with these rows."""
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(path)
    return path


def shoot_lists(
    camera: Camera, desk: Desk, window: MainWindow, path: Path, settle: Callable[[int], None]
) -> None:
    """The proposals and the second posts of a list."""
    wizard = ImportWizard(desk, [path], window)
    wizard.open()
    settle(2_500)
    while wizard.step in (IntakeStep.TABLES, IntakeStep.COLUMNS):
        wizard.next.click()
        settle(2_500)
    tabs = wizard.findChild(QTabWidget, "asked")
    assert isinstance(tabs, QTabWidget)
    for at in range(tabs.count()):
        for title, name in (("Đề nghị", "proposals"), ("Chức vụ kiêm nhiệm", "posts")):
            if tabs.tabText(at).startswith(title):
                tabs.setCurrentIndex(at)
                camera.grab(wizard, f"import-{name}")
    wizard.reject()


def shoot_dates(
    camera: Camera,
    desk: Desk,
    window: MainWindow,
    people: Sequence[Person],
    settle: Callable[[int], None],
) -> None:
    """Moving, coming back, counting again, and all the dates of a person."""
    file = desk.file
    assert file is not None
    names, today = [person.name for person in people[:3]], desk.today()
    set_exempt(file, [people[0].id], "Nghỉ thai sản", today)
    periods = periods_of(file, people[0].id)
    dialogs: tuple[tuple[str, QDialog], ...] = (
        ("move", MoveDialog(names, list_units(file), today, window)),
        ("back", BackDialog(names, today, window)),
        ("count-again", CountAgainDialog(names, today, window)),
        ("exempt", ExemptDialog(names, today, window)),
        ("periods", PeriodsDialog(desk, people[0], periods, window)),
    )
    for name, dialog in dialogs:
        dialog.open()
        settle(200)
        camera.grab(dialog, name)
        dialog.reject()


def shoot_copies(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """A kept copy that was dropped, and the question before it is restored."""
    assert desk.file is not None
    copy = back_up(desk.file.path, folder / "xa-sao-luu.tiendo").path
    asking = Copies(desk, window.settings, window, Opener(desk, window.settings, window))
    asking.ask(copy)
    for name in ("copy-dropped", "copy-restore"):
        settle(300)
        dialog = next(each for each in window.findChildren(QDialog, "choice") if each.isVisible())
        camera.grab(dialog, name)
        restoring = dialog.findChild(QPushButton, "copyRestore")
        (dialog.reject if restoring is None else restoring.click)()
    asking.deleteLater()


def shoot_meetings(
    camera: Camera,
    desk: Desk,
    window: MainWindow,
    people: Sequence[Person],
    folder: Path,
    settle: Callable[[int], None],
) -> None:
    """Who attended a meeting: the row on Đối soát, and the field of marking by text."""
    visits = [
        (person.name, "", "05/06/2026 14:00:00", f"05/06/2026 {stay}")
        for person, stay in zip(people[1:], STAYS, strict=True)
    ]
    path = written(folder / "Cuộc họp.xlsx", [MEETING, *visits])
    window.go_to("reconcile", [path])
    settle(3_000)
    camera.grab(window, "reconcile-meeting")
    QGuiApplication.clipboard().clear()
    dialog = MarkTextDialog(desk, window)
    dialog.open()
    text = dialog.findChild(QPlainTextEdit, "mark-text")
    assert isinstance(text, QPlainTextEdit)
    lines = ["\t".join(MEETING), *("\t".join(visit) for visit in visits)]
    text.setPlainText("\n".join(lines))
    settle(1_500)
    camera.grab(dialog, "mark-meeting")
    dialog.reject()
