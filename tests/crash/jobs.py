"""What a child of the fork server does: a script is played under interference, or judged after it."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

from models.errors import AppError
from tests.crash.judge import judged
from tests.crash.locks import make_tries_cheap, unlocked_by
from tests.crash.noticing import noticed, truths_of
from tests.crash.repertoire import play, prepare
from tests.crash.scene import BEGIN, Scene, Ticking, as_line, by_seed, state_of
from tests.crash.shim import Interference, Shim

AFTER_PREPARING = BEGIN + timedelta(hours=4)


def run_job(job: Mapping[str, Any], answer: int, started: int) -> None:
    """Do `job` and write lines of what came of it to the descriptor `answer`."""
    scene = Scene(Path(job["root"]), job["seed"])
    make_tries_cheap()
    with by_seed(scene, job["seed"]):
        JOBS[job["what"]](scene, job, answer, started)


def _prepare(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    prepare(job["kind"], scene)
    os.write(answer, as_line(state=state_of(scene.data), password=_password(scene)))


def _password(scene: Scene) -> str:
    """What opens the file now, asked without forgetting its key for long."""
    return unlocked_by(scene.data)


def _play(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    """Each act that is done is told at once; in a run for reference also the state after it."""
    shim, plan = Shim(), Interference(**job["plan"])
    log = os.open(job["log"], os.O_WRONLY | os.O_CREAT, 0o600) if job.get("log") else -1
    unlocked_by(scene.data)
    os.write(started, b"!")
    shim.watch(scene.root, log, plan)
    acts = play(job["kind"], scene, Ticking(AFTER_PREPARING))
    number, seconds, begin = 0, 0.0, time.perf_counter()
    try:
        for number, deed in enumerate(acts, start=1):
            seconds += time.perf_counter() - begin
            facts: dict[str, Any] = {"done": number, "words": deed.words}
            if deed.copy is not None:
                facts |= {"copy": deed.copy.name, "of_before": deed.of_before}
            facts |= {"gone": True} if deed.gone else {}
            if job["reference"]:
                with shim.paused():
                    facts |= {"state": state_of(scene.data), "password": _password(scene)}
            shim.note(str(number))
            os.write(answer, as_line(**facts))
            begin = time.perf_counter()
    except AppError as error:
        shim.rest()
        os.write(answer, as_line(refused=error.sentence, advice=error.advice, after=number))
    operations, writes = shim.counted()
    shim.rest()
    os.write(answer, as_line(operations=operations, writes=writes, seconds=seconds))


def _open(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    """Only opened and closed, which may be cut off as well."""
    from models.store.data_file import open_file

    shim = Shim()
    unlocked_by(scene.data)
    os.write(started, b"!")
    shim.watch(scene.root, -1, Interference(**job["plan"]))
    open_file(scene.data, Ticking(AFTER_PREPARING)).close()
    shim.rest()


def _judge(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    os.write(answer, as_line(**judged(scene)))


def _whole(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    os.write(answer, as_line(truths=truths_of(scene)))


def _damaged(scene: Scene, job: Mapping[str, Any], answer: int, started: int) -> None:
    os.write(answer, as_line(**noticed(scene, job["copy"], job["truths"])))


JOBS = {
    "prepare": _prepare,
    "play": _play,
    "open": _open,
    "judge": _judge,
    "damaged": _damaged,
    "whole": _whole,
}


def told(error: BaseException) -> bytes:
    """A line on what broke in a job."""
    return as_line(broke="".join(traceback.format_exception(error)))
