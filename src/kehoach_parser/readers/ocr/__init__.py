"""Scans and pictures: pages to words by OCR, and what is mended after it."""
