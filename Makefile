# make demo     answers a question and draws it
# make test     everything that can be checked with Python alone
#
# Each does all of its own set-up, in .venv, and needs only Python 3.11 or newer, make and git.
# PYTHON=… chooses the interpreter.

CANDIDATES := $(or $(PYTHON),python3 python python3.14 python3.13 python3.12 python3.11)
INTERPRETER = $(shell for python in $(CANDIDATES); do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
PICTURE := build/analyst-to-spm.svg
PYTEST := $(BIN)/python -m pytest --quiet
# A process for each core. Each test goes to whichever is free: the slow ones stand in a few files.
PARALLEL := --numprocesses=auto --maxprocesses=8 --dist=worksteal

FUZZED := ladder_json ladder_yaml extends person plan mapping matrix_csv matrix_text \
	matrix_xlsx lists sheet_xml recognised ddat onet esco node_link drawing_text drawing_json
SECONDS_EACH := 60

.PHONY: architecture bundled bundled-ddat docs help demo test test-all test-slow fuzz bench picture gallery \
	lock page-pictures planner site wheel

help:
	@echo "make demo       answer a question and draw the answer"
	@echo "make test       run the tests, doctests, linters, type checks and the import contract,"
	@echo "                on all cores; PARALLEL= for one after the other"
	@echo "make test-all   test the pictures in a browser, and more that needs other programs;"
	@echo "                and run the quick tests with the newest other Python"
	@echo "make docs       build the documentation in build/docs, run its notebook, check its links"
	@echo "make test-slow  search long for counterexamples, elsewhere each time"
	@echo "make fuzz       try the readers of files on broken ones, a minute each"
	@echo "make bench      measure, in ratios"
	@echo "make site       write the pages of the bundled ladders to build/site, or of LADDERS=FILE"
	@echo "make page-pictures  make the pictures of the page in docs anew; needs Chromium and Node"
	@echo "make planner    bring the planner's parts for pages; needs Node 20, and npm's registry once"
	@echo "make wheel      build what is released, with these parts, in dist, and try it"
	@echo "make picture    draw docs/ladder.svg anew"
	@echo "make gallery    draw the pictures of docs/gallery.md and of the guides anew"
	@echo "make bundled    read the bundled ladders in YAML anew, for a quick start"
	@echo "make bundled-ddat ROLES=role_roles.csv ORDER=level_order.csv"
	@echo "                make uk-digital-and-data anew of the framework's tables, without its texts"
	@echo "make architecture  draw docs/architecture.svg anew"
	@echo "make lock       pin the newest dependencies, with their hashes"

demo: .venv/runtime
	@echo '$$ ladder ask "how do I get from analyst to SPM"'
	@$(BIN)/ladder ask "how do I get from analyst to SPM"
	@mkdir -p build
	@$(BIN)/ladder draw --path analyst spm -o $(PICTURE)
	@echo "The ladder with this path in it: $(CURDIR)/$(PICTURE)"

# The tests start Python a hundred times, so its bytecode is kept, whatever the environment says.
test test-all test-slow: export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/bytecode
test test-all test-slow: export PYTHONDONTWRITEBYTECODE :=

test: .venv/dev
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --quiet --check
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo
	$(PYTEST) $(PARALLEL)

# What needs Chromium, npm or a system Graphviz, which it installs where it can; and another Python.
test-all: .venv/dev docs
	@PYTHONPATH=tests $(BIN)/python -m support.runtime || echo "The page's tests are left out."
	@tests/outside/install.sh
	$(PYTEST) -m outside -rs tests/outside
	@PYTHONPATH=tests $(BIN)/python -m bench page
	@$(BIN)/python tests/support/pythons.py

test-slow: .venv/dev
	$(PYTEST) $(PARALLEL) -m "slow or hypothesis" --hypothesis-profile=slow

# atheris is in an environment of its own: it has no wheels for every system. What it finds lies in
# build/fuzz; a finding that is mended becomes a file in tests/data/fuzz, which the tests try again.
# For less of it: make fuzz FUZZED=person SECONDS_EACH=600
fuzz: .venv/fuzz/set-up
	@for target in $(FUZZED); do \
		mkdir -p build/fuzz/$$target; \
		PYTHONPATH=.:tests $(FUZZ)/python -m fuzz $$target -max_total_time=$(SECONDS_EACH) \
			-max_len=4096 -timeout=5 -rss_limit_mb=1024 -artifact_prefix=build/fuzz/$$target- \
			build/fuzz/$$target tests/data/fuzz/$$target || exit 1; \
	done

# For less of it: make bench BENCH="questions --pairs 20 --time-limit 1 --ladder DDaT"
bench: .venv/runtime
	@PYTHONPATH=tests $(BIN)/python -m bench $(BENCH)

planner: .venv/runtime
	@PYTHONPATH=tests $(BIN)/python -m support.runtime

# The pages of the bundled ladders, or of one: make site LADDERS=our-ladder.yaml
LADDERS := product-management product-management-start-up product-management-large-company \
	uk-digital-and-data
PAGES = mkdir -p $(2) && for ladder in $(LADDERS); do $(1)/ladder --ladder $$ladder site \
	-o $(2)/$$(basename $$ladder | sed 's/\.[a-z]*$$//').html || exit 1; done
site: planner
	@$(call PAGES,$(BIN),build/site)

# The pictures of the page in docs/, by Chromium; all views, to be looked at, by PICTURED=all.
page-pictures: planner
	@tests/outside/install.sh
	@mkdir -p build/site
	@$(BIN)/ladder --ladder product-management site -o build/site/pictured.html
	@node tests/outside/site/pictures.mjs "$$(command -v chromium || command -v chromium-browser \
		|| command -v google-chrome)" build/site/pictured.html \
		$(if $(PICTURED),build/site/pictures all,docs)

# A warning is an error, such as a link, an anchor or a picture that is not there. The bundled
# ladders' pages stand beside it, without the planner where its parts are not there.
docs: .venv/docs/set-up
	@$(DOCS)/python -m sphinx --quiet --fail-on-warning --keep-going --jobs auto \
		--doctree-dir build/doctrees docs build/docs
	@$(call PAGES,$(DOCS),build/docs/pages)
	@echo "The documentation: $(CURDIR)/build/docs/index.html"

# Both are made, checked as the package index does, and the wheel is tried where nothing else is.
wheel: planner .venv/release/set-up
	@rm -rf dist .venv/tried
	@$(RELEASE)/python -m build --no-isolation --outdir dist . >/dev/null
	@$(RELEASE)/python -m twine check --strict dist/*
	@$(BIN)/python -m venv --clear .venv/tried
	@$(TRIED)/python -m pip --quiet --disable-pip-version-check install --require-hashes \
		-r requirements.txt
	@$(TRIED)/python -m pip --quiet --disable-pip-version-check install --no-deps dist/*.whl
	@$(TRIED)/python tests/support/tried.py
	@PYTHONPATH=tests $(BIN)/python -m support.newcomer $(TRIED)/ladder

picture: .venv/runtime
	@mkdir -p docs
	$(BIN)/ladder draw --path analyst spm --width 880 -o docs/ladder.svg

gallery: .venv/runtime
	@PYTHONPATH=tests $(BIN)/python -m support.gallery
	@PYTHONPATH=tests $(BIN)/python -m support.pages

# What the ladders in YAML are read as, which is quicker to read; needed after one is changed.
bundled: .venv/runtime
	@PYTHONPATH=tests $(BIN)/python -m support.bundled

# The framework's tables are not in this repository, as their sentences belong to others.
bundled-ddat: .venv/runtime
	@PYTHONPATH=tests $(BIN)/python -m support.framework $(ROLES) $(ORDER)

architecture: .venv/dev
	@PYTHONPATH=tests $(BIN)/python -m support.house

# A stamp is written last, so that an interrupted set-up is done again.
.venv/venv:
	@python=$(INTERPRETER); \
	if test -z "$$python"; then \
		echo "Python 3.11 or newer is needed, and none of these is: $(CANDIDATES)." \
			"Name one: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	echo "Setting up .venv with $$($$python --version)"; \
	$$python -m venv --clear .venv
	@touch $@

# The compatible editable mode is a line in a .pth file; the default one is an import hook, which
# makes each start of the interpreter 8 ms slower, unlike a real installation.
.venv/runtime: .venv/venv requirements.txt pyproject.toml
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --config-settings editable_mode=compat -e .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.txt
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# Apart from what the tests need, so that those are set up as quickly as before.
DOCS := .venv/docs/$(notdir $(BIN))

.venv/docs/venv: .venv/venv
	@$(BIN)/python -m venv --clear .venv/docs
	@touch $@

.venv/docs/set-up: .venv/docs/venv requirements-docs.txt pyproject.toml
	@$(DOCS)/python -m pip --quiet --disable-pip-version-check install --require-hashes \
		-r requirements-docs.txt
	@$(DOCS)/python -m pip --quiet --disable-pip-version-check install --no-deps \
		--no-build-isolation --config-settings editable_mode=compat -e .
	@touch $@

# What makes a release, and where it is tried.
RELEASE := .venv/release/$(notdir $(BIN))
TRIED := .venv/tried/$(notdir $(BIN))

.venv/release/set-up: .venv/venv requirements-release.txt
	@$(BIN)/python -m venv --clear .venv/release
	@$(RELEASE)/python -m pip --quiet --disable-pip-version-check install --require-hashes \
		-r requirements-release.txt
	@touch $@

# One list for every system and for every Python from 3.11 on. Setuptools is in it because
# building the project in isolation would fetch it unpinned.
FUZZ := .venv/fuzz/$(notdir $(BIN))

.venv/fuzz/set-up: .venv/venv requirements.txt
	@$(BIN)/python -m venv --clear .venv/fuzz
	@$(FUZZ)/python -m pip --quiet --disable-pip-version-check install --require-hashes \
		-r requirements.txt
	@$(FUZZ)/python -m pip --quiet --disable-pip-version-check install atheris pydot
	@touch $@

UV := .venv/uv/$(notdir $(BIN))
COMPILE := $(UV)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --custom-compile-command "make lock" --upgrade pyproject.toml -

lock: .venv/venv
	@$(BIN)/python -m venv .venv/uv
	@$(UV)/python -m pip --quiet --disable-pip-version-check install uv
	@echo "setuptools>=77" | $(COMPILE) -o requirements.txt
	@echo "setuptools>=77" | $(COMPILE) --extra dev -c requirements.txt -o requirements-dev.txt
	@echo "setuptools>=77" | $(COMPILE) --extra docs -c requirements-dev.txt -o requirements-docs.txt
	@echo "setuptools>=77" | $(COMPILE) --extra release -c requirements.txt -o requirements-release.txt
