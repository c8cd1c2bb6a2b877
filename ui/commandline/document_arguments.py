"""What the commands document and report take."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.papers.periods import EXAMPLES, PeriodCut, PeriodSpan, parse_period
from models.records.documents import Direction
from reports.catalog import FORMAT_NAMES, PDF
from ui.commandline.arguments import acts_of, typed_count, typed_day
from ui.commandline.figures_arguments import typed_moment
from ui.commandline.report_request import request_arguments

TEXTS = ("kind", "symbol", "issuer", "recipient", "subject", "task", "note")
DAYS = {"issued-on": "issued_on", "received-on": "received_on", "due": "due_on"}


def document_arguments(parser: argparse.ArgumentParser) -> None:
    """The register of documents in and out; a document is named by its symbol or its id."""
    listed, add, put, remove, answer, attach, save = acts_of(
        parser, "list", "add", "set", "remove", "answer", "attach", "save"
    )
    listed.add_argument("--direction", choices=[str(each) for each in Direction])
    listed.add_argument("--open", action="store_true")
    listed.add_argument("--as-of", type=typed_day)
    add.add_argument("--direction", choices=[str(each) for each in Direction], required=True)
    for each in (put, remove, answer, attach, save):
        each.add_argument("document")
    for each in (add, put):
        for name in TEXTS:
            each.add_argument(f"--{name}")
        for name, field in DAYS.items():
            each.add_argument(f"--{name}", dest=field, type=typed_day)
        each.add_argument("--attach", nargs="+", action="extend", type=Path, default=[])
    settled = put.add_mutually_exclusive_group()
    settled.add_argument("--settled", type=typed_day)
    settled.add_argument("--unsettled", action="store_true")
    put.add_argument("--frozen", type=typed_count)
    by = answer.add_mutually_exclusive_group(required=True)
    by.add_argument("--by")
    by.add_argument("--none", action="store_true")
    attach.add_argument("attach", nargs="+", type=Path)
    save.add_argument("--name", required=True)
    save.add_argument("--out", type=Path)
    save.add_argument("--overwrite", action="store_true")


def report_arguments(parser: argparse.ArgumentParser) -> None:
    """One document, or those of a stored definition."""
    parser.add_argument("kind", nargs="?")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--definitions", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--format", choices=tuple(FORMAT_NAMES), default=PDF)
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--as-of", type=typed_moment)
    when.add_argument("--period", type=_period)
    parser.add_argument("--cut", choices=[str(each) for each in PeriodCut])
    parser.add_argument("--unit", default="")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--overwrite", action="store_true")
    parser.add_argument("--freeze", action="store_true")
    parser.add_argument("--issue", action="store_true")
    parser.add_argument("--recall", action="store_true")
    stored = parser.add_mutually_exclusive_group()
    stored.add_argument("--stored")
    stored.add_argument("--store")
    stored.add_argument("--forget")
    parser.add_argument("--every", choices=[str(each) for each in PeriodSpan])
    parser.add_argument("--kinds", nargs="+")
    parser.add_argument("--formats", nargs="+", choices=tuple(FORMAT_NAMES))
    parser.add_argument("--since", type=typed_day)
    parser.add_argument("--until", type=typed_day)
    request_arguments(parser)


def _period(text: str) -> str:
    try:
        parse_period(text)
    except AppError as error:
        raise argparse.ArgumentTypeError(f"{text}: kỳ ghi theo dạng {EXAMPLES}") from error
    return text
