"""What each juror gives one entry, written side by side; the mean is told while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from models.campaign.jury import set_scores
from models.campaign.tally import mean_score
from models.errors import AppError
from models.records.entries import ContestEntry, Juror
from models.text.formats import number, score_words
from ui.desk import Desk
from ui.pages.contest.typed import typed_number
from ui.people.act_dialog import ActDialog
from ui.theme.pieces import label, line_edit

SCORE_IN_LETTERS = 9


class ScoresDialog(ActDialog):
    """One line for each juror; what is left empty is not scored."""

    def __init__(
        self,
        desk: Desk,
        entry: ContestEntry,
        jurors: Sequence[Juror],
        scale: int,
        parent: QWidget,
    ) -> None:
        super().__init__("Chấm điểm bài dự thi", "Lưu điểm", parent, "Hủy")
        self.setObjectName("scores-dialog")
        self._desk, self._entry, self._jurors, self._scale = desk, entry, tuple(jurors), scale
        self._scores: dict[int, QLineEdit] = {}
        self._notes: dict[int, QLineEdit] = {}
        self._mean = label("", "heading", name="scores-mean")
        self.form.addRow(label(f"“{entry.title}” ({entry.unit})", wrap=True))
        scale_words = f"Điểm từ 0 đến {scale}; để trống nếu chưa chấm."
        self.form.addRow(label(scale_words, "muted", wrap=True))
        given = {each.juror_id: each for each in entry.scores}
        for at, juror in enumerate(self._jurors):
            score = line_edit(f"score-{at}", f"Điểm của {juror.name}", letters=SCORE_IN_LETTERS)
            note = line_edit(f"score-note-{at}", f"Nhận xét của {juror.name}", "nhận xét")
            if juror.id in given:
                score.setText(score_words(given[juror.id].score))
                note.setText(given[juror.id].note)
            score.textChanged.connect(self._tell_mean)
            self._scores[juror.id], self._notes[juror.id] = score, note
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(score)
            row.addWidget(note, 1)
            self.form.addRow(juror.name.replace("&", "&&"), row)
        self.form.addRow("Điểm trung bình", self._mean)
        self._tell_mean()
        if self._jurors:
            self._scores[self._jurors[0].id].setFocus(Qt.FocusReason.OtherFocusReason)

    def _given(self) -> list[tuple[int, float | None, str]]:
        return [
            (
                juror.id,
                self._read(juror),
                self._notes[juror.id].text(),
            )
            for juror in self._jurors
        ]

    def _read(self, juror: Juror) -> float | None:
        typed = self._scores[juror.id].text()
        return typed_number(f"Điểm của {juror.name}", typed, self._scale)

    def _tell_mean(self) -> None:
        """The mean of what stands there, and what does not let it be saved."""
        try:
            scores = [score for _, score, _ in self._given() if score is not None]
        except AppError as error:
            self._show(error.sentence, "")
            return
        if any(not 0 <= score <= self._scale for score in scores):
            self._show(f"Mỗi điểm phải từ 0 đến {self._scale}.", "")
            return
        mean = score_words(mean_score(scores)) or "chưa có"
        told = f"{mean} ({number(len(scores))}/{number(len(self._jurors))} người chấm)"
        self._show("", told)

    def _show(self, problem: str, mean: str) -> None:
        self.tell(problem)
        self._mean.setText(mean)
        self.act.setEnabled(not problem)

    def accept(self) -> None:
        """Save all of them as one change."""
        if self.act.isEnabled():
            close = partial(ActDialog.accept, self)
            self._desk.ask(
                set_scores, lambda _: close(), self._refused, self._entry.id, self._given()
            )

    def _refused(self, error: AppError) -> None:
        self.refuse(error)
