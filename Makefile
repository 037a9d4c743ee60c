# Everything a newcomer needs: `make run` and `make test`. CI calls the same targets.
UV_VERSION := 0.13.9
UV := PYTHONPATH=.tools python3 -m uv
BIN := .venv/bin
PY := $(BIN)/python
SOURCES := src tests tools benchmarks

.PHONY: setup run test test-postgresql journeys check format messages bench bench-ballots replay docs lock clean

setup: .venv/.ready

.tools/.ready-$(UV_VERSION):
	python3 -m pip install --quiet --disable-pip-version-check --no-warn-script-location --target .tools --upgrade uv==$(UV_VERSION)
	touch $@

.venv/.ready: .tools/.ready-$(UV_VERSION) requirements.lock pyproject.toml
	test -x $(PY) || $(UV) venv --quiet --no-python-downloads .venv
	$(UV) pip sync --quiet --python $(PY) --require-hashes requirements.lock
	$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation -e .
	$(PY) tools/messages.py compile
	touch $@

run: setup
	$(BIN)/shanyraq demo
	$(BIN)/shanyraq serve --demonstration

test: setup
	$(PY) tools/messages.py compile
	$(PY) -m pytest -n 2

# The pure packages touch no database: their tests run once, in `make test`.
test-postgresql: setup
	tools/with_postgresql.sh $(PY) -m pytest -n 2 tests --ignore=tests/law --ignore=tests/tally --ignore=tests/ballots

journeys: setup
	tools/with_postgresql.sh $(PY) -m pytest -n 2 tests/journeys --override-ini testpaths=tests/journeys

bench: setup
	$(PY) benchmarks/casting.py
	$(PY) benchmarks/ten_years.py

bench-ballots: setup
	$(PY) benchmarks/ballots.py
	$(PY) benchmarks/booth.py
	$(PY) benchmarks/counting.py

replay: setup
	$(PY) benchmarks/replay_2016.py

check: setup
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports
	$(PY) tools/ratchets.py src
	$(PY) tools/ratchets.py tests
	$(BIN)/shanyraq manage makemigrations --check --dry-run
	$(PY) tools/messages.py check

format: setup
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

messages: setup
	$(PY) tools/messages.py update

lock: .tools/.ready-$(UV_VERSION)
	$(UV) pip compile --quiet pyproject.toml --group dev --group docs --universal --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 -o requirements.lock $(LOCK_OPTIONS)

docs: setup
	$(PY) tools/requirement_rows.py
	$(PY) tools/authorisation.py
	$(BIN)/mkdocs build --strict

clean:
	rm -rf .venv .tools var site-docs
