"""The figures of the corpus as the tables of docs/doi-chieu-ten.md: measured, never typed."""

from collections import Counter

from models.matching.finder import Finder
from models.matching.people import Tier
from tests.models.matching.commune import (
    ASKED,
    ASKED_IN_VAIN,
    NOBODY,
    RIGHT,
    STRANGER,
    WRONG,
    commune,
)
from tests.models.matching.corpus import people_pairs
from tests.models.matching.corpus_units import unit_pairs

NAMES = {
    Tier.SAME: "Tự nhận",
    Tier.LIKELY: "Hỏi cán bộ",
    Tier.DIFFERENT: "Không đề nghị",
}


def tables() -> str:
    people, units = people_pairs(), unit_pairs()
    parts = [_summary("Người", people), _summary("Đơn vị", units), _by_rule((*people, *units))]
    return "\n\n".join(parts)


def commune_table(seed: int) -> str:
    """What becomes of each kind of row of one made-up commune."""
    roster, cases = commune(seed)
    finder = Finder(roster, incoming=[case.row for case in cases], trust_units=False)
    kinds: dict[str, Counter] = {}
    for case in sorted(cases, key=lambda case: (case.kind == STRANGER, case.kind)):
        kinds.setdefault(case.kind, Counter())[case.outcome(finder)] += 1
    outcomes = (RIGHT, WRONG, ASKED, ASKED_IN_VAIN, NOBODY)
    lines = [
        "| Dòng trong tệp | Số dòng | Tự nhận đúng | Tự nhận sai | Hỏi, có người đúng "
        "| Hỏi thừa | Coi là người mới |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for kind, counts in kinds.items():
        shown = " | ".join(str(counts[each]) for each in outcomes)
        lines.append(f"| {kind} | {counts.total()} | {shown} |")
    return "\n".join(lines)


def percent(part, whole) -> str:
    return f"{100 * part / whole:.1f}%".replace(".", ",").replace(",0%", "%")


def _summary(what, pairs) -> str:
    taken = [pair for pair in pairs if pair.judged is Tier.SAME]
    right = sum(pair.expected is Tier.SAME for pair in taken)
    lines = [
        f"| {what}: bậc đúng | Số cặp | Xếp đúng bậc | Tỷ lệ tìm đúng (recall) |",
        "| --- | ---: | ---: | ---: |",
    ]
    for tier, name in NAMES.items():
        of_tier = [pair for pair in pairs if pair.expected is tier]
        found = sum(pair.judged is tier for pair in of_tier)
        share = percent(found, len(of_tier))
        lines.append(f"| {name} | {len(of_tier)} | {found} | {share} |")
    lines.append(
        f"| **Tổng cộng** | {len(pairs)} | {sum(p.judged is p.expected for p in pairs)} | |"
    )
    share = percent(right, len(taken))
    lines += ["", f"Số cặp máy tự nhận: {len(taken)}, trong đó đúng {right} (precision {share})."]
    return "\n".join(lines)


def _by_rule(pairs) -> str:
    rules: dict[tuple[Tier, str], Counter] = {}
    for pair in pairs:
        rules.setdefault((pair.expected, pair.rule), Counter())[pair.judged] += 1
    head = f"| Quy tắc | Bậc đúng | Số cặp | {' | '.join(NAMES.values())} |"
    lines = [head, "| --- | --- | ---: | ---: | ---: | ---: |"]
    for (tier, rule), judged in rules.items():
        counts = " | ".join(str(judged[each]) for each in NAMES)
        lines.append(f"| {rule} | {NAMES[tier]} | {judged.total()} | {counts} |")
    return "\n".join(lines)
