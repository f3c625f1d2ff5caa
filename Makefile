# Two commands do all the set-up: `make run` and `make test`. Both make .venv from the lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench lock clean

run: $(VENV)/ready
	$(BIN)/pagewash clean

# Three processes on two cores: tests that wait for servers leave one idle.
# xdist would put files of few tests last, which take longest: tests/conftest.py has them first.
test: $(VENV)/ready
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

check: $(VENV)/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/ready
	$(BIN)/python -m bench.speed

$(VENV)/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "pagewash needs Python 3.11 or later; name one with: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# Needs uv (https://docs.astral.sh/uv/); writes hashes for every platform and for Python 3.11 and later.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet \
	    --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) output
