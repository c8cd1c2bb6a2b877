"""The composition root: opens the window, or runs one headless command."""

from __future__ import annotations

import os
import sys


def main(argv: list[str]) -> int:
    """Run the window when no command is named, else the command; returns the exit code.

    The frozen program also starts itself as the process that reads untrusted files.
    """
    if argv[:1] == ["--read-worker"]:
        from models.intake.reading.worker import main as read_worker

        return read_worker(argv[1:])
    if argv[:1] == ["--verify-worker"]:
        from reports.verifying.worker import verify_worker

        return verify_worker(argv[1:])
    from models.machine.given_secrets import taken_secrets
    from models.machine.portable import keep_temporary_files_home
    from models.machine.private import owner_only_from_now_on
    from ui.commandline.words import names_command

    owner_only_from_now_on()
    keep_temporary_files_home()

    if names_command(argv):
        from ui.commandline.run import run

        return run(argv)
    # What the window starts, such as a reader of PDF, must not inherit them.
    taken_secrets(os.environ)
    from ui.start.imports import import_unwatched

    import_unwatched()
    from ui.app import run_window

    return run_window(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
