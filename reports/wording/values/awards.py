"""Places of the draft decision on awards: who decides, about whom, how much money."""

from __future__ import annotations

from models.office.issuer import COMMITTEE
from reports.kinds.award_list import AwardsGiven, amount_words
from reports.occasion import Occasion
from reports.wording.places import WordingPlace, WordingValue

DECISION = "award-decision"
AWARD_PLACES = (
    WordingPlace(
        "thẩm quyền quyết định",
        "Người quyết định, viết hoa.",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ KẺ SẶT",
        (DECISION,),
    ),
    WordingPlace(
        "đối tượng khen thưởng",
        "Bao nhiêu tập thể, cá nhân, bài dự thi được khen thưởng.",
        "01 tập thể, 02 cá nhân và tác giả của 01 bài dự thi",
        (DECISION,),
    ),
    WordingPlace(
        "tổng tiền thưởng",
        "Tổng giá trị các giải bằng số và bằng chữ; không có tiền thưởng thì bỏ trống.",
        "18.000.000 đồng (bằng chữ: Mười tám triệu đồng)",
        (DECISION,),
    ),
)


def values_of_awards(occasion: Occasion, given: AwardsGiven) -> dict[str, WordingValue]:
    """The values of `AWARD_PLACES`."""
    issuer = occasion.issuer
    committee = issuer.profile == COMMITTEE
    head = "CHỦ TỊCH" if committee else "TRƯỞNG"
    return {
        "thẩm quyền quyết định": f"{head} {' '.join(issuer.lines)}",
        "đối tượng khen thưởng": _whom(given),
        "tổng tiền thưởng": amount_words(given.amount) if given.amount else "",
    }


def _whom(given: AwardsGiven) -> str:
    units = {each.unit_id for each in given.awards if each.unit_id is not None}
    people = {each.person_id for each in given.awards if each.person_id is not None}
    entries = {each.entry_id for each in given.awards if each.entry_id is not None}
    counted = (
        (units, "{:02d} tập thể"),
        (people, "{:02d} cá nhân"),
        (entries, "tác giả của {:02d} bài dự thi"),
    )
    told = [words.format(len(found)) for found, words in counted if found]
    return " và ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))
