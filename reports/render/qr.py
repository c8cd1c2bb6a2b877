"""QR codes (ISO/IEC 18004) as squares of light and dark, by reportlab's encoder."""

from __future__ import annotations

QUIET_ZONE = 4
"""So many light modules a reader needs around the code."""


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Rows of modules, True for dark, without the quiet zone; error correction M (15 %).

    The text is read back as UTF-8. Raises ValueError when it is too long for any code (about
    2.300 bytes).
    """
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte(text.encode("utf-8")))
    code.make()
    return tuple(tuple(bool(dark) for dark in row) for row in code.modules)
