"""Web pages and HTML that word processors write."""
