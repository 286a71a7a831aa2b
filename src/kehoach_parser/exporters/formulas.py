"""What a spreadsheet would run as a formula stays words."""

from typing import Final

_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may run (OWASP, CSV Injection; full-width forms too)."""

_PASSED_OVER: Final = " \n\N{NO-BREAK SPACE}"


def risky(text: str) -> bool:
    """Return whether a spreadsheet could take a text for a formula.

    >>> risky("=1+1"), risky("- Báo cáo"), risky("Báo cáo")
    (True, True, False)
    """
    return text.lstrip(_PASSED_OVER).startswith(_STARTS)


def neutral(text: str) -> str:
    """Return a text with an apostrophe before what could run, as spreadsheets mark words.

    >>> neutral("@SUM(A1)"), neutral("Báo cáo")
    ("'@SUM(A1)", 'Báo cáo')
    """
    return f"'{text}" if risky(text) else text
