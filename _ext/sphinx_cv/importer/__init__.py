"""What others keep a CV in, read into one draft, and the draft as files. Knows no Sphinx."""
