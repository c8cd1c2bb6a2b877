"""A sitting over exports of any shape, which are reconciled with the roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from models.contests.attendance import attendance_rule
from models.contests.rule import contest_rule, contest_terms
from models.errors import AppError
from models.intake.grid import Workbook
from models.intake.hidden import only_hidden, unread_sheets
from models.intake.shape.find import find_tables, no_table
from models.intake.shape.records import ShapedTable, TableGuess
from models.intake.sitting.records import ChosenTable, Report, unheard
from models.intake.sitting.sitting import Sitting
from models.intake.sitting.sources import ListReader, read_list
from models.intake.wishes import Wishes
from models.reconcile.apply import apply_reconciliation
from models.reconcile.attended import attended_together, meeting_guesses
from models.reconcile.plan import plan_reconciliation
from models.reconcile.reading import problems_of_file, source_of
from models.reconcile.records import (
    PlatformSource,
    ReconcileDecisions,
    ReconcileOptions,
    ReconcilePlan,
    ReconcileResult,
)
from models.reconcile.unnamed import table_without_names
from models.records import AttendanceRule, Attended, ContestTerms
from models.store.store import Store


class ExportSitting(Sitting[PlatformSource]):
    """Judged by the contest unless other `terms` are told. `accounts` are the rows that were read
    for the last plan: another one may be made of them."""

    def __init__(
        self, data_file: Store, read: ListReader = read_list, terms: ContestTerms | None = None
    ) -> None:
        super().__init__(data_file, read)
        self.accounts: Sequence[PlatformSource] = ()
        self._terms = terms

    def find(self, workbook: Workbook) -> tuple[Sequence[TableGuess], AppError | None]:
        """The tables of an export: those with names, else also those with phones or logins."""
        found = _with_names(workbook)
        if any(guess.wanted for guess in found):
            return found, None
        without = filter(None, map(table_without_names, workbook.sheets))
        nameless = [guess for guess in without if guess.wanted]
        return (*found, *nameless), None if nameless else _nobody(workbook, found)

    def shaped(self, table: ChosenTable) -> ShapedTable:
        """The accounts of one table, as rows to be looked at."""
        source = self.source(table.workbook, [table])
        return ShapedTable(tuple(row.source for row in source.rows), (), ())

    def source(self, workbook: Workbook, tables: Sequence[ChosenTable]) -> PlatformSource:
        """The accounts' rows of tables of one file."""
        guesses = [each.guess for each in tables]
        terms = self._terms or contest_terms(self.data_file)
        source = source_of(workbook, guesses, self.today, terms)
        if not tables[0].skip_hidden:
            return source
        return replace(source, rows=tuple(row for row in source.rows if not row.source.hidden))

    def unseen(
        self, workbook: Workbook, guesses: Sequence[TableGuess], wishes: Wishes
    ) -> PlatformSource:
        """The accounts' rows of all tables that are sure; the others are told."""
        wanted = [guess for guess in guesses if guess.wanted]
        if not wanted:
            raise _nobody(workbook, guesses)
        source = self.source(workbook, [ChosenTable(workbook, guess) for guess in wanted])
        unread = problems_of_file(source.name, unread_sheets(guesses, wanted))
        return replace(source, problems=(*unread, *source.problems))

    def plan(
        self, tables: Sequence[ChosenTable], options: ReconcileOptions, report: Report = unheard
    ) -> ReconcilePlan:
        """Read these tables and match their accounts with the roster."""
        self.accounts = self.sources(tables, report)
        return self.plan_again(options, report)

    def plan_again(self, options: ReconcileOptions, report: Report = unheard) -> ReconcilePlan:
        """Match the same accounts with the roster as it is now, by the rule of the contest."""
        words = "Đang đối chiếu với danh sách"
        rule, pass_mark = contest_rule(self.data_file)
        attended = attended_together(each.attended for each in self.accounts)
        attendance = options.attendance
        if attended is None:
            attendance = AttendanceRule()
        elif attended is not Attended.LIST:
            attendance = attendance_rule(self.data_file, attended)
        return plan_reconciliation(
            self.data_file,
            self.accounts,
            replace(options, rule=rule, pass_mark=pass_mark, attendance=attendance),
            lambda done, of: report(done, of, words),
        )

    def write(
        self, plan: ReconcilePlan, decisions: ReconcileDecisions, report: Report = unheard
    ) -> ReconcileResult:
        """Write what the plan and the decisions say, as one change."""
        words = "Đang ghi kết quả đối soát"
        return apply_reconciliation(
            self.data_file, plan, decisions, lambda done, of: report(done, of, words)
        )


def _with_names(workbook: Workbook) -> list[TableGuess]:
    """The tables with names; those of a meeting are known by titles of their own."""
    return meeting_guesses(workbook) or find_tables(workbook)


def _nobody(workbook: Workbook, guesses: Sequence[TableGuess]) -> AppError:
    return only_hidden(workbook, guesses) or no_table(workbook, guesses)
