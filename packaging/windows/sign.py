"""Signs a file with the command in the environment variable TIENDO_SIGN, where %1 is the file.

Without the variable nothing is signed: a documented, unsigned build with its SHA-256 beside it.
Example: `TIENDO_SIGN='signtool sign /fd sha256 /n "Our name" "%1"'`.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

VARIABLE = "TIENDO_SIGN"


def sign(path: Path) -> bool:
    """Sign in place; False when no command is named. Raises `CalledProcessError` if it fails."""
    command = os.environ.get(VARIABLE, "")
    if not command:
        return False
    named = str(path) if sys.platform == "win32" else shlex.quote(str(path))
    words = command.replace('"%1"', "%1").replace("%1", named)
    subprocess.run(words, shell=True, check=True, stdout=sys.stderr)
    return True


if __name__ == "__main__":
    sign(Path(sys.argv[1]))
