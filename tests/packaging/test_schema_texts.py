"""The tables that are known are those that the migrations make, and nobody writes them by hand."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "packaging" / "statements"))

from write_schema import MODULE, texts, written


def test_the_tables_of_each_revision_are_those_that_are_known():
    told = "Hãy chạy lại packaging/statements/write_schema.py"
    assert written(texts()) == MODULE.read_text("utf-8"), told
