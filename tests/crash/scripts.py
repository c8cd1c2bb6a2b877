"""Scripts of acts on a file and its copies, each of which tells when it is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.campaign.purging import purge_contest
from models.clock import Clock
from models.intake.apply import apply_plan
from models.intake.plan import Source, make_plan
from models.intake.plan_records import ImportDecisions, PlanOptions
from models.intake.shape.records import ShapedTable, SourceRow
from models.journal.replay import redo, undo
from models.office.setup import init_file
from models.records import Mark, PersonDraft
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person
from models.safekeeping.passwords import change_password, remove_password, set_password
from models.store.backup import back_up
from models.store.connection import make_engine
from models.store.data_file import DataFile, open_file
from models.store.log import write_home
from models.store.restoring import restore
from models.store.slots import new_slots
from models.store.stamping import stamp_file
from models.store.upgrade import migrate
from models.text.phones import normalise_phone
from tests.crash.locks import FIRST, SECOND
from tests.crash.scene import Scene
from tests.factory import add_people, made_up_name, unit
from tests.models.campaign.personal import closed_contest
from tests.models.store.test_migrations import REVISIONS, SAMPLE_ROWS

CONTEST = "ai-2026"
PEOPLE = 24


@dataclass(frozen=True, slots=True)
class Deed:
    """An act that is done. `copy`: a kept copy that it made, of the state after it (or before).
    `gone`: from now on no byte of `PURGED` lies in the file."""

    words: str
    copy: Path | None = None
    of_before: bool = False
    gone: bool = False


Deeds = Iterator[Deed]


@dataclass(frozen=True, slots=True)
class Script:
    """How the scene is made ready, and what is then done in it."""

    prepare: Callable[[Scene, Clock], None]
    play: Callable[[Scene, Clock], Deeds]


def office(scene: Scene, clock: Clock) -> None:
    """A commune with people, some marks and the history of both."""
    with init_file(scene.data, "Xã Kẻ Sặt", CONTEST, clock) as file:
        ids = add_people(file, PEOPLE)
        set_marks(file, ids[::3], Mark.REGISTERED)


def anything(scene: Scene, file: DataFile, ids: list[int]) -> str:
    """One change of the usual ones, drawn by the scene."""
    few = sorted(scene.random.sample(ids, 5))
    chosen = scene.random.randrange(6)
    if chosen == 0:
        name = made_up_name(100 + scene.random.randrange(250))
        draft = PersonDraft(name=name, unit_id=unit(file).id, position="Công chức")
        ids.append(add_person(file, draft))
        return "thêm người"
    if chosen == 1:
        clear_marks(file, few, Mark.REGISTERED)
        return "bỏ đánh dấu"
    if chosen == 2:
        return f"hoàn tác {undo(file)}"
    if chosen == 3:
        return f"làm lại {redo(file)}"
    set_marks(file, few, Mark.COMPLETED if chosen == 4 else Mark.REGISTERED)
    return "đánh dấu"


def _marking(scene: Scene, clock: Clock) -> Deeds:
    """Marks, people, undo and redo, with the file closed and opened in between."""
    for _ in range(2):
        with open_file(scene.data, clock) as file:
            ids = list(range(1, PEOPLE + 1))
            for at in range(4):
                yield Deed(anything(scene, file, ids))
                if at == 1:
                    file.write_home()
        yield Deed("đóng tệp")


def _plan_source(scene: Scene, number: int) -> Source:
    """A list with people who are known, others who are new, and marks."""
    rows = tuple(
        SourceRow(
            "DS",
            at + 2,
            made_up_name(at),
            normalise_phone(f"0912{at:06d}"),
            "Phòng Văn hóa - Xã hội" if at % 2 else f"Trường Mầm non số {number}",
            position=f"Viên chức {number}",
            registered=True,
            completed_on=date(2026, 6, 7) if at % 3 else None,
        )
        for at in sorted(scene.random.sample(range(120), 60))
    )
    return Source(f"danh-sach-{number}.xlsx", f"{number:064d}", (ShapedTable(rows, (), ()),))


def _import(scene: Scene, clock: Clock) -> Deeds:
    """Lists are taken over, and taken back."""
    with open_file(scene.data, clock) as file:
        for number in (1, 2):
            plan = make_plan(file, [_plan_source(scene, number)], PlanOptions())
            apply_plan(file, plan, ImportDecisions())
            yield Deed("nhập danh sách")
        undo(file)
        yield Deed("hoàn tác nhập")
        redo(file)
        yield Deed("làm lại nhập")


def _backup(scene: Scene, clock: Clock) -> Deeds:
    """Copies of the open and of the closed file, with changes between them."""
    with open_file(scene.data, clock) as file:
        ids = list(range(1, PEOPLE + 1))
        for _ in range(3):
            yield Deed(anything(scene, file, ids))
            yield Deed("sao lưu", back_up(scene.data, clock=clock).path)
    yield Deed("đóng tệp")
    yield Deed("sao lưu tệp đã đóng", back_up(scene.data, clock=clock).path)


def _with_copy(scene: Scene, clock: Clock) -> None:
    """A file that has gone on since its copy was made."""
    office(scene, clock)
    back_up(scene.data, scene.root / "usb.tiendo", clock)
    with open_file(scene.data, clock) as file:
        set_marks(file, [2, 5, 8], Mark.COMPLETED)


def _with_copies(scene: Scene, clock: Clock) -> None:
    """A file with two copies beside it."""
    office(scene, clock)
    for _ in range(2):
        back_up(scene.data, clock=clock)


def _restore(scene: Scene, clock: Clock) -> Deeds:
    """The copy comes back, work goes on, and what was there before comes back too."""
    first = restore(scene.root / "usb.tiendo", scene.data, clock)
    yield Deed("khôi phục", first.kept, of_before=True)
    with open_file(scene.data, clock) as file:
        set_marks(file, [1, 3], Mark.COMPLETED)
        yield Deed("đánh dấu")
    assert first.kept is not None
    second = restore(first.kept, scene.data, clock)
    yield Deed("khôi phục lại", second.kept, of_before=True)


def _ended(scene: Scene, clock: Clock) -> None:
    """A contest that has been closed, with personal data in every place."""
    with init_file(scene.data, "Xã Kẻ Sặt", CONTEST, clock) as file:
        closed_contest(file)


def _purge(scene: Scene, clock: Clock) -> Deeds:
    """Personal data goes for good."""
    with open_file(scene.data, clock) as file:
        add_person(file, PersonDraft(name=made_up_name(77), unit_id=unit(file).id))
        yield Deed("thêm người")
        purge_contest(file, CONTEST)
        yield Deed("xóa hẳn")
        add_person(file, PersonDraft(name=made_up_name(78), unit_id=unit(file).id))
        yield Deed("thêm người")
    yield Deed("đóng tệp")


def _of_earlier_version(scene: Scene, clock: Clock) -> None:
    """A file as an earlier version made it: which one, the seed says."""
    earlier = REVISIONS[:-1]
    stamp_file(scene.data)
    engine = make_engine(scene.data)
    migrate(engine, earlier[scene.seed % len(earlier)])
    engine.dispose()
    with closing(sqlite3.connect(scene.data)) as raw:
        for table, values in SAMPLE_ROWS.items():
            raw.execute(f"INSERT INTO {table} {values}")
        raw.commit()
        write_home(raw)


def _migration(scene: Scene, clock: Clock) -> Deeds:
    """A file of an earlier version is opened and worked with."""
    with open_file(scene.data, clock) as file:
        yield Deed("nâng cấp")
        add_person(file, PersonDraft(name=made_up_name(79), unit_id=1))
        yield Deed("thêm người")


def _encryption(scene: Scene, clock: Clock) -> Deeds:
    """A file with a copy gets a password, another one, and loses it again."""
    key_slots, data_key, _ = new_slots(FIRST)
    set_password(scene.data, key_slots, data_key, clock=clock)
    yield Deed("đặt mật khẩu")
    with open_file(scene.data, clock) as file:
        set_marks(file, [2, 5], Mark.COMPLETED)
        yield Deed("đánh dấu")
        change_password(file, SECOND)
        yield Deed("đổi mật khẩu")
        set_marks(file, [6, 7], Mark.COMPLETED)
        yield Deed("đánh dấu")
        yield Deed("sao lưu", back_up(scene.data, clock=clock).path)
    remove_password(scene.data, clock=clock)
    yield Deed("bỏ mật khẩu")
    with open_file(scene.data, clock) as file:
        set_marks(file, [9], Mark.COMPLETED)
    yield Deed("đánh dấu")


def _nothing(scene: Scene, clock: Clock) -> None:
    """There is no file yet."""


def _making(scene: Scene, clock: Clock) -> Deeds:
    """A new file is made and worked with."""
    with init_file(scene.data, "Xã Kẻ Sặt", CONTEST, clock) as file:
        yield Deed("tạo tệp")
        add_people(file, 1)
        yield Deed("thêm người")


USUAL: Mapping[str, Script] = {
    "marking": Script(office, _marking),
    "import": Script(office, _import),
    "backup": Script(office, _backup),
    "restore": Script(_with_copy, _restore),
    "purge": Script(_ended, _purge),
    "encryption": Script(_with_copies, _encryption),
    "migration": Script(_of_earlier_version, _migration),
    "making": Script(_nothing, _making),
}
