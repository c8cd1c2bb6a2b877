"""Makes the sample workbooks and the truth about them that the tests compare with.

`python packaging/samples/make_samples.py` rewrites all three in place; with
`--out DIR` they go there instead.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from invented import STAFF_TYPES, UNITS
from registrations import Registration, register
from roster import SamplePerson, invent
from workbooks import write_registrations, write_roster

REPOSITORY = Path(__file__).resolve().parents[2]
ROSTER_NAME = "danh-sach-mau.xlsx"
REGISTRATIONS_NAME = "dang-ky-den-2026-06-08.xlsx"


def make(samples: Path, truth_file: Path) -> None:
    """Write both workbooks into `samples` and the truth into `truth_file`."""
    people = invent()
    registrations = register(people)
    rows = write_roster(samples / ROSTER_NAME, people)
    write_registrations(samples / REGISTRATIONS_NAME, registrations)
    truth = _truth(rows, registrations)
    text = json.dumps(truth, ensure_ascii=False, indent=1) + "\n"
    truth_file.write_text(text, encoding="utf-8", newline="\n")


def _truth(rows: dict[int, SamplePerson], registrations: list[Registration]) -> dict[str, object]:
    return {
        "commune": "Xã Kẻ Sặt",
        "total": len(rows),
        "units": Counter(person.unit.name for person in rows.values()),
        "unit_kinds": {unit.name: unit.kind for unit in UNITS},
        "headings": {unit.heading: unit.name for unit in UNITS},
        "people": [_person(row, person) for row, person in rows.items()],
        "registrations": [_registration(entry) for entry in registrations],
    }


def _person(row: int, person: SamplePerson) -> dict[str, object]:
    year_only = person.birth_form == "year"
    return {
        "row": row,
        "name": person.name,
        "unit": person.unit.name,
        "gender": person.gender,
        "birth": str(person.birth.year) if year_only else person.birth.isoformat(),
        "position": person.position,
        "staff_type": STAFF_TYPES[person.staff_type],
        "phone": person.phone,
        "note": person.note,
    }


def _registration(entry: Registration) -> dict[str, object]:
    done = entry.completed_on
    return {
        "name": entry.person.name,
        "unit": entry.person.unit.name,
        "phone": entry.person.phone,
        "platform_name": entry.platform_name,
        "platform_unit": entry.platform_unit,
        "wrong_unit": entry.platform_unit != entry.person.unit.name,
        "registered_on": entry.registered_on.isoformat(),
        "completed_on": done.isoformat() if done else None,
        "score": entry.score,
    }


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, help="a folder for all three files")
    out = parser.parse_args().out
    samples = out or REPOSITORY / "resources" / "samples"
    make(samples, (out or REPOSITORY / "tests" / "resources") / "truth.json")


if __name__ == "__main__":
    main()
