"""Time expressions that bind somebody or bound the plan: found, read, judged.

`lexer` finds the words of time, `grammar` puts them together, `normal` reads them against the
plan's frame, `judge` says which of them are deadlines and in which role.
"""

from kehoach_parser.extract.deadlines.finder import Dates, find_deadlines
from kehoach_parser.extract.deadlines.period import plan_period

__all__ = ["Dates", "find_deadlines", "plan_period"]
