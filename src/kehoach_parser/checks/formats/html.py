"""One HTML page without scripts: the findings by file, with the text they stand in."""

from html import escape
from typing import Final

from kehoach_parser.checks.records import Checked, Problem
from kehoach_parser.checks.report import Report
from kehoach_parser.checks.rule import SEVERITIES
from kehoach_parser.messages import Language, Words
from kehoach_parser.text.visible import visible

_TITLE: Final = Words("Kết quả kiểm tra văn bản", "Document check")
_CLEAN: Final = Words("Không có phát hiện nào.", "No findings.")
_PAGE: Final = Words("trang", "page")
_LINE: Final = Words("dòng", "line")
_STYLE: Final = """\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff}
h2{font-size:1.1rem;margin:2rem 0 .5rem;overflow-wrap:anywhere}
li{margin:.6rem 0}ul{list-style:none;padding:0}
.error{border-left:4px solid #b3261e}.warning{border-left:4px solid #b26a00}
.info{border-left:4px solid #5f6b7a}li{padding-left:.8rem}
.where{color:#555;font-size:.875rem}code{font-weight:600}
blockquote{margin:.2rem 0 0;color:#444;font-size:.9rem;overflow-wrap:anywhere}
mark{background:#ffe28a;color:inherit}
@media (prefers-color-scheme:dark){body{background:#16181c;color:#e6e6e6}.where,blockquote{
color:#aab}mark{background:#6b5200}}
"""


def render(report: Report) -> str:
    """Return the page."""
    language = report.language
    title = _TITLE.in_language(language)
    counts = " · ".join(
        f"{count} {SEVERITIES[level].in_language(language)}"
        for level, count in report.counts().items()
    )
    files = "".join(_file(file, language) for file in report.files if file.problems)
    body = files or f"<p>{_CLEAN.in_language(language)}</p>\n"
    return (
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{counts}</p>\n{body}</body>\n</html>\n"
    )


def _file(file: Checked, language: Language) -> str:
    items = "".join(_item(problem, language) for problem in file.problems)
    return f"<h2>{escape(visible(file.path))}</h2>\n<ul>\n{items}</ul>\n"


def _item(problem: Problem, language: Language) -> str:
    where = [SEVERITIES[problem.severity].in_language(language)]
    if problem.page:
        where.append(f"{_PAGE.in_language(language)} {problem.page}")
    if problem.region:
        where.append(f"{_LINE.in_language(language)} {problem.region.line}")
    quoted = f"<blockquote>{_marked(problem)}</blockquote>" if problem.text else ""
    return (
        f'<li class="{problem.severity.value}"><code>{problem.code}</code> '
        f"{escape(visible(problem.message))} "
        f'<span class="where">({", ".join(where)})</span>{quoted}</li>\n'
    )


def _marked(problem: Problem) -> str:
    """Return the line with the place of the finding marked."""
    region, text = problem.region, problem.text
    if region is None:
        return escape(text)
    start = region.column - 1
    end = region.end_column - 1 if region.end_line == region.line else len(text)
    return f"{escape(text[:start])}<mark>{escape(text[start:end])}</mark>{escape(text[end:])}"
