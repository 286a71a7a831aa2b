"""From bytes to a `Document`, one file a format."""
