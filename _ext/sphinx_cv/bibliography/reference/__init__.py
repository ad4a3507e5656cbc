"""The text of a reference: what is said of a work, and in which order."""
