"""Neither logs nor crash reports hold a secret, or a word of the data."""

from __future__ import annotations

import ast
import logging
from pathlib import Path

from models.store.keyring import remember_key
from models.store.slots import new_slots
from tests.encrypted import CHEAP, PASSWORD
from ui.locking.renewing import Renewed
from ui.locking.set_dialog import NewKey
from ui.locking.trying import Tried
from ui.window.bugs import LOG_NAME, start_log

ROOT = Path(__file__).parents[3]
WORDS = {"debug", "info", "warning", "error", "exception", "critical"}


def test_what_is_handed_around_shows_no_secret_of_itself():
    slots, key, code = new_slots(PASSWORD, CHEAP)
    from models.safekeeping.passwords import PasswordChanged
    from models.store.converting_copies import CopiesConverted
    from reports.recovery_sheet import RecoverySheet

    sheet = RecoverySheet("xa.tiendo", "", clock_day(), slots.id, tuple(code.split("-")))
    told = [
        repr(NewKey(slots, key, sheet)),
        repr(Tried(remember_key(slots, key))),
        repr(Renewed(PasswordChanged(CopiesConverted(), code), sheet)),
    ]
    for secret in (code, *code.split("-"), key.hex(), repr(key), PASSWORD):
        assert not [each for each in told if secret in each]


def clock_day():
    from tests.conftest import clock

    return clock().date()


def test_a_bug_in_the_middle_of_a_try_is_logged_without_the_password(tmp_path):
    start_log(tmp_path)
    handler = logging.getLogger().handlers[-1]
    record = _broken(PASSWORD)
    handler.emit(record)
    handler.close()
    logging.getLogger().removeHandler(handler)
    written = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert "ValueError" in written
    assert PASSWORD not in written


def _broken(password):
    try:
        raise ValueError(f"sai: {password}")
    except ValueError as error:
        info = (type(error), error, error.__traceback__)
        return logging.LogRecord("x", logging.ERROR, "", 1, "it broke", (), info)


def test_what_is_logged_is_said_by_the_program_alone():
    """No value goes into the message of a log: paths and texts of errors may name people."""
    found = []
    for folder in ("models", "reports", "ui"):
        for module in (ROOT / folder).rglob("*.py"):
            text = module.read_text(encoding="utf-8")
            if "log." not in text:
                continue
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                    of = node.func.value
                    logs = isinstance(of, ast.Name) and of.id in ("log", "logging")
                    plain = len(node.args) == 1 and isinstance(node.args[0], ast.Constant)
                    if logs and node.func.attr in WORDS and not plain:
                        found.append(f"{module.name}:{node.lineno}")
    assert found == []
