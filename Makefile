# make demo   checks a sample letter and a sample call in the terminal
# make test   sets up everything and runs the whole suite
# make        formats, lints, type-checks, checks the floors and tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP_FLAGS := --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := all
.PHONY: all demo test lint format floors golden docs benchmark clean

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.serve: $(BIN)/python pyproject.toml constraints.txt
	@echo "Setting up tonecheck in $(VENV) (once; a few minutes) ..."
	$(BIN)/python -m pip install $(PIP_FLAGS) -e .
	@touch $@

$(VENV)/.dev: $(BIN)/python pyproject.toml constraints.txt
	@echo "Setting up tonecheck with its tests in $(VENV) (once; a few minutes) ..."
	$(BIN)/python -m pip install $(PIP_FLAGS) -e '.[train,dev]'
	@touch $@ $(VENV)/.serve

demo: $(VENV)/.serve
	@$(BIN)/tonecheck demo

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n 2

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

floors: $(VENV)/.dev
	$(BIN)/lint-imports

all: format lint floors test

golden: $(VENV)/.dev
	$(BIN)/python -m pytest tests/golden --golden -n 0

docs: $(VENV)/.dev
	$(BIN)/tonecheck rules --write-docs docs/rules

benchmark: $(VENV)/.serve
	$(BIN)/python benchmarks/cold_start.py

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
