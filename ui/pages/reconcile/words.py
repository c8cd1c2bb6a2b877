"""The sentences of the page Đối soát."""

from __future__ import annotations

from models.contests.mark_names import USUAL_NAMES, MarkNames
from models.contests.wording import without_command
from models.reconcile.records import (
    BOX_NAMES,
    AccountDecision,
    Box,
    ReconcilePlan,
    ReconcileResult,
    Who,
)
from models.reconcile.sentences import box_name
from models.reconcile.settled import SettledPlan
from models.records import Mark
from models.text.formats import inside_words, number, short_date
from ui.deciding.answers import UNDECIDED
from ui.notice import Notice, Tone

BOX_ORDER = (
    Box.REGRESSED,
    Box.MATCHED,
    Box.WRONG_UNIT,
    Box.NOT_ON_ROSTER,
    Box.NOT_REGISTERED,
    Box.UNCERTAIN,
)
IF_WRONG = "Nếu khớp nhầm người, chọn dòng rồi nhấn phím 2: tài khoản chuyển sang Cần quyết định."
BOX_HINTS: dict[Box, str] = {
    Box.REGRESSED: (
        "Lần trước nền tảng đã ghi nhận, lần này thì không. Dấu đã ghi được giữ nguyên; "
        "hãy hỏi lại đầu mối của thành phố."
    ),
    Box.MATCHED: f"Đúng người, đúng đơn vị. {IF_WRONG}",
    Box.WRONG_UNIT: (
        "Đúng người nhưng nền tảng ghi đơn vị khác. Vẫn được đánh dấu; khi ghi kết quả, mỗi người "
        f"có một phiếu sửa đơn vị. {IF_WRONG}"
    ),
    Box.NOT_ON_ROSTER: (
        "Có tài khoản trên nền tảng nhưng không có trong danh sách của xã. Người mới được đưa vào "
        "danh sách."
    ),
    Box.NOT_REGISTERED: "Có trong danh sách của xã nhưng tệp không ghi nhận.",
    Box.UNCERTAIN: (
        "Người chưa quyết định thì để nguyên. Dòng chưa rõ kết quả không đánh dấu ai, cho đến khi "
        "bạn ghi như nền tảng."
    ),
}
BOX_BELOW: dict[Box, str] = {
    Box.REGRESSED: "lần trước có, nay không",
    Box.MATCHED: "đúng người, đúng đơn vị",
    Box.WRONG_UNIT: "nền tảng ghi đơn vị khác",
    Box.NOT_ON_ROSTER: "tài khoản",
    Box.NOT_REGISTERED: "tệp không ghi nhận",
    Box.UNCERTAIN: "chưa rõ là ai hoặc kết quả nào",
}
SHORT_NAMES: dict[Box, str] = {**BOX_NAMES, Box.NOT_ON_ROSTER: "Ngoài danh sách"}
WHO_WORDS: dict[Who, str] = {
    Who.SAME: "Là người này",
    Who.AS_FOUND: "Không ghi kết quả",
    Who.NOT_THIS: "Đã bỏ khớp",
    Who.NOT_THEM: "Không phải ai",
    Who.NEW: "Đưa vào danh sách",
}
NEEDS_UNIT = "{count} người chưa rõ đơn vị: hãy gõ đơn vị ở ô bên dưới rồi nhấn Enter."
NEEDS_NAME = "{count} tài khoản không có họ tên nên không đưa vào danh sách được."
NOBODY_MARKED = "không đánh dấu thêm ai"
CHANGED_MEANWHILE = "Danh sách vừa thay đổi nên kết quả đối chiếu đã được tính lại."
RULE_CHANGED = "Cách tính điểm của cuộc thi vừa thay đổi nên kết quả đối chiếu đã được tính lại."
ALL_DECIDED = "Đã quyết định hết {count} dòng. Nhấn Enter để sang bước Ghi."
NONE_ASKED = "Không có dòng nào cần quyết định."
KEEP_OR_LEAVE = "Đang có kết quả đối soát chưa ghi."
KEEP_OR_LEAVE_ADVICE = "Hãy ghi kết quả, hoặc nhấn “Hủy đối soát”, rồi đưa tệp mới vào."


def decision_words(decision: AccountDecision | None) -> str:
    """What was decided of an account."""
    if decision is None or not decision.accepts:
        return UNDECIDED if decision is None else WHO_WORDS[decision.who]
    known = decision.who is Who.AS_FOUND
    return "Ghi kết quả" if known else f"{WHO_WORDS[decision.who]}, ghi kết quả"


def tie_out(plan: ReconcilePlan, names: MarkNames = USUAL_NAMES) -> str:
    """How rows, accounts and people come to the six boxes, in one line that adds up."""
    unsure = sum(entry.person is None for entry in plan.in_box(Box.UNCERTAIN))
    outside = len(plan.in_box(Box.NOT_ON_ROSTER))
    people = len(plan.entries) - unsure - outside
    sides = [f"{number(people)} người"]
    sides += [f"{number(outside)} ngoài danh sách"] if outside else []
    sides += [f"{number(unsure)} cần quyết định"] if unsure else []
    counts = plan.counts
    others = plan.in_other_units
    shown = {**counts, Box.NOT_REGISTERED: counts[Box.NOT_REGISTERED] - others}
    called = {box: inside_words(box_name(box, names, SHORT_NAMES)) for box in BOX_ORDER}
    boxes = [f"{number(shown[box])} {called[box]}" for box in BOX_ORDER if shown[box]]
    boxes += [f"{number(others)} thuộc đơn vị không có trong tệp"] if others else []
    unread = f" ({number(plan.unread)} dòng chưa đọc được)" if plan.unread else ""
    previous = f" So với: {plan.previous.rstrip('.')}." if plan.previous else ""
    sums = [" + ".join(sides), *([number(len(plan.entries))] if len(sides) > 1 else ())]
    return (
        f"{number(plan.rows)} dòng{unread} → {number(len(plan.accounts))} tài khoản; "
        f"{' = '.join((*sums, ' + '.join(boxes) or '0'))}.{previous}"
    )


def lacking_words(units: int, names: int) -> str:
    """What keeps accounts from being taken into the roster; "" when nothing does."""
    said = ((NEEDS_NAME, names), (NEEDS_UNIT, units))
    return " ".join(words.format(count=number(count)) for words, count in said if count)


def all_seen_before(plan: ReconcilePlan) -> bool:
    """Whether all files of the plan came in before."""
    return bool(plan.files) and all(file.imported_before for file in plan.files)


def remarks_of(standing: SettledPlan) -> list[str]:
    """What is to be said of the files, each thing once."""
    plan = standing.plan
    said = [file.imported_before for file in plan.files if file.imported_before]
    if all_seen_before(plan) and not (standing.registered or standing.failed or standing.completed):
        said.append("Đối soát lại tệp này không đánh dấu thêm ai.")
    remarks = (*said, *map(without_command, plan.remarks))
    return list(dict.fromkeys(f"{remark.rstrip('.')}." for remark in remarks))


def file_words(plan: ReconcilePlan) -> str:
    """ "Tệp “ketqua.xlsx”: 5 dòng, số liệu đến hết ngày 08/06/2026"."""
    rows = f"{number(plan.rows)} dòng"
    return f"Tệp {files_words(plan)}: {rows}, số liệu đến hết ngày {short_date(plan.as_of)}"


def decided_words(asked: int, waiting: int) -> str:
    """What is said where nothing waits for a decision any more."""
    if waiting:
        return ""
    return ALL_DECIDED.format(count=number(asked)) if asked else NONE_ASKED


def reconcile_notice(result: ReconcileResult, name: str, names: MarkNames = USUAL_NAMES) -> Notice:
    """What the message bar says when the result is written; `names` calls the marks."""
    if result.unchanged:
        words = f"{name}: không có gì thay đổi, mọi kết quả trong tệp đã được ghi từ trước."
        return Notice(words, tone=Tone.INFO)
    counts = {Mark.REGISTERED: result.newly_registered, Mark.COMPLETED: result.newly_completed}
    told = [f"{number(counts[mark])} người {names.done(mark)}" for mark in names.counted]
    if result.newly_failed:
        told.append(f"{number(result.newly_failed)} người {names.done(Mark.FAILED)}")
    marked = f"đánh dấu thêm {', '.join(told)}"
    anybody = result.newly_registered or result.newly_completed or result.newly_failed
    parts = [marked if anybody else NOBODY_MARKED]
    for count, what in (
        (result.new_people, "người mới vào danh sách"),
        (result.slips_opened, "phiếu sửa đơn vị mở mới"),
        (result.slips_reopened, "phiếu mở lại"),
        (result.slips_closed, "phiếu đã đóng"),
    ):
        if count:
            parts.append(f"{number(count)} {what}")
    return Notice(f"Đã đối soát {name}: {'; '.join(parts)}. Ctrl+Z để hoàn tác.", tone=Tone.DONE)


def files_words(plan: ReconcilePlan) -> str:
    """ "“ketqua.xlsx”", or how many files."""
    names = [file.name for file in plan.files]
    return f"“{names[0]}”" if len(names) == 1 else f"{number(len(names))} tệp"
