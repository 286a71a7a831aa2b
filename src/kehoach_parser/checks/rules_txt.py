"""TXT: characters, encodings, and words that were left in."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from kehoach_parser.checks.rule import Example, Hit, as_noticed, edit, hit, noticing, rule
from kehoach_parser.checks.subject import Subject
from kehoach_parser.checks.wording import clipped
from kehoach_parser.model import Severity
from kehoach_parser.text.legacy_names import NAMES
from kehoach_parser.text.patterns import pattern

if TYPE_CHECKING:
    import regex

_LEGACY: Final = (
    ("TCVN3", pattern(r"(?<!\w)(?:c¸c|cña|vµ|®Þnh|thùc|hiÖn|nhiÖm|kÕ|ho¹ch|ngµy|th¸ng|n¨m|x·"
                         r"|viÖc|®îc|nh©n|d©n|tØnh|vÒ)(?!\w)")),
    ("VNI", pattern(r"(?<!\w)(?:caùc|cuûa|vaø|ñònh|thöïc|hieän|nhieäm|keá|hoaïch|ngaøy|thaùng"
                       r"|naêm|xaõ|vieäc|ñöôïc|nhaân|daân|tænh|veà)(?!\w)")),
)  # fmt: skip
"""The commonest words as the old encodings show them; none of them is a word in Unicode."""

_ENOUGH: Final = 2  # different telling words on a line
_UNICODE: Final = pattern("[ăđơưắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữựạảẹẻịỉọỏụủỳỵỷỹ]")
_PLACEHOLDER: Final = pattern(
    r"""(?P<dots>(?:(?<![.…\w])(?:\.{4,}|…{2,}|_{4,})|(?<=[^\W\d])(?:\.{7,}|…{4,}|_{4,}))(?:/(?:\.{3,}|…+|_{3,}))*(?![.…]))
      | (?P<number>(?<![.…])(?:(?:\.{2,}|…+)\s?/\s?)+
          (?:\.{2,}|…+|20\d\d(?!\d)|[A-ZĐ]{2,}(?:-[A-ZĐ]+)*))
      | (?P<day>ngày\s?(?:\.{2,}|…+)\s?tháng\s?(?:\.{2,}|…+|\d))
      | (?P<letters>(?<!\w)(?:[Xx]{3,}|[Yy]{3,})(?!\w))
      | (?P<date>(?<!\w)(?:[Xx]{2}|[dD]{2})/(?:[Xx]{2}|[mM]{2})/(?:20\d\d|[Xx]{4}|[yY]{4}))
      | (?P<bracket>[\[<(](?:điền|nhập|ghi\ rõ|bổ\ sung|tên\ cơ\ quan|tên\ đơn\ vị|họ\ và\ tên
          |ngày\ tháng|chèn)(?!\w)[^\]>)\n]{0,60}[\]>)]|\[(?:\.{2,}|…+)\])
      | (?P<latin>(?<!\w)(?:[Ll]orem\ ipsum|TODO|TBD|FIXME)(?!\w))""",
    re.VERBOSE,
)
_BLANKS: Final = ("dots", "number", "day")
"""Placeholders that a form which is still to be filled in holds by right."""

_RULED: Final = pattern(r"(?:\s/|\||^)\s?_{4,}\Z", re.MULTILINE)
"""A line drawn under a name in the head: underscores that begin a line of a cell."""
_FORM: Final = pattern(r"(?i)\b(?:mẫu|biểu|phiếu|đề cương)\b")
_DOUBLED: Final = pattern(
    r"(?<!\w)(?P<word>và|của|các|được|trong|với|theo|để|tại|cho|trên|những|về|có|là|thực hiện"
    r"|nhiệm vụ|tổ chức)(?P<again>\s(?P=word))(?!\w)"
)
_OTHER_LETTER: Final = pattern("[\u0370-\u052f]")
"""A letter of the Greek and Cyrillic blocks."""

_LEADERS: Final = ("Nơi nhận", "Số:", "Số ")
_LEGACY_LINE: Final = (
    "C¨n cø QuyÕt ®Þnh cña ñy ban nh©n d©n tØnh vÒ viÖc thùc hiÖn nhiÖm vô n¨m 2026;"
)


@rule(
    "TXT001", "legacy-encoding", Severity.ERROR,
    title=("Chữ gõ bằng bảng mã cũ", "Text in a legacy encoding"),
    why=("Văn bản điện tử dùng Unicode TCVN 6909:2001. Chữ TCVN3, VNI chỉ đọc được khi có phông cũ,"
         " không tìm kiếm được; bộ đọc chuyển được sang Unicode nhưng tệp vẫn như cũ, hãy chuyển mã"
         " rồi lưu lại (tệp .txt, .md bằng UTF-8: --fix).",
         "Electronic documents are in Unicode (TCVN 6909:2001). TCVN3 and VNI need old fonts and"
         " cannot be searched; the parser reads them, but the file stays as it is: convert it (.txt"
         " and .md files in UTF-8: --fix)."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    fires=Example(whole=f"KÕ HO¹CH\nKiÓm tra c«ng t¸c v¨n th\n\n{_LEGACY_LINE}\n"),
    silent=edit(("ban hành Kế hoạch như sau:", "ban hành Kế hoạch “Café Việt Nam” như sau:")),
)  # fmt: skip
def legacy_encoding(subject: Subject) -> Iterator[Hit]:
    """Find a text most of which was decoded, or should have been."""
    if subject.plan.source.encoding in NAMES:
        yield from as_noticed(subject, "legacy-decoded")
    elif not _UNICODE.search(subject.plan.text):
        yield from _legacy_lines(subject)


@rule(
    "TXT002", "mixed-encodings", Severity.ERROR,
    title=("Văn bản lẫn bảng mã cũ với Unicode", "Legacy encodings are mixed with Unicode"),
    why=("Thường do dán đoạn từ văn bản cũ; phần mềm khác không đọc, không tìm kiếm được đoạn ấy.",
         "Mostly a passage is pasted from an old document; other programs can neither read nor"
         " search it."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    fires=edit(("I. MỤC ĐÍCH, YÊU CẦU\n", f"{_LEGACY_LINE}\n\nI. MỤC ĐÍCH, YÊU CẦU\n")),
    silent=edit(("I. MỤC ĐÍCH, YÊU CẦU\n", "Kế hoạch gồm 3 phần:\n\nI. MỤC ĐÍCH, YÊU CẦU\n")),
)  # fmt: skip
def mixed_encodings(subject: Subject) -> Iterator[Hit]:
    """Find passages that were decoded in a text of Unicode, and lines that mix both."""
    if subject.plan.source.encoding not in NAMES:
        yield from as_noticed(subject, "legacy-decoded")
    if _UNICODE.search(subject.plan.text):
        yield from _legacy_lines(subject)


def _legacy_lines(subject: Subject) -> Iterator[Hit]:
    """Yield a hit for each legacy encoding that is left, at its first line."""
    text = subject.plan.text
    for encoding, words in _LEGACY:
        found: dict[int, set[str]] = {}
        for match in words.finditer(text):
            found.setdefault(subject.line_at(match.start()), set()).add(match[0])
        lines = [line for line, seen in found.items() if len(seen) >= _ENOUGH]
        if lines:
            span = subject.line_span(lines[0])
            shown = clipped(text[slice(*span)], 40)
            yield hit(span, message=f"{encoding} × {len(lines)}: “{shown}”")


@rule(
    "TXT003", "damaged-text", Severity.WARNING,
    title=("Tệp có ký tự hỏng hoặc bảng mã phải đoán",
           "Characters are broken, or the encoding is a guess"),
    why=("Chữ hỏng thì nghĩa có thể sai; văn bản điện tử phải lưu bằng UTF-8.",
         "Broken letters may change the meaning; electronic documents are saved as UTF-8."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    fires=edit(("hài lòng của người dân, doanh nghiệp.", "hài l\N{REPLACEMENT CHARACTER}ng.")),
    silent=edit(("hài lòng của người dân, doanh nghiệp.", "hài lòng (≥ 95%).")),
)  # fmt: skip
def damaged_text(subject: Subject) -> Iterator[Hit]:
    """Find replacement characters in the text, and what the reader says of the encoding."""
    yield from as_noticed(
        subject, "encoding-damaged", "encoding-guessed", "doc-legacy-fonts", "doc-soft-hyphens",
        "legacy-letter-lost",
    )  # fmt: skip
    text = subject.plan.text
    first = text.find("\N{REPLACEMENT CHARACTER}")
    if first >= 0 and not any(subject.noticed("encoding-damaged")):
        count = text.count("\N{REPLACEMENT CHARACTER}")
        yield hit((first, first + 1), message=f"U+FFFD × {count}")


DECOMPOSED: Final = rule(
    "TXT004", "decomposed", Severity.WARNING,
    title=("Dấu tách rời khỏi chữ (Unicode tổ hợp)", "Accents are apart from letters (NFD)"),
    why=("Chữ tổ hợp trông giống chữ dựng sẵn nhưng tìm kiếm, so sánh, sắp xếp đều sai; TCVN"
         " 6909:2001 trong văn bản dùng dựng sẵn (NFC).",
         "Decomposed letters look the same, but searching, comparing and sorting go wrong."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2 (TCVN 6909:2001)",
    fires=Example(form="NFD"),
    silent=Example(form="NFC"),
)(noticing("text-decomposed"))  # fmt: skip


@rule(
    "TXT005", "odd-characters", Severity.INFO,
    title=("Có ký tự lạ trông giống ký tự thường", "Odd characters look like common ones"),
    why=("Chữ Ð (Iceland), chữ Kirin giống chữ Latinh (а, о, В, С), khoảng trắng lạ, ký tự ẩn làm"
         " tìm kiếm và so sánh sai; tệp .txt, .md sửa được bằng --fix.",
         "The Icelandic Ð, Cyrillic letters that look Latin (а, о, В, С), odd blanks and hidden"
         " characters make searching go wrong; --fix mends them in .txt and .md files."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    fires=edit(("của người dân, doanh nghiệp.", "của người dân, \N{ZERO WIDTH SPACE}doanh"
                " nghiệp.")),
    silent=edit(("của người dân, doanh nghiệp.", "của người dân –  doanh nghiệp.")),
)  # fmt: skip
def odd_characters(subject: Subject) -> Iterator[Hit]:
    """Find what the parser has mended, where decomposed letters are not all of it."""
    if not any(subject.noticed("text-decomposed")):
        yield from as_noticed(subject, "text-mended")


@rule(
    "TXT006", "placeholder", Severity.WARNING,
    title=("Còn chữ giữ chỗ chưa điền", "Placeholder text is left in"),
    message=("Còn chữ giữ chỗ “{text}”", "The placeholder “{text}” is left in"),
    why=("Chỗ trống của mẫu phải được điền hoặc xóa trước khi ký.",
         "A template's blanks are filled or removed before a document is signed."),
    fires=edit(("gửi báo cáo kết quả về Sở Nội vụ", "gửi báo cáo kết quả về ........")),
    silent=edit(("gửi báo cáo kết quả về Sở Nội vụ", "gửi báo cáo, hồ sơ... về Sở Nội vụ")),
)  # fmt: skip
def placeholder(subject: Subject) -> Iterator[Hit]:
    """Find blanks to fill in outside the head's number and date, and outside attached forms."""
    text, meta = subject.plan.text, subject.meta
    start = meta.spans["title"][0] if "title" in meta.spans else 0
    for match in _PLACEHOLDER.finditer(text, start, subject.appended):
        line = text[slice(*subject.line_span(subject.line_at(match.start())))]
        form = _FORM.search(line) is not None or line.startswith(_LEADERS)
        if match.end() <= subject.head_end and _RULED.search(text, 0, match.end()):
            continue
        if not form or match.lastgroup not in _BLANKS:
            yield hit(match.span(), text=clipped(match[0], 20))


@rule(
    "TXT007", "word-twice", Severity.INFO,
    title=("Một từ viết hai lần liền nhau", "A word stands twice"),
    message=("Từ “{word}” viết hai lần liền nhau", "The word “{word}” stands twice"),
    why=("Thường là lỗi gõ hoặc lỗi ghép câu.", "Mostly a slip of typing or merging."),
    fires=edit(("Nâng cao mức độ hài lòng của người", "Nâng cao mức độ hài lòng của của người")),
    silent=edit(("Nâng cao mức độ hài lòng của người", "Luôn luôn nâng cao mức độ hài lòng của"
                 " người")),
)  # fmt: skip
def word_twice(subject: Subject) -> Iterator[Hit]:
    """Find a function word (never doubled on purpose) that follows itself."""
    for match in _DOUBLED.finditer(subject.plan.text):
        yield hit(match.span(), word=match["word"])


@rule(
    "TXT008", "other-script", Severity.WARNING,
    title=("Từ có chữ cái của hệ chữ khác", "A word holds letters of another script"),
    message=("Từ “{word}” có chữ cái không thuộc bảng chữ Latinh ({letters})",
             "The word “{word}” holds letters that are not Latin ({letters})"),
    why=("Chữ Hy Lạp hay Kirin lẫn trong từ (ο, ν, к), thường do dán hoặc nhận dạng; từ ấy không"
         " tìm kiếm được.",
         "Greek or Cyrillic letters within a word (ο, ν, к) are mostly pasted or from OCR; such a"
         " word cannot be searched."),
    source="NĐ 30/2020/NĐ-CP, Phụ lục I, mục I.2",
    fires=edit(("của người dân, doanh nghiệp.",
                "của người dân, d\N{GREEK SMALL LETTER OMICRON}anh nghiệp.")),
    silent=edit(("của người dân, doanh nghiệp.", "của người dân (nhóm α, hệ số β = 2).")),
)  # fmt: skip
def other_script(subject: Subject) -> Iterator[Hit]:
    """Find words that mix Latin letters with Cyrillic or Greek ones."""
    text = subject.plan.text
    if _OTHER_LETTER.search(text):
        for match in _mixed_word().finditer(text):
            strange = "".join(dict.fromkeys(_OTHER_LETTER.findall(match[0])))
            yield hit(match.span(), word=clipped(match[0], 40), letters=strange)


@cache
def _mixed_word() -> "regex.Pattern[str]":
    """Return the pattern of a word in two scripts; `re` knows no scripts."""
    import regex

    return regex.compile(r"(?<!\p{L})(?=\p{L}*\p{Latin})(?=\p{L}*[\p{Cyrillic}\p{Greek}])\p{L}++")
