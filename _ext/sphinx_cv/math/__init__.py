"""Formulas: one table of words, and what each output makes of them."""
