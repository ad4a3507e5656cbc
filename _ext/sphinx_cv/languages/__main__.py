"""``python -m sphinx_cv.languages``: run the jobs of the standard input, for ``build.py`` alone."""

import pickle
import sys

# Loaded here once, for every build that is forked from this process.
import sphinxcontrib.bibtex  # noqa: F401

import sphinx_cv.checker.collect
import sphinx_cv.html.site.page
import sphinx_cv.html.visitors
import sphinx_cv.print.latex.visitors
import sphinx_cv.print.typst.publish
import sphinx_cv.publications.transform  # noqa: F401

from .run import run_all

if __name__ == "__main__":
    outcomes = run_all(pickle.load(sys.stdin.buffer))  # noqa: S301
    sys.stdout.buffer.write(pickle.dumps(outcomes))
