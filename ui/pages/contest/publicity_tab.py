"""Tuyên truyền: who makes the contest known, by when, what shows it, and what the report says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from models.campaign.publicity import list_tasks, remove_task
from models.campaign.publicity_words import (
    progress_words,
    publicity_paragraph,
    publicity_progress,
)
from models.campaign.usual_tasks import usual_tasks
from models.contests.current import current_contest
from models.journal.practising import is_practice
from models.records.papers import AttachmentOwner
from models.records.practising import with_practice_mark
from models.records.publicity import PublicityTask, UsualTask
from models.store.store import Store
from models.text.formats import short_date
from ui.attachments.view import AttachmentsView
from ui.desk import Desk
from ui.pages.contest.beside_table import BesideTable
from ui.pages.contest.tab_page import WrappingTab
from ui.pages.contest.task_dialog import TaskDialog
from ui.pages.contest.tasks_columns import EMPTY_HINT, EMPTY_TITLE, task_columns
from ui.pages.contest.usual_dialog import UsualTasksDialog
from ui.table.few_lines import table_beside
from ui.theme.keys import on_key
from ui.theme.pieces import button, column_in, label
from ui.theme.wrapping_row import WrappingRow

SIDE_LETTERS = 40
COPIED = "Đã sao chép đoạn tuyên truyền của báo cáo."


@dataclass(frozen=True, slots=True)
class PublicityLook:
    """The tasks, the name of the contest they belong to, and whether all is made up."""

    tasks: tuple[PublicityTask, ...]
    contest: str
    for_practice: bool = False


def publicity_look(file: Store) -> PublicityLook:
    """Everything that the tab shows."""
    contest = current_contest(file)
    return PublicityLook(list_tasks(file), contest.name if contest else "", is_practice(file))


class PublicityTab(WrappingTab):
    """`take` gets the id of a task to choose."""

    title = "Tuyên truyền"
    topics = frozenset({"publicity_tasks", "attachments", "units", "contests"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._tasks: dict[int, PublicityTask] = {}
        self._look = PublicityLook((), "")
        self._wanted: int | None = None
        self._words = label("", wrap=True, name="publicity-words")
        self._table = table_beside(
            self,
            "publicity",
            "Các nhiệm vụ tuyên truyền",
            task_columns(desk.today()),
            self._tasks.__getitem__,
            (EMPTY_TITLE, EMPTY_HINT),
        )
        self._files = AttachmentsView(desk, "Ảnh, tệp minh chứng")
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(12, 0, 0, 0)
        inside.addWidget(self._files)
        self._beside = BesideTable(
            self._table, side, SIDE_LETTERS, "Ảnh, tệ&p minh chứng…", "task-files"
        )
        self._add = button("&Thêm nhiệm vụ…", "task-add", primary=True)
        self._usual = button("Nhiệm vụ thường &làm…", "task-usual")
        self._edit = button("&Cập nhật…", "task-edit")
        self._links = button("&Mở đường dẫn", "task-open-links")
        self._remove = button("&Xóa", "task-remove")
        self._copy = button("Sao chép đoạn &báo cáo", "task-copy")
        self._lay_out()
        self._connect()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys begin in the table.

        A proxy would hide from the Tab key what stands before it.
        """
        self._table.setFocus(reason)

    def _lay_out(self) -> None:
        acts = WrappingRow()
        for each in (self._add, self._usual, self._edit, self._links, self._beside.act):
            acts.addWidget(each)
        for each in (self._remove, self._copy):
            acts.addWidget(each)
        column = column_in(self)
        column.addLayout(acts)
        column.addWidget(self._words)
        column.addWidget(self._beside, 1)

    def _connect(self) -> None:
        self._add.clicked.connect(lambda: self._ask_task(None))
        self._usual.clicked.connect(self._ask_usual)
        self._copy.clicked.connect(self._copy_paragraph)
        deeds: tuple[tuple[QPushButton, Callable[[PublicityTask], object]], ...] = (
            (self._edit, self._ask_task),
            (self._links, _open_links),
            (self._remove, self._take_away),
        )
        for act, deed in deeds:
            act.clicked.connect(partial(self._with_chosen, deed))
        self._table.picked.connect(self._show_chosen)
        self._table.opened.connect(lambda _id: self._edit.click())
        for key, act in ((Qt.Key.Key_Insert, self._add), (Qt.Key.Key_Delete, self._remove)):
            on_key(self._table, key, act.click, alone=True)
        self._show_chosen()

    def take(self, what: object) -> None:
        """Choose the task with the id `what`, once it is here."""
        if isinstance(what, int):
            self._wanted = what
            self.reload()

    def ask(self) -> None:
        """Read the tasks."""
        self.read(publicity_look, self._show)

    def _show(self, look: PublicityLook) -> None:
        self._look = look
        self._tasks.clear()
        self._tasks.update((each.id, each) for each in look.tasks)
        self._table.rows.set_ids(list(self._tasks), look.tasks)
        today = self.desk.today()
        told = progress_words(publicity_progress(look.tasks, today))
        self._words.setText(f"Đến ngày {short_date(today)}: {told}." if look.tasks else "")
        if self._wanted is not None and self._table.go_to(self._wanted):
            self._wanted = None
        self._show_chosen()
        self.loaded.emit()

    def _chosen(self) -> PublicityTask | None:
        ids = self._table.selected_ids()
        return self._tasks.get(ids[0]) if len(ids) == 1 else None

    def _show_chosen(self) -> None:
        task = self._chosen()
        words = f"nhiệm vụ “{task.what}”" if task else ""
        self._files.show_owner(AttachmentOwner("publicity_tasks", task.id, words) if task else None)
        for each in (self._edit, self._remove, self._beside.act):
            each.setEnabled(task is not None)
        self._links.setEnabled(task is not None and bool(task.links))
        self._copy.setEnabled(bool(self._tasks))
        self._add.setEnabled(bool(self._look.contest))
        self._usual.setEnabled(bool(self._look.contest))

    def _with_chosen(self, deed: Callable[[PublicityTask], object]) -> None:
        if (task := self._chosen()) is not None:
            deed(task)

    def _ask_task(self, task: PublicityTask | None) -> None:
        self.desk.reference.when_known(partial(self._open_task, task))

    def _open_task(self, task: PublicityTask | None) -> None:
        TaskDialog(self.desk, self.desk.reference.units, task, self).open()

    def _ask_usual(self) -> None:
        self.desk.ask(usual_tasks, self._open_usual, None)

    def _open_usual(self, offered: Sequence[UsualTask]) -> None:
        UsualTasksDialog(self.desk, offered, self).open()

    def _take_away(self, task: PublicityTask) -> None:
        said = f"Đã xóa nhiệm vụ “{task.what}”. Ctrl+Z để hoàn tác."
        self.desk.ask(remove_task, lambda _: self.desk.said.emit(said), None, task.id)

    def _copy_paragraph(self) -> None:
        paragraph = publicity_paragraph(self._look.tasks, self.desk.today(), self._look.contest)
        told = with_practice_mark(paragraph) if self._look.for_practice else paragraph
        QGuiApplication.clipboard().setText(told)
        self.desk.said.emit(COPIED)


def _open_links(task: PublicityTask) -> None:
    for link in task.links:
        QDesktopServices.openUrl(QUrl(link))
