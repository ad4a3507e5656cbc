"""Dates as people write them: read, told when they cannot be read, and printed."""
