"""Syllables with which given names of Vietnamese people are made, and those that come before."""

from __future__ import annotations

from functools import lru_cache

from models.text.names import match_key, search_fold

_GIVEN = """
    an anh ánh ân ái bách bảo bằng biên bích bình bồng bổn ca cát cẩm cần cảnh chánh chi chí chiến
    chinh chính chung chương công cúc cư cừ cương cường danh dân di diễm diệp diệu dinh doanh du
    dung dũng duy duyên dư dương đài đại đan đáng đào đạo đạt đăng đặng điểm điền điệp điệu định
    đoan đoàn đoạn đồng độ đông đức gấm gia giang giao giáp hà hạ hải hàn hạnh hảo hằng hân hậu
    hiên hiền hiển hiến hiệp hiếu hiệu hoa hoá hóa hòa hoà hoài hoan hoàn hoạt hoàng hồng hợi hợp
    huân huấn huệ hùng huy huyên huyền huynh hưng hương hường hữu hỷ kha khá khải khang khanh
    khánh khiêm khiết khoa khoá khôi khuê khương kiên kiệm kiệt kiều kim kính kỳ kỷ lai lam lan
    lành lâm lân lập lệ lễ len lê liêm liên liễu linh lĩnh loan long lộc lợi luân luận lục lũy
    lương lưu lực lượng ly lý mai mạnh mận mẫn mây mẫu miên miền minh mơ mùi muội mùa mười mỹ my
    na nam năm năng nga ngà ngân nghi nghĩa nghị nghiêm nghiệp ngọ ngoan ngọc ngời nguyên nguyện
    nguyệt nhã nhàn nhạn nhàng nhẫn nhân nhật nhất nhi nhị nhiên nhiệm nhơn nhuần nhung nhu như
    nhựt nhỡ ninh nở nụ nương oanh phan phát phấn pháp phẩm phi phong phó phú phúc phụ phụng phước
    phương phượng phường quang quảng quân quế quí quốc quy quý quyên quyền quyết quỳnh sa san sang
    sáng sao sâm sen sinh son song sơn sửu sự sương tài tam tâm tân tấn tạo tăng tập tần tây tế
    thạch thái tham thanh thành thạnh thảo thạo thao thăng thắm thắng thân thể thế thêm thi thìn
    thịnh thoa thọ thoan thoại thoả thỏa thoại thôn thông thu thuần thuận thuật thục thuý thúy
    thuỳ thùy thuỷ thủy thuyên thuyết thư thử thức thực thương thường thưởng thy tiên tiến tiếp
    tiệp tình tỉnh tín tĩnh toan toán toàn toản tới tố trà trai tráng trâm trân trang tri trí
    triều triển triệu trinh trình trọng trúc trung trường trực tú tuân tuấn tuất tuệ tùng tuyên
    tuyến tuyền tuyết tư tường tưởng tươi ty tý tỵ uyên uy ưng vân văn vàng vạn vĩ viên viết việt
    vinh vĩnh vọng vỵ vị vũ vui vượng vương vy vi xuân xuyến xinh ý yên yến ơn út ấn ất ba ban bắc
    bốn cảm chắt chiên chuyên cung cửu dần dậu dịu dựng hai giỏi hiện hon khuyên khuyến lai lãm
    lăng lịch lụa mão mến mộc mừng nết ngát ngần ngừng nhài nhâm nhanh nhớ niên niệm nồng phiên
    quyến rạng sáu sắc sâu siêng sim suốt tặng thiên thiện thiết thiệp thiều thìn thoát thơ thơm
    thời thú thụ thừa tiền tiếng tính tơ tròn truyền truyện trước tuyển vấn vẻ vóc vụ xiêm xoan
    xướng
"""
_MIDDLE = """
    văn thị đức hữu đình xuân thanh minh ngọc quang thu hồng công quốc duy hoàng mạnh tiến trọng
    thế bá viết kim thuý thúy thùy thuỳ phương bích mỹ gia tuấn anh hải hoài khánh kiều lan bảo
    diệu như quỳnh thành tấn vĩnh trung trường đăng danh sỹ sĩ ích doãn khắc cao phú hà huy việt
    nhật tường cẩm ánh mai tú tuyết hương
"""

GIVEN = frozenset(map(match_key, _GIVEN.split()))
MIDDLE = frozenset(map(match_key, _MIDDLE.split()))
PLAIN_GIVEN = frozenset(map(search_fold, GIVEN))
"""For lists typed without diacritics."""


@lru_cache(4096)
def is_given(word: str) -> bool:
    """Whether a word is a syllable of given names."""
    return match_key(word) in GIVEN or (word.isascii() and search_fold(word) in PLAIN_GIVEN)
