"""The page: one HTML file that shows a text with its facts and needs nothing but a browser."""
