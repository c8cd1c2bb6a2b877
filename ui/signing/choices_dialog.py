"""To whom a kind of document goes, and the texts of it that only the officer can write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from models.errors import AppError
from models.office.recipient_lines import recipients_typed
from models.records.choices import PART_NAMES, DocumentChoices
from reports.render.text import addressee_lines, recipient_lines
from ui.calls.choosing import ChoicesLook, choices_look, keep_choices
from ui.desk import Desk
from ui.people.act_dialog import ActDialog
from ui.people.question import Question
from ui.signing.lines_field import ChosenLines
from ui.theme.pieces import label

TITLE = "Kính gửi, nơi nhận, nội dung"
NOTHING = "Loại văn bản này không có kính gửi, nơi nhận hay nội dung để ghi."
LINE_EACH = (
    "Mỗi nơi một dòng; gạch đầu dòng, dấu chấm phẩy và dấu chấm cuối dòng chương trình tự đặt."
)
LEAVE_WORDS = "Nội dung vừa ghi chưa được lưu."
PART_LINES, LIST_LINES = 3, 3


class ChoicesDialog(ActDialog):
    """Saved as one change; what is like the usual lines stays usual. Shown with `open()`."""

    def __init__(self, desk: Desk, code: str, parent: QWidget, *, at_texts: bool = False) -> None:
        super().__init__(TITLE, "Lưu", parent, "Hủy")
        self.setObjectName("choices-dialog")
        self._desk, self._at_texts = desk, at_texts
        self._look: ChoicesLook | None = None
        self._lists: dict[str, ChosenLines] = {}
        self._texts: dict[str, ChosenLines] = {}
        self._kind = label("Đang đọc…", "muted", wrap=True, name="choices-kind")
        self.form.addRow(self._kind)
        self.act.setEnabled(False)
        desk.ask(choices_look, self._show, self._refused, code)

    def _show(self, look: ChoicesLook) -> None:
        self._look = look
        self._kind.setText(look.title)
        usual, kept = look.usual, look.choices
        if usual.addressees is not None:
            self._add_list("addressees", "&Kính gửi", kept.addressees, usual.addressees)
        if usual.recipients is not None:
            self._add_list("recipients", "&Nơi nhận", kept.recipients, usual.recipients)
        for at, part in enumerate(usual.parts, start=1):
            field = ChosenLines(part, f"&{at}. {PART_NAMES[part]}", "", PART_LINES)
            field.editor.setPlaceholderText("Mỗi dòng là một đoạn của văn bản")
            field.write(kept.texts.get(part, ""))
            self._texts[part] = field
        for field in self._fields:
            self.form.addRow(field)
            field.changed.connect(self._check)
        if not self._fields:
            self.form.addRow(label(NOTHING, wrap=True))
        elif self._lists:
            self.form.insertRow(1, label(LINE_EACH, "muted", wrap=True))
        self.tell(usual.unknown and f"Chưa biết dòng mặc định: {usual.unknown}")
        self._check()
        self.adjustSize()
        self._begin()

    def _begin(self) -> None:
        """The keys begin at the first field, or at the first text that is not written yet."""
        texts = list(self._texts.values()) if self._at_texts else []
        unwritten = [field for field in texts if not field.text.strip()]
        first = next(iter((*unwritten, *texts, *self._fields)), None)
        if first is not None:
            first.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            # What was just added has no place yet.
            QTimer.singleShot(0, first, partial(self.show_field, first))

    def _add_list(
        self, name: str, title: str, kept: tuple[str, ...] | None, usual: tuple[str, ...]
    ) -> None:
        shown = self._addressed if name == "addressees" else self._received
        field = ChosenLines(name, title, "\n".join(usual), LIST_LINES, shown)
        field.editor.setPlaceholderText("Ví dụ: Sở Khoa học và Công nghệ")
        field.write("\n".join(usual if kept is None else kept))
        self._lists[name] = field

    @property
    def _fields(self) -> list[ChosenLines]:
        return [*self._lists.values(), *self._texts.values()]

    def _addressed(self, text: str) -> str:
        """Kính gửi as it will stand on paper."""
        lines = addressee_lines(recipients_typed(text))
        return "" if not lines else "Kính gửi: " + ("\n" * (len(lines) > 1)) + "\n".join(lines)

    def _received(self, text: str) -> str:
        """Nơi nhận as it will stand on paper, with the archive."""
        archive = self._look.usual.archive if self._look else ""
        told = tuple(filter(None, (*recipients_typed(text), archive)))
        return "\n".join(("Nơi nhận:", *recipient_lines(told)))

    @property
    def _written(self) -> DocumentChoices | None:
        """What the fields say; None before they are there."""
        if self._look is None:
            return None
        usual = {
            "addressees": self._look.usual.addressees,
            "recipients": self._look.usual.recipients,
        }
        lists = {name: recipients_typed(field.text) for name, field in self._lists.items()}
        own = {name: None if told == usual[name] else told for name, told in lists.items()}
        written = {part: field.text.strip() for part, field in self._texts.items()}
        texts = {**self._look.choices.texts, **written}
        kept = {part: text for part, text in texts.items() if text}
        return replace(
            self._look.choices,
            addressees=own.get("addressees"),
            recipients=own.get("recipients"),
            texts=kept,
        )

    @property
    def _differs(self) -> bool:
        return self._look is not None and self._written != self._look.choices

    def _check(self) -> None:
        self.act.setEnabled(self._differs)

    def accept(self) -> None:
        """Remember what is written; it stays open while that is refused."""
        written = self._written
        if self._look is not None and written is not None and self._differs:
            self._desk.ask(keep_choices, self._kept, self._refused, self._look, written)

    def _kept(self, _changed: bool) -> None:
        if self._look is not None:
            self._desk.said.emit(f"Đã lưu cho “{self._look.title}”. Ctrl+Z để hoàn tác.")
        super().accept()

    def reject(self) -> None:
        """What was written is not lost by one key."""
        if not self._differs:
            super().reject()
            return
        question = Question("Bỏ nội dung vừa ghi?", LEAVE_WORDS, "Bỏ và đóng", self)
        question.accepted.connect(lambda: self.done(QDialog.DialogCode.Rejected))
        question.open()

    def _refused(self, error: AppError) -> None:
        self.refuse(error)


def open_choices(
    desk: Desk, code: str, parent: QWidget, *, at_texts: bool = False
) -> ChoicesDialog:
    """Show what is chosen for the kind with this code over `parent`; the keys begin at the lines,
    or at the texts."""
    dialog = ChoicesDialog(desk, code, parent, at_texts=at_texts)
    dialog.open()
    return dialog
