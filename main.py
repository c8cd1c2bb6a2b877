"""The composition root: opens the window, or runs one headless command."""

from __future__ import annotations

import multiprocessing
import sys


def main(argv: list[str]) -> int:
    """Run the window when no command is named, else the command; returns the exit code."""
    from ui.commandline.words import names_command

    if names_command(argv):
        from ui.commandline.run import run

        return run(argv)
    from ui.app import run_window

    return run_window(argv)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))
