"""From the files to entries: parsed, completed, and written again for readers."""
