"""What the contest is, in a few lines; without one, what to do."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.contests.wording import mark_word, marks_counted, rule_words
from models.records import Contest
from models.text.formats import short_date
from ui.theme.pieces import button, label
from ui.theme.wrapping_row import WrappingRow

NO_CONTEST = "Chưa có cuộc thi"
NO_CONTEST_HINT = (
    "Hãy bấm “Cuộc thi mới…” để thêm cuộc thi theo mẫu, theo một cuộc thi đã có hoặc tự đặt. "
    "Danh sách cán bộ vẫn giữ nguyên."
)


class ContestCard(QFrame):
    """`edited` asks for the fields of the contest, `keeping` for how long its data is kept,
    `closing`, `reopening` and `purging` for what they say."""

    edited = Signal()
    closing = Signal()
    reopening = Signal()
    purging = Signal()
    keeping = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._name = label("", "heading", wrap=True)
        self._name.setObjectName("contest-card-name")
        self._facts = label("", "muted", wrap=True)
        self._facts.setObjectName("contest-card-facts")
        self._edit = button("Sửa cuộc thi…", "contest-edit")
        self._edit.clicked.connect(self.edited)
        self._close = button("Đóng cuộc thi…", "contest-close")
        self._close.clicked.connect(self.closing)
        self._reopen = button("Mở lại cuộc thi", "contest-reopen")
        self._reopen.clicked.connect(self.reopening)
        self._purge = button("Xóa dữ liệu cá nhân của cuộc thi…", "contest-purge")
        self._purge.clicked.connect(self.purging)
        self._keep = button("Thời hạn lưu giữ…", "contest-keep")
        self._keep.clicked.connect(self.keeping)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addLayout(words, 1)
        deeds = WrappingRow()
        for each in (self._edit, self._close, self._reopen, self._keep, self._purge):
            deeds.addWidget(each)
        row.addLayout(deeds)

    def show_contest(self, contest: Contest | None) -> None:
        """Show the contest, or what to do without one."""
        self._name.setText(contest.name if contest else NO_CONTEST)
        self._facts.setText(facts_of(contest) if contest else NO_CONTEST_HINT)
        is_open = contest is not None and contest.closed_on is None
        self._edit.setVisible(is_open)
        self._close.setVisible(is_open)
        closed = contest is not None and not is_open and contest.purged_on is None
        self._reopen.setVisible(closed)
        self._purge.setVisible(closed)
        self._keep.setVisible(closed)


def facts_of(contest: Contest) -> str:
    """Where it is held, what is asked for, and what is counted."""
    words = (mark_word(mark, contest) for mark in marks_counted(contest))
    marks = " và ".join(f"“{word[0].lower()}{word[1:]}”" for word in words)
    # A link has no blanks to break at; an invisible one after each part lets it wrap.
    url = contest.course_url.replace("/", "/\u200b")
    held = " · ".join(filter(None, (contest.platform, url)))
    rule = rule_words(contest.score_rule, contest.pass_mark)
    told = f"Chỉ tiêu {contest.target}%. Tính mốc {marks}; {rule}."
    if contest.closed_on is not None:
        day = short_date(contest.closed_on)
        told = f"{told} Đã đóng ngày {day}: số liệu đã chốt, không đánh dấu hay sửa được."
    if contest.keep_until is not None and contest.purged_on is None:
        told = f"{told} Lưu giữ dữ liệu cá nhân đến {short_date(contest.keep_until)}."
    if contest.purged_on is not None:
        told = f"{told} Dữ liệu cá nhân đã xóa ngày {short_date(contest.purged_on)}."
    return "\n".join(filter(None, (held, told)))
