"""Writes `models/store/texts.py`: the text of each statement that is run without SQLAlchemy."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]

from sqlalchemy import Boolean, Date, DateTime, Select
from sqlalchemy.dialects import sqlite

TARGET = ROOT / "models" / "store" / "texts.py"
DECLARING = (
    "models.roster.declared",
    "models.contests.declared",
    "models.office.declared",
    "models.journal.declared",
)
HEAD = '''"""The texts of the statements that the first page asks. Written by
`packaging/statements/write_texts.py`; what they say is changed where they are declared.
"""

from __future__ import annotations

from models.store.prepared import Prepared
'''


def main() -> None:
    """Write the module anew."""
    TARGET.write_text(module_text(), encoding="utf-8")


def module_text() -> str:
    """The module as it must be for what is declared now."""
    made = [entry(module, name, each) for module in DECLARING for name, each in found(module)]
    return "\n".join([HEAD, *made])


def found(module: str) -> list[tuple[str, Select[Any]]]:
    """The public statements that a module declares, in its order."""
    values = vars(import_module(module)).items()
    return [(name, each) for name, each in values if isinstance(each, Select) and name.isupper()
            and not name.startswith("_")]  # fmt: skip


def entry(module: str, name: str, statement: Select[Any]) -> str:
    """One constant: ROSTER_KEYS for `KEYS` of `models.roster.declared`."""
    made = statement.compile(dialect=sqlite.dialect(paramstyle="named"))
    constants = {key: value for key, value in made.params.items() if value is not None}
    columns = tuple(column.key for column in statement.selected_columns)
    kinds = {at: kind for at, column in enumerate(statement.selected_columns)
             if (kind := kind_of(column.type))}  # fmt: skip
    lines = [
        f"{module.split('.')[1].upper()}_{name} = Prepared(",
        f'    declared="{module}.{name}",',
        '    text="""',
        *(line.rstrip() for line in made.string.splitlines()),
        '""",',
        f"    constants={constants!r},".replace("'", '"'),
        *listed(columns),
        f"    kinds={kinds!r},".replace("'", '"'),
        ")",
        "",
    ]
    return "\n".join(lines)


def listed(columns: tuple[str, ...]) -> list[str]:
    """The names of the columns as the formatter leaves them."""
    if len(columns) == 1:
        return [f'    columns=("{columns[0]}",),']
    return ["    columns=(", *(f'        "{column}",' for column in columns), "    ),"]


def kind_of(type_: object) -> str:
    """How a value of the driver becomes what SQLAlchemy would give; "" when it stays."""
    for kind, name in ((DateTime, "datetime"), (Date, "date"), (Boolean, "bool")):
        if isinstance(type_, kind):
            return name
    return ""


if __name__ == "__main__":
    main()
