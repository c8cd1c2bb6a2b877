"""The process that parses one untrusted file and dies: `worker IN OUT SECONDS [plainly]`.

From source it runs as `python -m models.intake.reading.worker …`, in the frozen program as
`TienDo --read-worker …` (main.py must come here before it imports anything else).
It speaks through the file OUT only, since a windowed program on Windows has no pipes.
"""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from typing import Any

from models.errors import AppError
from models.intake.reading import bounds, refusals, transfer
from models.intake.reading.parse import parse_file, parse_plainly
from models.intake.reading.raw import RawSheet

MEMORY = 900 * 2**20
PASSWORD_VARIABLE = "TIENDO_WORKBOOK_PASSWORD"
"""Not an argument: those are visible to everybody in the list of processes."""

PLAINLY = "plainly"
"""The last argument when calamine has already failed on the file."""

CANNOT_WRITE = 3
"""The exit code when the disk has no room for the answer."""

PROGRESS_SUFFIX = ".progress"


def main(arguments: list[str]) -> int:
    """Read one file and write the answer. 0 means that an answer was written."""
    source, answer, seconds = arguments[0], arguments[1], int(arguments[2])
    name = os.path.basename(source)
    password = os.environ.pop(PASSWORD_VARIABLE, None)
    bounds.confine(MEMORY, seconds)
    # The process is short and what it builds has no cycles: collecting only costs time.
    gc.disable()
    try:
        header, sheets = _read(source, answer, password, plainly=PLAINLY in arguments[3:])
    except AppError as error:
        header, sheets = _told(error), []
    except PermissionError:
        header, sheets = _told(refusals.locked(name)), []
    except MemoryError:
        header, sheets = _told(refusals.too_large(name)), []
        header["starved"] = True
    except BaseException:
        header, sheets = _told(refusals.damaged(name)), []
        header["broken"] = True
    try:
        with open(answer, "wb") as stream:
            transfer.write_answer(stream, header, sheets)
    except OSError:
        return CANNOT_WRITE
    return 0


def _read(
    source: str, answer: str, password: str | None, *, plainly: bool
) -> tuple[dict[str, Any], list[RawSheet]]:
    name = os.path.basename(source)
    with open(source, "rb") as stream:
        data = stream.read()

    def notify(done: int, total: int) -> None:
        with open(answer + PROGRESS_SUFFIX, "w", encoding="ascii") as progress:
            progress.write(f"{done}/{total}")

    if plainly:
        parsed = parse_plainly(data, name)
    else:
        parsed = parse_file(data, name, password, notify)
    digest = hashlib.sha256(data).hexdigest()
    header = {"kind": parsed.kind, "sha256": digest, "remarks": parsed.remarks}
    return header, parsed.sheets


def _told(error: AppError) -> dict[str, Any]:
    password = isinstance(error, refusals.PasswordNeeded)
    wrong = isinstance(error, refusals.PasswordNeeded) and error.wrong
    return {
        "error": [error.sentence, error.advice],
        "password": password,
        "wrong": wrong,
    }


if __name__ == "__main__":
    status = main(sys.argv[1:])
    # What was built need not be taken apart cell by cell.
    os._exit(status)
