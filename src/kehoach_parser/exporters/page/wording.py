"""Words of the page by code and language, and days as people write them."""

from datetime import date
from functools import cache
from pathlib import Path

from kehoach_parser.messages import Language, Words, words_by_code
from kehoach_parser.model import Deadline, Modality


@cache
def _words() -> dict[str, Words]:
    return words_by_code(Path(__file__).with_name("words.tsv"))


class Wording:
    """The words of one language."""

    def __init__(self, language: Language) -> None:
        """Take the language in which the page speaks."""
        self.language: Language = language

    def __call__(self, code: str, **params: object) -> str:
        """Return the words for a code; without parameters they stay as a pattern.

        >>> Wording("vi")("month", month=6, year=2026), Wording("en")("month", month=6, year=2026)
        ('Tháng 6/2026', '2026-06')
        """
        found = _words()[code].in_language(self.language)
        return found.format(**params) if params else found

    def day(self, day: date) -> str:
        """Return a day as it is written in the language.

        >>> Wording("vi").day(date(2026, 6, 3)), Wording("en").day(date(2026, 6, 3))
        ('03/06/2026', '2026-06-03')
        """
        return f"{day:%d/%m/%Y}" if self.language == "vi" else day.isoformat()

    def when(self, deadline: Deadline) -> str:
        """Return the days of a deadline, or what class of time it is where it names none."""
        start, due = deadline.start, deadline.due
        if start and due and start != due:
            return self("span", start=self.day(start), due=self.day(due))
        if due:
            return self._limit(deadline, due)
        if start:
            return self("since", day=self.day(start))
        return self(f"kind-{deadline.kind.value}")

    def _limit(self, deadline: Deadline, due: date) -> str:
        """Return a single day with the hour and the word that make it a limit."""
        day = self.day(due)
        if deadline.time:
            day = self("at", time=deadline.time, day=day)
        if deadline.start:
            return day
        return self("before" if deadline.modality is Modality.BEFORE else "until", day=day)
