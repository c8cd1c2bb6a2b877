"""Columns about a bank: its account numbers are no phones or logins, its branches no units.

Numbers under "Tài khoản" alone that do not begin as phones may be either, and stay open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from models.intake.shape.evidence.cells import Trait
from models.intake.shape.evidence.column import ColumnEvidence
from models.intake.shape.evidence.fit import are_written_out
from models.intake.shape.evidence.folding import fold_header, spoken_words
from models.intake.shape.evidence.vocabulary import Word
from models.intake.shape.evidence.wording import WORDS, said_by_words
from models.intake.shape.fields import Field
from models.intake.shape.mark_titles import MARK_FIELDS

_TITLE = re.compile(
    r"\b(?:ngan hang|nh|bank|stk|so tk|so tai khoan|atm|account (?:no|number)|iban)\b"
)
_BANK = re.compile(
    r"\b(?:ngan hang|\w*bank|bidv|acb|vib|mb|tpb|shb|scb|msb|vcb|vtb|tcb|nhno|nhnn|qtdnd)\b"
)
_BRANCH = re.compile(r"\b(?:chi nhanh|cn|phong giao dich|pgd|branch)\b")
_ANY = frozenset({"tai khoan", "tk", "account"})
"""Accounts of anything: a platform, or a bank."""

MOST = 0.6
A_PAYROLL = 2
"""So many columns of money make a list one of pay: accounts there are those of a bank."""


def without_banks(
    columns: Sequence[ColumnEvidence], weights: Mapping[int, dict[Field, float]]
) -> dict[int, dict[Field, float]]:
    """The weights, where what belongs to a bank is neither unit nor phone nor login."""
    banks = [column.index for column in columns if _is_of_bank(column)]
    of_pay = sum(_is_of_money(column) for column in columns) >= A_PAYROLL
    of_contest = any(column.title.best in MARK_FIELDS for column in columns)
    result = dict(weights)
    for column in columns:
        own = weights[column.index]
        if banks and _BRANCH.search(spoken_words(column.title.text)):
            result[column.index] = {f: w for f, w in own.items() if f is not Field.UNIT}
        elif _is_account(column):
            if of_pay or _beside(column, banks):
                result[column.index] = {Field.NATIONAL_ID: WORDS}
            elif (
                not of_contest
                and spoken_words(column.title.text) in _ANY
                and not are_written_out(column)
            ):
                result[column.index] = {}
    return result


def _is_of_bank(column: ColumnEvidence) -> bool:
    if _TITLE.search(spoken_words(column.title.text)):
        return True
    texts = [fold_header(cell) for cell in column.cells if isinstance(cell, str)]
    named = sum(bool(_BANK.search(text)) for text in texts)
    return bool(texts) and named > MOST * column.filled


def _is_account(column: ColumnEvidence) -> bool:
    """Whether a column holds numbers under a title that calls them no phones."""
    digits = column.share(Trait.DIGITS | Trait.NUMBER | Trait.IDENTITY)
    unknown = column.title.thing in {"", Field.LOGIN}
    return unknown and digits > MOST and column.share(Trait.SMALL) < 1 - MOST


def _is_of_money(column: ColumnEvidence) -> bool:
    said = said_by_words(column.title.text) if column.title.text else None
    return said is not None and said.thing == Word.MONEY


def _beside(column: ColumnEvidence, banks: Sequence[int]) -> bool:
    return any(abs(column.index - bank) == 1 for bank in banks)
