"""The texts of the first page are those of what is declared now."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "packaging" / "statements"))

from write_texts import TARGET, module_text


def test_the_texts_are_those_of_what_is_declared():
    told = "Hãy chạy lại packaging/statements/write_texts.py"
    assert TARGET.read_text(encoding="utf-8") == module_text(), told
