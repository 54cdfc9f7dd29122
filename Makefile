# make demo    install and check the replies in examples/
# make test    format, lint, import layers, types and tests: what CI runs
# make format  let ruff format the code
# make docs    write docs/rules.md from the rules
# make languagetool  fetch LanguageTool's server, 250 MB, into .languagetool/; its tests are skipped without it
# make lock    write the two lock files anew from pyproject.toml
# make clean   remove what these made

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test format docs languagetool lock clean
.DEFAULT_GOAL := demo

demo: .venv/installed
	@$(BIN)/replylint check --exit-zero examples
	@echo
	@echo "These replies were made with their faults left in. Now yours: $(BIN)/replylint check DRAFT --to MESSAGE"

test: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	@$(MAKE) --no-print-directory languagetool || echo "LanguageTool's server is not here: its tests are skipped."
	$(BIN)/python -m pytest

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: .venv/installed
	$(BIN)/python docs/generate.py

languagetool: .languagetool/ready

# All languages' jars: the server does not start without those its language detector knows.
.languagetool/ready: benchmarks/languagetool.pom.xml
	@command -v java >/dev/null && command -v mvn >/dev/null || { echo "LanguageTool needs Java 17 and Maven."; exit 1; }
	rm -rf .languagetool
	mvn --quiet --batch-mode --file $< -Daether.connector.connectTimeout=10000 -Daether.connector.requestTimeout=60000 \
		dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory=$(CURDIR)/.languagetool
	@touch $@
	@echo "To check your replies with it: export REPLYLINT_LANGUAGETOOL=$(CURDIR)/.languagetool"

lock: .venv/created
	$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --custom-compile-command "make lock" \
		pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --universal --upgrade --python-version 3.11 --custom-compile-command "make lock" \
		--group dev --constraint requirements.lock pyproject.toml --output-file requirements-dev.lock

clean:
	rm -rf .venv .languagetool build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

# A stamp file for each state of the environment, so that a second run starts at once.
.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "replylint needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' \
		|| { echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/created requirements.lock pyproject.toml
	$(PIP) install --requirement requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(PIP) install --requirement requirements-dev.lock
	@touch $@
