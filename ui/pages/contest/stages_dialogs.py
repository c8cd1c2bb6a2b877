"""The dialogs of one stage, one prize and one level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from models.contests.checks import MOST_AMOUNT
from models.contests.editing import Edit
from models.contests.parts import next_stage_number, with_level, with_prize, with_stage
from models.errors import AppError
from models.records import (
    LEVEL_TONE_NAMES,
    STAGE_KIND_NAMES,
    Contest,
    Level,
    LevelTone,
    Prize,
    Stage,
    StageKind,
)
from models.text.amounts import money_words
from models.text.formats import number, score_words, short_date
from ui.pages.contest.edit_dialog import EditDialog, line_field, lines_field
from ui.pages.contest.typed import typed_day, typed_day_or_none, typed_number, typed_whole
from ui.people.date_field import DateField
from ui.people.field import FormField
from ui.theme.quiet_combo import QuietCombo

STARTS, OWN, ENDS = "Ngày bắt đầu", "Hạn của xã", "Hạn của thành phố"


class StageDialog(EditDialog):
    """A stage of the contest, or a new one after the others when `stage` is None."""

    def __init__(self, contest: Contest, stage: Stage | None, today: date, parent: QWidget) -> None:
        title = "Thêm chặng" if stage is None else f"Sửa chặng {stage.number}"
        super().__init__(title, "Lưu", contest, parent)
        self.setObjectName("stage-dialog")
        self._number = stage.number if stage else next_stage_number(contest)
        self._name, name = line_field("stage-name", "Tên chặng", stage.name if stage else "")
        self._kind = QuietCombo()
        for kind, words in STAGE_KIND_NAMES.items():
            self._kind.addItem(words, kind)
        self._kind.setCurrentIndex(self._kind.findData(stage.kind if stage else StageKind.EACH))
        self._starts = DateField("stage-starts", STARTS, today)
        self._own = DateField("stage-own", OWN, today)
        self._own.line.setPlaceholderText("để trống nếu xã không đặt hạn riêng")
        self._ends = DateField("stage-ends", ENDS, today)
        self._task, task = lines_field("stage-task", "Nhiệm vụ", stage.task if stage else "")
        self.form.addRow("&Tên chặng", name)
        self.form.addRow("&Loại", FormField(self._kind, "stage-kind", "Loại"))
        self.form.addRow("&Bắt đầu", self._starts)
        self.form.addRow("Hạn của &xã", self._own)
        self.form.addRow("Hạn của thành &phố", self._ends)
        self.form.addRow("&Nhiệm vụ", task)
        if stage is not None:
            for field, day in (
                (self._starts, stage.starts_on),
                (self._own, stage.internal_ends_on),
                (self._ends, stage.ends_on),
            ):
                field.line.setText(short_date(day))
        self._name.setFocus()

    def edit(self) -> Edit:
        """The stage in the place of the one of its number."""
        stage = Stage(
            self._number,
            self._name.text(),
            typed_day(STARTS, self._starts),
            typed_day(ENDS, self._ends),
            typed_day_or_none(OWN, self._own),
            self._task.toPlainText(),
            StageKind(self._kind.currentData()),
        )
        return partial(with_stage, stage)


class PrizeDialog(EditDialog):
    """A prize of the contest, or a new one when `prize` is None; the sum is told in words."""

    def __init__(self, contest: Contest, prize: Prize | None, parent: QWidget) -> None:
        super().__init__("Thêm giải" if prize is None else "Sửa giải", "Lưu", contest, parent)
        self.setObjectName("prize-dialog")
        self._prize = prize or Prize("", 1, 0)
        self._rank, rank = line_field("prize-rank", "Tên giải", self._prize.rank)
        self._count, count = line_field("prize-count", "Số lượng", str(self._prize.count))
        self._amount, self._amount_field = line_field(
            "prize-amount", "Mức thưởng", number(self._prize.amount) if prize else ""
        )
        self._honour, honour = line_field("prize-honour", "Kèm theo", self._prize.honour)
        self._honour.setPlaceholderText("Giấy khen của …")
        self.form.addRow("&Tên giải", rank)
        self.form.addRow("&Số lượng", count)
        self.form.addRow("&Mức thưởng (đồng)", self._amount_field)
        self.form.addRow("&Kèm theo", honour)
        self._amount.textChanged.connect(self._say_words)
        self._say_words()
        self._rank.setFocus()

    def _say_words(self) -> None:
        try:
            amount = typed_whole("Mức thưởng", self._amount.text() or "0")
        except AppError as error:
            self._amount_field.say(error.sentence, problem=True)
            return
        too_much = amount > MOST_AMOUNT
        self._amount_field.say("" if too_much else money_words(amount))

    def edit(self) -> Edit:
        """The prize in the place of the one of its id."""
        prize = replace(
            self._prize,
            rank=self._rank.text(),
            count=typed_whole("Số lượng", self._count.text()),
            amount=typed_whole("Mức thưởng", self._amount.text() or "0"),
            honour=self._honour.text(),
        )
        return partial(with_prize, prize)


class LevelDialog(EditDialog):
    """A level of the contest, or a new one when `level` is None."""

    def __init__(self, contest: Contest, level: Level | None, parent: QWidget) -> None:
        super().__init__("Thêm mức" if level is None else "Sửa mức", "Lưu", contest, parent)
        self.setObjectName("level-dialog")
        self._level = level
        self._word, word = line_field("level-word", "Tên mức", level.word if level else "")
        self._least, self._least_field = line_field(
            "level-least", "Từ tỷ lệ", score_words(level.least) if level else ""
        )
        self._tone = QuietCombo()
        for tone, words in LEVEL_TONE_NAMES.items():
            self._tone.addItem(words, tone)
        self._tone.setCurrentIndex(self._tone.findData(level.tone if level else LevelTone.GOOD))
        self.form.addRow("&Tên mức", word)
        self.form.addRow("&Màu", FormField(self._tone, "level-tone", "Màu"))
        self.form.addRow("Từ tỷ lệ (&%)", self._least_field)
        self._tone.currentIndexChanged.connect(self._follow)
        self._follow()
        self._word.setFocus()

    def _follow(self) -> None:
        """Nobody at all is no rate."""
        self.form.setRowVisible(self._least_field, self._tone.currentData() != LevelTone.NONE)

    def edit(self) -> Edit:
        """The level in the place of the one that was shown."""
        tone = LevelTone(self._tone.currentData())
        least = 0.0 if tone is LevelTone.NONE else typed_number("Tỷ lệ", self._least.text(), 100)
        if least is None:
            raise AppError("Tỷ lệ còn trống.", "Hãy ghi từ 0 đến 100.")
        return partial(with_level, Level(least, self._word.text(), tone), self._level)
