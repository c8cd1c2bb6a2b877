"""Old-style compound files: what is inside, and opening encrypted workbooks with a password."""

from __future__ import annotations

from io import BytesIO

from models.intake.reading import refusals


def compound_streams(data: bytes, name: str) -> set[str]:
    """The names of the streams at the top of the compound file. Raises AppError."""
    import olefile  # type: ignore[import-untyped]

    try:
        with olefile.OleFileIO(BytesIO(data)) as compound:
            return {"/".join(path) for path in compound.listdir()}
    except (OSError, ValueError, IndexError, TypeError, RecursionError) as error:
        raise refusals.damaged(name) from error


def decrypted(data: bytes, name: str, password: str | None) -> bytes:
    """The plain workbook. Raises PasswordNeeded or another AppError."""
    if password is None:
        raise refusals.password_needed(name, wrong=False)
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    plain = BytesIO()
    try:
        locked = msoffcrypto.OfficeFile(BytesIO(data))
        locked.load_key(password=password, verify_password=True)
        locked.decrypt(plain)
    except InvalidKeyError as error:
        raise refusals.password_needed(name, wrong=True) from error
    except (DecryptionError, FileFormatError, NotImplementedError) as error:
        raise refusals.cannot_unlock(name) from error
    except (ValueError, OSError, KeyError, IndexError) as error:
        raise refusals.damaged(name) from error
    return plain.getvalue()
