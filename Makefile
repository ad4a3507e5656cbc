# The commands of this project. "make" alone builds the website and the PDF; "make help" lists the rest.

SPHINXOPTS ?=
SERVEOPTS  ?=
BUILDDIR   ?= _build
PYTHON     ?= python3
VENV       ?= .venv
# Set this to use an environment of your own instead of the venv.
SPHINXBUILD ?= $(VENV)/bin/python -m sphinx
# The command, by the sources that lie here.
COMMAND     = PYTHONPATH="_ext$${PYTHONPATH:+:$$PYTHONPATH}" $(VENV)/bin/python -m sphinx_cv

PRINT_PACKAGES := $(shell sed -n '/^\# print/,/^\# test/{/^[a-z]/p}' system-packages.txt)
TEST_PACKAGES  := $(shell sed -n '/^\# test/,$${/^[a-z]/p}' system-packages.txt)
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.DEFAULT_GOAL := all
# The builders share what Sphinx has read.
.NOTPARALLEL:
.PHONY: all help html pdf latexpdf check translations check-tex test fuzz coverage serve manual gallery lint bench matrix messages system-packages clean distclean Makefile

help:
	@echo "make                  the website and the PDF"
	@echo "make html             the website, in $(BUILDDIR)/html, with a public PDF"
	@echo "make pdf              your own PDF, with your private facts: $(BUILDDIR)/pdf/cv.pdf"
	@echo "make latexpdf         the same PDF, built with LaTeX: $(BUILDDIR)/latex/cv.pdf (needs TeX)"
	@echo "make check            check the sources without building"
	@echo "make translations     update the files of translations in locales/"
	@echo "make serve            preview the site in a browser, rebuilt on every save"
	@echo "make linkcheck        check every link"
	@echo "make dirhtml singlehtml text epub man texinfo gettext xml   Sphinx's other outputs"
	@echo "make manual           the manual, in $(BUILDDIR)/manual"
	@echo "make gallery          the pictures of README and manual (needs Chromium and poppler)"
	@echo "make test             run all tests"
	@echo "make fuzz             run the long tests: kills, edits at random, hostile input (minutes)"
	@echo "make coverage         run all tests and list the lines they do not reach (slower)"
	@echo "make matrix           build with the oldest and newest versions, and under other themes"
	@echo "make lint             ruff, mypy, import-linter"
	@echo "make bench            compare build times with a stock project"
	@echo "make system-packages  install TeX, fonts and Chromium with apt"
	@echo "make clean            delete what was built; distclean: the environment too"

$(VENV)/.run: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; choose it with PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python cannot create an environment: install python3-venv" >&2; exit 2; }
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

# A single run reads the sources once; "make html pdf" gives the same in two.
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

# TeX carries on when no font has a character: there is a PDF, but it is incomplete.
latexpdf: check-tex $(VENV)/.run
	@$(SPHINXBUILD) -M latexpdf . $(BUILDDIR) $(SPHINXOPTS)
	@! grep -h "^Missing character" $(BUILDDIR)/latex/*.log >&2 || { \
	  echo "These characters are missing from the PDF. Install fonts-noto-core or fonts-noto-cjk." >&2; exit 1; }

test: $(VENV)/.dev
	$(VENV)/bin/python -m pytest

fuzz: $(VENV)/.dev
	$(VENV)/bin/python -m pytest -m large -o timeout=1800

# Tracing lines more than doubles the time of a pure test, and makes a build half as long again.
coverage: $(VENV)/.dev
	$(VENV)/bin/python -m pytest --cov --cov-report=term

lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	PYTHONPATH=_ext $(VENV)/bin/lint-imports --no-cache

check: $(VENV)/.run
	@$(COMMAND)

translations: $(VENV)/.run
	@$(COMMAND) translations

serve: $(VENV)/.dev
	$(COMMAND) serve $(SERVEOPTS) $(SPHINXOPTS)

manual: $(VENV)/.run
	@$(SPHINXBUILD) -b html -W -n --keep-going $(SPHINXOPTS) docs $(BUILDDIR)/manual

gallery: $(VENV)/.run
	$(VENV)/bin/python docs/gallery.py

bench: $(VENV)/.dev
	$(VENV)/bin/python benchmarks/speed.py

matrix: $(VENV)/.dev
	$(VENV)/bin/python tests/matrix.py

messages: $(VENV)/.run
	$(VENV)/bin/pybabel -q compile --domain sphinx_cv --directory _ext/sphinx_cv/locale

system-packages:
	$(SUDO) apt-get update -q
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends \
	  $(PRINT_PACKAGES) $(filter-out chromium% nodejs npm,$(TEST_PACKAGES))
	# Node.js of another source brings its own npm, and refuses Debian's.
	command -v npm >/dev/null || $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -qy --no-install-recommends nodejs npm
	# Ubuntu has Chromium under another name.
	$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium || \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium-browser
	# Where it is missing, tests take Chromium itself, which is slower.
	-$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium-headless-shell

clean:
	rm -rf $(BUILDDIR)

distclean: clean
	rm -rf $(VENV)

# These files are not targets of the rule below.
requirements.txt requirements-dev.txt: ;

# Any other target is one of Sphinx's builders.
%: Makefile $(VENV)/.run
	@$(SPHINXBUILD) -M $@ . $(BUILDDIR) $(SPHINXOPTS)
