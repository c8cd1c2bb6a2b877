"""Whether what is found after a crash is what an officer may rely on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.crash.stage import Reference


def faults_of(
    known: Reference, lines: Sequence[Mapping[str, Any]], found: Mapping[str, Any], *, more: int = 1
) -> list[str]:
    """What is lost or damaged, in words. `lines` is what was acknowledged, `found` what the next
    opening finds; of what was in flight, `more` acts may be there."""
    faults = [*found["faults"], *(each for each in found["flaws"] if each not in known.flaws)]
    faults += [f"hỏng trong khi làm: {each['broke']}" for each in lines if "broke" in each]
    done = [each for each in lines if "done" in each]
    number = len(done)
    if found["refused"]:
        faults.append(f"không mở được sau việc {number}: {found['refused']}")
    elif found["state"] not in known.states[number : number + more + 1]:
        at = [n for n, state in enumerate(known.states) if state == found["state"]]
        there = f"trạng thái của việc {at}" if at else "trạng thái lạ"
        faults.append(f"đã báo xong {number} việc, trong tệp là {there}")
    opened_by = known.passwords[number : number + more + 1]
    if found["password"] not in opened_by:
        faults.append(f"mở bằng mật khẩu “{found['password']}”, không phải một trong {opened_by}")
    if all(opened_by) and found["plain"]:
        faults.append("tên người nằm trong tệp không mã hóa")
    if any("gone" in each for each in done) and found["there"]:
        faults.append("tên người đã xóa hẳn còn trong tệp")
    for each in done:
        if "copy" in each:
            of = known.states[each["done"] - (1 if each["of_before"] else 0)]
            if found["copies"].get(each["copy"]) != of:
                faults.append(f"bản sao lưu {each['copy']} mất hoặc khác")
    return faults
