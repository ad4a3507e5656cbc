"""``python -m sphinx_cv [FOLDER]``: check the sources of a CV, and write nothing."""

import sys

from .checker.cli import main

sys.exit(main())
