"""Step 3 of a reconciliation: what will be written in one sentence, the arithmetic on demand."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.reconcile.records import Box
from models.reconcile.settled import SettledPlan
from models.records import Mark
from models.text.formats import number
from ui.theme.pieces import card, column_in, label, link

STAYS = "Người không có trong tệp vẫn giữ nguyên kết quả. Ghi xong vẫn hoàn tác được (Ctrl+Z)."
NOTHING = "Không có kết quả mới để ghi"
SLIPS = "{count} người ghi sai đơn vị trên nền tảng: mỗi người có một phiếu sửa đơn vị."
DETAILS, LESS = "Chi tiết", "Ẩn chi tiết"
MARGIN = 20


def summary_words(standing: SettledPlan, left: int, names: MarkNames = USUAL_NAMES) -> str:
    """ "Sẽ ghi 31 người đăng ký mới, 12 người hoàn thành mới; 7 dòng để lại."; `left` is how many
    lines nobody has decided about."""
    counts = {Mark.REGISTERED: standing.registered, Mark.COMPLETED: standing.completed}
    told = [
        f"{number(counts[mark])} người {names.deed(mark)} mới"
        for mark in names.counted
        if counts[mark]
    ]
    if standing.failed:
        told.append(f"{number(standing.failed)} người thi chưa đạt")
    said = [f"Sẽ ghi {', '.join(told)}"] if told else [NOTHING]
    if standing.new_people:
        said.append(f"đưa {number(standing.new_people)} người vào danh sách")
    if left:
        said.append(f"{number(left)} dòng để lại")
    return f"{'; '.join(said)}."


def more_words(standing: SettledPlan) -> str:
    """What else goes with writing, and what does not."""
    wrong = len(standing.ids[Box.WRONG_UNIT])
    made = standing.made.attended is None and wrong
    return " ".join(filter(None, (SLIPS.format(count=number(wrong)) if made else "", STAYS)))


class SummaryView(QWidget):
    """`unfolded` tells whether the arithmetic is wanted."""

    unfolded = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._words = label("", "heading", wrap=True, name="reconcile-summary")
        self._more = label("", "muted", wrap=True, name="reconcile-summary-more")
        self.details = link("", "reconcile-details")
        self.details.setCheckable(True)
        self.details.toggled.connect(self._toggle)
        paper = card()
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(MARGIN, 8, MARGIN, 8)
        inside.setSpacing(8)
        for each in (self._words, self._more, self.details):
            inside.addWidget(each)
        column_in(self).addWidget(paper)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._toggle(False)

    def show_standing(self, standing: SettledPlan, left: int, names: MarkNames) -> None:
        """Say what would be written by now."""
        self._words.setText(summary_words(standing, left, names))
        self._more.setText(more_words(standing))

    def set_brief(self, brief: bool) -> None:
        """Where there is little room the one sentence is enough."""
        self._more.setVisible(not brief)

    @property
    def is_unfolded(self) -> bool:
        """Whether the arithmetic is shown."""
        return self.details.isChecked()

    def unfold(self, unfolded: bool) -> None:
        """Show the arithmetic, or fold it away."""
        self.details.setChecked(unfolded)

    def _toggle(self, unfolded: bool) -> None:
        self.details.setText(LESS if unfolded else DETAILS)
        self.details.setAccessibleName(DETAILS)
        self.details.setAccessibleDescription("đang mở" if unfolded else "đang đóng")
        self.unfolded.emit(unfolded)
