"""Moderncv and awesome-cv: a CV in TeX."""
