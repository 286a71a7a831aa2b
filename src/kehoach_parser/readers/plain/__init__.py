"""Plain text and Markdown, also text that pages have lost the lines of."""
