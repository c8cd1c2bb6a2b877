"""The grammar of the headless commands; wrong usage ends with code 2 and a Vietnamese sentence."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from models.records import Mark, ScoreRule, Status
from models.text.typed_numbers import doubt_words, read_decimal
from ui.commandline.arguments import named_people, shared_flags, typed_day
from ui.commandline.campaign_arguments import award_arguments, entry_arguments, task_arguments
from ui.commandline.check_arguments import check_arguments
from ui.commandline.complaints import in_vietnamese
from ui.commandline.contest_arguments import contest_arguments
from ui.commandline.document_arguments import document_arguments, report_arguments
from ui.commandline.figures_arguments import figures_arguments, freeze_arguments
from ui.commandline.given import refuse_typed, refuse_typed_secrets
from ui.commandline.issued_arguments import issued_arguments, verify_arguments
from ui.commandline.journal_arguments import (
    history_arguments,
    log_arguments,
    redo_arguments,
    undo_arguments,
)
from ui.commandline.package_arguments import open_package_arguments, package_arguments
from ui.commandline.password_arguments import password_arguments, recover_arguments
from ui.commandline.purge_arguments import person_arguments, purge_arguments
from ui.commandline.remind_arguments import heads_arguments, remind_arguments
from ui.commandline.signing_arguments import choices_arguments, signer_arguments
from ui.commandline.template_arguments import template_arguments
from ui.commandline.wording_arguments import wording_arguments
from ui.commandline.words import COMMANDS, HELP_FLAGS, help_text

PROGRAM = "main.py"


class _Parser(argparse.ArgumentParser):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "add_help": False, "allow_abbrev": False})

    def error(self, message: str) -> NoReturn:
        print(f"Câu lệnh chưa đúng ({in_vietnamese(message)}).", file=sys.stderr)
        print(f"Gõ {PROGRAM} --help để xem các lệnh.", file=sys.stderr)
        sys.exit(2)


def parse_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """The command and its options. Exits with 2 on wrong usage, with 0 after `--help`."""
    if any(word in HELP_FLAGS for word in argv):
        print(_help_for(argv))
        sys.exit(0)
    refuse_typed_secrets(argv)
    arguments = _parser().parse_args(argv)
    if getattr(arguments, "typed", None):
        refuse_typed()
    return arguments


def _help_for(argv: Sequence[str]) -> str:
    names = {name for name, _ in COMMANDS}
    named = next((word for word in argv if word in names), None)
    if named is None:
        return help_text(PROGRAM)
    parser = _parser()
    chosen = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return str(chosen.choices[named].format_usage()).replace("usage:", "Cách dùng:").strip()


@cache
def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog=PROGRAM)
    shared_flags(parser, fresh=True)
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    for name, words in COMMANDS:
        sub = commands.add_parser(name, prog=f"{PROGRAM} {name}", description=words)
        shared_flags(sub, fresh=False)
        _ARGUMENTS[name](sub)
    return parser


def _init(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--commune", required=True)
    parser.add_argument("--contest")


def _import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--sheet")
    parser.add_argument("--skip-sheet", action="append", default=[])
    parser.add_argument("--header", default="")
    parser.add_argument("--map", default="")
    parser.add_argument("--convert", action="store_true")
    parser.add_argument("--unit", default="")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--uncertain", choices=("skip", "new"), default="skip")
    parser.add_argument("--as-list", action="store_true")
    for proposed in ("--employment", "--moves", "--doubtful"):
        parser.add_argument(proposed, choices=("skip", "apply"), default="skip")
    parser.add_argument("--since", type=typed_day)
    parser.add_argument("--second-posts", action="store_true")


def _reconcile(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--convert", action="store_true")
    parser.add_argument("--as-of", type=typed_day)
    parser.add_argument("--rule", choices=[str(rule) for rule in ScoreRule])
    parser.add_argument("--pass-mark", type=_score)
    _attended(parser)
    units = parser.add_mutually_exclusive_group()
    units.add_argument("--unit", action="append")
    units.add_argument("--all-units", action="store_true")
    parser.add_argument("--dry-run", action="store_true")


def _attended(parser: argparse.ArgumentParser) -> None:
    """What a form or a meeting comes to, for this file."""
    counted = (Mark.REGISTERED, Mark.COMPLETED)
    parser.add_argument("--attended", choices=[str(mark) for mark in counted])
    parser.add_argument("--min-minutes", type=_score)


def _mark(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("mark", choices=[str(mark) for mark in Mark])
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument("--phone", nargs="+", action="extend", default=[])
    who.add_argument("--file", type=Path)
    who.add_argument("--by-score", action="store_true")
    parser.add_argument("--on", type=typed_day)
    parser.add_argument("--clear", action="store_true")
    _attended(parser)


def _exempt(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, parser_class=_Parser)
    add, end, shown = (acts.add_parser(name) for name in ("add", "end", "list"))
    for each in (add, end, shown):
        shared_flags(each, fresh=False)
        named_people(each, required=each is not shown)
    add.add_argument("--reason", required=True)
    since = add.add_mutually_exclusive_group()
    since.add_argument("--since", type=typed_day)
    since.add_argument("--on", type=typed_day)
    add.add_argument("--until", type=typed_day)
    add.add_argument("--note", default="")
    add.add_argument("--proof", default="")
    end.add_argument("--on", type=typed_day)
    shown.add_argument("--on", "--as-of", type=typed_day)


def _transfer(parser: argparse.ArgumentParser) -> None:
    named_people(parser)
    parser.add_argument("--unit", required=True)
    parser.add_argument("--mistake", action="store_true")
    parser.add_argument("--on", type=typed_day)


def _leave(parser: argparse.ArgumentParser) -> None:
    named_people(parser)
    parser.add_argument("--on", type=typed_day)
    parser.add_argument("--reason", default="")


def _return(parser: argparse.ArgumentParser) -> None:
    named_people(parser)
    parser.add_argument("--on", type=typed_day)


def _post(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, parser_class=_Parser)
    add, end, remove, shown = (acts.add_parser(n) for n in ("add", "end", "remove", "list"))
    for each in (add, end, remove, shown):
        shared_flags(each, fresh=False)
        named_people(each, required=each is not shown)
    for each in (add, end, remove):
        each.add_argument("--unit", required=True)
    remove.set_defaults(on=None)
    add.add_argument("--position", default="")
    since = add.add_mutually_exclusive_group()
    since.add_argument("--since", type=typed_day)
    since.add_argument("--on", type=typed_day)
    add.add_argument("--until", type=typed_day)
    end.add_argument("--on", type=typed_day)
    shown.add_argument("--on", type=typed_day)


def _people(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--unit", default="")
    parser.add_argument("--search", default="")
    parser.add_argument("--status", choices=[str(status) for status in Status])


def _restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--to", type=Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--yes", action="store_true")


def _backup(parser: argparse.ArgumentParser) -> None:
    place = parser.add_mutually_exclusive_group()
    place.add_argument("path", type=Path, nargs="?")
    place.add_argument("--known", action="store_true")


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True)


def _nothing(_parser: argparse.ArgumentParser) -> None:
    """A command without arguments of its own."""


def _score(text: str) -> float:
    score = read_decimal(text)
    if score is None or score < 0:
        told = f"{text}: điểm ghi như 5 hoặc 7,5; 0 là không có điểm đạt"
        raise argparse.ArgumentTypeError(doubt_words(text) or told)
    return score


_ARGUMENTS = {
    "init": _init,
    "import": _import,
    "reconcile": _reconcile,
    "mark": _mark,
    "exempt": _exempt,
    "transfer": _transfer,
    "leave": _leave,
    "return": _return,
    "post": _post,
    "figures": figures_arguments,
    "freeze": freeze_arguments,
    "people": _people,
    "report": report_arguments,
    "issued": issued_arguments,
    "verify": verify_arguments,
    "contest": contest_arguments,
    "entry": entry_arguments,
    "award": award_arguments,
    "task": task_arguments,
    "document": document_arguments,
    "remind": remind_arguments,
    "heads": heads_arguments,
    "signer": signer_arguments,
    "choices": choices_arguments,
    "wording": wording_arguments,
    "fill-template": template_arguments,
    "undo": undo_arguments,
    "redo": redo_arguments,
    "history": history_arguments,
    "log": log_arguments,
    "backup": _backup,
    "check": check_arguments,
    "person": person_arguments,
    "password": password_arguments,
    "recover": recover_arguments,
    "restore": _restore,
    "package": package_arguments,
    "open-package": open_package_arguments,
    "purge": purge_arguments,
    "demo": _demo,
    "self-check": _nothing,
}
