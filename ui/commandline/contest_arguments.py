"""What the command contest takes."""

from __future__ import annotations

import argparse

from ui.commandline.arguments import acts_of, typed_day


def contest_arguments(parser: argparse.ArgumentParser) -> None:
    """List, show or choose a contest, make one, set a part of it, close it or open it again."""
    names = ("list", "show", "use", "new", "set", "close", "reopen")
    _listed, _shown, use, new, set_, close, _reopen = acts_of(parser, *names)
    use.add_argument("code", nargs="?")
    new.add_argument("--name", default="")
    new.add_argument("--short-name", default="")
    new.add_argument("--from", dest="base", default="")
    new.add_argument("--starts", type=typed_day)
    new.add_argument("--ends", type=typed_day)
    new.add_argument("--platform", default="")
    new.add_argument("--link", default="")
    new.add_argument("--one-mark", action="store_true")
    new.add_argument("--registered-word", default="")
    new.add_argument("--completed-word", default="")
    set_.add_argument("key")
    set_.add_argument("value")
    close.add_argument("--on", type=typed_day)
