"""From the open file to the kits: one workbook for each chosen unit, written one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import AppError, Cancelled
from models.records import Contest, PeopleQuery, Person, Unit
from models.records.exports import Export
from models.text.formats import number
from reports.publish import TargetHeld

if TYPE_CHECKING:
    from models.store.store import Store

Tell = Callable[[int, int, str], None]
HELD_ADVICE = "Hãy đóng tệp đó rồi thử lại, hoặc lưu vào thư mục khác."
KIT_REASON = "Để đơn vị kiểm tra, bổ sung dữ liệu của người thuộc đơn vị"


@dataclass(frozen=True, slots=True)
class KitOffer:
    """What can be asked for: every unit in tree order, and the deadline that is usual now.

    `people` of a unit are those of today's figures: present, in their main post there.
    """

    units: tuple[Unit, ...]
    deadline: date | None


@dataclass(frozen=True, slots=True)
class KitsWritten:
    """Where the kits lie. There are fewer of them than `wanted` when the officer stopped it."""

    folder: Path
    paths: tuple[Path, ...]
    wanted: int


class KitsHeld(TargetHeld):
    """A kit could not get its place; those written before stay. `left` are the units that have
    none yet."""

    def __init__(self, sentence: str, advice: str, path: Path, left: tuple[int, ...]) -> None:
        super().__init__(sentence, advice, path)
        self.left = left


def kit_offer(file: Store) -> KitOffer:
    """The units with their people of today, and the deadline of the stage that is running."""
    from models.contests.current import current_contest
    from models.figures.figures import figures
    from models.roster.unit_tree import list_units
    from models.store.snapshot import snapshot

    day = file.clock().date()
    with snapshot(file) as still:
        contest = current_contest(still)
        counted = {line.unit_id: line.total + line.exempt for line in figures(still, day).units}
        units = tuple(replace(unit, people=counted.get(unit.id, 0)) for unit in list_units(still))
    return KitOffer(units, usual_deadline(contest, day) if contest else None)


def usual_deadline(contest: Contest, day: date) -> date | None:
    """The commune's own deadline of the present stage, else the official one; None when past."""
    stage = contest.stage_on(day)
    if stage is None:
        return None
    ends = (stage.internal_ends_on, stage.ends_on)
    return next((end for end in ends if end is not None and end >= day), None)


def write_kits(
    file: Store,
    unit_ids: Sequence[int],
    deadline: date | None,
    folder: Path,
    tell: Tell,
) -> KitsWritten:
    """Write the kit of each unit into `folder`, under names that are still free there.

    `tell` gets (written, wanted, words) before each kit and may raise `Cancelled`: then the
    kits written so far stay, all of them whole. Raises `AppError` when there is no contest or
    a kit cannot be written; it says how many are there already. A kit that another program holds
    is told by `KitsHeld`.
    """
    from models.journal.practising import is_practice
    from models.office.whose import the_commune
    from models.papers.export_log import log_exports, refuse_unlogged
    from models.store.snapshot import snapshot
    from reports.publish import write_file
    from reports.unit_kit import UnitKit, render_unit_kit

    at = file.clock()
    with snapshot(file) as still:
        units = _units(still, unit_ids)
        contest, commune = _contest(still), the_commune(still)
        practice = is_practice(still)
        people = _people(still, [unit.id for unit in units], at.date())
    refuse_unlogged(file, [_export_of(unit, people.get(unit.id, ()), folder) for unit in units])
    paths: list[Path] = []
    exports: list[Export] = []
    try:
        for unit in units:
            tell(len(paths), len(units), f"Đang ghi biểu mẫu của {unit.name}")
            present = tuple(people.get(unit.id, ()))
            target = _free(folder, unit, at, practice=practice)
            kit = UnitKit(
                unit.name, commune, contest, present, deadline, at.date(), target.name, practice
            )
            paths.append(write_file(render_unit_kit(kit), "xlsx", target))
            exports.append(_export_of(unit, present, target))
    except Cancelled:
        pass
    except AppError as error:
        raise _after(error, units, len(paths)) from error
    finally:
        log_exports(file, exports)
    return KitsWritten(folder, tuple(paths), len(units))


def _export_of(unit: Unit, people: Sequence[Person], place: Path) -> Export:
    """What the log says of a kit: the unit needs the phones of its own people to mend them."""
    phones = sum(bool(person.phone) for person in people)
    title = f"Biểu mẫu của {unit.name}"
    return Export("unit-kit", "xlsx", title, len(people), phones, str(place), KIT_REASON)


def _units(file: Store, unit_ids: Sequence[int]) -> list[Unit]:
    """The units that are wanted, in tree order; one that is gone by now is left out."""
    from models.roster.unit_tree import list_units

    wanted = frozenset(unit_ids)
    found = [unit for unit in list_units(file) if unit.id in wanted]
    if not found:
        raise AppError("Chưa chọn đơn vị nào để xuất biểu mẫu.", "Hãy đánh dấu ít nhất một đơn vị.")
    return found


def _contest(file: Store) -> Contest:
    from models.contests.current import current_contest

    contest = current_contest(file)
    if contest is None:
        raise AppError("Chưa chọn cuộc thi nên chưa lập được biểu mẫu.", "Hãy chọn cuộc thi trước.")
    return contest


def _people(file: Store, unit_ids: Sequence[int], day: date) -> dict[int, list[Person]]:
    """Who is present on `day`, in Vietnamese order, by the unit of the main post."""
    from models.roster.people import list_people

    query = PeopleQuery(unit_ids=frozenset(unit_ids), as_of=day)
    by_unit = dict[int, list[Person]]()
    for person in list_people(file, query):
        by_unit.setdefault(person.unit_id, []).append(person)
    return by_unit


def _free(folder: Path, unit: Unit, at: datetime, *, practice: bool) -> Path:
    """A path that no file has: other kits of the minute, or of a namesake in ASCII, stay."""
    from reports.catalog import kit_name

    number = 1
    while (path := folder / kit_name(unit.name, at, number, practice=practice)).exists():
        number += 1
    return path


def _after(error: AppError, units: Sequence[Unit], written: int) -> AppError:
    share = f"{number(written)}/{number(len(units))}"
    before = f" Trước đó đã ghi được {share} biểu mẫu." if written else ""
    told = f"{error.sentence}{before}"
    if isinstance(error, TargetHeld):
        return KitsHeld(told, HELD_ADVICE, error.path, tuple(unit.id for unit in units[written:]))
    return AppError(told, error.advice)
