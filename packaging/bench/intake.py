"""How well lists are read: right, asked or wrong for each, beside a saved baseline.

`python packaging/bench/intake.py [FOLDER …] [--generated 150] [--seed 1] [--save] [--keep DIR]`

A FOLDER holds lists and a `truth.json`: for each file what it `expect`s (people, none, ask), the
`unit_arg` to pass, and its `people` (name, phone, unit, birth, position; `…_ok` for what may stand
instead). *Right*: everybody as in the truth and nobody else. *Asked*: something was left open or
refused with a sentence, nothing wrong was written. *Wrong*: somebody missing without a word, merged
or invented, or a field that is not what the list says. Exits 1 when a list is wrong that the
baseline does not call wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from lists.judging import Case, Verdict, judge
from lists.layout import people_list
from lists.nobody import no_people
from lists.trial import Trial
from lists.writing import save

BASELINE = HERE / "intake_baseline.json"
ONE_IN = 12
"""So many generated lists, one names nobody."""


def main() -> int:
    """Try every list and print what became of it."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        trial = Trial(Path(name))
        cases = [case for folder in options.folders for case in lists_of_folder(folder)]
        made = options.keep or Path(name) / "lists"
        made.mkdir(parents=True, exist_ok=True)
        cases += generated_lists(options.generated, options.seed, made)
        if options.only:
            cases = [case for case in cases if case.label in options.only]
        verdicts = {}
        for case in cases:
            verdict = judge(case, trial)
            verdicts[case.label] = verdict
            if verdict.kind != "right" or options.verbose:
                print(
                    f"{case.label:<22}{verdict.kind:<7}{verdict.words}   [{case.traits}]",
                    flush=True,
                )
    return _sums(verdicts, save_them=options.save)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well lists are read.")
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--generated", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--keep", type=Path, help="where the generated lists stay")
    parser.add_argument("--save", action="store_true", help="make this run the baseline")
    parser.add_argument("-v", "--verbose", action="store_true")
    return parser.parse_args()


def lists_of_folder(folder: Path) -> list[Case]:
    """The lists of a folder with a truth."""
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return [Case.of_truth(folder / name, known) for name, known in truth.items()]


def generated_lists(count: int, seed: int, folder: Path) -> list[Case]:
    """So many made-up lists, written into `folder`."""
    cases = []
    for at in range(count):
        draw = Random(f"{seed}-{at}")
        label = f"made-{seed}-{at:03d}"
        made = (no_people if at % ONE_IN == ONE_IN - 1 else people_list)(draw, label)
        cases.append(Case.of_made(save(made, folder), made))
    return cases


def _sums(verdicts: dict[str, Verdict], *, save_them: bool) -> int:
    before = json.loads(BASELINE.read_text(encoding="utf-8")) if BASELINE.exists() else {}
    now = {label: verdict.kind for label, verdict in verdicts.items()}
    known = {label: kind for label, kind in before.items() if label in now}
    moved = [
        f"{label}: {known[label]} → {now[label]}" for label in known if known[label] != now[label]
    ]
    causes = Counter[str]()
    for verdict in verdicts.values():
        causes.update(verdict.causes)
    for cause, count in causes.most_common():
        print(f"  {count:>6} {cause}")
    sums, sums_before = Counter(now.values()), Counter(known.values())
    for kind in ("right", "asked", "wrong"):
        print(
            f"{kind:<7}{sums[kind]:>5} of {len(now)}   baseline {sums_before[kind]} of {len(known)}"
        )
    for line in moved:
        print(f"  {line}")
    if save_them:
        BASELINE.write_text(
            json.dumps(before | now, indent=0, sort_keys=True) + "\n", encoding="utf-8"
        )
    return int(any(k == "wrong" and before.get(label) != "wrong" for label, k in now.items()))


if __name__ == "__main__":
    sys.exit(main())
