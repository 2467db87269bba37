# What a person types. `make help` lists it; python3 (3.11 or later) and make are all it needs.

PYTHON ?= python3
RAW ?= data/raw
DB ?= data/processed/ita.db
# More options for the command, as in: make load ARGS='--workers 1 --prune'
ARGS ?=

VENV := .venv
# One environment, three depths: what reading reports needs, what looking at the database in a
# browser needs, and what working on the code needs.
RUNTIME := $(VENV)/.installed-runtime
BROWSE := $(VENV)/.installed-browse
DEV := $(VENV)/.installed-dev
SETTINGS := setup.cfg pyproject.toml

# The shell reads these from its environment, so a name may hold spaces and quotes.
export RAW DB

.DEFAULT_GOAL := help

.PHONY: help
help: ## List what make can do here
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "  make load RAW=folder DB=file   reads your own folder into your own database"

.PHONY: load
load: $(RUNTIME) ## Read the new and changed reports of data/raw into data/processed/ita.db
	@$(VENV)/bin/ita load --db "$$DB" $(ARGS) -- "$$RAW"

.PHONY: browse
browse: $(BROWSE) ## Look at the database in a web browser, until Ctrl-C
	@$(VENV)/bin/ita browse --open --db "$$DB" --raw "$$RAW" $(ARGS)

.PHONY: setup
setup: $(DEV) ## Make .venv with everything needed to work on the code

.PHONY: test
test: $(DEV) ## Run the tests
	$(VENV)/bin/python -m pytest

.PHONY: lint
lint: $(DEV) ## Check style, form and types
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

.PHONY: clean
clean: ## Remove .venv and caches; reports and databases stay
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed, and $(PYTHON) is older: make PYTHON=python3.11 ..." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): $(SETTINGS) | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[ocr]'
	@touch $@

$(DEV): $(SETTINGS) | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $(RUNTIME) $(BROWSE) $@

$(BROWSE): $(SETTINGS) | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[browse,ocr]'
	@touch $(RUNTIME) $@
