"""Days of which a forecast tells the weather: nothing is to be done in them."""

from typing import Final

from kehoach_parser.text.patterns import pattern

_WEATHER: Final = pattern(
    r"(?:,\s)?(?:(?:ở|tại|trên)\s)?(?:(?:địa\sbàn|khu\svực|vùng|các\stỉnh|tỉnh|miền|phía|biển|đất\sliền"
    r"|bắc\sbộ|trung\sbộ|nam\sbộ|tây\snguyên)\b[^.;:]{0,150}?)?\s?\b(?<!khi\s)(?<!nếu\s)"
    r"(?:có|xảy\sra|xuất\shiện)\s(?:khả\snăng\s)?(?:có\s)?(?:mưa|nắng\snóng|rét|gió|lũ|dông|sóng)\b"
    r"|,\s(?:vị\strí\stâm|tâm|bão|áp\sthấp|vùng\sáp|mực\snước)\b"
)
"""What a forecast says of its days: `từ ngày 5/9 đến ngày 7/9, ở khu vực phía Nam có mưa to`."""

_SKIES: Final = ("mưa", "bão", "lũ", "nắng nóng", "rét", "gió", "áp thấp", "mực nước")


def is_forecast(after: str) -> bool:
    """Tell whether the words after a stretch tell its weather.

    >>> is_forecast("ở khu vực phía Nam có mưa to"), is_forecast("các xã gieo trồng")
    (True, False)
    """
    return any(word in after for word in _SKIES) and _WEATHER.match(after) is not None
