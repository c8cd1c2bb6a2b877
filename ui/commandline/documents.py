"""The command report: one document as a file, or everything of a date or a period."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.figures.frozen import freeze, refuse_day_to_come
from models.figures.notes import days_to_come
from models.machine.names import refuse_unusable_name
from models.papers.period_change import freeze_period
from models.records.frozen import FrozenReport
from models.records.moment import as_moment
from models.store.store import Store
from models.text.formats import number
from reports.catalog import AUDIENCE_NAMES, KINDS, file_name, kind_of
from reports.checking.check import check
from reports.compose import compose
from reports.document import Publication, figures_hash
from reports.exporting import export, refuse_format
from reports.gather.request import Request, settled
from ui.calls.bundle import not_made_words, save_bundle
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.recurring import asks_for_definition, period_asked, period_data, recurring
from ui.commandline.report_options import refuse_options_of_one
from ui.commandline.report_request import request_asked


def report(arguments: argparse.Namespace) -> Outcome:
    """Write one document, everything, or those of a stored definition; or name the kinds."""
    if arguments.list:
        return _kinds()
    if arguments.all:
        return _bundle(arguments)
    if asks_for_definition(arguments):
        refuse_options_of_one(arguments)
        with opened(arguments) as file:
            return recurring(file, arguments)
    kind = kind_of(arguments.kind or "").code
    refuse_format(kind, arguments.format)
    period = period_asked(arguments)
    if arguments.issue or arguments.recall:
        from ui.commandline.issued import issue_asked

        return issue_asked(arguments, kind, period)
    as_of = as_moment(arguments.as_of) if arguments.as_of else None
    with opened(arguments) as file:
        request = settled(file, request_asked(file, kind, period, arguments))
        if arguments.freeze and as_of:
            refuse_day_to_come(as_of.day, file.clock().date())
        document = compose(file, request)
        faults = check(file, request, document)
        path, digest = publish(
            file, document, request, arguments.format, arguments.out,
            overwrite=arguments.overwrite,
        )  # fmt: skip
        today = file.clock().date()
        told = period_data(file, request.period) if request.period else {}
        if arguments.freeze:
            told["frozen"] = _freeze(file, request).id
    notes = days_to_come(as_of.day if as_of else today, today)
    data = {
        "path": str(path),
        "kind": kind,
        "figures_hash": digest,
        "notes": notes,
        "faults": [
            {"code": each.code, "gravity": str(each.gravity), "what": each.sentence}
            for each in faults
        ],
    }
    said = (*notes, *(each.sentence for each in faults))
    return Outcome(data | told, f"Đã xuất {path}", warnings=said)


def _kinds() -> Outcome:
    kinds = [
        {
            "kind": kind.code,
            "name": kind.title,
            "formats": list(kind.formats),
            "audience": str(kind.audience),
            "of_units": kind.of_units,
            "of_period": kind.of_period,
        }
        for kind in KINDS
    ]
    width = max(len(kind.code) for kind in KINDS)
    lines = [
        f"{kind.code:<{width}}  {kind.title} ({AUDIENCE_NAMES[kind.audience].lower()}; "
        f"{', '.join(kind.formats)})"
        for kind in KINDS
    ]
    return Outcome({"kinds": kinds}, "\n".join(lines))


def _bundle(arguments: argparse.Namespace) -> Outcome:
    """Everything in one folder, and what there was no reason for."""
    if arguments.kind is not None:
        raise AppError(
            f"--all lập mọi văn bản nên không dùng cùng với “{arguments.kind}”.",
            "Hãy bỏ --all, hoặc bỏ tên văn bản.",
        )
    refuse_options_of_one(arguments)
    period = period_asked(arguments)
    as_of = as_moment(arguments.as_of) if arguments.as_of else None
    with opened(arguments) as file:
        made = save_bundle(file, arguments.out or Path.cwd(), as_of=as_of, period=period)
        told = period_data(file, period) if period else {}
    data = {
        "path": str(made.folder),
        "files": [
            {
                "path": str(each.path),
                "kind": each.kind,
                "unit": each.unit,
                "figures_hash": each.figures_hash,
            }
            for each in made.files
        ],
        "enclosed": [str(each) for each in made.enclosed],
        "skipped": [
            {"kind": each.kind, "name": each.title, "reason": each.reason} for each in made.skipped
        ],
    }
    lines = [f"Đã lưu {number(len(made.files))} tệp vào {made.folder}"]
    lines += not_made_words(made.skipped)
    return Outcome(data | told, "\n".join(lines))


def _freeze(file: Store, request: Request) -> FrozenReport:
    """Freeze the figures of a document that is issued."""
    title = kind_of(request.kind).title
    if request.period is not None:
        return freeze_period(file, request.period, title)
    return freeze(file, request.as_of, kind=request.kind, title=title)


def publish(
    file: Store,
    document: Publication,
    request: Request,
    fmt: str,
    out: Path | None,
    *,
    overwrite: bool = False,
) -> tuple[Path, str]:
    """Write the document of `request` to `out`: a file, a folder, or None for here.

    Returns the path and the hash of the figures.
    """
    target = out or Path.cwd()
    refuse_unusable_name(target)
    if not target.is_dir() and target.suffix.lower() != f".{fmt}":
        raise AppError(
            f"Tên tệp “{target.name}” không hợp với định dạng {fmt}.",
            f"Hãy đặt tên có đuôi .{fmt}, hoặc chọn định dạng khác bằng --format.",
        )
    if target.is_dir():
        target = target / file_name(document, fmt, file.clock())
    if target.exists() and not overwrite:
        raise AppError(
            f"Đã có tệp “{target}” nên chưa xuất văn bản.",
            "Hãy đặt tên khác bằng --out, hoặc thêm --overwrite để ghi đè.",
        )
    export(file, request, fmt, target, overwrite=overwrite, document=document)
    return target, figures_hash(document)
