"""Reads Vietnamese plan documents (kế hoạch) into validated records."""

from kehoach_parser._version import __version__

__all__ = ["__version__"]
