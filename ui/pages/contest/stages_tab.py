"""Chặng: what the contest is, its stages by the clock, its prizes and levels; all can be edited."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from models.contests.editing import Edit, edit_contest
from models.contests.levels import levels_in_force
from models.contests.parts import without_level, without_prize, without_stage, working_on
from models.figures.closing import Held, close_contest, personal_data_held, reopen_contest
from models.records import Contest, Prize, StageKind
from models.records.frozen import FrozenReport
from ui.calls.contest import StageLine, StagesLook, stages_look
from ui.calls.purging import PurgeLook, purge_look
from ui.desk import Desk
from ui.marking.by_score import offer_marks_by_score
from ui.pages.contest.closing import CloseQuestion
from ui.pages.contest.contest_card import ContestCard
from ui.pages.contest.edit_dialog import EditDialog
from ui.pages.contest.list_card import ListCard
from ui.pages.contest.purging import PurgeQuestion, purge_now
from ui.pages.contest.retention_dialog import RetentionDialog
from ui.pages.contest.settings_dialog import ContestSettings
from ui.pages.contest.stages_columns import (
    LEVEL_COLUMNS,
    PRIZE_COLUMNS,
    STAGE_COLUMNS,
    LevelLine,
)
from ui.pages.contest.stages_dialogs import LevelDialog, PrizeDialog, StageDialog
from ui.pages.page import Page
from ui.theme.letters import on_other_letters
from ui.theme.pieces import button, roomy

NARROW_LETTERS = 130
USUAL_LEVELS = "Các mức thường dùng; sửa thì thành mức riêng của cuộc thi."


class StagesTab(Page):
    """Shows one `StagesLook`; each deed is one change that can be undone."""

    title = "Chặng"
    topics = frozenset(
        {"contests", "stages", "prizes", "levels", "participations", "people", "entries"}
        | {"exemptions", "absences", "posts"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contest: Contest | None = None
        self._card = ContestCard()
        self._stages: ListCard[StageLine] = ListCard(
            "Các chặng", "stages", STAGE_COLUMNS, "chặng", lambda line: line.id
        )
        self._work = button("Đánh dấu chặng này", "stages-work")
        self._work.setToolTip("Từ đó đánh dấu, danh sách và số liệu là của chặng này")
        self._stages.add_deed(self._work)
        self._prizes: ListCard[Prize] = ListCard(
            "Giải thưởng", "prizes", PRIZE_COLUMNS, "giải", lambda prize: prize.id
        )
        self._levels: ListCard[LevelLine] = ListCard(
            "Mức đánh giá theo tỷ lệ", "levels", LEVEL_COLUMNS, "mức", lambda line: line.id
        )
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        on_other_letters(self, self._count_letters)
        self._lay_out()
        self._connect()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys begin at the stages.

        A proxy would hide from the Tab key what stands before it.
        """
        self._stages.table.setFocus(reason)

    def _lay_out(self) -> None:
        self._content = QWidget()
        inside = QVBoxLayout(self._content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self._card)
        inside.addWidget(self._stages, 1)
        self._pair.setSpacing(8)
        self._pair.addWidget(self._prizes, 3)
        self._pair.addWidget(self._levels, 2)
        inside.addLayout(self._pair, 1)
        scroll = roomy(self._content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _connect(self) -> None:
        self._card.edited.connect(lambda: self._open(self._settings))
        self._card.keeping.connect(lambda: self._open(self._retention))
        self._card.closing.connect(lambda: self.desk.ask(personal_data_held, self._ask_close))
        self._card.purging.connect(self._ask_purge)
        self._card.reopening.connect(lambda: self.desk.ask(reopen_contest))
        self._stages.adding.connect(lambda: self._open_stage(None))
        self._stages.editing.connect(self._open_stage)
        self._stages.removing.connect(lambda number: self._do(partial(without_stage, number)))
        self._stages.chosen.connect(self._note_stage)
        self._work.clicked.connect(self._work_on)
        self._prizes.adding.connect(lambda: self._open_prize(None))
        self._prizes.editing.connect(self._open_prize)
        self._prizes.removing.connect(lambda each: self._do(partial(without_prize, each)))
        self._levels.adding.connect(lambda: self._open_level(None))
        self._levels.editing.connect(self._open_level)
        self._levels.removing.connect(
            lambda each: self._do(partial(without_level, self._levels.row(each).level))
        )
        self._note_stage()

    def ask(self) -> None:
        """Read the contest as it stands today."""
        self.read(stages_look, self._show)

    def _show(self, look: StagesLook) -> None:
        contest = self._contest = look.contest
        self._card.show_contest(contest)
        for each in (self._stages, self._prizes, self._levels):
            each.setVisible(contest is not None)
            each.set_open(contest is not None and contest.closed_on is None)
        if contest is not None:
            self._stages.show_rows(look.lines)
            self._work.setVisible(any(line.worked_on for line in look.lines))
            self._prizes.show_rows(contest.prizes)
            levels = enumerate(levels_in_force(contest))
            self._levels.show_rows([LevelLine(at, level) for at, level in levels])
            self._levels.note.setText(USUAL_LEVELS)
            self._levels.note.setVisible(not contest.levels)
        self._note_stage()
        self.loaded.emit()

    def _note_stage(self) -> None:
        line = self._stages.chosen_row
        is_open = self._contest is not None and self._contest.closed_on is None
        free = line is not None and not line.worked_on and line.stage.kind is StageKind.EACH
        self._work.setEnabled(free and is_open)

    def _work_on(self) -> None:
        line = self._stages.chosen_row
        if line is not None:
            self._do(partial(working_on, line.id))

    def _open_stage(self, number: int | None) -> None:
        stage = None if number is None else self._stages.row(number).stage
        self._open(lambda contest, parent: StageDialog(contest, stage, self.desk.today(), parent))

    def _open_prize(self, prize_id: int | None) -> None:
        prize = None if prize_id is None else self._prizes.row(prize_id)
        self._open(lambda contest, parent: PrizeDialog(contest, prize, parent))

    def _open_level(self, at: int | None) -> None:
        level = None if at is None else self._levels.row(at).level
        self._open(lambda contest, parent: LevelDialog(contest, level, parent))

    def _settings(self, contest: Contest, parent: QWidget) -> EditDialog:
        return ContestSettings(contest, self.desk.today(), parent)

    def _retention(self, contest: Contest, parent: QWidget) -> EditDialog:
        return RetentionDialog(contest, self.desk.today(), parent)

    def _ask_how_long(self) -> None:
        """Once: who keeps the data of a closed contest says until when."""
        if self._contest is not None and self._contest.keep_until is None:
            self._open(self._retention)

    def _open(self, make: Callable[[Contest, QWidget], EditDialog]) -> None:
        if self._contest is not None:
            dialog = make(self._contest, self)
            dialog.edited.connect(self._do)
            dialog.open()

    def _ask_close(self, held: Held) -> None:
        if self._contest is not None:
            question = CloseQuestion(self._contest, held, self)
            question.accepted.connect(lambda: self.desk.ask(close_contest, self._closed))
            question.open()

    def _closed(self, made: Sequence[FrozenReport]) -> None:
        frozen = ", ".join(each.short_hash for each in made)
        self.desk.said.emit(f"Đã đóng cuộc thi và chốt số liệu (mã số liệu {frozen}).")
        self._ask_purge()

    def _ask_purge(self) -> None:
        if self._contest is not None:
            self.desk.ask(purge_look, self._show_purge, None, self._contest.code)

    def _show_purge(self, look: PurgeLook) -> None:
        question = PurgeQuestion(look, self)
        question.accepted.connect(partial(purge_now, self.desk, look, self))
        question.rejected.connect(self._ask_how_long)
        question.open()

    def _do(self, edit: Edit) -> None:
        before = self._contest.pass_mark if self._contest else None
        self.desk.ask(edit_contest, partial(self._edited, before), None, edit)

    def _edited(self, pass_mark: float | None, contest: Contest) -> None:
        """Another pass mark decides nobody anew unless the officer says so."""
        if contest.pass_mark not in (None, pass_mark):
            offer_marks_by_score(self.desk, self)

    def _count_letters(self) -> None:
        """In a narrow window the levels stand below the prizes."""
        narrow = self.width() < self.fontMetrics().averageCharWidth() * NARROW_LETTERS
        direction = QBoxLayout.Direction
        self._pair.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
