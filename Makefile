# Everything runs in the project's own .venv, made on first use from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: site pdf serve test lint check bench lock

site: .venv/ready ## build docs/ and site/
	$(BIN)/kamerbrieven

pdf: .venv/ready ## the same, with a PDF of each letter and comparison (needs Pango from the system)
	$(BIN)/kamerbrieven pdf

serve: .venv/ready ## show the site, and renew it while you work
	$(BIN)/kamerbrieven serve

test: .venv/ready ## run the tests
	$(BIN)/pytest

lint: .venv/ready ## style and types
	$(BIN)/ruff check
	$(BIN)/mypy

check: .venv/ready ## are the committed pages what the letters give, and does the fork of MkDocs build them too?
	$(BIN)/kamerbrieven check
	@site=$$(mktemp -d) && trap 'rm -rf "$$site"' EXIT && $(BIN)/properdocs build --strict --quiet --site-dir "$$site"

bench: .venv/ready .venv-fast/ready ## speed as ratios, and how well comparisons find what was planted
	$(BIN)/python benchmarks/build.py
	$(BIN)/python benchmarks/word_diff.py
	$(BIN)/python benchmarks/quality.py
	$(BIN)/python benchmarks/versions.py

lock: ## renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --extra pdf --group dev --universal --python-version 3.11 --generate-hashes \
		--no-annotate --upgrade --custom-compile-command "make lock" --quiet --output-file requirements.lock

.venv/ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or later is needed: install it, or run make with PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "$(PYTHON) has no venv module: install it (Debian: apt-get install python3-venv)"; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The C++ port of diff-match-patch, only to measure beside; it cannot share an environment with the Python one.
.venv-fast/ready:
	-$(PYTHON) -m venv .venv-fast && .venv-fast/bin/pip install --quiet --disable-pip-version-check \
		"fast-diff-match-patch>=2.1,<3" && touch $@
