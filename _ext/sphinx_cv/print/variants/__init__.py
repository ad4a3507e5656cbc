"""Variants of the printed CV: what is left out of the document, for both engines."""
