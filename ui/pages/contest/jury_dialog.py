"""The commune's jury: who is in it and by what scale it scores."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QWidget

from models.campaign.entry_rows import entry_book
from models.campaign.jury import ROLES, add_juror, edit_juror, list_jurors, remove_juror, set_scale
from models.errors import AppError
from models.records.entries import Juror
from models.store.store import Store
from models.text.formats import number
from ui.desk import Desk
from ui.pages.contest.edit_dialog import line_field
from ui.pages.contest.typed import typed_whole
from ui.people.act_dialog import ActDialog
from ui.people.field import FormField
from ui.people.question import Question
from ui.theme.letters import keep_in_letters, keep_lines
from ui.theme.pieces import button, named
from ui.theme.quiet_combo import QuietCombo

LINES_SHOWN = 5
NEW = "+ Thêm giám khảo"
SCALE_IN_LETTERS = 8


def save_juror(file: Store, juror_id: int | None, name: str, position: str, role: str) -> None:
    """Add a juror, or set the one with this id."""
    if juror_id is None:
        add_juror(file, name, position, role)
    else:
        edit_juror(file, juror_id, name, position, role)


def save_scale(file: Store, scale: int) -> None:
    """Set the scale where it is another."""
    book = entry_book(file)
    if book is None or book.scale != scale:
        set_scale(file, scale)


class JuryDialog(ActDialog):
    """Saves one juror at a time and stays open; each is an entry of the history."""

    def __init__(self, desk: Desk, jurors: Sequence[Juror], scale: int, parent: QWidget) -> None:
        super().__init__("Ban Giám khảo", "Lưu", parent)
        self.setObjectName("jury-dialog")
        self._desk = desk
        self._jurors: Sequence[Juror] = ()
        self._list = named(QListWidget(), "jurors", "Ban Giám khảo")
        self._name, name = line_field("juror-name", "Họ và tên")
        self._position, position = line_field("juror-position", "Chức vụ")
        self._role = QuietCombo()
        self._role.setEditable(True)
        self._role.addItems(list(ROLES))
        self._scale, scale_field = line_field("jury-scale", "Thang điểm", str(scale))
        keep_in_letters(self._scale, SCALE_IN_LETTERS, SCALE_IN_LETTERS)
        self._remove = button("&Xóa giám khảo", "juror-remove")
        self.add_button(self._remove)
        self.form.addRow("Thang đ&iểm", scale_field)
        self.form.addRow(self._list)
        self.form.addRow("&Họ và tên *", name)
        self.form.addRow("&Chức vụ", position)
        self.form.addRow("&Vai trò", FormField(self._role, "juror-role", "Vai trò"))
        self._list.currentRowChanged.connect(self._choose)
        self._name.textChanged.connect(self._check)
        self._scale.textChanged.connect(self._check)
        self._scale.editingFinished.connect(self._keep_scale)
        self._remove.clicked.connect(self._ask_remove)
        self._show(jurors)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, jurors: Sequence[Juror]) -> None:
        """Show this jury; the line of a new one is chosen."""
        self._jurors = jurors
        self._list.blockSignals(True)
        self._list.clear()
        self._list.addItems([*(juror_words(each) for each in jurors), NEW])
        shown = min(LINES_SHOWN, len(jurors) + 1)
        keep_lines(self._list, max(2, shown))
        self._list.setCurrentRow(len(jurors))
        self._list.blockSignals(False)
        self._choose()

    @property
    def _juror(self) -> Juror | None:
        row = self._list.currentRow()
        return self._jurors[row] if 0 <= row < len(self._jurors) else None

    def _choose(self) -> None:
        juror = self._juror
        self._name.setText(juror.name if juror else "")
        self._position.setText(juror.position if juror else "")
        self._role.setEditText(juror.role if juror else ROLES[2] if self._jurors else ROLES[0])
        self._remove.setEnabled(juror is not None)
        self._check()

    def _check(self) -> None:
        self.tell("")
        self.act.setEnabled(bool(self._name.text().strip()))

    def _keep_scale(self) -> None:
        try:
            scale = typed_whole("Thang điểm", self._scale.text())
        except AppError as error:
            self.tell(str(error))
            return
        self._desk.ask(save_scale, None, self._refused, scale)

    def accept(self) -> None:
        """Save the juror, and show all of them anew."""
        if self.act.isEnabled():
            juror = self._juror
            self._desk.ask(
                save_juror,
                self._again,
                self._refused,
                juror.id if juror else None,
                self._name.text(),
                self._position.text(),
                self._role.currentText(),
            )

    def _ask_remove(self) -> None:
        juror = self._juror
        if juror is None:
            return
        if not juror.scored:
            self._take_away(juror.id, with_scores=False)
            return
        words = f"{juror.name} đã chấm {number(juror.scored)} bài; điểm ấy cũng bị xóa."
        question = Question("Xóa giám khảo", words, "Xóa cả điểm", self)
        question.accepted.connect(lambda: self._take_away(juror.id, with_scores=True))
        question.open()

    def _take_away(self, juror_id: int, *, with_scores: bool) -> None:
        self._desk.ask(remove_juror, self._again, self._refused, juror_id, with_scores=with_scores)

    def _again(self, _done: object) -> None:
        self._desk.ask(list_jurors, self._take, None)

    def _take(self, jurors: Sequence[Juror]) -> None:
        self._show(jurors)
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def juror_words(juror: Juror) -> str:
    """ "Lê Thị Hoa · Phó Chủ tịch UBND · Trưởng ban · đã chấm 3 bài"."""
    scored = f"đã chấm {number(juror.scored)} bài" if juror.scored else "chưa chấm"
    return " · ".join(filter(None, (juror.name, juror.position, juror.role, scored)))
