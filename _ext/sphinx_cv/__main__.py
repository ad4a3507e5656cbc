"""``python -m sphinx_cv``: the command ``sphinx-cv``; without a word after it, the check."""

import sys

from .cli.main import main

main(sys.argv[1:] or ["check"], prog_name="python -m sphinx_cv")
