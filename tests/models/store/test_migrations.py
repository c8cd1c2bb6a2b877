"""Migrations: head equals the models, each step keeps data, a failing step harms nothing."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from models.errors import AppError
from models.journal.history import fingerprint
from models.store import upgrade
from models.store.backup import prove_copy
from models.store.connection import make_engine
from models.store.data_file import open_file
from models.store.making import create
from models.store.revision import HEAD
from models.store.schema import metadata
from models.store.upgrade import MIGRATIONS, migrate
from tests.conftest import clock
from tests.factory import add_people

pytestmark = pytest.mark.file_only("files of earlier versions")

REVISIONS = [s.revision for s in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions()))]

SAMPLE_ROWS = {
    "communes": "(id, name) VALUES (1, 'Xã Kẻ Sặt')",
    "units": "(id, uid, name, name_key, name_search, kind, position)"
    " VALUES (1, 'u1', 'Trạm Y tế', 'trạm y tế', 'tram y te', 'health', 0)",
    "people": "(id, uid, name, name_key, name_search, name_sort, unit_id)"
    " VALUES (1, 'p1', 'Đỗ Thị Ánh', 'đỗ thị ánh', 'do thi anh', 'x', 1)",
    "changes": "(id, at, who, kind, summary, state, row_count)"
    " VALUES (1, '2026-06-01 08:00:00', 'ai', 'init', 'Tạo', 'done', 1)",
}


def test_head_is_the_newest_migration():
    assert REVISIONS[-1] == HEAD
    assert sorted(REVISIONS) == REVISIONS
    assert all(re.fullmatch(r"\d{4}", revision) for revision in REVISIONS)


def test_head_equals_the_models(tmp_path):
    with create(tmp_path / "a.tiendo", clock) as file, file.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("target", REVISIONS)
def test_every_step_keeps_the_data(tmp_path, target):
    engine = make_engine(tmp_path / "a.db")
    before = REVISIONS[: REVISIONS.index(target)]
    if before:
        migrate(engine, before[-1])
        with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
            for table, values in SAMPLE_ROWS.items():
                raw.execute(f"INSERT INTO {table} {values}")
            raw.commit()
    migrate(engine, target)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == (target,)
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        names = [row[0] for row in raw.execute("SELECT name FROM people")]
    assert names == (["Đỗ Thị Ánh"] if before else [])


def test_a_contest_and_its_files_of_before_keep_their_meaning(tmp_path):
    engine = make_engine(tmp_path / "a.db")
    migrate(engine, "0003")
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        raw.execute(
            "INSERT INTO contests (id, code, name, short_name, target, current)"
            " VALUES (1, 'ai-2026', 'Ứng dụng AI', 'AI', 100, 1)"
        )
        columns = "as_of, rows, accounts, matched, wrong_unit, not_on_roster, not_registered"
        raw.execute(
            f"INSERT INTO reconciliations (contest_id, at, who, file_name, sha256, {columns},"
            " uncertain, regressed, registered, completed) VALUES (1, '2026-06-01 08:00:00',"
            " 'ai', 'a.xlsx', 'ab', '2026-06-01', 9, 8, 7, 1, 0, 3, 0, 0, 8, 5)"
        )
        raw.commit()
    migrate(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        assert raw.execute("SELECT name, score_rule, pass_mark FROM contests").fetchall() == [
            ("Ứng dụng AI", "best", None)
        ]
        assert raw.execute("SELECT matched, registered, units FROM reconciliations").fetchall() == [
            (7, 8, "")
        ]


def test_keys_of_before_know_every_hyphen(tmp_path):
    engine = make_engine(tmp_path / "a.db")
    migrate(engine, "0007")
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        for at, hyphen in enumerate("-\u2011\u2212", start=1):
            name = f"Trường TH{hyphen}THCS"
            raw.execute(
                "INSERT INTO units (id, uid, name, name_key, name_search, kind, position)"
                f" VALUES ({at}, 'u{at}', '{name}', '{name.lower()}', 'cũ', 'school', {at})"
            )
            raw.execute(
                "INSERT INTO unit_aliases (unit_id, alias, alias_key)"
                f" VALUES ({at}, 'TH{hyphen}THCS', 'th{hyphen}thcs')"
            )
        raw.commit()
    migrate(engine)
    engine.dispose()
    with closing(sqlite3.connect(tmp_path / "a.db")) as raw:
        assert raw.execute("SELECT DISTINCT name_key FROM units WHERE id > 1").fetchall() == [
            ("trường th-thcs",)
        ]
        assert raw.execute("SELECT COUNT(*) FROM unit_aliases").fetchall() == [(3,)]


def _with_a_failing_step(folder: Path) -> Path:
    scripts = folder / "migrations"
    shutil.copytree(MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "r9998_breaks.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9998'\ndown_revision = '{HEAD}'\nbranch_labels = None\ndepends_on = None\n"
        "def upgrade():\n"
        "    op.add_column('people', sa.Column('extra', sa.String()))\n"
        "    op.execute(\"UPDATE people SET name = ''\")\n"
        "    raise RuntimeError('the step breaks')\n"
    )
    return scripts


def test_a_failing_step_leaves_the_file_as_it_was(data_path, tmp_path):
    with open_file(data_path, clock) as file:
        add_people(file, 5)
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
    before = data_path.read_bytes()
    engine = make_engine(data_path)
    with pytest.raises(RuntimeError, match="the step breaks"):
        migrate(engine, scripts=_with_a_failing_step(tmp_path))
    engine.dispose()
    with closing(sqlite3.connect(data_path)) as raw:
        raw.execute("PRAGMA journal_mode = DELETE")
        columns = [row[1] for row in raw.execute("PRAGMA table_info(people)")]
    assert "extra" not in columns
    assert _pages_without_change_counter(data_path.read_bytes()) == (
        _pages_without_change_counter(before)
    )
    with open_file(data_path, clock) as file:
        assert len(fingerprint(file)) == 64


def _pages_without_change_counter(content: bytes) -> bytes:
    """The file without the counters that SQLite's own header keeps of journal-mode switches."""
    return content[:18] + content[20:24] + content[28:92] + content[100:]


def test_an_older_file_is_upgraded_after_a_proven_backup(data_path, monkeypatch):
    with open_file(data_path, clock) as file:
        add_people(file, 3)
    calls = []
    monkeypatch.setattr(upgrade, "migrate", calls.append)
    engine = make_engine(data_path)
    backup = upgrade.upgrade_file(engine, data_path, "0000")
    engine.dispose()
    assert len(calls) == 1
    with closing(sqlite3.connect(backup)) as raw:
        assert raw.execute("SELECT count(*) FROM people").fetchone() == (3,)


def test_a_backup_that_cannot_be_made_stops_the_upgrade(data_path, monkeypatch):
    def no_room(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(upgrade, "prove_copy", no_room)
    engine = make_engine(data_path)
    with pytest.raises(AppError, match="Chưa nâng cấp"):
        upgrade.upgrade_file(engine, data_path, "0000")
    engine.dispose()


def test_a_copy_holds_what_still_stands_in_the_log(file, tmp_path):
    add_people(file, 7)
    assert prove_copy(file.path, tmp_path / "ban-sao.tiendo").people == 7
