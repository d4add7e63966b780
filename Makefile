# Sightline. `make help` lists what can be asked.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
export SIGHTLINE_SHARED ?= ../shared
ARGS ?=

.PHONY: help demo test check soak clean

help: ## list what can be asked
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 14

demo: ## set up and serve an invented county; PORT=8000
	@scripts/bootstrap demo
	@exec .venv/bin/sightline demo --port $(PORT) $(ARGS)

test: ## set up what is missing (browser, PostgreSQL) and run every test; ARGS go to pytest
	@scripts/bootstrap all
	@.venv/bin/python scripts/run_tests.py $(ARGS)

check: ## style, types, layers, migrations, compiled lessons, generated documents
	@scripts/bootstrap all
	@scripts/check

soak: ## the tests that take too long for every change
	@scripts/bootstrap all
	@.venv/bin/python scripts/run_tests.py --soak $(ARGS)

clean: ## remove what was made here: environment, caches, builds, local data
	rm -rf .venv var build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
