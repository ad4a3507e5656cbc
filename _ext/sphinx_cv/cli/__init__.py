"""The command ``sphinx-cv``. The Sphinx build imports nothing from here."""
