"""Steps 3 and 4: what the officer has to decide, and what would happen, box by box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QStackedWidget,
    QTabWidget,
    QWidget,
)

from models.contests.mark_names import USUAL_NAMES
from models.intake.plan_records import (
    BOX_NAMES,
    POLICY_NAMES,
    Choice,
    ImportBox,
    ImportDecisions,
    ImportPlan,
    Policy,
)
from models.intake.still_right import rows_still_right
from models.records import Unit
from models.text.formats import number
from ui.deciding.sides import Sides
from ui.deciding.table import DecisionTable
from ui.importing.asked_tabs import AskedTabs
from ui.importing.plan_columns import (
    ABSENT_COLUMNS,
    AbsentLine,
    PlanLine,
    row_columns,
)
from ui.importing.proposals import (
    HINT,
    MOVES_HINT,
    ProposalKey,
    Proposals,
    moves_of,
    others_of,
)
from ui.importing.second_posts import SecondPosts, posts_title
from ui.importing.uncertain import UncertainRows
from ui.importing.units_tab import UnitsTab, units_title
from ui.importing.words import BOX_HINTS, boxes_words, plan_remarks
from ui.intake.problems_tab import ProblemsTab
from ui.people.date_field import DateField
from ui.table.box_tab import BoxTab
from ui.theme.fitting import fit_to_current
from ui.theme.letters import keep_in_letters
from ui.theme.pieces import column_in, label, named
from ui.theme.quiet_combo import QuietCombo
from ui.theme.remarks import show_remarks
from ui.theme.tall_tabs import TallTabs

QUEUE_LETTERS = 54
SINCE = "Người mới về đơn vị từ ngày"
SINCE_BEFORE = "để trống: đã có từ trước"


class PlanStep(QWidget):
    """`policy_changed` asks for another plan; `decided` tells that the counts are others.

    What is asked stands on a page of its own before the boxes: `show_asked` turns between them.
    """

    policy_changed = Signal(object)
    decided = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._plan: ImportPlan | None = None
        self._posts: SecondPosts | None = None
        self._since = DateField("since", SINCE, today)
        self._since.line.setPlaceholderText(SINCE_BEFORE)
        keep_in_letters(self._since.line, len(SINCE_BEFORE) + 4)
        self._since.changed.connect(self.decided)
        self._boxes: dict[ImportBox, BoxTab] = {}
        self.names = USUAL_NAMES
        self._uncertain: UncertainRows | None = None
        self._proposals: list[Proposals] = []
        self._units: UnitsTab | None = None
        self._leave = named(QCheckBox(), "leave")
        self._policy = named(QuietCombo(), "policy", "Khi tệp ghi khác danh sách")
        for policy, words in POLICY_NAMES.items():
            self._policy.addItem(words, policy.value)
        self._policy.setCurrentIndex(self._policy.findData(Policy.NEW_WINS.value))
        self._policy.currentIndexChanged.connect(lambda _at: self.policy_changed.emit(self.policy))
        self._summary = label("", wrap=True, name="plan-summary")
        self._remarks = label("", "attention", wrap=True, name="plan-remarks")
        self._asked = AskedTabs()
        self._asked.decided.connect(self.decided)
        self.tabs = QTabWidget()
        self.tabs.setTabBar(TallTabs())
        self.tabs.setObjectName("boxes")
        self.tabs.setAccessibleName("Các phần của bản xem trước")
        self.tabs.setDocumentMode(True)
        line = QHBoxLayout()
        line.addWidget(self._summary, 1)
        line.addWidget(label("Khi tệp ghi khác danh sách"))
        line.addWidget(self._policy)
        checked = QWidget()
        column = column_in(checked)
        column.addLayout(line)
        column.addLayout(self._since_line())
        column.addWidget(self._remarks)
        column.addWidget(self.tabs, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(checked)
        self._pages.addWidget(self._asked)
        fit_to_current(self._pages)
        column_in(self).addWidget(self._pages)

    def _since_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        words = label(SINCE)
        words.setBuddy(self._since.line)
        self._since.line.ensurePolished()
        words.setMinimumHeight(self._since.line.sizeHint().height())
        line.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._since)
        line.addStretch(1)
        return line

    @property
    def policy(self) -> Policy:
        """What happens to a value that the file says otherwise."""
        return Policy(self._policy.currentData())

    @property
    def asks(self) -> bool:
        """Whether what is asked is shown, and not the boxes."""
        return self._pages.currentWidget() is self._asked

    @property
    def asked(self) -> bool:
        """Whether anything is asked at all."""
        return self._asked.tabs.count() > 0

    @property
    def waiting(self) -> int:
        """How many rows wait for a decision."""
        return self._asked.waiting

    def show_asked(self, asked: bool) -> None:
        """Show what is asked, or the boxes."""
        self._pages.setCurrentIndex(int(asked))
        if asked:
            self._asked.take_focus()

    def show_plan(self, plan: ImportPlan, units: Sequence[Unit]) -> None:
        """Show a plan. What was decided stands, as far as its rows and names are still there."""
        before = self.decisions
        verdicts = {key: yes for each in self._proposals for key, yes in each.verdicts().items()}
        rows = rows_still_right(self._plan, before.rows, plan) if self._plan else {}
        self._plan = plan
        self._clear()
        counts = plan.counts
        self._uncertain = UncertainRows(plan, rows)
        # A table that is not seen takes as long to make as one that is; the window waits for it.
        if counts[ImportBox.UNCERTAIN]:
            self._ask_who(self._uncertain)
        filled = [each for each in ImportBox if counts[each] and each is not ImportBox.UNCERTAIN]
        self._boxes = {box: _box_tab(plan, box) for box in filled or [ImportBox.NEW]}
        for box, tab in self._boxes.items():
            self.tabs.addTab(tab, f"{BOX_NAMES[box]} ({number(counts[box])})")
            titles = {str(mark): self.names.title(mark) for mark in self.names.counted}
            tab.table.describe(titles, ("registered",) if self.names.one else ())
        self._add_proposals(plan, verdicts)
        self._add_units(plan, units)
        if self._units is not None:
            self._units.take({**before.units, **before.joined})
        self._add_posts(plan, before.posts)
        self._add_problems(plan)
        self._add_absent(plan)
        self._summary.setText(boxes_words(plan))
        show_remarks(self._remarks, plan_remarks(plan))
        self._asked.settle()
        self._go_to_first()

    def _clear(self) -> None:
        self._asked.clear()
        while self.tabs.count():
            old = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if old is not None:
                old.deleteLater()
        self._leave = named(QCheckBox(), "leave")

    def _ask_who(self, rows: UncertainRows) -> None:
        table = DecisionTable(rows, Sides(rows, leading=True), (), QUEUE_LETTERS)
        self._asked.add(table, f"{BOX_NAMES[ImportBox.UNCERTAIN]} ({number(len(rows.ids()))})")

    def _add_proposals(self, plan: ImportPlan, known: Mapping[ProposalKey, bool]) -> None:
        self._proposals = []
        for name, title, hint, ids in (
            ("moves", "Chuyển đơn vị", MOVES_HINT, moves_of(plan)),
            ("proposals", "Đề nghị", HINT, others_of(plan)),
        ):
            if ids:
                flow = Proposals(name, hint, plan, ids, known)
                self._proposals.append(flow)
                self._asked.add(DecisionTable(flow), f"{title} ({number(len(ids))})")

    def _add_units(self, plan: ImportPlan, units: Sequence[Unit]) -> None:
        self._units = UnitsTab(plan, units)
        if self._units.asks:
            self._asked.add(self._units, units_title(plan))
        else:
            self.tabs.addTab(self._units, units_title(plan))

    def _add_posts(self, plan: ImportPlan, taken: Iterable[int]) -> None:
        """The offers of second posts; those taken before stand as long as the rows do."""
        self._posts = SecondPosts(plan, taken)
        if plan.offered_posts:
            self._asked.add(DecisionTable(self._posts), posts_title(plan))

    def _add_problems(self, plan: ImportPlan) -> None:
        if plan.problems:
            tab = ProblemsTab(plan.problems)
            self.tabs.addTab(tab, f"Ô cần lưu ý ({number(len(plan.problems))})")

    def _add_absent(self, plan: ImportPlan) -> None:
        if plan.absent:
            people = plan.absent
            hint = "Đang có trong danh sách của những đơn vị này nhưng không có trong tệp."
            tab = BoxTab(
                "absent",
                hint,
                ABSENT_COLUMNS,
                range(len(people)),
                lambda at: AbsentLine(at, people[at]),
            )
            self._leave.setText(
                f"Đưa {number(len(people))} người này ra &khỏi danh sách từ hôm nay"
            )
            self._leave.toggled.connect(lambda _on: self.decided.emit())
            tab.layout_.addWidget(self._leave)
            self.tabs.addTab(tab, f"Không có trong tệp ({number(len(people))})")

    def _go_to_first(self) -> None:
        """The first box that has something."""
        order = (ImportBox.NEW, ImportBox.UPDATED, ImportBox.REJECTED)
        tab = next((self._boxes[box] for box in order if box in self._boxes), None)
        self.tabs.setCurrentIndex(0 if tab is None else self.tabs.indexOf(tab))

    @property
    def decisions(self) -> ImportDecisions:
        """All that the officer decided."""
        leave = frozenset(p.person_id for p in self._plan.absent) if self._plan else frozenset()
        return ImportDecisions(
            rows=dict(self._uncertain.made) if self._uncertain else {},
            units=self._units.units if self._units else {},
            leave=leave if self._leave.isChecked() else frozenset(),
            joined=self._units.joined if self._units else {},
            accepted=frozenset(
                at for each in self._proposals for at, yes in each.made.items() if yes
            ),
            posts=self._posts.taken if self._posts else frozenset(),
            since=self._since.day,
        )

    @property
    def ready(self) -> bool:
        """Whether there is something to import, and what was typed can be kept."""
        return self.people > 0 and self._since.valid

    @property
    def people(self) -> int:
        """How many people the import would touch as things are decided now."""
        if self._plan is None:
            return 0
        counts, decisions = self._plan.counts, self.decisions
        taken = sum(1 for each in decisions.rows.values() if each.choice is not Choice.SKIP)
        rows = {self._plan.proposals[at].row for at in decisions.accepted}
        asked = {row for row in rows if self._plan.rows[row].box is ImportBox.UNCHANGED}
        asked |= {at for at in decisions.posts if self._plan.rows[at].box is not ImportBox.UPDATED}
        return (
            counts[ImportBox.NEW]
            + counts[ImportBox.UPDATED]
            + taken
            + len(asked)
            + len(decisions.leave)
        )


def _box_tab(plan: ImportPlan, box: ImportBox) -> BoxTab:
    rows, columns = plan.in_box(box), row_columns(plan, box)
    return BoxTab(box, BOX_HINTS[box], columns, range(len(rows)), lambda at: PlanLine(at, rows[at]))
