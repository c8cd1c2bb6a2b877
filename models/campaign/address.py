"""How the head of a unit is addressed in a message: "đồng chí …, Hiệu trưởng Trường …"."""

from __future__ import annotations

from models.campaign.post_parts import parts_of
from models.campaign.posts import heading_post, names_more
from models.records import Contact, Unit
from models.text.names import match_key


def address_of(unit: Unit) -> str:
    """Whom a message to a unit greets: its head by name and post, else its leaders."""
    head = unit.head
    if head is None or not head.name:
        return f"đồng chí lãnh đạo {unit.name}"
    post = full_post(head, unit)
    return f"đồng chí {head.name}, {post}" if post else f"đồng chí {head.name} ({unit.name})"


def full_post(head: Contact, unit: Unit) -> str:
    """The post with the name of the unit, said once: "Trưởng phòng Kinh tế"; "" without a post."""
    parts = parts_of(head.position)
    if not parts:
        return ""
    heading = heading_post(head.position, unit.name, unit.kind)
    post = heading.written if heading is not None else parts[0]
    return joined_post(post, unit.name)


def joined_post(post: str, unit: str) -> str:
    """Post and unit as one: the words with which one ends and the other begins stand once.

    A post that names something of its own ("Chủ tịch UBND xã") stays as it is.
    """
    post_words, unit_words = post.split(), unit.split()
    post_keys, unit_keys = match_key(post).split(), match_key(unit).split()
    if _holds(post_keys, unit_keys[1:] or unit_keys):
        return post
    ends = (at for at in range(len(unit_keys), 0, -1) if post_keys[-at:] == unit_keys[:at])
    shared = next(ends, 0)
    if not shared and names_more(post):
        return post
    return " ".join([*post_words, *unit_words[shared:]])


def _holds(words: list[str], part: list[str]) -> bool:
    """Whether `words` hold `part`, in its order and unbroken."""
    return any(words[at : at + len(part)] == part for at in range(len(words)))
