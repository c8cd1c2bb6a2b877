"""The PostgreSQL of the tests lives as long as the command that needs it, however that ends."""

from __future__ import annotations

import os
import select
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "server" / "with_server.sh"

pytestmark = pytest.mark.skipif(
    not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="PostgreSQL is not installed"
)


@pytest.mark.parametrize("code", [0, 3])
def test_the_server_goes_with_its_command_and_hands_on_its_code(code):
    told = 'test -S "$PGHOST/.s.PGSQL.5432" && echo "$PGHOST" && cat "$PGHOST/data/postmaster.pid"'
    done = subprocess.run(
        ["sh", str(SCRIPT), "sh", "-c", f"{told}; exit {code}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code, done.stderr
    host, number, *_ = done.stdout.splitlines()
    assert not Path(host).exists()
    assert _has_ended(int(number))


def _has_ended(process: int) -> bool:
    """Whether a process that is not ours has ended, or does so within seconds."""
    try:
        handle = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    ended, _, _ = select.select([handle], [], [], 10)
    os.close(handle)
    return bool(ended)
