"""Who issues a document: the two profiles of domain practice, filled with the commune's name."""

from __future__ import annotations

from sqlalchemy import select

from models.office.whose import the_commune
from models.records import Commune, Issuer, Signer
from models.store.schema import signers
from models.store.store import Store

COMMITTEE, OFFICE = "ubnd", "vhxh"
ISSUER_NAMES = {COMMITTEE: "Ủy ban nhân dân", OFFICE: "Phòng Văn hóa - Xã hội"}

# Decree 30/2020, appendix I: who signs for whom, each on its own line.
SIGNER_TEMPLATES: dict[str, tuple[tuple[str, ...], ...]] = {
    COMMITTEE: (
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH"),
        ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ("CHỦ TỊCH",),
        ("Q. CHỦ TỊCH",),
        ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ("TL. CHỦ TỊCH", "KT. TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI", "PHÓ TRƯỞNG PHÒNG"),
        ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
    ),
    OFFICE: (
        ("TRƯỞNG PHÒNG",),
        ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
        ("Q. TRƯỞNG PHÒNG",),
        ("TUQ. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"),
    ),
}


def issuer_of(data_file: Store, profile: str = COMMITTEE, signer_id: int | None = None) -> Issuer:
    """The issuer of documents from this file, with the signer of that id if it is one of it.

    Otherwise the one who usually signs; without any the usual authority and no name.
    """
    commune = the_commune(data_file)
    own = select(signers).where(signers.c.issuer == profile)
    with data_file.reading() as connection:
        row = connection.execute(own.where(signers.c.id == signer_id)).first()
        row = row or connection.execute(own.where(signers.c.current)).first()
    signer = Signer(tuple(row.lines.split("\n")), row.name) if row else None
    return make_issuer(commune, profile, signer)


def make_issuer(commune: Commune, profile: str, signer: Signer | None = None) -> Issuer:
    """The issuer of that profile: "ubnd" (the People's Committee) or "vhxh" (the office)."""
    committee = profile == COMMITTEE
    symbol = "UBND" if committee else "VHXH"
    return Issuer(
        profile=profile,
        parent="" if committee else f"UBND {commune.name.upper()}",
        lines=("ỦY BAN NHÂN DÂN", commune.name.upper())
        if committee
        else ("PHÒNG VĂN HÓA - XÃ HỘI",),
        place=commune.place,
        symbols={
            "BC": f"BC-{symbol}",
            "KH": f"KH-{symbol}",
            "TB": f"TB-{symbol}",
            "TTr": f"TTr-{symbol}",
            "QĐ": f"QĐ-{symbol}",
            "CV": "UBND-VHXH" if committee else "VHXH",
        },
        signer=signer or Signer(SIGNER_TEMPLATES[profile][0]),
        words=f"Ủy ban nhân dân {commune.lower_name}"
        if committee
        else f"Phòng Văn hóa - Xã hội {commune.lower_name}",
    )
