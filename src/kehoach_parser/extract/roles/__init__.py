"""Who leads, helps and approves by the words of one paragraph, wherever it stands."""
