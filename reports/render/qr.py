"""QR codes (ISO/IEC 18004) as squares of light and dark, by reportlab's encoder."""

from __future__ import annotations

from functools import lru_cache

from models.errors import AppError
from models.text.formats import number

QUIET_ZONE = 4
"""So many light modules a reader needs around the code."""
MOST_BYTES = 2_000


@lru_cache(64)
def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True for dark, without the quiet zone; error correction M (15 %).

    The text is read back as UTF-8. Raises `AppError` when it is too long for a code.
    """
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    content = text.encode("utf-8")
    if len(content) > MOST_BYTES:
        raise AppError(
            f"Nội dung của mã QR dài {number(len(content))} byte, quá mức một mã QR chứa được.",
            "Hãy dùng đường liên kết ngắn hơn.",
        )
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(content))
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
