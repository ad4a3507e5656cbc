"""From a .bib file to the text of a reference, without Sphinx."""
