"""One reader for each format that others keep a CV in."""
