"""The command purge: personal data of a closed contest, or of one person, goes for good."""

from __future__ import annotations

import argparse

from models.campaign.purging import purge_contest, purge_counts
from models.safekeeping.holding import holding_copies
from ui.calls.purging import copies_words, dropped_words, gone_lines, lasting_words, purged_words
from ui.commandline.files import opened
from ui.commandline.one_person import ASKED, drop_if_asked, purge_one
from ui.commandline.outcome import Outcome


def purge(arguments: argparse.Namespace) -> Outcome:
    """Purge what is named; without `--yes` tell what would go, and end with 1."""
    return purge_one(arguments) if arguments.contest is None else _purge_contest(arguments)


def _purge_contest(arguments: argparse.Namespace) -> Outcome:
    with opened(arguments) as file:
        if not arguments.yes:
            counts, swept = purge_counts(file, arguments.contest), None
        else:
            done = purge_contest(file, arguments.contest)
            counts, swept = done.counts, done.swept
        dropped = drop_if_asked(file, arguments)
        copies = () if dropped else holding_copies(file.path, file.clock())
    told: dict[str, object] = {
        "contest": counts.code,
        "purged": {} if swept is None else dict(counts.gone),
        "kept": dict(counts.kept),
        "backups": [each._asdict() for each in copies],
    }
    if dropped is not None:
        told |= {"backups_removed": dropped.gone, "backup": str(dropped.kept)}
    copies_told = copies_words(copies) if dropped is None else dropped_words(dropped)
    after = [*gone_lines(counts), lasting_words(counts), copies_told]
    if swept is None:
        told["would_purge"] = dict(counts.gone)
        return Outcome(told, "\n".join(["Sẽ xóa:", *after]), 1, (ASKED,))
    told["swept"] = swept
    return Outcome(told, "\n".join([purged_words(counts, swept=swept), *after]))
