"""Inline marks of Markdown, which plain text has too: emphasis, escapes, links, code."""

import html
import re
from typing import Final, NamedTuple

from kehoach_parser.text.patterns import pattern

_MARK: Final = pattern(r"[*_`\\\[<&~]")
_ESCAPE: Final = pattern(r"\\([!-/:-@\[-`{-~])")
_LINK: Final = pattern(r"!?\[(?P<words>[^\[\]\n]{0,500})\]\((?:[^()\s]{1,2000})(?:\s\"[^\"]*\")?\)")
_AUTO_LINK: Final = pattern(
    r"<((?:https?://|mailto:)[^<>\s]{1,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})>"
)
_TAG: Final = pattern(
    r"</?(?:a|b|i|u|s|em|ins|mark|small|strong|span|sup|sub|font|center|p|div)(?:\s[^<>]{0,300})?>",
    re.IGNORECASE,
)
_FRONT_MATTER: Final = pattern(
    r"\A\s*(?P<rule>---|\+\+\+)[ ]?(?:json|yaml|toml)?[ ]*\r?\n"
    r"(?=\s*(?:\{|#|[\w.-]{1,40}[ ]?[:=](?:\s|\Z)))"
    r"(?:(?!(?P=rule)[ ]*\r?$)[^\n]*\n){1,200}?(?P=rule)[ ]*\r?(?:\n|\Z)",
    re.MULTILINE,
)
"""The data above a page of a site, between two rules; its first line names a key."""

_ADJOINED: Final = pattern(r"(?<=[^\s*])\*{4}(?=[^\s*])")
"""Where bold paragraphs of a cell adjoin: `**SỞ Y TẾ****Số: 5/KH-SYT**`."""

BREAK_TAG: Final = pattern(r"<br\s*/?>", re.IGNORECASE)
_CODE: Final = pattern(r"`([^`\n]+)`")
_STRIKE: Final = pattern(r"~~([^~\n]+)~~")
_UNDERLINED: Final = pattern(r"(?<![\w_])(_(_)?)(?=[^\s_])([^_\n]*[^\s_](?(2)\s*))\1(?![\w_])")
_EMPHASIS: Final = pattern(
    r"""
    (?P<bold>\*{2,3})
    | (?<![\w*])\*(?=[^\s*])(?P<italic>[^*\n]*[^\s*(])\*(?: (?![\w*]) | (?<=[;,.:)”]\*)(?=\w) )
    | \*(?P<point>[.,;:])\*(?!\*)
    """,
    re.VERBOSE,
)
_WRAPPED_ITALIC: Final = pattern(
    r"""
    (?<![\w*\\])\*(?=[^\s*)])
    (?P<words>[^*\n|]+(?:\n(?!\s*\n)[^*\n|]+){1,9})
    (?: (?<=[^\s(])\*(?![\w*]) | (?<=[^\n(])\*(?=[^\S\n]*$) )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""Words in italics that go on over several lines."""

_WRAPPED_LINK: Final = pattern(
    r"\[(?P<words>[^\[\]\n|]{1,200}(?:\n[^\[\]\n|]{1,200}){1,4})\]\([^()\s]{1,2000}\)"
)

_FOOTNOTE: Final = pattern(r"\[\^([^\]\s]{1,20})\]")
_HELD: Final = {ord(mark): 0xE000 + index for index, mark in enumerate("*_`[]<>&\\~|#-+.!(){}")}
_FREED: Final = {held: mark for mark, held in _HELD.items()}


class Run(NamedTuple):
    """A line without its marks: `bold` leading characters are bold, `open` says bold goes on."""

    text: str
    bold: int = 0
    italic: bool = False
    open: bool = False


def strip_marks(line: str, *, bold: bool = False, markdown: bool = True) -> Run:
    r"""Return a line without its marks; `bold` says that an earlier line left bold open.

    In plain text only what cannot be meant goes (`**`, `*word*`, `\*`, links); entities, tags
    and underscores stay.

    >>> strip_marks("**1. Mục đích**")
    Run(text='1. Mục đích', bold=11, italic=False, open=False)
    """
    if not _MARK.search(line):
        return Run(line, len(line) if bold else 0, open=bold)
    escaped = "\\" in line
    if escaped:
        line = _ESCAPE.sub(lambda match: match[1].translate(_HELD), line)
    if "](" in line:
        line = _LINK.sub(lambda match: match["words"], line)
    line = _AUTO_LINK.sub(r"\1", line)
    run = _emphasis(_plain(line) if markdown else line, bold=bold)
    return run._replace(text=run.text.translate(_FREED)) if escaped else run


def without_front_matter(text: str) -> str:
    r"""Return Markdown without the data that a site's page begins with (YAML, TOML, JSON).

    >>> without_front_matter("---\ntitle: Lịch tuần\n---\nI. Mục đích\n")
    'I. Mục đích\n'
    >>> without_front_matter("---\nUBND xã An Bình\n---\n")
    '---\nUBND xã An Bình\n---\n'
    """
    match = _FRONT_MATTER.match(text)
    return text[match.end() :] if match else text


def with_line_breaks(text: str) -> str:
    r"""Return Markdown whose breaks, tags or a backslash, end lines outside of tables.

    >>> with_line_breaks("**KẾ HOẠCH**<br/>Trồng cây\n| a<br>b |")
    '**KẾ HOẠCH**\nTrồng cây\n| a<br>b |'
    >>> with_line_breaks("UBND HUYỆN AN LÃO\\\nXÃ AN VINH\n")
    'UBND HUYỆN AN LÃO\nXÃ AN VINH\n'
    >>> with_line_breaks("**SỞ Y TẾ****Số: 5/KH-SYT**")
    '**SỞ Y TẾ**\n**Số: 5/KH-SYT**'
    """
    text = text.replace("\\\n", "\n") if "\\\n" in text else text
    text = _ADJOINED.sub("**<br>**", text) if "****" in text else text
    if "<br" not in text or "<table" in text:
        return text
    lines = text.split("\n")
    return "\n".join([line if "|" in line else BREAK_TAG.sub("\n", line) for line in lines])


def without_wrapped_marks(text: str) -> str:
    r"""Return Markdown without the marks of italics and links that go on over several lines.

    >>> without_wrapped_marks("*Căn cứ Luật Đất\nđai;*\n")
    'Căn cứ Luật Đất\nđai;\n'
    >>> without_wrapped_marks("tại xã *(trừ\nthôn 2)* và [phường\nAn Bình](https://a.vn)")
    'tại xã (trừ\nthôn 2) và phường\nAn Bình'
    """
    if "](" in text:
        text = _WRAPPED_LINK.sub(r"\g<words>", text)
    return _WRAPPED_ITALIC.sub(r"\g<words>", text)


def without_tags(text: str) -> str:
    r"""Return a plain text without the tags that a copy of a web page left in it.

    >>> without_tags("<b>I. Mục đích</b><br>Rà soát &amp; sửa"), without_tags("a < b")
    ('I. Mục đích\nRà soát & sửa', 'a < b')
    """
    if "</" not in text and not BREAK_TAG.search(text):
        return text
    bare = _TAG.sub("", BREAK_TAG.sub("\n", text))
    return html.unescape(bare) if bare != text else text


def _plain(line: str) -> str:
    line = BREAK_TAG.sub(" ", line)
    line = _TAG.sub("", line)
    line = _CODE.sub(r"\1", line)
    line = _STRIKE.sub(r"\1", line)
    line = _FOOTNOTE.sub(r"[\1]", line)
    line = _UNDERLINED.sub(lambda match: "*" * len(match[1]) + match[3] + "*" * len(match[1]), line)
    return html.unescape(line) if "&" in line else line


def _emphasis(line: str, *, bold: bool) -> Run:
    parts: list[str] = []
    at = size = slanted = 0
    leading = -1 if bold else 0
    for match in _EMPHASIS.finditer(line):
        parts.append(line[at : match.start()])
        size += match.start() - at
        at = match.end()
        if match["bold"]:
            if _is_note_mark(line, match):
                parts.append(match["bold"])
                size += len(match["bold"])
                continue
            if not bold and _only_ends(line, match):
                continue
            if bold and leading < 0:
                leading = size
            bold = not bold
            if bold and leading == size - len(parts[-1]) and not parts[-1].strip():
                leading = -1
        elif match["point"]:
            parts.append(match["point"])
            size += 1
        else:
            parts.append(match["italic"])
            size += len(match["italic"])
            slanted += len(match["italic"])
    parts.append(line[at:])
    text = "".join(parts)
    leading = len(text) if leading < 0 else leading
    return Run(text, leading, 0 < len(text.strip()) <= slanted, bold)


def _is_note_mark(line: str, match: re.Match[str]) -> bool:
    """Return whether `(**)` points to a note."""
    start, end = match.span()
    return line[start - 1 : start] == "(" and line[end : end + 1] == ")"


def _only_ends(line: str, match: re.Match[str]) -> bool:
    """Return whether a mark right behind a word can open nothing (`LIÊN ĐỘI*** Sơn Lam`)."""
    start, end = match.span()
    return bool(line[start - 1 : start].strip()) and not line[end : end + 1].strip()
