"""Running a stored definition: the documents of one period, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models.errors import AppError
from models.machine.names import refuse_unusable_name
from models.papers.definitions import (
    definitions_of,
    note_run,
    period_due,
    period_to_run,
    periods_to_run,
)
from models.papers.export_log import log_exports, refuse_unlogged
from models.papers.period_change import freeze_period
from models.papers.periods import ReportPeriod
from models.records.recurring import ReportDefinition
from models.store.store import Store
from reports.catalog import KINDS, file_name
from reports.compose import compose
from reports.document import Publication, figures_hash
from reports.exporting import export_of
from reports.gather.request import Request
from reports.nothing import NothingToList
from reports.publish import render_document, write_file

RunStep = Callable[[int, int, str], None]


class RunFile(NamedTuple):
    """One file that was made."""

    path: Path
    kind: str
    figures_hash: str


class DefinitionRun(NamedTuple):
    """What came of running a definition; `frozen` is the id of the figures that were frozen.

    `skipped` are the sentences of the lists that had nobody in them.
    """

    definition: ReportDefinition
    period: ReportPeriod
    files: tuple[RunFile, ...]
    frozen: int
    skipped: tuple[str, ...] = ()


class DefinitionLine(NamedTuple):
    """A definition as it stands on a day: the period it would be run for, and that it is due.

    `periods` are those that can be chosen instead, the newest first.
    """

    definition: ReportDefinition
    period: ReportPeriod
    is_due: bool
    periods: tuple[ReportPeriod, ...] = ()

    @property
    def id(self) -> int:
        """Its id."""
        return self.definition.id


def definition_lines(file: Store) -> tuple[DefinitionLine, ...]:
    """The stored definitions as they stand today."""
    today = file.clock().date()
    return tuple(
        DefinitionLine(
            each,
            period_to_run(each, today),
            period_due(each, today) is not None,
            periods_to_run(each, today),
        )
        for each in definitions_of(file)
    )


def run_definition(
    file: Store,
    definition: ReportDefinition,
    period: ReportPeriod,
    folder: Path,
    step: RunStep | None = None,
    *,
    overwrite: bool = False,
) -> DefinitionRun:
    """Make the documents of `period` in `folder`, freeze its figures and note that it was run.

    `step` hears (done, of, words) and may raise to stop. When one cannot be made none is left.
    Raises `AppError` for a folder that is none, kinds that are unknown and files that are there.
    """
    refuse_unusable_name(folder)
    if not folder.is_dir():
        raise AppError(
            f"Không có thư mục “{folder}” để lưu báo cáo.",
            "Hãy tạo thư mục đó hoặc chọn thư mục khác.",
        )
    wanted = _wanted(definition)
    at = file.clock()
    made: list[tuple[Path, str, Publication, bytes]] = []
    skipped: list[str] = []
    for done, (kind, fmt) in enumerate(wanted):
        if step is not None:
            step(done, len(wanted), "Đang lập văn bản")
        request = Request(kind, period=period)
        try:
            document = compose(file, request)
        except NothingToList as error:
            if error.sentence not in skipped:
                skipped.append(error.sentence)
            continue
        path = folder / file_name(document, fmt, at)
        if path.exists() and not overwrite:
            raise AppError(
                f"Đã có tệp “{path}” nên chưa lập báo cáo định kỳ.",
                "Hãy chọn thư mục khác hoặc đổi tên tệp cũ.",
            )
        made.append((path, fmt, document, render_document(document, fmt)))
    exports = [
        export_of(document, Request(document.kind), fmt, path) for path, fmt, document, _ in made
    ]
    refuse_unlogged(file, exports)
    written = _write(made, overwrite=overwrite)
    try:
        log_exports(file, exports)
    except BaseException:
        _take_away(written)
        raise
    title = f"{definition.name}, {period.short_name}"
    frozen = freeze_period(file, period, title)
    note_run(file, definition, period)
    return DefinitionRun(definition, period, written, frozen.id, tuple(skipped))


def _wanted(definition: ReportDefinition) -> list[tuple[str, str]]:
    """Each kind of document with each format that it has."""
    known = {kind.code: kind for kind in KINDS}
    unknown = [each for each in definition.kinds if each not in known]
    if unknown:
        raise AppError(
            f"Báo cáo định kỳ “{definition.name}” có loại văn bản không còn: {', '.join(unknown)}.",
            f"Hãy sửa báo cáo ấy; các loại có sẵn: {', '.join(known)}.",
        )
    return [
        (kind, fmt)
        for kind in definition.kinds
        for fmt in definition.formats
        if fmt in known[kind].formats
    ]


def _write(
    made: list[tuple[Path, str, Publication, bytes]], *, overwrite: bool
) -> tuple[RunFile, ...]:
    written: list[RunFile] = []
    try:
        for path, fmt, document, content in made:
            write_file(content, fmt, path, overwrite)
            written.append(RunFile(path, document.kind, figures_hash(document)))
    except AppError:
        _take_away(written)
        raise
    return tuple(written)


def _take_away(written: Sequence[RunFile]) -> None:
    for each in written:
        with suppress(OSError):
            each.path.unlink()
