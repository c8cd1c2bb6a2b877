"""The values that could not be taken as they stand: of all files, or of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from models.intake.plan_records import PlanProblem
from models.text.formats import number
from ui.importing.plan_columns import PROBLEM_COLUMNS, ProblemLine
from ui.table.box_tab import BoxTab
from ui.theme.pieces import label

HINT = "Những ô không nhận được nguyên như trong tệp, và đã được đọc thế nào."


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
        self._file = QComboBox(self)
        self._file.setObjectName("problem-file")
        self._file.setAccessibleName("Tệp có ô cần lưu ý")
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
