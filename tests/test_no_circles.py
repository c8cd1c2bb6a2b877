"""No module of ours imports one that imports it, also not for its types alone."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import pytest

from tests.program import Module, modules


def name_of(module: Module) -> str:
    return module.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def imported(module: Module, known: set[str]) -> set[str]:
    """The modules of ours that it imports, wherever in it."""
    names = set[str]()
    for source, taken in module.imports:
        if source and taken:
            names |= {f"{source}.{each}" for each in taken} & known or {source}
    return names & known - {name_of(module)}


@pytest.mark.parametrize("package", ["ui", "reports", "models"])
def test_no_module_imports_one_that_imports_it(package):
    found = {name_of(each): each for each in modules() if each.path.startswith(f"{package}/")}
    sorter = TopologicalSorter({name: imported(each, set(found)) for name, each in found.items()})
    try:
        sorter.prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))
