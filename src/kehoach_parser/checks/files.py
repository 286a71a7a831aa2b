"""Files that may stand beside a document."""

from pathlib import Path


def is_there(path: Path) -> bool:
    """Return whether a file stands at a path; where its name is too long for a disk, none does."""
    try:
        return path.is_file()
    except OSError:
        return False
