# The commands of this project. "make" alone makes website and PDF; "make help" lists the rest.

SPHINXOPTS ?=
SERVEOPTS  ?=
BUILDDIR   ?= _build
PYTHON     ?= python3
VENV       ?= .venv
# Leaves the venv alone where the caller brings an environment of their own.
SPHINXBUILD ?= $(VENV)/bin/python -m sphinx

PRINT_PACKAGES := $(shell sed -n '/^\# print/,/^\# test/{/^[a-z]/p}' system-packages.txt)
TEST_PACKAGES  := $(shell sed -n '/^\# test/,$${/^[a-z]/p}' system-packages.txt)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.DEFAULT_GOAL := all
# The builders share what Sphinx has read.
.NOTPARALLEL:
.PHONY: all help html pdf latexpdf check check-tex test coverage serve lint bench matrix messages system-packages clean distclean Makefile

help:
	@echo "make                  the website and the PDF"
	@echo "make html             the website, in $(BUILDDIR)/html, with a public PDF"
	@echo "make pdf              your own PDF, with your private facts: $(BUILDDIR)/pdf/cv.pdf"
	@echo "make latexpdf         the same by LaTeX, $(BUILDDIR)/latex/cv.pdf (needs TeX)"
	@echo "make check            say what is wrong in the sources, and write nothing"
	@echo "make serve            show the site and rebuild it on every save"
	@echo "make linkcheck        try every link"
	@echo "make dirhtml singlehtml text epub man texinfo gettext xml   Sphinx's other outputs"
	@echo "make test             run all tests"
	@echo "make coverage         the same, and list the lines that no test reaches (slower)"
	@echo "make matrix           build with the oldest and newest versions, and under other themes"
	@echo "make lint             ruff, mypy, import-linter"
	@echo "make bench            measure the build against a stock project"
	@echo "make system-packages  install TeX, fonts and Chromium with apt"
	@echo "make clean            remove what was built; distclean: the environment too"

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name it with PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python cannot make an environment: install python3-venv" >&2; exit 2; }
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# One run reads all once; "make html pdf" makes the same in two.
all: $(VENV)/.run
	@$(SPHINXBUILD) -M html . $(BUILDDIR) -D cv_own_pdf=$(BUILDDIR)/pdf/cv.pdf $(SPHINXOPTS)

html: $(VENV)/.run
	@$(SPHINXBUILD) -M html . $(BUILDDIR) $(SPHINXOPTS)

pdf: $(VENV)/.run
	@$(SPHINXBUILD) -b typst -d $(BUILDDIR)/doctrees $(SPHINXOPTS) . $(BUILDDIR)/pdf

# One line and no traceback where TeX is missing.
check-tex:
	@command -v latexmk >/dev/null && command -v lualatex >/dev/null || { \
	  echo "TeX is missing. Install it with \"make system-packages\", or these packages:" \
	    $(PRINT_PACKAGES) >&2; exit 2; }

# TeX goes on where a letter is in no font; the PDF is there, but it lacks something.
latexpdf: check-tex $(VENV)/.run
	@$(SPHINXBUILD) -M latexpdf . $(BUILDDIR) $(SPHINXOPTS)
	@! grep -h "^Missing character" $(BUILDDIR)/latex/*.log >&2 || { \
	  echo "The PDF lacks these letters. Install fonts-noto-core, or fonts-noto-cjk." >&2; exit 1; }

test: $(VENV)/.dev
	$(VENV)/bin/python -m pytest

# Counting lines makes the tests half as fast again.
coverage: $(VENV)/.dev
	$(VENV)/bin/python -m pytest --cov --cov-report=term

lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	PYTHONPATH=_ext $(VENV)/bin/lint-imports --no-cache

check: $(VENV)/.run
	@PYTHONPATH=_ext $(VENV)/bin/python -m sphinx_cv

serve: $(VENV)/.dev
	$(VENV)/bin/python -m sphinx_autobuild --watch _ext --ignore '*/.git/*' --open-browser \
	  $(SERVEOPTS) $(SPHINXOPTS) . $(BUILDDIR)/serve

bench: $(VENV)/.dev
	$(VENV)/bin/python benchmarks/build.py

matrix: $(VENV)/.dev
	$(VENV)/bin/python tests/matrix.py

messages: $(VENV)/.run
	$(VENV)/bin/pybabel -q compile --domain sphinx_cv --directory _ext/sphinx_cv/locale

system-packages:
	$(SUDO) apt-get update -q
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
	  $(PRINT_PACKAGES) $(filter-out chromium,$(TEST_PACKAGES))
	# Ubuntu has Chromium under another name.
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium || \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium-browser

clean:
	rm -rf $(BUILDDIR)

distclean: clean
	rm -rf $(VENV)

# Files are no targets of the rule below.
requirements.txt requirements-dev.txt: ;

# Any other target is one of Sphinx's builders.
%: Makefile $(VENV)/.run
	@$(SPHINXBUILD) -M $@ . $(BUILDDIR) $(SPHINXOPTS)
