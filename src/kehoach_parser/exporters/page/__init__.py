"""The page: one HTML file that shows a text with its facts and needs nothing but a browser."""

from kehoach_parser.exporters.page.render import render_page

__all__ = ["render_page"]
