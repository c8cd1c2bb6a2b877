"""How an entry stands and what became of it, in words for screens and commands."""

from __future__ import annotations

from models.campaign.words import moment_words
from models.records.entries import (
    CHANNEL_NAMES,
    JuryStanding,
    Presenting,
    Sending,
)
from models.text.formats import number, score_words


def sent_words(sent: Sending) -> str:
    """ "gửi lúc 16 giờ 30 ngày 18/06/2026 qua Zalo, chưa có minh chứng"."""
    proofs = f"{number(sent.proofs)} tệp minh chứng" if sent.proofs else "chưa có minh chứng"
    return f"gửi lúc {moment_words(sent.at)} qua {CHANNEL_NAMES[sent.channel]}, {proofs}"


def presented_words(presented: Presenting) -> str:
    """ "thuyết trình lúc 08 giờ 00 ngày 25/06/2026, Nguyễn Văn An, kết quả: đạt"."""
    parts = [f"thuyết trình lúc {moment_words(presented.at)}" if presented.at else "thuyết trình"]
    parts += [presented.presenter] if presented.presenter else []
    parts += [f"kết quả: {presented.result}"] if presented.result else []
    return ", ".join(parts)


def jury_words(standing: JuryStanding) -> str:
    """ "85,5 điểm, hạng 1 (bằng điểm với “Tra cứu”), còn thiếu điểm của Lê Thị Hoa"."""
    if standing.rank is None:
        return "chưa chấm"
    told = f"{score_words(standing.mean)} điểm, hạng {number(standing.rank)}"
    hint = standing_hint(standing)
    return f"{told} ({hint})" if hint else told


def standing_hint(standing: JuryStanding) -> str:
    """What is behind a rank: ties and who has not scored; "" when there is nothing to say."""
    told = []
    if standing.ties:
        titles = ", ".join(f"“{title}”" for title in standing.ties)
        told.append(f"bằng điểm với {titles}")
    if standing.missing:
        told.append(f"còn thiếu điểm của {', '.join(standing.missing)}")
    return "; ".join(told)
