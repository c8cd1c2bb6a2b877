"""The data file that a command works on."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.machine.places import default_data_file
from models.store.data_file import DataFile, open_file


def data_path(arguments: argparse.Namespace) -> Path:
    """The file named by `--data`, else the user's own."""
    return arguments.data or default_data_file()


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[DataFile]:
    """The data file, open; closed at the end whatever happens."""
    file = open_file(data_path(arguments))
    try:
        yield file
    finally:
        file.close()
