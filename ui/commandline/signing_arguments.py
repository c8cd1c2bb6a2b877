"""What the command signer takes."""

from __future__ import annotations

import argparse

from ui.commandline.arguments import acts_of, typed_count

ISSUERS = ("ubnd", "vhxh")
"""Those of `models.office.issuer`, which would bring the database into every start."""


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
