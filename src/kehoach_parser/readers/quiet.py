"""What libraries log while they read a file: it concerns nobody here, and is no message of ours."""

import logging


def quieten(library: str) -> None:
    """Keep a library's log off standard error, where a program sets up no logging of its own."""
    logger = logging.getLogger(library)
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
