"""Components 1 to 5 and 9a in Word: issuer and Quốc hiệu side by side, the title, Kính gửi."""

from __future__ import annotations

from collections.abc import Sequence

from reports.document import Document, Header, Title
from reports.profile import Profile, TextStyle
from reports.render.docx.markup import (
    Placing,
    TableBox,
    line,
    paragraph,
    points,
    shared_widths,
    table,
    table_row,
    twips,
    writable,
)
from reports.render.docx.styles import SIDE_BY_SIDE
from reports.render.lengths import line_length
from reports.render.lines import balanced_lines
from reports.render.text import (
    addressee_lines,
    annex_name,
    attached_words,
    number_line,
    place_date,
)

ADDRESSED = "Kính gửi:"


def head_markup(document: Document, profile: Profile, width: int) -> tuple[str, int]:
    """Everything above the content, and the free paper that the content keeps from it."""
    gaps = profile.gaps
    markup, lead = _columns(document.header, document.title, profile, width), gaps.below_header
    if not document.title.is_letter:
        markup += _title(document.title, profile, width, twips(lead))
        lead = gaps.below_title
    if document.addressees:
        markup += _addressees(document.addressees, profile, width, twips(lead))
        lead = gaps.below_addressees
    return markup, twips(lead)


def annex_head_markup(
    document: Document, index: int, profile: Profile, width: int
) -> tuple[str, int]:
    """Components of mục III.1 with a line under them, and the free paper below."""
    styles = profile.styles
    titles = [balanced(text, styles.annex_title, width) for text in document.annexes[index].title]
    attached = balanced(attached_words(document), styles.attached, width)
    length = line_length(attached[-1], styles.attached) * profile.subject_line
    markup = (
        line("PhuLuc", annex_name(document, index))
        + "".join(line("TieuDePhuLuc", "\n".join(lines)) for lines in titles)
        + line("KemTheo", "\n".join(attached))
        + _ruled("DuongKeTrichYeu", length, width)
    )
    return markup, twips(profile.gaps.below_annex_title)


def _columns(header: Header, title: Title, profile: Profile, width: int) -> str:
    """Components 1 to 4 as one table of two columns without borders."""
    widths = shared_widths(width, (profile.header_split, 1 - profile.header_split))
    rows = (
        (_issuer(header, profile, widths[0]), _nation(profile, widths[1])),
        (_number(header, title, profile, widths[0]), line("DiaDanh", place_date(header))),
    )
    boxes = [[TableBox(content) for content in row] for row in rows]
    return table(SIDE_BY_SIDE, widths, [table_row(row, widths) for row in boxes])


def _issuer(header: Header, profile: Profile, width: int) -> str:
    styles, room = profile.styles, width - points(profile.gaps.column_points)
    names = [("CoQuanBanHanh", name, styles.issuer) for name in header.issuer]
    if header.parent:
        names.insert(0, ("CoQuanChuQuan", header.parent, styles.parent))
    broken = [(key, balanced(text, style, room), style) for key, text, style in names]
    if not broken:
        return line("CoQuanBanHanh", "")
    length = line_length(broken[-1][1][-1], broken[-1][2]) * profile.issuer_line
    shown = "".join(line(key, "\n".join(lines)) for key, lines, _ in broken)
    return shown + _ruled("DuongKe", length, width)


def _nation(profile: Profile, width: int) -> str:
    length = line_length(profile.motto, profile.styles.motto)
    return (
        line("QuocHieu", profile.national_name)
        + line("TieuNgu", profile.motto)
        + _ruled("DuongKe", length, width)
    )


def _number(header: Header, title: Title, profile: Profile, width: int) -> str:
    """The number, and below it what a công văn is about."""
    number = line("SoKyHieu", number_line(header))
    if not title.is_letter:
        return number
    style = profile.styles.letter_subject
    lines = [
        part
        for text in title.subject
        for part in balanced(text, style, width - points(profile.gaps.column_points))
    ]
    return number + line("TrichYeuCongVan", "\n".join(lines))


def _title(title: Title, profile: Profile, width: int, lead: int) -> str:
    """Tên loại, the lines of the trích yếu, and the drawn line under them."""
    styles = profile.styles
    subjects = [balanced(text, styles.subject, width) for text in title.subject]
    shown = line("TenLoai", title.type_name, Placing(before=lead))
    shown += "".join(line("TrichYeu", "\n".join(lines)) for lines in subjects)
    if not subjects:
        return shown
    length = line_length(subjects[-1][-1], styles.subject) * profile.subject_line
    return shown + _ruled("DuongKeTrichYeu", length, width)


def _addressees(addressees: Sequence[str], profile: Profile, width: int, lead: int) -> str:
    """One alone in the middle; several one below the other, their dashes below the colon."""
    lines, style = addressee_lines(addressees), profile.styles.addressees
    if len(lines) == 1:
        words = f"{ADDRESSED} {lines[0]}"
        if twips(line_length(words, style)) <= width:
            return line("KinhGui", words, Placing("center", before=lead))
        return line("KinhGui", words, _hanging(profile.first_line_indent, ADDRESSED, style, lead))
    colon = profile.addressees_indent + line_length(ADDRESSED[:-1], style)
    placing = _hanging(colon, "-", style, 0)
    first = Placing(left=twips(profile.addressees_indent), before=lead)
    return line("KinhGui", ADDRESSED, first) + "".join(
        line("KinhGui", text, placing) for text in lines
    )


def _hanging(start: float, mark: str, style: TextStyle, lead: int) -> Placing:
    """From `start` millimetres on; further lines begin where the text does after its mark."""
    inset = twips(line_length(f"{mark} ", style))
    return Placing(left=twips(start) + inset, first=-inset, before=lead)


def balanced(text: str, style: TextStyle, width: int) -> list[str]:
    """A title in lines of like length for a column of `width` twips."""
    shown = writable(text).strip()
    return balanced_lines(shown, lambda part: twips(line_length(part, style)), width)


def _ruled(key: str, millimetres: float, width: int) -> str:
    """A drawn line of that length in the middle of a column: the border of a paragraph."""
    length = twips(millimetres)
    left = (width - length) // 2
    return paragraph(key, "", Placing(left=left, right=width - left - length))
