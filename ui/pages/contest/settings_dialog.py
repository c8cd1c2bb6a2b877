"""What the contest is called, where it is held, which marks are counted and from which score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from models.contests.editing import Edit
from models.contests.wording import mark_word
from models.records import SCORE_RULE_NAMES, Contest, Mark, ScoreRule
from models.text.formats import score_words
from ui.pages.contest.edit_dialog import EditDialog, line_field
from ui.pages.contest.retention_dialog import KeepingFields
from ui.pages.contest.typed import typed_number, typed_whole
from ui.people.field import FormField
from ui.theme.pieces import hint_in
from ui.theme.quiet_combo import QuietCombo

ONE_MARK_WORDS = "Chỉ tính &một mốc (không theo dõi đăng ký)"


class ContestSettings(EditDialog):
    """All fields of the contest but its stages, prizes and levels."""

    def __init__(self, contest: Contest, today: date, parent: QWidget) -> None:
        super().__init__("Sửa cuộc thi", "Lưu", contest, parent)
        self.setObjectName("contest-settings")
        self._name, name = line_field("contest-name", "Tên cuộc thi", contest.name)
        self._short, short = line_field("contest-short", "Tên gọi tắt", contest.short_name)
        self._platform, platform = line_field("contest-platform", "Nền tảng", contest.platform)
        self._url, url = line_field("contest-url", "Liên kết", contest.course_url)
        self._organizer, organizer = line_field(
            "contest-organizer", "Nơi nhận báo cáo", contest.organizer
        )
        self._report_url, report_url = line_field(
            "contest-report-url", "Bảng báo cáo trực tuyến", contest.report_url
        )
        self._entries, entries = line_field(
            "contest-entry-address", "Nơi nhận bài dự thi", contest.entry_address
        )
        self._target, target = line_field("contest-target", "Chỉ tiêu", str(contest.target))
        self._one = QCheckBox(ONE_MARK_WORDS)
        self._one.setObjectName("contest-one-mark")
        self._one.setChecked(contest.one_mark)
        self._registered, self._registered_field = line_field(
            "contest-registered", "Gọi mốc đầu là", contest.registered_word
        )
        self._completed, completed = line_field(
            "contest-completed", "Gọi mốc cuối là", contest.completed_word
        )
        self._registered.setPlaceholderText(mark_word(Mark.REGISTERED, None))
        self._completed.setPlaceholderText(mark_word(Mark.COMPLETED, None))
        self._rule = QuietCombo()
        for rule, words in SCORE_RULE_NAMES.items():
            self._rule.addItem(words, rule)
        self._rule.setCurrentIndex(self._rule.findData(contest.score_rule))
        self._pass, passed = line_field("contest-pass", "Điểm đạt", score_words(contest.pass_mark))
        hint_in(self._pass, "để trống: theo kết quả ghi trong tệp")
        self._after, after = line_field(
            "contest-escalate-after",
            "Báo cáo Chủ tịch sau số lần nhắc",
            str(contest.escalate_after),
        )
        self._days, days = line_field(
            "contest-escalate-days", "Hoặc báo cáo Chủ tịch sau số ngày", str(contest.escalate_days)
        )
        for words, field in (
            ("&Tên cuộc thi", name),
            ("Tên &gọi tắt", short),
            ("&Nền tảng", platform),
            ("&Liên kết", url),
            ("N&ơi nhận báo cáo", organizer),
            ("Bảng báo cáo t&rực tuyến", report_url),
            ("Nơi n&hận bài dự thi", entries),
            ("&Chỉ tiêu (%)", target),
        ):
            self.form.addRow(words, field)
        self.form.addRow(self._one)
        self.form.addRow("Gọi mốc đầ&u là", self._registered_field)
        self.form.addRow("Gọi mốc cuố&i là", completed)
        self.form.addRow(
            "Lượt thi &được tính", FormField(self._rule, "contest-rule", "Lượt thi được tính")
        )
        self.form.addRow("Đi&ểm đạt", passed)
        self.form.addRow("&Báo cáo Chủ tịch sau số lần nhắc", after)
        self.form.addRow("Hoặc sau &số ngày", days)
        self._keeping = KeepingFields(contest, today)
        self.form.addRow("Mục đích l&ưu giữ dữ liệu", self._keeping.purpose_field)
        self.form.addRow("Lưu giữ &dữ liệu đến ngày", self._keeping.until)
        self._one.toggled.connect(self._follow)
        self._follow()
        self._name.setFocus()

    def _follow(self) -> None:
        """Of one mark only the last is called anything."""
        self.form.setRowVisible(self._registered_field, not self._one.isChecked())

    def edit(self) -> Edit:
        """The contest with all fields as they are written."""
        values: Mapping[str, Any] = {
            "name": self._name.text(),
            "short_name": self._short.text(),
            "platform": self._platform.text(),
            "course_url": self._url.text(),
            "organizer": self._organizer.text(),
            "report_url": self._report_url.text(),
            "entry_address": self._entries.text(),
            "target": typed_whole("Chỉ tiêu", self._target.text()),
            "one_mark": self._one.isChecked(),
            "registered_word": self._registered.text(),
            "completed_word": self._completed.text(),
            "score_rule": ScoreRule(self._rule.currentData()),
            "pass_mark": typed_number("Điểm đạt", self._pass.text()),
            "escalate_after": typed_whole("Số lần nhắc", self._after.text()),
            "escalate_days": typed_whole("Số ngày", self._days.text()),
        }
        keep = self._keeping.edit()
        return lambda contest: replace(keep(contest), **values)
