"""Opens the window on the practice commune and grabs every page, dialog and wizard step."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shoot_asked import shoot_asked
from shoot_contest import shoot_contest
from shoot_decisions import shoot_decisions
from shoot_locking import shoot_locking
from shoot_reports import shoot_reports
from shoot_safety import shoot_safety, shoot_second_place

from models.contests.mark_names import USUAL_NAMES
from models.office.practice import make_practice, practice_clock, sample_list, sample_marks
from models.records import PeopleQuery
from models.roster.people import list_people
from models.roster.unit_tree import list_units
from models.store.data_file import open_file
from ui.app import make_application
from ui.calls.person_rights import person_purge_look
from ui.desk import Desk
from ui.help.about import AboutDialog
from ui.help.news import NewsDialog
from ui.help.update import UpdateDialog
from ui.importing.wizard import ImportWizard
from ui.lane import Lane
from ui.pages.units_kits import KitsDialog
from ui.people.mark_dialog import MarkDialog
from ui.people.person_dialog import PersonDialog
from ui.people.purge_dialog import PersonPurgeDialog
from ui.people.reason_dialog import LeaveDialog
from ui.reminding.dialog import ReminderDialog
from ui.reminding.heads_dialog import HeadsDialog
from ui.safekeeping.keeper import Safekeeper
from ui.safekeeping.wiring import keep_safe
from ui.theme.appearance import Appearance, Theme
from ui.theme.on_screen import DialogSizes
from ui.window.main_window import MainWindow
from ui.window.memory import keep_settings_in, open_settings
from ui.window.shortcuts import ShortcutSheet

QUIET_MS = 400
IN_OFFICE = Path("C:\\Users\\CanBo\\AppData\\Local\\TienDo\\TienDo.tiendo")
"""Where the file lies on an officer's machine: the help shows no place of the drawing one."""


class Camera:
    """Grabs widgets into numbered PNG files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def grab(self, widget: QWidget, name: str) -> None:
        """Save what `widget` looks like once everything asked for has arrived."""
        settle()
        picture = widget.grab()
        if picture.isNull() or not picture.save(str(self._folder / f"{name}.png")):
            raise RuntimeError(f"no picture of {name}")


def settle(milliseconds: int = QUIET_MS) -> None:
    """Let the lane answer and the screen follow."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(out: Path, theme: str, width: int, height: int, text: int) -> None:
    """Grab everything in one look, from settings that nobody has touched."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = make_application()
        keep_settings_in(folder)
        settings = open_settings(folder)
        appearance = Appearance(app, settings)
        appearance.set_theme(Theme(theme))
        appearance.set_text_size(text)
        DialogSizes(appearance)
        lane = Lane()
        desk = Desk(lane, practice_clock)
        window = MainWindow(desk, settings)
        keeper = keep_safe(window, desk)
        # On a small monitor it would fill all of it, the room of the taskbar too.
        window.showNormal()
        window.resize(width, height)
        camera = Camera(out)
        make_practice(folder / "mau.tiendo").close()
        shoot_window(camera, window, desk, keeper, folder)
        keeper.close()
        desk.close()
        lane.close()
        window.close()


def shoot_window(
    camera: Camera, window: MainWindow, desk: Desk, keeper: Safekeeper, folder: Path
) -> None:
    """The first start, each page, then the dialogs over the roster."""
    shoot_first_start(camera, window, folder)
    desk.take(open_file(folder / "mau.tiendo", practice_clock))
    window.show_file("overview")
    settle(1_500)
    for key in ("overview", "roster", "reconcile", "units", "reports", "data"):
        window.go_to(key)
        settle(2_000 if key == "reports" else QUIET_MS)
        camera.grab(window, key)
    shoot_reconciling(camera, window)
    window.go_to("roster")
    shoot_dialogs(camera, desk, window)
    shoot_asked(camera, desk, window, folder, settle)
    shoot_safety(camera, desk, window, folder, settle)
    shoot_decisions(camera, desk, window, folder, settle)
    shoot_contest(camera, desk, window, settle)
    shoot_reports(camera, desk, window, folder, settle)
    shoot_locking(camera, desk, window, folder, settle)
    shoot_second_place(camera, keeper, window, folder, settle)


def shoot_first_start(camera: Camera, window: MainWindow, folder: Path) -> None:
    """The three questions."""
    from ui.start.first_start import FirstStart

    window.show_alone(FirstStart(folder / "moi.tiendo"))
    camera.grab(window, "first-start")


def shoot_reconciling(camera: Camera, window: MainWindow) -> None:
    """The sample of the platform: its boxes, the result, the slips and the city's counts."""
    page = window.page("reconcile")
    window.go_to("reconcile", [sample_marks()])
    settle(3_000)
    camera.grab(window, "reconcile-decide")
    for names, picture in (
        (("back", "back"), "file"),
        (("next", "next"), "write"),
        (("details",), "boxes"),
    ):
        for each in names:
            page.findChild(QPushButton, f"reconcile-{each}").click()
        camera.grab(window, f"reconcile-{picture}")
    for name in ("card-matched", "card-not_registered", "beside-units"):
        button = page.findChild(QPushButton, name)
        if button is not None and button.isVisible():
            button.click()
            camera.grab(window, f"reconcile-{name.split('-')[1]}")
    page.findChild(QPushButton, "reconcile-leave").click()
    for tab in ("slips", "official"):
        window.go_to("reconcile", tab)
        camera.grab(window, f"reconcile-{tab}")


def shoot_dialogs(camera: Camera, desk: Desk, window: MainWindow) -> None:
    """The dialogs over the roster and each step of the import wizard."""
    units = list_units(desk.file)
    person = list_people(desk.file, PeopleQuery())[0]
    names, today = [person.name], desk.today()
    shoot_dialog(camera, lambda: PersonDialog(desk, units, None, window), "person-new")
    shoot_dialog(camera, lambda: PersonDialog(desk, units, person, window), "person-edit")
    look = person_purge_look(desk.file, person.id)
    shoot_dialog(camera, lambda: PersonPurgeDialog(look, window), "person-purge")
    shoot_dialog(camera, lambda: LeaveDialog(names, today, window), "leave")
    shoot_dialog(camera, lambda: MarkDialog(12, USUAL_NAMES, today, window), "mark")
    shoot_dialog(camera, lambda: ShortcutSheet(window), "shortcuts")
    shoot_dialog(camera, lambda: KitsDialog(desk, None, window), "kits")
    shoot_dialog(camera, lambda: HeadsDialog(desk, window), "heads")
    shoot_dialog(camera, lambda: ReminderDialog(desk, None, window), "remind")
    shoot_dialog(camera, lambda: AboutDialog(window, IN_OFFICE), "about")
    shoot_dialog(camera, lambda: NewsDialog(window), "news")
    shoot_dialog(camera, lambda: UpdateDialog(desk.lane, desk.file.path, window), "update")
    wizard = ImportWizard(desk, [sample_list(), sample_marks()], window)
    wizard.open()
    for step in range(1, 5):
        settle(2_500)
        camera.grab(wizard, f"import-{step}")
        if step == 4 or not go_on(wizard):
            break
    wizard.reject()


def go_on(wizard: QWidget) -> bool:
    """Press the wizard's button for the next step; False when there is none."""
    button = wizard.findChild(QWidget, "next")
    if button is None or not button.isEnabled() or not button.isVisible():
        return False
    button.click()
    return True


def shoot_dialog(camera: Camera, make: Callable[[], QDialog], name: str) -> None:
    """One dialog, opened and closed again."""
    dialog = make()
    dialog.open()
    camera.grab(dialog, name)
    dialog.reject()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], *map(int, sys.argv[3:6]))
    QApplication.quit()
