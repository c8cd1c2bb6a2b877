"""What the scores of a jury come to: means, ranks with ties, and who has not scored; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from models.records.entries import GivenScore, Juror, JuryStanding

_CENT = Decimal("0.01")


def mean_score(scores: Sequence[float]) -> float | None:
    """The mean, rounded half up to two digits as it is shown; None of no scores."""
    if not scores:
        return None
    total = sum((Decimal(str(each)) for each in scores), Decimal(0))
    return float((total / len(scores)).quantize(_CENT, ROUND_HALF_UP))


def jury_standings(
    scores: Mapping[int, Sequence[GivenScore]],
    titles: Mapping[int, str],
    jurors: Sequence[Juror],
) -> dict[int, JuryStanding]:
    """How each entry of `titles` (by id) stands.

    What is shown alike ranks alike: means are compared as they are rounded. The next rank after a
    tie of two leaves one out.
    """
    means = {each: mean_score([one.score for one in scores.get(each, ())]) for each in titles}
    known = [mean for mean in means.values() if mean is not None]
    return {
        each: JuryStanding(
            mean=mean,
            count=len(scores.get(each, ())),
            missing=_missing(scores.get(each, ()), jurors),
            rank=None if mean is None else 1 + sum(other > mean for other in known),
            ties=() if mean is None else _ties(each, mean, means, titles),
        )
        for each, mean in means.items()
    }


def _missing(given: Sequence[GivenScore], jurors: Sequence[Juror]) -> tuple[str, ...]:
    told = {one.juror_id for one in given}
    return tuple(juror.name for juror in jurors if juror.id not in told)


def _ties(
    own: int, mean: float, means: Mapping[int, float | None], titles: Mapping[int, str]
) -> tuple[str, ...]:
    return tuple(titles[each] for each, other in means.items() if each != own and other == mean)
