"""The process that reads one returned file and dies: `worker IN OUT SECONDS`.

From source it runs as `python -m reports.verifying.worker …`, in the frozen program as
`TienDo --verify-worker …`. It speaks through the file OUT only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from models.errors import AppError
from models.intake.reading.bounds import confine
from models.intake.reading.worker import CANNOT_WRITE
from reports.verifying.bounds import MEMORY, returned_damaged, returned_too_long
from reports.verifying.reading import read_content, returned_bytes
from reports.verifying.transfer import packed_content, packed_refusal


def verify_worker(arguments: list[str]) -> int:
    """Read one file and write the answer. 0 means that an answer was written."""
    source, answer, seconds = Path(arguments[0]), Path(arguments[1]), int(arguments[2])
    confine(MEMORY, seconds)
    try:
        told = packed_content(read_content(returned_bytes(source), source.name))
    except AppError as error:
        told = packed_refusal(error)
    except MemoryError:
        told = packed_refusal(returned_too_long(source.name))
    except Exception:
        told = packed_refusal(returned_damaged(source.name))
    try:
        answer.write_bytes(told)
    except OSError:
        return CANNOT_WRITE
    return 0


if __name__ == "__main__":
    status = verify_worker(sys.argv[1:])
    # What was built need not be taken apart.
    os._exit(status)
