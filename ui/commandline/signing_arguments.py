"""What the commands signer and choices take."""

from __future__ import annotations

import argparse

from models.records.choices import PARTS
from ui.commandline.arguments import acts_of, typed_count

ISSUERS = ("ubnd", "vhxh")
"""Those of `models.office.issuer`, which would bring the database into every start."""
CHOSEN = ("issuer", "signer", "addressees", "recipients")


def signer_arguments(parser: argparse.ArgumentParser) -> None:
    """Who signs: each line of authority is a `--line` of its own."""
    listed, add, put, remove, use = acts_of(parser, "list", "add", "set", "remove", "use")
    listed.add_argument("--issuer", choices=ISSUERS)
    add.add_argument("--issuer", choices=ISSUERS, default=ISSUERS[0])
    put.add_argument("--issuer", choices=ISSUERS)
    for each in (put, remove, use):
        each.add_argument("id", type=typed_count)
    for each in (add, put):
        each.add_argument("--name", required=each is add)
        each.add_argument("--line", action="append", required=each is add)
        each.add_argument("--usual", action="store_true")


def choices_arguments(parser: argparse.ArgumentParser) -> None:
    """What is chosen for a kind of document; without options it is shown."""
    parser.add_argument("kind")
    parser.add_argument("--issuer", choices=ISSUERS)
    parser.add_argument("--signer", type=typed_count)
    parser.add_argument("--addressee", action="append", default=[])
    parser.add_argument("--recipient", action="append", default=[])
    parser.add_argument("--text", action="append", type=_part, default=[])
    parser.add_argument("--usual", action="append", choices=(*CHOSEN, *PARTS), default=[])


def _part(text: str) -> tuple[str, str]:
    """ "difficulties=Mạng yếu." as its part and its text; a line break is written \\n."""
    name, equals, words = text.partition("=")
    if not equals or name not in PARTS:
        told = ", ".join(PARTS)
        raise argparse.ArgumentTypeError(f"{text}: nội dung ghi như PHẦN=LỜI, PHẦN là {told}")
    return name, words.replace("\\n", "\n")
