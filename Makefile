# Everything runs in the project's own .venv, made on first use: for a site from requirements.lock, and from
# requirements-pdf.lock, requirements-data.lock and requirements-dev.lock once PDFs, exports or tests are asked for.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site pdf export serve test test-fast coverage lint check bench lock typeface help

site: .venv/ready ## build docs/ and site/
	$(BIN)/kamerbrieven

pdf: .venv/ready-pdf ## the same, with a PDF of each letter and comparison (needs Pango from the system)
	$(BIN)/kamerbrieven pdf

export: .venv/ready-data ## write all letters as tables and XML, in the folder export
	$(BIN)/kamerbrieven export

serve: .venv/ready ## show the site, and renew it while you work
	$(BIN)/kamerbrieven serve

# Tests start the program a hundred times: it is compiled once, also where the environment says not to keep that.
test test-fast coverage: export PYTHONDONTWRITEBYTECODE :=

# tests/conftest.py says which tests stay together on one core, so that what they share is made once, and in what order.
# One process more than there are cores: a test in a browser, or of a command, waits for it most of its time.
WORKERS = $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)
ON_ALL_CORES = --numprocesses $(WORKERS) --maxprocesses 4 --dist loadgroup --no-loadscope-reorder
QUICK := -m "not (slow or pdf or browser or hypothesis)"

test: .venv/ready-dev ## run all tests, the quick ones first
	$(BIN)/pytest $(ON_ALL_CORES)

test-fast: .venv/ready-dev ## run the tests that take no browser, no PDF, no random texts and no minute
	$(BIN)/pytest $(QUICK)

coverage: .venv/ready-dev ## how much of the program the quick tests reach; less than the floor fails
	$(BIN)/pytest $(ON_ALL_CORES) $(QUICK) --cov

lint: .venv/ready-dev ## style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

check: .venv/ready ## are the committed pages what the letters give?
	$(BIN)/kamerbrieven check

bench: .venv/ready-dev .venv-fast/ready ## speed as ratios, and how well comparisons find what was planted
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/scale.py
	$(BIN)/python benchmarks/again.py
	$(BIN)/python benchmarks/cores.py
	$(BIN)/python benchmarks/word_diff.py
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/hyphens.py
	$(BIN)/python benchmarks/versions.py
	$(BIN)/python benchmarks/fuzz.py

# What Material, MkDocs and their helpers ask for and a site of ours never loads: blogs, maps of versions, highlighting of
# code, publishing by git. It is left out of the locks, and so of what is installed; the whole test suite runs without it.
UNUSED := babel backrefs ghp-import paginate pymdown-extensions python-dateutil requests \
	six tzdata urllib3
COMPILE = uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --quiet \
	--custom-compile-command "make lock" $(UNUSED:%=--no-emit-package %)
SAME = --constraint requirements-dev.lock --no-emit-package pygments

lock: ## renew the four lock files, and the list of what they hold for who must account for it (needs uv)
	$(COMPILE) --upgrade --extra pdf --extra data --extra cluster --group dev --output-file requirements-dev.lock
	$(COMPILE) --upgrade --extra pdf --group install $(SAME) --output-file requirements-pdf.lock
	$(COMPILE) --upgrade --extra data --group install $(SAME) --output-file requirements-data.lock
	$(COMPILE) --upgrade --group install $(SAME) --output-file requirements.lock
	uv tool run --from cyclonedx-bom cyclonedx-py requirements requirements-pdf.lock \
		--pyproject pyproject.toml --output-reproducible --output-file sbom.cdx.json

typeface: .venv/ready-dev ## cut the type anew, after build_tools/typeface/faces.py names other letters
	$(BIN)/python -m build_tools.typeface.cutting

help: ## list what make can do here
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

# Sets of icons that come with Material and that no page here asks for: seven thousand small files, a fifth of it all.
UNSEEN_ICONS := fontawesome octicons simple

# The installer does not stay: pip in a folder of its own, used once, would be a tenth of what a site needs.
define install
@pip=$$(mktemp -d) && trap 'rm -rf "$$pip"' EXIT && $(PYTHON) -m venv "$$pip" && \
	install="$$pip/bin/pip --python $(BIN)/python --quiet --disable-pip-version-check install --no-deps" && \
	$$install --no-compile --require-hashes --requirement $(1)
endef

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed: install it, or run make with PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "$(PYTHON) has no venv module: install it (Debian: apt-get install python3-venv)"; exit 1; }
	$(PYTHON) -m venv --clear --without-pip .venv
	$(call install,$<) && $$install --no-build-isolation --editable .
	@rm -rf $(UNSEEN_ICONS:%=.venv/lib/python3*/site-packages/material/templates/.icons/%)
	@touch $@

.venv/ready-%: requirements-%.lock .venv/ready
	$(call install,$<)
	@touch $@

# The C++ port of diff-match-patch, only to measure beside; it cannot share an environment with the Python one.
.venv-fast/ready:
	-$(PYTHON) -m venv .venv-fast && .venv-fast/bin/pip install --quiet --disable-pip-version-check \
		"fast-diff-match-patch>=2.1,<3" && touch $@
