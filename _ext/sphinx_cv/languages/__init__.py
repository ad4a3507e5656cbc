"""Builds every language of a CV, each by a process of its own: Sphinx mixes the words of two."""
