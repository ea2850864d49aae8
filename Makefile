# Two commands: `make demo` and `make test`. Each sets up .venv by itself, once.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: help install demo test lint scores train lock clean

help:
	@echo "make demo      read the sample articles, ask three questions, write a page"
	@echo "make test      lint, types and all tests"
	@echo "make install   .venv with .venv/bin/onrecord"
	@echo "make scores    measure the reading on the development sets and write tests/baseline.json (SHARED=$(SHARED))"
	@echo "make train     make the attribution network anew, in hours (SHARED=$(SHARED), OPEN_ONLY=1: open data alone)"
	@echo "make lock      resolve the dependencies anew into requirements.lock"
	@echo "make clean     take .venv and what was built away"

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
	  { echo "onrecord needs Python 3.11, 3.12 or 3.13; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || { echo "creating $(VENV) ..."; $(PYTHON) -m venv $(VENV); }
	@echo "installing the locked dependencies ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

install: $(READY)

demo: install
	@$(BIN)/onrecord demo

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/python -m pytest

scores: install
	$(BIN)/python bench/scores.py --shared $(SHARED) --write
	$(BIN)/python docs/pages.py

train: install
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	$(BIN)/python -m extract.training --shared $(SHARED) $(if $(OPEN_ONLY),--open-only)

lock: install
	$(BIN)/uv pip compile pyproject.toml --group dev --extra ray --universal --generate-hashes --no-emit-index-url \
	  --no-annotate --no-header --python-version 3.11 --output-file requirements.lock --upgrade

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache onrecord-demo.html
