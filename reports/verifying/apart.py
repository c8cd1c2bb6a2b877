"""A returned file is read by a process of its own, with bounds on time and memory."""

from __future__ import annotations

from pathlib import Path

from models.intake.reading import launch
from models.intake.reading.refusals import no_room
from models.machine.long_paths import reachable
from reports.verifying.bounds import returned_damaged, returned_too_long, returned_too_slow
from reports.verifying.content import ReadContent
from reports.verifying.transfer import unpacked_content

SECONDS = 90
PLACE = launch.WorkerPlace("--verify-worker", "reports.verifying.worker")


def read_in_process(path: Path) -> ReadContent:
    """What stands in the file at `path`. Raises `AppError` for one that cannot be read.

    Whatever it holds, it brings down no more than the process that reads it.
    """
    try:
        answer = launch.run_worker(reachable(path), SECONDS, PLACE)
    except launch.WorkerTooSlow as error:
        raise returned_too_slow(path.name) from error
    except launch.NoRoom as error:
        raise no_room(path.name) from error
    except launch.WorkerStarved as error:
        raise returned_too_long(path.name) from error
    except launch.WorkerDied as error:
        raise returned_damaged(path.name) from error
    return unpacked_content(answer)
