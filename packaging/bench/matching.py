"""How well people and units are recognised: recall and precision beside a saved baseline.

`python packaging/bench/matching.py [CORPUS …] [--save] [--seed 1] [--people 3000] [--generated 60]`

Every corpus holds cases whose truth is known, nobody of them real: hard pairs, whole communes in
which everybody is written in another way, lists, exports of a platform, texts of messages, names
of units. *Right* and *wrong* are taken without asking, *asked* offers the right one, *missed* does
not; of those who are nobody here, *apart* are left alone and *vain* are asked about all the same.
Recall is the share that is surely right, *reached* counts who is offered as well, precision is the
share of the sure that is right; Δ is against the baseline, and each case that changed is named.
Exits 1 when something sure is wrong that was not before, or when recall falls. `--save` makes this
run the baseline. A CORPUS is one of those that `--list` names, as far as it is measured alone.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE)]

from corpora import exports, lists_read, people, texts, unit_names
from corpora.outcomes import Corpus
from corpora.scores import HEAD, Scores, changed, line, load, save, scores_of, together, worse
from intake import generated_lists, lists_of_folder

BASELINE = HERE / "matching_baseline.json"
SEEDS = (1,)

Makers = dict[str, Callable[[], Iterable[Corpus]]]


def makers(options: argparse.Namespace, folder: Path) -> Makers:
    """What measures each group of corpora; names of groups are words for the command."""
    seed = options.seed
    return {
        "pairs": lambda: (people.pairs(), unit_names.pairs()),
        "namesakes": lambda: people.namesakes(SEEDS),
        "people": lambda: (people.others_writing(800, seed),),
        "duplicates": lambda: (people.doubled(800, seed),),
        "units": lambda: (unit_names.spellings(seed, 3), unit_names.gathered(seed)),
        "texts": lambda: (texts.golden(folder), texts.lines(folder, 600, seed)),
        "planned": lambda: lists_read.planned(folder, 400, seed),
        "twins": lambda: lists_read.taken_in(
            "twins of real lists", lists_of_folder(HERE / "twins"), folder / "twins"
        ),
        "generated": lambda: lists_read.taken_in(
            "generated lists",
            generated_lists(options.generated, seed, folder),
            folder / "generated",
        ),
        "exports": lambda: (
            exports.export(folder, options.people, seed).corpus,
            exports.golden(folder, 532, 1_500),
        ),
    }


def main() -> int:
    """Measure and compare."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        known = makers(options, Path(name))
        chosen = options.corpora or list(known)
        if options.list or set(chosen) - set(known):
            print(*known, sep="\n")
            return int(not options.list)
        scores = scores_of(corpus for each in chosen for corpus in known[each]())
    why = report(scores, load(options.baseline))
    if options.save:
        save(options.baseline, scores)
    return int(bool(why))


def report(scores: Scores, before: Scores) -> list[str]:
    """Print the table, what changed, and what got worse; returns the last."""
    print(HEAD)
    for name, score in scores.items():
        print(line(name, score, before.get(name)), flush=True)
    for about in ("people", "units"):
        measured = together(scores.values(), about)
        kept = [before[name] for name in scores if name in before]
        print(line(f"all: {about}", measured, together(kept, about) if kept else None))
    why = []
    for name, score in scores.items():
        for each in changed(score, before.get(name)):
            print(f"  {name}: {each}")
        why += [f"{name}: {each}" for each in worse(score, before.get(name))]
    for each in why:
        print(f"WORSE {each}")
    return why


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How well people and units are recognised.")
    parser.add_argument("corpora", nargs="*")
    parser.add_argument("--list", action="store_true", help="name the corpora")
    parser.add_argument("--people", type=int, default=3_000, help="of the platform's export")
    parser.add_argument("--generated", type=int, default=60, help="generated lists")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save", action="store_true", help="make this run the baseline")
    parser.add_argument("--baseline", type=Path, default=BASELINE)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
