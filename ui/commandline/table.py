"""Where each command stands; only the module of the one that is asked for is imported."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module

from ui.commandline.outcome import Outcome

CommandCall = Callable[[argparse.Namespace], Outcome]

_PLACES = {
    "init": ("setup", "init"),
    "import": ("lists", "take_list"),
    "reconcile": ("reconcile", "reconcile"),
    "mark": ("marks", "mark"),
    "exempt": ("times", "exempt"),
    "transfer": ("times", "move"),
    "leave": ("times", "leave"),
    "return": ("times", "come_back"),
    "post": ("posts", "post"),
    "figures": ("numbers", "show_figures"),
    "freeze": ("numbers", "freeze_figures"),
    "people": ("roster", "people"),
    "report": ("documents", "report"),
    "contest": ("contests", "contest"),
    "entry": ("entries", "entry"),
    "award": ("awards", "award"),
    "task": ("tasks", "task"),
    "document": ("register", "document"),
    "remind": ("remind", "remind"),
    "heads": ("remind", "heads"),
    "signer": ("signers", "signer"),
    "issued": ("issued", "issued"),
    "verify": ("issued", "verify"),
    "choices": ("choosing", "choices"),
    "wording": ("wordings", "wording"),
    "fill-template": ("city_template", "fill_city_template"),
    "undo": ("journal", "undo"),
    "redo": ("journal", "redo"),
    "history": ("journal", "history"),
    "log": ("activity", "log"),
    "backup": ("safety", "backup"),
    "check": ("check", "check"),
    "person": ("one_person", "person"),
    "password": ("password", "password"),
    "recover": ("password", "recover"),
    "restore": ("bringing_back", "restore"),
    "package": ("packing", "package"),
    "open-package": ("packing", "open_handover"),
    "purge": ("purge", "purge"),
    "demo": ("rehearsal", "demo"),
    "self-check": ("rehearsal", "self_check"),
}
MODULES = sorted({f"ui.commandline.{module}" for module, _ in _PLACES.values()})
"""What no import statement names: the recipe of the frozen program asks for it."""


def command_named(name: str) -> CommandCall:
    """The command of that name, imported only now."""
    module, function = _PLACES[name]
    command: CommandCall = getattr(import_module(f"ui.commandline.{module}"), function)
    return command
