"""One word for one thing: a public name is that of its subject, in one module alone."""

from __future__ import annotations

from collections import defaultdict

from tests.program import modules


def test_no_name_of_a_public_type_stands_in_two_modules() -> None:
    found = defaultdict[str, list[str]](list)
    for module in modules():
        for name in module.types:
            if name[0].isupper() and not name.isupper():
                found[name].append(module.path)
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}


PROTOCOLS = {"scan_sheets"}
"""Written once for each kind of file: whoever reads it takes the module, not the function."""

NAMED_OTHERWISE = ("ui/commandline/", "models/store/migrations/")
"""A function here is called like the command that runs it, or as migrations ask for it."""


def test_no_name_of_a_public_function_stands_in_two_modules() -> None:
    found = defaultdict[str, list[str]](list)
    for module in modules():
        if not module.path.startswith(NAMED_OTHERWISE):
            for name in module.functions:
                if not name.startswith("_"):
                    found[name].append(module.path)
    twice = {name: paths for name, paths in found.items() if len(paths) > 1}
    assert {name: paths for name, paths in twice.items() if name not in PROTOCOLS} == {}
