"""A text without its marks within a statement: `search_fold` as the database calls it."""

from __future__ import annotations

import sqlite3
from typing import Any

from sqlalchemy import String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction

from models.text.names import search_fold


class SearchFolded(GenericFunction[str]):
    """`search_fold` of a text."""

    name = "search_folded"
    type = String()
    inherit_cache = True


@compiles(SearchFolded, "postgresql")
def _on_server(element: SearchFolded, compiler: SQLCompiler, **more: Any) -> str:
    text = compiler.process(element.clauses, **more)
    plain = f"regexp_replace(lower(normalize({text}, NFD)), '[\\u0300-\\u036f]', '', 'g')"
    return f"replace({plain}, 'đ', 'd')"


def know_folding(connection: sqlite3.Connection) -> None:
    """Let a connection to a file know the function."""
    connection.create_function("search_folded", 1, search_fold, deterministic=True)
