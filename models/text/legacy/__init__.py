"""Text typed in the Vietnamese fonts of before Unicode: found, read and written back."""

from models.text.legacy.codec import (
    OLD_ENCODINGS,
    LegacyEncoding,
    convert,
    decode_legacy,
    encode,
    encoding_of_font,
    font_draws_capitals,
)
from models.text.legacy.detection import Detection, detect

__all__ = [
    "OLD_ENCODINGS",
    "Detection",
    "LegacyEncoding",
    "convert",
    "decode_legacy",
    "detect",
    "encode",
    "encoding_of_font",
    "font_draws_capitals",
]
