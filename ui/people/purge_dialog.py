"""That all data of one person goes for good is asked: what goes, what stays, and the name typed."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from models.text.names import search_fold
from ui.calls.person_rights import (
    PersonPurgeLook,
    person_gone_lines,
    person_lasting_lines,
)
from ui.calls.purging import copies_words
from ui.people.act_dialog import ActDialog
from ui.people.field import FormField
from ui.theme.pieces import label

TYPE_NAME = "Hãy gõ họ tên của người này để xác nhận."
OTHER_NAME = "Chưa đúng họ tên của người này."


class PersonPurgeDialog(ActDialog):
    """`accepted` means that the person's data shall go for good: their name was typed."""

    def __init__(self, look: PersonPurgeLook, parent: QWidget) -> None:
        title = f"Xóa hẳn dữ liệu của {look.told.name}?"
        super().__init__(title, "Xóa hẳn", parent, "Hủy", safe=True)
        self.setObjectName("person-purge")
        self._name = look.told.name
        said = label(purge_person_words(look), wrap=True, name="person-purge-words")
        self.form.addRow(said)
        self._typed = QLineEdit()
        self._field = FormField(self._typed, "person-purge-name", "Gõ lại họ tên")
        self._typed.textEdited.connect(lambda: self._field.say(""))
        self.form.addRow("&Gõ lại họ tên", self._field)
        self._typed.setFocus()

    def accept(self) -> None:
        """Only with the name, in whatever case and with or without its marks."""
        typed = search_fold(self._typed.text())
        if typed != search_fold(self._name):
            self._field.say(OTHER_NAME if typed else TYPE_NAME, problem=True)
            self.show_field(self._field)
            self._typed.setFocus()
            return
        super().accept()


def purge_person_words(look: PersonPurgeLook) -> str:
    """That nothing brings it back, what goes and what stays, and which copies still hold it."""
    sure = (
        f"{look.told.unit}. Việc này không hoàn tác được; những việc trước đây có người này cũng "
        "không hoàn tác được nữa. Sẽ xóa hẳn khỏi tệp:"
    )
    gone = "\n".join([sure, *person_gone_lines(look.told)])
    return "\n\n".join([gone, *person_lasting_lines(look.told), copies_words(look.copies)])
