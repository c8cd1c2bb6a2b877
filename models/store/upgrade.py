"""Bringing a file to the newest tables: rarely needed, so Alembic is imported only then."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from models.errors import AppError
from models.store.backup import SourceDamaged, prove_copy
from models.store.copies import BEFORE_UPGRADE, UPGRADE, backup_folder
from models.store.driver import driver_errors
from models.store.faults import data_file_damaged
from models.store.store import WRITES

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine, target: str = "head", scripts: Path = MIGRATIONS) -> None:
    """Run the migrations up to `target` in one transaction: all of it or nothing.

    What those of the program write otherwise than the journal says is journaled with it.
    """
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        if target != "head" or scripts != MIGRATIONS:
            run_migrations(connection, target, scripts)
            return
        # By name, as the journal stands above the store.
        journal: Any = import_module("models.journal.rebasing")
        damaged = journal.differing_before(connection)
        run_migrations(connection, target, scripts)
        journal.journal_upgrade(connection, damaged)


def run_migrations(connection: Connection, target: str, scripts: Path = MIGRATIONS) -> None:
    """Run the migrations over `connection`, inside the transaction that it is in."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, target)


def upgrade_file(engine: Engine, path: Path, found: str) -> Path:
    """Upgrade the file at `path` from revision `found`; returns the backup made before it.

    Raises `AppError` when the backup cannot be proven; the file is then untouched.
    """
    folder = backup_folder(path)
    backup = folder / f"{path.stem}-{BEFORE_UPGRADE}-{found}{path.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        prove_copy(path, backup, reason=UPGRADE)
    except SourceDamaged as error:
        raise data_file_damaged(path) from error
    except driver_errors(OSError) as error:
        raise AppError(
            f"Chưa nâng cấp tệp {path.name} vì không tạo được bản sao lưu an toàn.",
            "Hãy kiểm tra ổ đĩa còn chỗ trống rồi mở lại; tệp vẫn nguyên vẹn.",
        ) from error
    migrate(engine)
    return backup
