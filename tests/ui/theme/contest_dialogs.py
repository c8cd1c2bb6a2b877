"""The dialogs of the page Cuộc thi, made over a room of `test_number_pad`."""

from __future__ import annotations

from datetime import date
from itertools import count

from models.contests.blueprints import preset_contest
from models.contests.levels import levels_in_force
from models.figures.closing import Held
from models.records.documents import Direction, DocumentDraft, RegisteredDocument
from models.records.entries import ContestEntry, Juror
from models.records.publicity import TaskDraft, UsualTask
from models.records.purging import PurgeCounts
from ui.calls.purging import PurgeLook
from ui.frozen.dialog import FrozenDialog
from ui.frozen.freeze_dialog import FreezeDialog
from ui.pages.contest.awards_dialog import AwardsDialog, awards_look
from ui.pages.contest.closing import CloseQuestion
from ui.pages.contest.document_answer import AnswerDialog
from ui.pages.contest.document_dialog import DocumentDialog
from ui.pages.contest.entry_dialog import EntryDialog
from ui.pages.contest.jury_dialog import JuryDialog
from ui.pages.contest.new_dialog import NewContestDialog
from ui.pages.contest.purging import PurgeQuestion
from ui.pages.contest.retention_dialog import RetentionDialog
from ui.pages.contest.scores_dialog import ScoresDialog
from ui.pages.contest.sending_dialog import PresentingDialog, SendingDialog
from ui.pages.contest.settings_dialog import ContestSettings
from ui.pages.contest.stages_dialogs import LevelDialog, PrizeDialog, StageDialog
from ui.pages.contest.task_dialog import TaskDialog
from ui.pages.contest.usual_dialog import UsualTasksDialog

TODAY = date(2026, 6, 8)
CONTEST = preset_contest("ai-2026")
LETTER = RegisteredDocument(1, DocumentDraft(Direction.IN))
ENTRY = ContestEntry(1, 2, 1, "Phòng Kinh tế", "Trợ lý ảo")
PURGE = PurgeLook(PurgeCounts("ai-2026", "AI 2026", {"participations": 3}, {"people": 3}), ())
JURY = (Juror(1, "Trần Văn An"),)
_TIMES = count(1)


def usual_tasks() -> tuple[UsualTask, ...]:
    """One that the file does not have yet: what is added by Enter is not added twice."""
    return (UsualTask(TaskDraft(f"Phát loa lần {next(_TIMES)}"), "", added=False),)


CONTEST_MAKERS = {
    "AnswerDialog": lambda r: AnswerDialog(LETTER, (), r.host),
    "AwardsDialog": lambda r: AwardsDialog(r.desk, r.units, awards_look(r.desk.file), None, r.host),
    "CloseQuestion": lambda r: CloseQuestion(CONTEST, Held(3, 0, 0), r.host),
    "ContestSettings": lambda r: ContestSettings(CONTEST, TODAY, r.host),
    "DocumentDialog": lambda r: DocumentDialog(r.desk, Direction.IN, None, r.host),
    "EntryDialog": lambda r: EntryDialog(r.desk, r.units, 2, None, r.host),
    "FreezeDialog": lambda r: FreezeDialog(TODAY, r.host),
    "FrozenDialog": lambda r: FrozenDialog(r.desk, r.host),
    "JuryDialog": lambda r: JuryDialog(r.desk, JURY, 100, r.host),
    "LevelDialog": lambda r: LevelDialog(CONTEST, levels_in_force(CONTEST)[1], r.host),
    "NewContestDialog": lambda r: NewContestDialog(r.desk, r.host),
    "PresentingDialog": lambda r: PresentingDialog(r.desk, ENTRY, r.host),
    "PrizeDialog": lambda r: PrizeDialog(CONTEST, CONTEST.prizes[0], r.host),
    "PurgeQuestion": lambda r: PurgeQuestion(PURGE, r.host),
    "ScoresDialog": lambda r: ScoresDialog(r.desk, ENTRY, JURY, 100, r.host),
    "RetentionDialog": lambda r: RetentionDialog(CONTEST, TODAY, r.host),
    "SendingDialog": lambda r: SendingDialog(r.desk, ENTRY, r.host),
    "StageDialog": lambda r: StageDialog(CONTEST, CONTEST.stages[0], TODAY, r.host),
    "TaskDialog": lambda r: TaskDialog(r.desk, r.units, None, r.host),
    "UsualTasksDialog": lambda r: UsualTasksDialog(r.desk, usual_tasks(), r.host),
}
