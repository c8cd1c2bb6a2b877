"""Old rows of the journal are packed, and nothing is lost or different for it."""

from __future__ import annotations

import hashlib
import json
import zlib
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from sqlalchemy import func, select, text

from models.campaign.purging import purge_contest
from models.errors import AppError
from models.journal import packs
from models.journal.chain_check import CONTENT, PACK, broken_links
from models.journal.details import entry_row_ids, row_changes
from models.journal.history import fingerprint, history, history_of
from models.journal.packing import pack_journal, packing_due
from models.journal.replay import redo, undo
from models.journal.reverting import revert_plan, take_back
from models.records import Mark
from models.roster.marks import clear_marks, set_marks
from models.store.schema import action_log, change_rows, changes, journal_packs
from tests.factory import add_people
from tests.models.campaign.personal import SECRETS, closed_contest
from tests.models.journal.sound import faults_of

pytestmark = pytest.mark.file_only("a server does not pack")
D2 = date(2026, 6, 2)


def proven():
    return True


def pack(file, newest=0):
    return pack_journal(file, proven, before=file.clock() + timedelta(days=1), newest=newest)


def counts(file):
    with file.reading() as connection:
        return [
            connection.execute(select(func.count()).select_from(each)).scalar_one()
            for each in (change_rows, journal_packs)
        ]


@pytest.fixture
def ids(file):
    ids = add_people(file, 5)
    for _ in range(3):
        set_marks(file, ids, Mark.REGISTERED, D2)
        set_marks(file, ids[:3], Mark.COMPLETED, D2)
        clear_marks(file, ids, Mark.REGISTERED)
    set_marks(file, ids[:1], Mark.REGISTERED)
    undo(file)
    set_marks(file, ids[1:2], Mark.REGISTERED)
    undo(file)
    redo(file)
    return ids


def told(file, ids):
    """All that a reader may ask of the journal."""
    entries = [each.id for each in history(file)]
    with file.reading() as connection:
        plans = [revert_plan(connection, each) for each in entries]
    return (
        [history_of(file, each) for each in ids],
        [row_changes(file, entry_row_ids(file, each)) for each in entries],
        [[each.rows, each.entries, each.rests] for each in plans],
    )


def test_packed_rows_are_read_as_before(file, ids):
    before, rows = told(file, ids), counts(file)[0]
    done = pack(file)
    assert done.rows > 20
    assert done.after < done.before
    assert counts(file)[0] == rows - done.rows + 1
    assert faults_of(file) == []
    with file.reading() as connection:
        entry = connection.execute(select(func.max(changes.c.id))).scalar_one()
        assert connection.execute(select(action_log.c.count)).scalars().all() == [done.rows]
    after = told(file, ids)
    assert after[0] == before[0]
    assert after[1][1:] == before[1]
    assert after[2][1:] == before[2]
    assert history(file)[0].id == entry
    assert pack(file).rows == 0


def test_steps_back_and_forward_go_through_what_is_packed(file, ids):
    prints = [fingerprint(file)]
    pack(file)
    packed = counts(file)[1]
    assert packed
    while undo(file):
        prints.append(fingerprint(file))
        assert faults_of(file) == []
    assert counts(file)[1] == 0
    for each in reversed(prints[:-1]):
        redo(file)
        assert fingerprint(file) == each
    assert faults_of(file) == []


def test_a_packed_entry_is_taken_back(file, ids):
    pack(file)
    entry = next(each.id for each in history(file) if each.kind.startswith("mark-"))
    take_back(file, entry)
    assert faults_of(file) == []


def test_what_is_forgotten_is_in_no_pack(file):
    closed_contest(file)
    assert pack(file).rows
    purge_contest(file, "ai-2026")
    assert counts(file)[1] == 0
    assert faults_of(file) == []
    with file.reading() as connection:
        texts = select(change_rows.c.before, change_rows.c.after)
        said = " ".join(filter(None, (side for row in connection.execute(texts) for side in row)))
    assert [each for each in SECRETS if each in said] == []


def test_nothing_is_packed_without_a_proven_backup_nor_what_is_new(file, ids):
    rows = counts(file)
    for newest, before in ((0, None), (1_000, file.clock() + timedelta(days=1))):
        assert pack_journal(file, proven, before=before, newest=newest).rows == 0
    with pytest.raises(AppError, match="sao lưu"):
        pack_journal(file, lambda: None, before=file.clock() + timedelta(days=1), newest=0)
    assert counts(file) == rows
    assert not packing_due(file)


def test_a_damaged_pack_is_found_and_refuses_what_needs_it(file, ids):
    pack(file)
    with file.writing() as connection:
        connection.execute(text("UPDATE journal_packs SET rows = zeroblob(9)"))
    with file.reading() as connection:
        kinds = {each.what for each in broken_links(connection)}
    assert {PACK, CONTENT} <= kinds
    steps = (undo(file) for _ in history(file))
    with pytest.raises(AppError, match="thu gọn"):
        list(steps)


@pytest.mark.parametrize("rows", [{"a": 1}, [[]], [[1, 2, "x"]], [None], [[1, 2, "x", 3, "", ""]]])
def test_a_pack_from_elsewhere_that_is_none_is_damaged(rows, monkeypatch):
    content = zlib.compress(json.dumps(rows).encode())
    told = {"first_change": 2, "last_change": 2, "row_count": 1, "rows": content}
    made = SimpleNamespace(**told, sha256=hashlib.sha256(content).hexdigest())
    # Also one of ours when it takes more room than any could.
    monkeypatch.setattr(packs, "LARGEST_PACK", 10)
    with pytest.raises(packs.PackDamaged):
        packs.rows_in_pack(made)
