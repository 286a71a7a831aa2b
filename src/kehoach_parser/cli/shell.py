"""What the command shares with the shell that runs it: exit codes, a variable."""

from typing import Final

DONE: Final = 0
NO_PLAN: Final = 1
"""A file could not be read, or `check` found what it was to find."""

FAILED: Final = 2
"""Wrong use, an output that cannot be written, or a fault of the program."""

INTERRUPTED: Final = 130
"""As shells say it of a process that Ctrl-C ended."""

PIPE_CLOSED: Final = 141
"""As shells say it of a process whose reader went away."""

PASSWORD_VARIABLE: Final = "KEHOACH_PASSWORD"  # noqa: S105 - its name, no password
"""The one option that the environment may set."""
