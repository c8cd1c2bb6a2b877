"""What the commands issued and verify take."""

from __future__ import annotations

import argparse
from pathlib import Path

from reports.catalog import FORMAT_NAMES, PDF
from ui.commandline.arguments import acts_of, typed_count


def issued_arguments(parser: argparse.ArgumentParser) -> None:
    """Issued documents by the id under which they are kept."""
    _listed, reprint, recall = acts_of(parser, "list", "reprint", "recall")
    for each in (reprint, recall):
        each.add_argument("id", type=typed_count)
    reprint.add_argument("--format", choices=tuple(FORMAT_NAMES), default=PDF)
    reprint.add_argument("--out", type=Path)
    reprint.add_argument("--overwrite", action="store_true")


def verify_arguments(parser: argparse.ArgumentParser) -> None:
    """A returned file; `--issued` names the document where it may be several."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--issued", type=typed_count)
