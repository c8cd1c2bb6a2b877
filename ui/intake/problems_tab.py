"""The values that could not be taken as they stand: of all files, or of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from models.intake.plan_records import PlanProblem
from models.text.formats import number
from ui.table.box_tab import BoxTab
from ui.table.column import Column, Kind
from ui.theme.pieces import label, named
from ui.theme.quiet_combo import QuietCombo

HINT = "Những ô không nhận được nguyên như trong tệp, và đã được đọc thế nào."


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One value that could not be taken as it stands."""

    id: int
    problem: PlanProblem


PROBLEM_COLUMNS: tuple[Column[ProblemLine], ...] = (
    Column("file", "Tệp", 20, lambda line: line.problem.file),
    Column("sheet", "Trang", 14, lambda line: line.problem.sheet),
    Column("row", "Dòng", 6, lambda line: str(line.problem.row), Kind.NUMBER),
    Column("column", "Cột", 18, lambda line: line.problem.column),
    Column("value", "Giá trị", 20, lambda line: line.problem.value),
    Column("reason", "Lý do", 60, lambda line: line.problem.reason, Kind.WARNING),
)


class ProblemsTab(BoxTab):
    """Each file has its own box of problems, to be chosen when there are several files."""

    def __init__(self, problems: Sequence[PlanProblem]) -> None:
        super().__init__(
            "problems",
            HINT,
            PROBLEM_COLUMNS,
            range(len(problems)),
            lambda at: ProblemLine(at, problems[at]),
        )
        self._problems = problems
        self._file = named(QuietCombo(self), "problem-file", "Tệp có ô cần lưu ý")
        counted = Counter(problem.file for problem in problems)
        self._file.addItem(f"Mọi tệp ({number(len(problems))})", None)
        for name, count in counted.items():
            self._file.addItem(f"{name} ({number(count)})", name)
        self._file.currentIndexChanged.connect(lambda _at: self._choose())
        self._file.setVisible(len(counted) > 1)
        if len(counted) > 1:
            line = QHBoxLayout()
            line.addWidget(label("Tệp"))
            line.addWidget(self._file)
            line.addStretch(1)
            self.layout_.insertLayout(1, line)

    def _choose(self) -> None:
        wanted = self._file.currentData()
        self._ids = [
            at
            for at, problem in enumerate(self._problems)
            if wanted is None or problem.file == wanted
        ]
        self.refresh()
