"""A sitting over lists of the office's people, which are taken into the roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from models.contests.rule import contest_terms
from models.errors import AppError
from models.intake.apply import apply_plan
from models.intake.file_units import with_unit_of_file
from models.intake.grid import Workbook
from models.intake.hidden import only_hidden, unread_sheets, with_hidden_told, without_hidden
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportDecisions, ImportPlan, ImportResult, PlanOptions
from models.intake.platform_file import no_list, platform_signs
from models.intake.shape.find import find_tables
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.shape.rows import shape_rows
from models.intake.sitting.records import (
    ChosenTable,
    OpenQuestion,
    ReadFile,
    Report,
    unheard,
    wanted_tables,
)
from models.intake.sitting.sitting import Sitting
from models.intake.sitting.sources import ListReader, read_list
from models.intake.unread_columns import private_remarks, told_unread
from models.intake.wishes import AS_GUESSED, Wishes, left_open, wished_tables, without_skipped
from models.machine.collector import paused_collector
from models.records import ContestTerms
from models.roster.person_rows import count_people
from models.store.store import Store


class ListSitting(Sitting[Source]):
    """What has been shaped for a look at a table is remembered for the plan."""

    def __init__(self, data_file: Store, read: ListReader = read_list) -> None:
        super().__init__(data_file, read)
        self._shaped: dict[tuple[str, TableGuess, bool], ShapedTable] = {}

    @cached_property
    def terms(self) -> ContestTerms:
        """By what results are judged."""
        return contest_terms(self.data_file)

    def find(self, workbook: Workbook) -> tuple[Sequence[TableGuess], AppError | None]:
        """The lists of people in a workbook."""
        tables = with_unit_of_file(workbook, find_tables(workbook, self.today))
        return tables, None if tables else no_list(workbook)

    def read_again(self, report: Report = unheard) -> tuple[ReadFile, ...]:
        """Read the same; the table that will be looked at first is shaped already."""
        files = super().read_again(report)
        for table in wanted_tables(files[:1])[:1]:
            self.shaped(table)
        return files

    def told(self, read: ReadFile) -> ReadFile:
        """The file with what shows that it is an export."""
        if read.workbook is None:
            return read
        signs = platform_signs(read.workbook, [guess for guess in read.tables if guess.wanted])
        return replace(read, platform=signs, alone=bool(signs) and not count_people(self.data_file))

    def next_question(self) -> OpenQuestion:
        """What must be said next of the files before their rows can be read."""
        asked = super().next_question()
        of_platform = not self.as_list and any(file.platform for file in self.files)
        if of_platform and asked is not OpenQuestion.FONTS:
            return OpenQuestion.PLATFORM
        return asked

    def shaped(self, table: ChosenTable) -> ShapedTable:
        """The rows of a table as they would be taken in."""
        key = _key(table)
        if key not in self._shaped:
            with paused_collector():
                self._shaped[key] = self._shape(table)
        return self._shaped[key]

    def _shape(self, table: ChosenTable) -> ShapedTable:
        made = shape_rows(table.workbook, table.guess, self.today, self.terms)
        return without_hidden(made, table.sheet) if table.skip_hidden else with_hidden_told(made)

    def source(self, workbook: Workbook, tables: Sequence[ChosenTable]) -> Source:
        """One file, shaped."""
        shaped = tuple(self.shaped(each) for each in tables)
        guesses = tuple(each.guess for each in tables)
        remarks = (*workbook.remarks, *private_remarks(guesses))
        unread = told_unread(guesses)
        return Source(workbook.file_name, workbook.sha256, shaped, remarks, guesses, unread)

    def unseen(self, workbook: Workbook, guesses: Sequence[TableGuess], wishes: Wishes) -> Source:
        """One file, shaped; its tables tell what the officer would have seen of them."""
        wanted, asked = wished_tables(workbook, guesses, wishes)
        if not wanted and not asked:
            raise only_hidden(workbook, guesses) or no_list(workbook)
        made = self.source(workbook, [ChosenTable(workbook, guess) for guess in wanted])
        of_tables = [remark for guess in wanted for remark in guess.remarks]
        passed_over = without_skipped(workbook, guesses, wishes)
        hidden = () if wishes.sheet else unread_sheets(passed_over, wanted, asked)
        several = len({guess.sheet for guess in guesses if not guess.hidden}) > 1
        left = left_open(wanted, asked, several=several)
        return replace(
            made,
            remarks=(*workbook.remarks, *of_tables, *private_remarks(wanted)),
            problems=(*left, *told_unread(wanted, flags=True, several=several), *hidden),
            platform=platform_signs(workbook, wanted),
        )

    def plan(
        self, tables: Sequence[ChosenTable], options: PlanOptions, report: Report = unheard
    ) -> ImportPlan:
        """What becomes of each row of these tables."""
        kept = {_key(table) for table in tables}
        self._shaped = {key: made for key, made in self._shaped.items() if key in kept}
        return self.plan_sources(self.sources(tables, report), options, report)

    def plan_sources(
        self, sources: Sequence[Source], options: PlanOptions, report: Report = unheard
    ) -> ImportPlan:
        """What becomes of each row of what has been read."""
        words = "Đang so với danh sách hiện có"
        return make_plan(self.data_file, sources, options, lambda done, of: report(done, of, words))

    def write(
        self, plan: ImportPlan, decisions: ImportDecisions, report: Report = unheard
    ) -> ImportResult:
        """Carry the plan out as one change."""
        words = "Đang ghi vào danh sách"
        return apply_plan(self.data_file, plan, decisions, lambda done, of: report(done, of, words))


def plan_file(
    data_file: Store, path: Path, options: PlanOptions, wishes: Wishes = AS_GUESSED
) -> ImportPlan:
    """Read one file by its own guesses and plan it; the short way for whoever asks nobody."""
    sitting = ListSitting(data_file)
    return sitting.plan_sources([sitting.take(path, wishes)], options)


def _key(table: ChosenTable) -> tuple[str, TableGuess, bool]:
    return table.workbook.sha256, table.guess, table.skip_hidden
