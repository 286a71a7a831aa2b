"""What the command shares with the process around it: exit codes, a variable of the environment."""

from typing import Final

FAILED: Final = 2
INTERRUPTED: Final = 130
"""As shells say it of a process that Ctrl-C ended."""

PIPE_CLOSED: Final = 141
"""As shells say it of a process whose reader went away."""

PASSWORD_VARIABLE: Final = "KEHOACH_PASSWORD"  # noqa: S105 - its name, no password
"""The one option that the environment may set."""
