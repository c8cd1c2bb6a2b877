"""The tables of decisions of every flow: a list, a text, an export, people who may stand twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget
from shoot_asked import HEADER, Camera, written

from models.records import PeopleQuery, Person, PersonDraft
from models.roster.people import add_person, list_people
from models.text.names import search_fold
from ui.desk import Desk
from ui.duplicates.dialog import DuplicatesDialog
from ui.importing.wizard import ImportWizard
from ui.intake.steps import IntakeStep
from ui.marking.dialog import MarkTextDialog
from ui.table.data_table import DataTable
from ui.window.main_window import MainWindow

PLATFORM = ("Tài khoản", "Họ và tên", "Số điện thoại", "Đơn vị", "Điểm", "Hoàn thành")
NAMESAKES = 6


def shoot_decisions(
    camera: Camera, desk: Desk, window: MainWindow, folder: Path, settle: Callable[[int], None]
) -> None:
    """Each flow once, on people of the practice commune and some who are like them."""
    assert desk.file is not None
    people = list_people(desk.file, PeopleQuery())[20 : 20 + NAMESAKES * 2]
    for each in people[:2]:
        add_person(desk.file, PersonDraft(each.name, each.unit_id, each.position))
    settle(500)
    shoot_list(camera, desk, window, folder, people, settle)
    shoot_text(camera, desk, window, people, settle)
    shoot_export(camera, window, folder, people, settle)
    dialog = DuplicatesDialog(desk, window)
    dialog.open()
    settle(2_500)
    camera.grab(dialog, "decide-doubles")
    dialog.reject()


def shoot_list(
    camera: Camera,
    desk: Desk,
    window: MainWindow,
    folder: Path,
    people: list[Person] | tuple[Person, ...],
    settle: Callable[[int], None],
) -> None:
    """Names without their marks, and units written in two ways."""
    rows = [
        (at, search_fold(each.name).title(), each.position, each.unit, "", "")
        for at, each in enumerate(people, 1)
    ]
    rows += [
        (20, "Đỗ Thị Minh Nguyệt", "Giáo viên", "Trường MN Tân An", "0982103591", ""),
        (21, "Phạm Đức Cường", "Giáo viên", "Trường Mầm non Tân An", "0912330118", ""),
    ]
    wizard = ImportWizard(desk, [written(folder / "Cần xem.xlsx", [HEADER, *rows])], window)
    wizard.open()
    settle(2_500)
    while wizard.step in (IntakeStep.TABLES, IntakeStep.COLUMNS):
        wizard.next.click()
        settle(2_500)
    camera.grab(wizard, "decide-import")
    for name in ("uncertain-new", "uncertain-nobody", "uncertain-new", "uncertain-this"):
        button = wizard.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
    camera.grab(wizard, "decide-alike")
    tabs = wizard.findChild(QTabWidget, "asked")
    assert isinstance(tabs, QTabWidget)
    for at in range(tabs.count()):
        if tabs.tabText(at).startswith("Đơn vị"):
            tabs.setCurrentIndex(at)
            camera.grab(wizard, "decide-units")
    wizard.done(QDialog.DialogCode.Rejected)


def shoot_text(
    camera: Camera,
    desk: Desk,
    window: MainWindow,
    people: list[Person] | tuple[Person, ...],
    settle: Callable[[int], None],
) -> None:
    """A message with names without marks, namesakes, and somebody unknown."""
    names = [search_fold(each.name) for each in people[:4]]
    text = "\n".join((people[0].name, *names, "Hoàng Văn Không Có", people[5].name))
    QGuiApplication.clipboard().setText(text)
    dialog = MarkTextDialog(desk, window)
    dialog.open()
    settle(2_000)
    camera.grab(dialog, "decide-text")
    dialog.reject()
    QGuiApplication.clipboard().clear()


def shoot_export(
    camera: Camera,
    window: MainWindow,
    folder: Path,
    people: list[Person] | tuple[Person, ...],
    settle: Callable[[int], None],
) -> None:
    """Accounts without a phone and a unit, and those of nobody."""
    rows = [(f"tk{at}", each.name, "", "", "8", "x") for at, each in enumerate(people)]
    rows += [(f"la{at}", f"Hoàng Lạ {at}", f"097700000{at}", "TYT số 2", "5", "") for at in "123"]
    window.go_to("reconcile", [written(folder / "Nền tảng.xlsx", [PLATFORM, *rows])])
    settle(3_000)
    page = window.page("reconcile")
    camera.grab(window, "decide-accounts")
    for name in ("reconcile-next", "reconcile-details"):
        page.findChild(QPushButton, name).click()
    for name, picture in (
        ("card-not_on_roster", "outsiders"),
        ("beside-units", "texts"),
    ):
        button = page.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
        for table in page.findChildren(DataTable):
            if table.isVisible():
                table.setFocus()
        settle(500)
        camera.grab(window, f"decide-{picture}")
    leave = page.findChild(QPushButton, "reconcile-leave")
    assert isinstance(leave, QPushButton)
    leave.click()
