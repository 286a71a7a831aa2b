"""PDF: characters to lines, lines to paragraphs and tables."""
