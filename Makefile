# Everything a developer does, by name. `make setup` once, then `make check` before each commit.
PYTHON ?= python3
VENV ?= .venv
BIN ?= $(VENV)/bin

.PHONY: setup check static fix test golden bench score docs pictures soak

setup: ## the locked development environment, and the hooks
	[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet 'uv>=0.9'
	UV_PROJECT_ENVIRONMENT=$(VENV) $(BIN)/uv sync --locked --inexact --quiet
	$(BIN)/pre-commit install

check: static ## everything: static checks, then the tests on each interpreter that is present
	set -e; for python in $$(sh .ci/interpreters); do \
	  sh .ci/test $$python .venv-test-$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	done

static: ## format, lint, types on both platforms, import direction
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy --platform win32
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/pyright --pythonpath $(BIN)/python --pythonplatform Windows
	$(BIN)/lint-imports

fix: ## format, and mend what ruff can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

test: ## the tests on one interpreter
	$(BIN)/python -m pytest

golden: ## write the samples' expected outputs anew; read the difference before you commit it
	$(BIN)/python tools/golden.py

bench: ## speed by stage, against a peer, cold start, linearity, 10,000 files (needs the group bench for the peer)
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python benchmarks/citations.py
	$(BIN)/python benchmarks/many.py
	$(BIN)/python benchmarks/deadlines.py
	$(BIN)/python benchmarks/peers_deadlines.py

score: ## accuracy over real documents in the folder KEHOACH_CORPUS
	$(BIN)/python benchmarks/accuracy.py

docs: ## write the generated pages anew: schema, command line, messages
	$(BIN)/python tools/docs.py

pictures: ## take the pictures of docs/huong-dan.md anew (Chromium, LibreOffice)
	PYTHONPATH=tests $(BIN)/python tools/pictures.py

soak: ## damaged samples and phrases that repeat, for SECONDS (default 60) each; kills in batches, full disks
	$(BIN)/python benchmarks/soak.py $(SECONDS)
	$(BIN)/python benchmarks/linear.py $(SECONDS)
	$(BIN)/python benchmarks/kills.py
	$(BIN)/python -m pytest -q tests/batch/test_batch_accidents.py
