"""Everything for a report date in one folder: what goes to the city, to the units, what stays."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from models.contests.current import current_contest
from models.contests.mark_names import mark_names
from models.errors import AppError
from models.machine.leftovers import draft_name
from models.machine.names import refuse_unusable_name
from models.papers.attachments import attached_file
from models.papers.enclosures import enclosures
from models.papers.export_log import log_exports, refuse_unlogged
from models.papers.periods import ReportPeriod
from models.records import Unit
from models.records.exports import Export
from models.records.moment import Moment, moment_at
from models.roster.unit_tree import list_units
from models.store.snapshot import snapshot
from models.store.store import Store
from models.text.formats import number
from reports.catalog import KINDS, Audience, ReportKind, file_name, is_offered, kind_title
from reports.checking.check import Faulty, blocking, refuse_faulty
from reports.compose import compose
from reports.document import figures_hash
from reports.exporting import export_of
from reports.gather.request import Request
from reports.kinds.parts import hyphened
from reports.nothing import NothingToList
from reports.publish import make_draft_folder, name_folder, write_document, write_file

BundleStep = Callable[[int, int, str], None]
FOLDERS = {
    Audience.CITY: "1_Gui-thanh-pho",
    Audience.UNITS: "2_Gui-don-vi",
    Audience.INTERNAL: "3_Noi-bo",
}
ENCLOSED = "Gui-kem"
LONGEST_FOLDER = 60
UNIT_AFTER = ": "
"""Between what a document is and the unit that it is of."""


class BundleFile(NamedTuple):
    """One file of the folder; of a list of one unit its name."""

    path: Path
    kind: str
    figures_hash: str
    unit: str = ""


class NotMade(NamedTuple):
    """A document that there is no reason for, or that is `faulty`, and why."""

    kind: str
    title: str
    reason: str
    faulty: bool = False


class Bundle(NamedTuple):
    """What came of it; `skipped` are the kinds that have nothing to say on that day, `enclosed` the
    files that letters say are enclosed."""

    folder: Path
    files: tuple[BundleFile, ...]
    skipped: tuple[NotMade, ...]
    enclosed: tuple[Path, ...] = ()


class _Part(NamedTuple):
    kind: ReportKind
    title: str
    unit: Unit | None


def titles_words(skipped: Iterable[NotMade]) -> str:
    """ "Báo cáo kết quả; Công văn đôn đốc từng đơn vị (64 đơn vị)"."""
    titles = Counter(each.title.partition(UNIT_AFTER)[0] for each in skipped)
    return "; ".join(
        title if times == 1 else f"{title} ({number(times)} đơn vị)"
        for title, times in titles.items()
    )


def not_made_words(skipped: Iterable[NotMade]) -> list[str]:
    """A sentence for each reason, however many documents it kept from being made."""
    by_reason: dict[str, list[NotMade]] = {}
    for each in skipped:
        by_reason.setdefault(each.reason, []).append(each)
    return [f"Không lập {titles_words(same)}: {reason}" for reason, same in by_reason.items()]


def save_bundle(
    file: Store,
    out: Path,
    *,
    as_of: Moment | None = None,
    period: ReportPeriod | None = None,
    step: BundleStep | None = None,
) -> Bundle:
    """Make every document of one day, or of a period, in a new folder inside `out`.

    A kind that can be of one unit is made of each unit with people too. `step` hears (done, of,
    words) and may raise to stop: then nothing is left. All is of one state of the data. Raises
    `AppError` without a folder or a contest, and when a file cannot be written.
    """
    refuse_unusable_name(out)
    if not out.is_dir():
        raise AppError(
            f"Không có thư mục “{out}” để lưu trọn bộ văn bản.",
            "Hãy tạo thư mục đó hoặc chọn thư mục khác.",
        )
    at = file.clock()
    of = period.code.replace("..", "_") if period else f"{(as_of or moment_at(at)).day:%Y%m%d}"
    target = _free_folder(out, f"Bo-van-ban_{of}_{at:%Y%m%d-%H%M}")
    draft = out / draft_name(token_hex(4))
    made: list[tuple[BundleFile, Export]] = []
    skipped: list[NotMade] = []
    try:
        make_draft_folder(draft, target)
        with snapshot(file) as still:
            parts = tuple(_parts(still, period))
            for done, part in enumerate(parts):
                if step is not None:
                    step(done, len(parts), f"Đang lập {part.title}")
                unit_id = part.unit.id if part.unit else None
                request = Request(part.kind.code, as_of, unit_id, period=period)
                try:
                    made += _write(still, request, part, draft, target)
                except (NothingToList, Faulty) as error:
                    # Of a unit only what is wrong is told, not that it has done everything.
                    if part.unit is None or isinstance(error, Faulty):
                        faulty = isinstance(error, Faulty)
                        skipped.append(NotMade(part.kind.code, part.title, error.sentence, faulty))
            enclosed = _enclose(still, draft, target)
        exports = [told for _, told in made]
        refuse_unlogged(file, exports)
        name_folder(draft, target)
        people = sum(each.people for each in exports)
        words = f"Lưu trọn bộ {number(len(made))} tệp: {number(people)} lượt người"
        try:
            log_exports(file, exports, words)
        except BaseException:
            # As any document that could not be logged, it does not stay.
            draft = target
            raise
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(draft)
        raise
    return Bundle(target, tuple(each for each, _ in made), tuple(skipped), enclosed)


def _parts(file: Store, period: ReportPeriod | None) -> Iterator[_Part]:
    """The documents in the order of the folder: each kind of all, then of each unit."""
    names = mark_names(current_contest(file))
    units = [unit for unit in list_units(file) if unit.people]
    for kind in KINDS:
        if not is_offered(kind, names) or kind.of_period not in (None, period is not None):
            continue
        title = kind_title(kind, names)
        if not kind.only_units:
            yield _Part(kind, title, None)
        if kind.of_units and kind.audience is Audience.UNITS:
            for unit in units:
                yield _Part(kind, f"{title}{UNIT_AFTER}{unit.name}", unit)


def _write(
    still: Store, request: Request, part: _Part, draft: Path, target: Path
) -> list[tuple[BundleFile, Export]]:
    """The files of one document: all its formats, of a unit the PDF alone."""
    document = compose(still, request)
    refuse_faulty(blocking(still, request, document))
    place = Path(FOLDERS[part.kind.audience])
    if part.unit is not None:
        place /= _folder_of(part.unit)
    (draft / place).mkdir(parents=True, exist_ok=True)
    made = []
    for fmt in part.kind.formats if part.unit is None else part.kind.formats[:1]:
        name = place / file_name(document, fmt, still.clock())
        write_document(document, fmt, draft / name)
        unit = part.unit.name if part.unit else ""
        told = BundleFile(target / name, part.kind.code, figures_hash(document), unit)
        made.append((told, export_of(document, request, fmt, target / name)))
    return made


def _enclose(still: Store, draft: Path, target: Path) -> tuple[Path, ...]:
    """The rules and the guidance beside the letters that go to the units."""
    place = Path(FOLDERS[Audience.UNITS], ENCLOSED)
    found = enclosures(still)
    for each in found:
        (draft / place).mkdir(parents=True, exist_ok=True)
        suffix = Path(each.name).suffix.removeprefix(".").lower()
        write_file(attached_file(still, each.id).content, suffix, draft / place / each.name)
    return tuple(target / place / each.name for each in found)


def _folder_of(unit: Unit) -> str:
    """A folder of its own: two units may have the same name in ASCII."""
    return f"{unit.id:03d}_{hyphened(unit.name)}"[:LONGEST_FOLDER].rstrip("-_")


def _free_folder(out: Path, name: str) -> Path:
    number, path = 1, out / name
    while path.exists():
        number += 1
        path = out / f"{name}_{number}"
    return path
