"""A process that has imported the program once and forks a child for each job.

It reads jobs as lines of JSON, and answers each with one line: what the child wrote, how it
ended, and how long it ran. A job with `plan.after` is killed after so many seconds.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Any

from tests.crash.jobs import run_job, told

HANGS_AFTER = 120.0


def _child(job: dict[str, Any], answer: int, started: int) -> None:
    code = 0
    try:
        run_job(job, answer, started)
    except BaseException as error:
        os.write(answer, told(error))
        code = 3
    finally:
        os._exit(code)


def _waited(process: int, seconds: float) -> bool:
    """Whether the child has ended within so many seconds."""
    ended = os.pidfd_open(process)
    try:
        return bool(select.select([ended], [], [], max(0.0, seconds))[0])
    finally:
        os.close(ended)


def _run(job: dict[str, Any]) -> dict[str, Any]:
    reading, answer = os.pipe()
    begun, started = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        _child(job, answer, started)
    os.close(answer)
    os.close(started)
    after = job.get("plan", {}).get("after")
    if after is not None:
        os.read(begun, 1)
    begin = time.perf_counter()
    lines = b""
    if after is not None:
        if not _waited(process, after):
            os.kill(process, signal.SIGKILL)
    elif not _waited(process, HANGS_AFTER):
        os.kill(process, signal.SIGKILL)
        lines = told(TimeoutError(f"{HANGS_AFTER} s"))
    _, status = os.waitpid(process, 0)
    took = time.perf_counter() - begin
    while part := os.read(reading, 1 << 16):
        lines += part
    os.close(reading)
    os.close(begun)
    ended = {"killed": os.WIFSIGNALED(status), "code": os.waitstatus_to_exitcode(status)}
    return {"lines": [json.loads(line) for line in lines.splitlines()], "took": took, **ended}


def _warm_up(kinds: Sequence[str]) -> None:
    """Do all of it once, so that no child has to import or compile what all of them need."""
    with tempfile.TemporaryDirectory() as folder:
        for kind in kinds:
            job = {
                "root": f"{folder}/{kind}",
                "seed": 0,
                "kind": kind,
                "plan": {},
                "reference": False,
            }
            for what in ("prepare", "play", "judge"):
                with open(os.devnull, "wb") as nowhere:
                    run_job({**job, "what": what}, nowhere.fileno(), nowhere.fileno())


def serve(kinds: Sequence[str]) -> None:
    """Answer until nobody asks any more."""
    _warm_up(kinds)
    # What is there stays: no child copies its pages only to look for what can go.
    gc.freeze()
    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(sys.argv[1:])
