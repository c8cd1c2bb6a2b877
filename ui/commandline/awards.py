"""The command award: prizes of the table, and to whom they were given."""

from __future__ import annotations

import argparse
from typing import Any

from models.campaign.awards import award_book, edit_award, give_award, prize_ranked, remove_award
from models.errors import AppError
from models.records.awards import Award, AwardBook, AwardDraft
from models.roster.units import unit_named
from models.store.store import Store
from models.text.amounts import money_words
from models.text.formats import number, short_date
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.times import meant_by_phone, meant_by_uid


def award(arguments: argparse.Namespace) -> Outcome:
    """Give a prize, mend or take back what was written down, and tell all of them."""
    with opened(arguments) as file:
        if arguments.act == "add":
            give_award(file, _new(file, arguments))
        elif arguments.act == "set":
            edit_award(file, arguments.id, _mended(file, arguments))
        elif arguments.act == "remove":
            remove_award(file, arguments.id)
        book = award_book(file)
    return Outcome(_data(book), _text(book))


def _new(file: Store, arguments: argparse.Namespace) -> AwardDraft:
    return AwardDraft(
        prize_ranked(file, arguments.prize).id,
        *_whom(file, arguments),
        arguments.on,
        arguments.decision or "",
        arguments.note or "",
    )


def _mended(file: Store, arguments: argparse.Namespace) -> AwardDraft:
    found = next((each for each in award_book(file).awards if each.id == arguments.id), None)
    if found is None:
        raise AppError(
            f"Không có giải đã ghi nào mang mã {arguments.id}.",
            "Hãy xem mã bằng lệnh award list.",
        )
    whom = _whom(file, arguments)
    return AwardDraft(
        prize_ranked(file, arguments.prize).id if arguments.prize else found.prize_id,
        *(whom if any(whom) else (found.entry_id, found.person_id, found.unit_id)),
        arguments.on or found.given_on,
        found.decision if arguments.decision is None else arguments.decision,
        found.note if arguments.note is None else arguments.note,
    )


def _whom(file: Store, arguments: argparse.Namespace) -> tuple[int | None, int | None, int | None]:
    """The entry, the person, the unit: one of them where the arguments name one."""
    unit_id = unit_named(file, arguments.unit).id if arguments.unit else None
    return arguments.entry, _person(file, arguments), unit_id


def _person(file: Store, arguments: argparse.Namespace) -> int | None:
    if not (arguments.phone or arguments.uid):
        return None
    if arguments.uid:
        meant = meant_by_uid(file, arguments.uid)
    else:
        meant = meant_by_phone(file, arguments.phone, include_left=True)
    if len(meant.ids) != 1:
        raise AppError(
            f"Không tìm thấy người được trao giải: {'; '.join(meant.not_found)}.",
            "Hãy xem lại bằng lệnh people.",
        )
    return meant.ids[0]


def _data(book: AwardBook) -> dict[str, Any]:
    return {
        "prizes": [
            {
                "rank": each.rank,
                "count": each.count,
                "given": each.given,
                "amount": each.amount,
                "amount_words": money_words(each.amount),
            }
            for each in book.prizes
        ],
        "awards": [
            {
                "id": each.id,
                "rank": each.rank,
                "amount": each.amount,
                "kind": _kind(each),
                "to": each.to,
                "unit": each.unit,
                "given_on": each.given_on,
                "decision": each.decision,
                "note": each.note,
            }
            for each in book.awards
        ],
    }


def _kind(award: Award) -> str:
    if award.entry_id is not None:
        return "entry"
    return "person" if award.person_id is not None else "unit"


def _text(book: AwardBook) -> str:
    table = [
        f"{each.rank}: {number(each.given)}/{number(each.count)}, mỗi giải "
        f"{number(each.amount)} đồng ({money_words(each.amount)})"
        for each in book.prizes
    ]
    given = [f"  [{each.id}] {_line(each)}" for each in book.awards]
    return "\n".join([*(table or ["Cuộc thi chưa có cơ cấu giải thưởng."]), *given])


def _line(award: Award) -> str:
    told = (award.rank, award.to, award.unit, short_date(award.given_on), award.decision)
    return " · ".join(dict.fromkeys(filter(None, told)))
