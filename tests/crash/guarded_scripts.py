"""Scripts of acts that look after the data: automatic copies, packing, mending, purges, packages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta

from models.campaign.rights.purging_person import purge_person
from models.checking.checking import check_store
from models.checking.mending import mend
from models.clock import Clock
from models.errors import AppError
from models.handover.package import make_logged_package, open_package
from models.journal.packing import pack_journal
from models.journal.replay import redo, undo
from models.records import Mark, PersonDraft
from models.records.kept_copies import CopyReason
from models.roster.marks import clear_marks, set_marks
from models.roster.people import add_person
from models.safekeeping.keeping import keep_before, keep_copy
from models.safekeeping.passwords import set_password
from models.store.data_file import DataFile, open_file
from models.store.slots import new_slots
from tests.crash.locks import FIRST, SECOND
from tests.crash.scene import PURGED, Scene
from tests.crash.scripts import PEOPLE, Deed, Deeds, Script, anything, office
from tests.factory import unit

EVERYBODY = range(1, PEOPLE + 1)


@contextmanager
def _guarded(scene: Scene, clock: Clock) -> Iterator[DataFile]:
    """The file, open, with a copy before what is risky, as the program has it."""
    with open_file(scene.data, clock) as file:

        def guard(reason: CopyReason, for_good: bool) -> None:
            kept = keep_before(file.path, reason, clock, for_good=for_good)
            if isinstance(kept, AppError):
                raise kept

        file.guard = guard
        yield file


def _keeping(scene: Scene, clock: Clock) -> Deeds:
    """Automatic copies between acts; what is in the newest already is proven again."""
    ids = list(EVERYBODY)
    for reason in (CopyReason.START, CopyReason.EXIT):
        with _guarded(scene, clock) as file:
            yield Deed(anything(scene, file, ids))
            yield Deed("sao lưu tự động", keep_copy(scene.data, reason, clock).copy.path)
    with _guarded(scene, clock) as file:
        again = keep_copy(scene.data, CopyReason.SAVED, clock)
        yield Deed("thử lại bản sao lưu", again.copy.path)
        for _ in range(2):
            yield Deed(anything(scene, file, ids))
    yield Deed("đóng tệp")


def _with_password(scene: Scene, clock: Clock) -> None:
    """An office's file that has a password."""
    office(scene, clock)
    key_slots, data_key, _ = new_slots(FIRST)
    set_password(scene.data, key_slots, data_key, clock=clock)


def _long_worked(scene: Scene, clock: Clock) -> None:
    """A file with much that later acts have superseded."""
    office(scene, clock)
    with open_file(scene.data, clock) as file:
        for _ in range(3):
            set_marks(file, EVERYBODY, Mark.COMPLETED)
            clear_marks(file, EVERYBODY, Mark.COMPLETED)


def _packing(scene: Scene, clock: Clock) -> Deeds:
    """Old rows of the journal are packed; undo puts some back."""
    with _guarded(scene, clock) as file:
        set_marks(file, [1, 2], Mark.COMPLETED)
        yield Deed("đánh dấu")
        kept = []

        def proven() -> object:
            kept.append(keep_copy(scene.data, CopyReason.PACKING, clock).copy.path)
            return kept

        until = clock() + timedelta(days=1)
        pack_journal(file, proven, before=until, newest=0)
        yield Deed("thu gọn lịch sử", kept[0], of_before=True)
        set_marks(file, [3, 4], Mark.COMPLETED)
        yield Deed("đánh dấu")
        undo(file)
        yield Deed("hoàn tác")
        redo(file)
        yield Deed("làm lại")
    yield Deed("đóng tệp")


def _with_wrong(scene: Scene, clock: Clock) -> None:
    """A file in which something changed that no act did."""
    office(scene, clock)
    with open_file(scene.data, clock) as file, file.writing() as connection:
        connection.exec_driver_sql("UPDATE people SET position = 'Không rõ' WHERE id < 4")


def _mending(scene: Scene, clock: Clock) -> Deeds:
    """What the check finds is mended, taken back and mended again."""
    with _guarded(scene, clock) as file:
        done = mend(file, check_store(file).to_mend)
        yield Deed("sửa", done.copy, of_before=True)
        undo(file)
        yield Deed("hoàn tác sửa")
        redo(file)
        yield Deed("làm lại sửa")
    yield Deed("đóng tệp")


def _with_somebody(scene: Scene, clock: Clock) -> None:
    """A file in which somebody stands who will want to be purged."""
    office(scene, clock)
    with open_file(scene.data, clock) as file:
        add_person(file, PersonDraft(name=PURGED, unit_id=unit(file).id))
        set_marks(file, [PEOPLE + 1], Mark.REGISTERED)


def _person_purge(scene: Scene, clock: Clock) -> Deeds:
    """One person's data goes for good."""
    with _guarded(scene, clock) as file:
        set_marks(file, [1, PEOPLE + 1], Mark.COMPLETED)
        yield Deed("đánh dấu")
        purge_person(file, PEOPLE + 1)
        yield Deed("xóa hẳn một người", gone=True)
        set_marks(file, [2], Mark.COMPLETED)
        yield Deed("đánh dấu")
    yield Deed("đóng tệp", gone=True)


def _handing_over(scene: Scene, clock: Clock) -> Deeds:
    """The file is handed over, and opened at its new place."""
    out = scene.package
    with _guarded(scene, clock) as file:
        set_marks(file, [2, 5], Mark.COMPLETED)
        yield Deed("đánh dấu")
        make_logged_package(file, out, SECOND)
        yield Deed("gói bàn giao", out)
    open_package(out, scene.other, SECOND, clock)
    yield Deed("mở gói bàn giao", scene.other)


GUARDED: Mapping[str, Script] = {
    "keeping": Script(office, _keeping),
    "keeping-encrypted": Script(_with_password, _keeping),
    "packing": Script(_long_worked, _packing),
    "mending": Script(_with_wrong, _mending),
    "person-purge": Script(_with_somebody, _person_purge),
    "package": Script(office, _handing_over),
    "package-encrypted": Script(_with_password, _handing_over),
}
