"""Runs one headless command: 0 done, 1 a problem that the office can mend, 2 wrong usage."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from collections.abc import Sequence
from datetime import date
from typing import Any, TextIO

from models.errors import AppError, Broke
from models.machine.given_secrets import taken_secrets
from models.store.keyring import forget_keys
from ui.commandline.outcome import Outcome
from ui.commandline.parser import parse_arguments
from ui.commandline.table import command_named

log = logging.getLogger(__name__)

ROLLED_BACK = "Chương trình gặp lỗi ngoài dự kiến nên chưa làm được; dữ liệu không bị thay đổi."
WRITTEN = (
    "Đã ghi xong vào dữ liệu, nhưng chương trình gặp lỗi ngoài dự kiến khi trình bày kết quả; "
    "hãy xem lệnh history."
)
UNSHOWN = "Đã ghi xong vào dữ liệu, nhưng chưa trình bày được kết quả."
SEE_HISTORY = "Hãy xem lệnh history để biết việc nào đã được ghi."
UNKNOWN = f"Chương trình gặp lỗi ngoài dự kiến nên chưa làm xong. {SEE_HISTORY}"


def run(argv: Sequence[str]) -> int:
    """Run the command that `argv` names; returns the exit code."""
    _give_streams()
    secrets = taken_secrets(os.environ)
    arguments = parse_arguments(argv)
    arguments.secrets = secrets
    try:
        return _run(arguments)
    finally:
        forget_keys()


def _run(arguments: argparse.Namespace) -> int:
    try:
        outcome = command_named(arguments.command)(arguments)
    except AppError as error:
        print(str(error), file=sys.stderr)
        return 1
    except Broke as error:
        _log(error.damage)
        print(_words_of(error), file=sys.stderr)
        if not error.written:
            return 1
        # What was asked for is done: it must not look as if it had failed.
        outcome = Outcome({"written": True})
    except Exception:
        from ui.commandline.files import damage_behind

        damage = damage_behind(arguments)
        _log(damage)
        print(UNKNOWN if damage is None else f"{damage} {SEE_HISTORY}", file=sys.stderr)
        return 1
    for warning in outcome.warnings:
        print(warning, file=sys.stderr)
    _say(_json(outcome.data) if arguments.json else outcome.text)
    return outcome.exit_code


def _log(damage: AppError | None) -> None:
    """Write down what was not expected: a bug, unless the data is damaged."""
    if damage is None:
        log.exception("a command broke")
    else:
        log.warning("a command stumbled over damaged data", exc_info=True)


def _words_of(broke: Broke) -> str:
    if broke.damage is not None:
        return f"{UNSHOWN} {broke.damage}"
    return WRITTEN if broke.written else ROLLED_BACK


def _say(text: str) -> None:
    """Print the answer; who reads it may stop before its end (`… | head`)."""
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def _give_streams() -> None:
    """A windowed program on Windows has no streams, and a console may not be UTF-8."""
    for name in ("stdout", "stderr"):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.getLogger().addHandler(logging.NullHandler())


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
