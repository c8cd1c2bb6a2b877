"""The command report: one document as a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.errors import AppError
from models.figures.frozen import freeze, refuse_day_to_come
from models.figures.notes import days_to_come
from models.machine.names import refuse_unusable_name
from models.papers.period_change import freeze_period
from models.records.frozen import FrozenReport
from models.roster.units import unit_named
from models.store.store import Store
from reports.catalog import KINDS, file_name, kind_of
from reports.compose import compose
from reports.document import figures_hash
from reports.gather.request import Request
from reports.publish import write_document
from ui.commandline.files import opened
from ui.commandline.outcome import Outcome
from ui.commandline.recurring import asks_for_definition, period_asked, period_data, recurring


def report(arguments: argparse.Namespace) -> Outcome:
    """Write one document, or those of a stored definition; or name the kinds there are."""
    if arguments.list:
        kinds = [{"kind": kind.code, "title": kind.title} for kind in KINDS]
        width = max(len(kind.code) for kind in KINDS)
        text = "\n".join(f"{kind.code:<{width}}  {kind.title}" for kind in KINDS)
        return Outcome({"kinds": kinds}, text)
    if asks_for_definition(arguments):
        with opened(arguments) as file:
            return recurring(file, arguments)
    kind = kind_of(arguments.kind or "").code
    period = period_asked(arguments)
    with opened(arguments) as file:
        unit_id = unit_named(file, arguments.unit).id if arguments.unit else None
        request = Request(kind, arguments.as_of, unit_id, period=period)
        if arguments.freeze:
            refuse_day_to_come(arguments.as_of, file.clock().date())
        path, digest = publish(
            file, request, arguments.format, arguments.out, overwrite=arguments.overwrite
        )
        today = file.clock().date()
        told = period_data(file, period) if period else {}
        if arguments.freeze:
            told["frozen"] = _freeze(file, request).id
    notes = days_to_come(arguments.as_of or today, today)
    data = {"path": str(path), "kind": kind, "figures_hash": digest, "notes": notes}
    return Outcome(data | told, f"Đã xuất {path}", warnings=notes)


def _freeze(file: Store, request: Request) -> FrozenReport:
    """Freeze the figures of a document that is issued."""
    title = kind_of(request.kind).title
    if request.period is not None:
        return freeze_period(file, request.period, title)
    return freeze(file, request.as_of, kind=request.kind, title=title)


def publish(
    file: Store, request: Request, fmt: str, out: Path | None, *, overwrite: bool = False
) -> tuple[Path, str]:
    """Write the document to `out` (a file, a folder, or None for here); path and figures hash."""
    document = compose(file, request)
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
    return write_document(document, fmt, target, overwrite), figures_hash(document)
