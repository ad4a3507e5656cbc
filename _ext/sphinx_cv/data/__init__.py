"""The CV as data: every public fact in the formats that other programs read."""
