"""Writes the tables that each revision makes into `models/store/schema_texts.py`."""

from __future__ import annotations

import sys
import zlib
from base64 import b64encode
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import wrap

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from alembic.script import ScriptDirectory

from models.store.connection import make_engine
from models.store.driver import connected
from models.store.known_schema import schema_objects, schema_text
from models.store.upgrade import MIGRATIONS, migrate

MODULE = ROOT / "models" / "store" / "schema_texts.py"
HEAD = '''"""The tables of each revision, written by `packaging/statements/write_schema.py`."""

from __future__ import annotations

'''


def texts() -> list[bytes]:
    """What each revision makes, the earliest first."""
    found = []
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        engine = make_engine(path)
        for script in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())):
            migrate(engine, script.revision)
            with closing(connected(path, None)) as connection:
                found.append(schema_text(schema_objects(connection)))
        engine.dispose()
    return found


def written(all_texts: list[bytes]) -> str:
    """The module."""
    *earlier, newest = all_texts
    marks = "".join(f'    "{sha256(text).hexdigest()}",\n' for text in earlier)
    packed = b64encode(zlib.compress(newest, 9)).decode()
    lines = "".join(f'    "{line}"\n' for line in wrap(packed, 90))
    return (
        f"{HEAD}EARLIER = (\n{marks})\n"
        f'"""SHA-256 of the tables of earlier revisions, from the first on."""\n\n'
        f"NEWEST = (\n{lines})\n"
        '"""Those of the newest, compressed."""\n'
    )


def main() -> None:
    """Put them into the module."""
    MODULE.write_text(written(texts()), "utf-8")


if __name__ == "__main__":
    main()
