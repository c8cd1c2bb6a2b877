"""The city's own workbook over the open file: what it would hold now, filled, as rows to paste."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from models.contests.mark_names import MarkNames
from models.errors import AppError
from models.records import Unit
from models.records.city import CityTemplate, TemplateWay
from models.text.formats import number

if TYPE_CHECKING:
    from models.papers.city_rows import CityFilling
    from models.papers.city_values import CitySources
    from models.records.moment import Moment
    from models.store.store import Store
    from reports.city_template.grid import TemplateGrid
    from reports.city_template.pasting import PastedRows


CALCULATED_LATER = (
    "Mẫu có ô tự tính: Excel tính lại khi mở tệp; bản xem nhanh có thể còn hiện số cũ."
)


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template as it stands: its sheets, the sheet that is looked at, and what would go there.

    `refusal` says why nothing can be filled in yet; `filling` is empty then. `names` are the words
    of the contest, `units` those that values and rows may be of; `commune` is what the commune is:
    "xã", "phường", "đặc khu".
    """

    template: CityTemplate
    content: bytes
    sheets: tuple[str, ...]
    grid: TemplateGrid
    filling: CityFilling
    names: MarkNames
    units: tuple[Unit, ...]
    commune: str
    refusal: str = ""

    @property
    def problem(self) -> str:
        """Why it cannot be filled yet, or nothing."""
        asked = self.filling.asked
        if self.refusal or not asked:
            return self.refusal
        shown = "; ".join(f"“{row.text}”" for row in asked[:5])
        return (
            f"Có {number(len(asked))} dòng chưa rõ là đơn vị nào: {shown}. Hãy chọn ô tên của từng "
            "dòng rồi chọn đơn vị, hoặc để trống dòng ấy."
        )


@dataclass(frozen=True, slots=True)
class FilledTemplate:
    """The filled workbook, how many cells were written, and what whoever sends it has to know."""

    content: bytes
    cells: int
    notes: tuple[str, ...]


def city_sources(file: Store, moment: date | Moment | None = None) -> CitySources:
    """The figures and names that values are taken from. Raises `AppError` without a contest."""
    from models.contests.current import current_contest
    from models.contests.mark_names import mark_names
    from models.figures.figures import figures
    from models.office.whose import the_commune
    from models.papers.city_values import CitySources
    from models.roster.unit_tree import list_units
    from models.store.snapshot import snapshot

    with snapshot(file) as still:
        contest = current_contest(still)
        if contest is None:
            raise AppError(
                "Chưa chọn cuộc thi nên chưa có số liệu để điền.", "Hãy chọn cuộc thi trước."
            )
        found, units = figures(still, moment), list_units(still)
        return CitySources(found, units, the_commune(still), contest, mark_names(contest))


def template_view(
    file: Store, template: CityTemplate, content: bytes, moment: date | Moment | None = None
) -> TemplateView:
    """What a template shows and would hold at a moment (now when None).

    Raises `AppError` for an unusable workbook, and without a contest.
    """
    from models.papers.city_rows import CityFilling, filling_of
    from reports.city_template.grid import grid_in, sheet_shown, sheets_in

    sheets = sheets_in(content)
    grid = grid_in(content, template.sheet or sheet_shown(content))
    sources = city_sources(file, moment)
    filling, refusal = CityFilling(), ""
    if template.places:
        try:
            filling = filling_of(template, grid.texts, sources)
        except AppError as error:
            refusal = str(error)
    commune = sources.commune.kind.lower()
    told = (sources.names, sources.units, commune, refusal)
    return TemplateView(template, content, sheets, grid, filling, *told)


def fill_template(
    file: Store, template: CityTemplate, content: bytes, moment: date | Moment | None = None
) -> FilledTemplate:
    """The workbook with the figures of a moment (now when None). Raises `AppError`."""
    from models.journal.practising import is_practice
    from models.papers.city_rows import filling_notes, refuse_open
    from models.records.practising import PRACTICE_NOTE
    from reports.city_template.filling import calculates, filled
    from reports.city_template.grid import grid_in

    filling = _filling(file, template, grid_in(content, template.sheet), moment)
    refuse_open(filling)
    if not filling.values:
        raise AppError(
            "Không có ô nào của mẫu được điền.",
            "Hãy kiểm tra cột tên đơn vị đã chọn có đúng tên các đơn vị của xã, phường không.",
        )
    done = filled(content, template.sheet, filling.values)
    notes = (
        *([PRACTICE_NOTE] if is_practice(file) else ()),
        *filling_notes(filling),
        *([CALCULATED_LATER] if calculates(content) else ()),
    )
    return FilledTemplate(done, len(filling.values), notes)


def save_filled(
    file: Store,
    template: CityTemplate,
    content: bytes,
    out: Path,
    moment: date | Moment | None = None,
    *,
    overwrite: bool = False,
) -> FilledTemplate:
    """Fill the template and save it at `out`; errors as `write_file`'s."""
    from reports.publish import write_file

    done = fill_template(file, template, content, moment)
    write_file(done.content, "xlsx", out, overwrite=overwrite)
    return done


def template_rows(
    file: Store, template: CityTemplate, content: bytes, moment: date | Moment | None = None
) -> PastedRows:
    """The filled cells as rows to paste, from the first mapped column to the last.

    Cells between them stand as the template has them, so that each value comes into its column.
    """
    from models.journal.practising import is_practice
    from models.papers.city_rows import refuse_open
    from models.records.practising import PRACTICE_NOTE
    from reports.city_template.grid import grid_in
    from reports.city_template.pasting import rows_to_paste

    grid = grid_in(content, template.sheet)
    filling = _filling(file, template, grid, moment)
    refuse_open(filling)
    made = rows_to_paste(filling.values, grid)
    return made._replace(note=PRACTICE_NOTE) if is_practice(file) else made


def _filling(
    file: Store, template: CityTemplate, grid: TemplateGrid, moment: date | Moment | None = None
) -> CityFilling:
    from models.papers.city_rows import filling_of

    return filling_of(template, grid.texts, city_sources(file, moment))


def stored_view(file: Store, template: CityTemplate) -> TemplateView:
    """A template that is kept. Raises `AppError` when its workbook is not whole any more."""
    from models.papers.city_template import template_content

    return template_view(file, template, template_content(file, template))


def file_view(file: Store, path: Path) -> TemplateView:
    """A template of a file on disk, with nothing mapped."""
    return template_view(file, *new_template(path))


def pasted_view(file: Store, rows: Sequence[Sequence[str]]) -> TemplateView:
    """A template of the head of a Google Sheet that was pasted: its columns are mapped."""
    from reports.city_template.pasting import PASTED_SHEET, workbook_of_head

    name = "Google Sheet của thành phố"
    template = CityTemplate(0, name, TemplateWay.COLUMNS, "", PASTED_SHEET)
    return template_view(file, template, workbook_of_head(rows))


def new_template(path: Path, way: TemplateWay = TemplateWay.CELLS) -> tuple[CityTemplate, bytes]:
    """A template of a file on disk, with nothing mapped. Raises `AppError` for an unusable one."""
    from reports.city_template.grid import sheet_shown

    try:
        content = path.read_bytes()
    except OSError as error:
        raise AppError(
            f"Không đọc được tệp “{path.name}”.", "Hãy kiểm tra tệp còn đó và không bị khóa."
        ) from error
    return CityTemplate(0, path.stem, way, path.name, sheet_shown(content)), content
