"""A period, or a second post, of a person in words."""

from __future__ import annotations

from models.records import Post
from models.records.periods import PERIOD_NAMES, Period
from models.text.formats import days_words


def period_words(period: Period) -> str:
    """ "Không thuộc đối tượng: Nghỉ thai sản, từ 01/06/2026 đến hết 04/06/2026 (Quyết định …)"."""
    named = ": ".join(filter(None, (PERIOD_NAMES[period.kind], period.words)))
    grounds = "; ".join(filter(None, (period.grounds.proof, period.grounds.note)))
    told = f"{named}, {days_words(period.since, period.until)}"
    return f"{told} ({grounds})" if grounds else told


def post_words(post: Post) -> str:
    """ "Thủ quỹ · Công an xã, từ 01/06/2026"; without days only what and where."""
    what = " · ".join(filter(None, (post.position, post.unit)))
    days = days_words(post.since, post.last_day) if post.since or post.until else ""
    return ", ".join(filter(None, (what, days)))
