"""Made-up letters and reports with every kind of block, for the tests of renderers."""

from __future__ import annotations

from dataclasses import replace

from models.records import Signer
from reports.blocks import (
    Chart,
    ChartKind,
    Paragraph,
    ParagraphStyle,
    QrCode,
    Series,
    TextRun,
    paragraph_of,
)
from reports.document import (
    Align,
    Annex,
    CellKind,
    Document,
    Header,
    Orientation,
    RowStyle,
    Share,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from tests.reports.samples import AS_OF, ISSUER, commune_figures

CONTEST = "Cuộc thi “Ứng dụng AI trong thực thi nhiệm vụ của các cơ quan hành chính”"
LINK = (
    "https://onetouch.mic.gov.vn/khoa-hoc/cuoc-thi-ung-dung-ai-trong-thuc-thi-nhiem-vu-cua-cac-co-"
    "quan-hanh-chinh"
)
ADDRESSEES = (
    "Các phòng chuyên môn thuộc UBND xã",
    "Trung tâm Phục vụ hành chính công xã",
    "Trung tâm Dịch vụ sự nghiệp công xã",
    "Các trường học, trạm y tế trên địa bàn xã",
    "Cán bộ, công chức, viên chức, người lao động thuộc UBND xã",
)
LONG_PARAGRAPH = (
    f"Thực hiện Công văn số 2291/SKHCN-TTTT ngày 06/6/2026 của Sở Khoa học và Công nghệ thành phố "
    f"Hải Phòng về việc triển khai {CONTEST}; nhằm đẩy mạnh Phong trào “Bình dân học vụ số”, nâng "
    "cao nhận thức, kỹ năng ứng dụng trí tuệ nhân tạo (AI) trong thực thi công vụ của đội ngũ cán "
    "bộ, công chức, viên chức trên địa bàn xã."
)


def header(symbol: str = "UBND-VHXH") -> Header:
    """The head of the commune's committee, with blank number and day."""
    return Header(
        "",
        ISSUER.lines,
        "Kẻ Sặt",
        AS_OF,
        blank_day=True,
        symbol=symbol,
        issuer_words="Ủy ban nhân dân xã Kẻ Sặt",
    )


def reminder(addressees: tuple[str, ...] = ADDRESSEES, paragraphs: int = 5) -> Document:
    """A công văn with so many numbered paragraphs."""
    numbered = tuple(
        paragraph_of(
            TextRun(
                f"{i}. Thủ trưởng các phòng chuyên môn, đơn vị sự nghiệp, hiệu trưởng các trường "
            ),
            TextRun("khẩn trương quán triệt, tuyên truyền và đôn đốc 100%", bold=True),
            TextRun(
                " cán bộ, công chức, viên chức thuộc đơn vị mình quản lý đăng ký tham gia học tập "
            ),
            TextRun("(gửi kèm thể lệ)", italic=True),
            TextRun("."),
        )
        for i in range(1, paragraphs + 1)
    )
    return Document(
        kind="reminder-letter",
        stem="CongVanDonDoc_KeSat",
        header=header(),
        title=Title("", (f"V/v đôn đốc tham gia {CONTEST}",)),
        body=(
            Paragraph(LONG_PARAGRAPH),
            paragraph_of(
                TextRun("Để bảo đảm đến hết ngày "),
                TextRun("10/6/2026", bold=True),
                TextRun(" hoàn thành chỉ tiêu "),
                TextRun("100%", bold=True),
                TextRun(" cán bộ, công chức tham gia, UBND xã yêu cầu:"),
            ),
            *numbered,
            Paragraph(
                f"Cán bộ, công chức, viên chức tham gia học tập trực tuyến tại địa chỉ: {LINK}"
            ),
            QrCode(LINK, "Mã QR cuộc thi"),
            Paragraph("Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện./."),
        ),
        figures=commune_figures(),
        signature=Signer(("Q. CHỦ TỊCH",), "Trần Thị Minh Khuê"),
        recipients=("Như trên", "Lưu: VT, VHXH"),
        addressees=addressees,
        annexes=(low_units(), low_units(Orientation.LANDSCAPE, 60)),
        type_words="Công văn",
    )


def low_units(orientation: Orientation = Orientation.PORTRAIT, rows: int = 12) -> Annex:
    """A table of units with groups of columns."""
    columns = (
        TableColumn("STT", 10, CellKind.INTEGER),
        TableColumn("Đơn vị", 60, align=Align.LEFT),
        TableColumn("Tổng số CBCCVC, NLĐ", 24, CellKind.INTEGER),
        TableColumn("Số lượng", 20, CellKind.INTEGER, group="Đã đăng ký"),
        TableColumn("Tỷ lệ", 20, CellKind.PERCENT, group="Đã đăng ký"),
        TableColumn("Ghi chú", 30, align=Align.LEFT),
    )
    lines = tuple(
        TableRow(
            (
                i,
                f"Trường Tiểu học và Trung học cơ sở số {i}",
                40 + i,
                i % 9,
                Share(i % 9, 40 + i),
                "",
            )
        )
        for i in range(1, rows + 1)
    )
    total = TableRow((None, "Tổng cộng", 40 * rows, 9, Share(9, 40 * rows), ""), RowStyle.TOTAL)
    return Annex(
        ("DANH SÁCH ĐƠN VỊ CÓ TỶ LỆ THẤP",),
        (
            Paragraph("Đơn vị tính: người", ParagraphStyle.UNIT_OF_MEASURE),
            Table(columns, (*lines, total), numbered=True),
            Paragraph("Ghi chú: tỷ lệ tính trên số người thuộc đối tượng.", ParagraphStyle.NOTE),
        ),
        orientation,
    )


def result_report() -> Document:
    """A báo cáo with parts, clauses, căn cứ and both kinds of chart."""
    days = tuple(f"{day:02d}/6" for day in range(1, 31))
    registered = tuple(min(1.0, 0.01 * day * day / 6) for day in range(30))
    completed = tuple(share * 0.6 if at < 24 else None for at, share in enumerate(registered))
    units = commune_figures().units
    return replace(
        reminder(("Sở Khoa học và Công nghệ thành phố Hải Phòng",)),
        kind="result-report",
        header=header("BC-UBND"),
        title=Title(
            "BÁO CÁO",
            (f"Kết quả triển khai {CONTEST}", "(số liệu tính đến ngày 08 tháng 6 năm 2026)"),
        ),
        type_words="Báo cáo",
        body=(
            Paragraph(
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
                ParagraphStyle.BASIS,
            ),
            Paragraph(LONG_PARAGRAPH),
            Paragraph("I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI", ParagraphStyle.PART),
            Paragraph("1. Văn bản đã ban hành", ParagraphStyle.CLAUSE),
            Paragraph(LONG_PARAGRAPH),
            Paragraph("II. KẾT QUẢ", ParagraphStyle.PART),
            Chart(
                ChartKind.LINE,
                "Tiến độ đăng ký và hoàn thành",
                days,
                (Series("Đã đăng ký", registered), Series("Đã hoàn thành", completed)),
                "Tỷ lệ đăng ký tăng đều.",
                is_rate=True,
                target=1.0,
            ),
            Chart(
                ChartKind.BARS,
                "Tỷ lệ đăng ký theo đơn vị",
                tuple(unit.name for unit in units),
                (Series("Đã đăng ký", tuple(unit.registered / unit.total for unit in units)),),
                "Văn phòng Đảng ủy đạt 100%.",
                is_rate=True,
                target=1.0,
            ),
            Paragraph(
                "Trên đây là báo cáo kết quả triển khai Cuộc thi, Ủy ban nhân dân xã kính báo cáo./."
            ),
        ),
        annexes=(low_units(),),
    )
