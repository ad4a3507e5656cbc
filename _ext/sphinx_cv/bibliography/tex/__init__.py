"""TeX, HTML and formulas in the fields of a .bib file, as rich text."""
