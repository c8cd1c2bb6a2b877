"""Makes the modules of packaging/ importable: they are scripts, not a package."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
for folder in ("windows", "licences", "frozen", "linux"):
    sys.path.append(str(ROOT / "packaging" / folder))
