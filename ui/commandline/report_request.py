"""What the command report asks for, as the request that every document is made of."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.office.issuer import ISSUER_NAMES
from models.office.signers import signers_of
from models.papers.periods import ReportPeriod
from models.records.choices import PARTS, DocumentChoices
from models.roster.units import unit_named
from models.store.store import Store
from models.text.formats import number
from models.text.names import match_key
from reports.gather.request import PAPER_SIZES, Request
from ui.commandline.arguments import typed_count, typed_day


def request_arguments(parser: argparse.ArgumentParser) -> None:
    """Who issues and signs, to whom it goes, what only the officer can write, and phones."""
    parser.add_argument("--issuer", choices=tuple(ISSUER_NAMES))
    parser.add_argument("--signer")
    parser.add_argument("--number", type=typed_count)
    parser.add_argument("--issued-on", type=typed_day)
    parser.add_argument("--addressee", action="append")
    parser.add_argument("--recipient", action="append")
    parser.add_argument("--text", action="append", default=[], metavar="PHẦN=LỜI")
    parser.add_argument("--full-phones", metavar="LÝ_DO")
    parser.add_argument("--paper", choices=PAPER_SIZES, default=PAPER_SIZES[0])


def request_asked(
    file: Store, kind: str, period: ReportPeriod | None, arguments: argparse.Namespace
) -> Request:
    """The document that the words of the command ask for.

    Raises `AppError` for a unit or a signer that the file does not have, and an unknown part.
    """
    unit_id = unit_named(file, arguments.unit).id if arguments.unit else None
    return Request(
        kind,
        arguments.as_of,
        unit_id,
        masked=arguments.full_phones is None,
        period=period,
        choices=DocumentChoices(
            issuer=arguments.issuer,
            signer=_signer(file, arguments.signer),
            addressees=tuple(arguments.addressee) if arguments.addressee else None,
            recipients=tuple(arguments.recipient) if arguments.recipient else None,
            texts=dict(map(_part, arguments.text)),
        ),
        number=arguments.number or None,
        issued_on=arguments.issued_on,
        reason=arguments.full_phones or "",
        paper=arguments.paper,
    )


def _signer(file: Store, name: str | None) -> int | None:
    """The id of the signer of that name or id."""
    if name is None:
        return None
    known = signers_of(file)
    found = [each for each in known if match_key(each.name) == match_key(name)]
    found = found or [each for each in known if str(each.id) == name]
    if len(found) == 1:
        return found[0].id
    names = "; ".join(f"{each.id}: {each.name} ({', '.join(each.lines)})" for each in known)
    what = f"Có {number(len(found))} người ký tên" if found else "Không có người ký"
    raise AppError(
        f"{what} “{name}”.", f"Hãy ghi mã: {names}." if names else "Hãy ghi người ký trước."
    )


def _part(text: str) -> tuple[str, str]:
    part, equals, words = text.partition("=")
    if part not in PARTS or not equals:
        raise AppError(
            f"Phần “{text}” ghi chưa đúng.",
            f"Hãy ghi như {PARTS[0]}=Lời văn; các phần: {', '.join(PARTS)}.",
        )
    # "@tệp.txt": longer than a command line takes.
    return part, _of_file(words) if words.startswith("@") else words


def _of_file(words: str) -> str:
    path = Path(words[1:])
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AppError(
            f"Không đọc được tệp “{path}”.", "Hãy lưu tệp dạng văn bản UTF-8 rồi làm lại."
        ) from error
