# Everything that is needed is set up here: system libraries when missing, the
# virtual environment, the locked dependencies.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
SCRATCH := $(shell test -w /dev/shm && echo /dev/shm/tiendo-tests || echo /tmp/tiendo-tests)
PYTEST := QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist worksteal --basetemp=$(SCRATCH)
ON_SERVER := packaging/server/with_server.sh $(PY) -m pytest -n 2 --dist worksteal \
	--basetemp=$(SCRATCH)-server --engine=postgresql tests/models

# Bytecode is kept, as in the product: without it every start compiles the program again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-all test-server crash fuzz lint bench screenshots build deb windows windows-twice windows-proof \
	windows-tools office-tools clean

run: $(READY)
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		$(PY) main.py --practice; \
	else \
		echo "Không có màn hình: làm thử cả một ngày trên số liệu mẫu."; \
		$(PY) main.py demo --out build/demo; \
	fi

lint: $(READY)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m mypy --strict packaging/windows packaging/licences packaging/frozen \
		packaging/linux
	$(VENV)/bin/lint-imports

test: lint
	$(PYTEST) -m "not slow"

# What touches a store, with PostgreSQL in place of the file: started here, and gone afterwards.
test-server: $(READY)
	$(ON_SERVER) -m "not slow"

test-all: lint office-tools
	$(PYTEST) --hypothesis-profile=new-each-time
	$(ON_SERVER) --hypothesis-profile=new-each-time
	$(MAKE) windows-proof

# LibreOffice, which lays out our Word and Excel files for the long tests.
office-tools:
	sh packaging/setup/office.sh

# Kills, power cuts and damage from a seed on, in any number; a failure names its own seed.
SEED ?= 0
KILLS ?= 1000
CUTS ?= 300
PLACES ?= 500
crash: $(READY)
	$(PY) -m tests.crash --seed $(SEED) --kills $(KILLS) --cuts $(CUTS) --places $(PLACES)

# Readers of what comes from elsewhere, with files that no program of ours wrote; each door for
# FUZZ_SECONDS from a seed on. A failure is kept in tests/fuzz/corpus.
FUZZ_SECONDS ?= 600
export FUZZ_SECONDS
fuzz: $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.fuzz --seed $(SEED) --seconds $(FUZZ_SECONDS)

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(PY) packaging/bench/bench.py
	QT_QPA_PLATFORM=offscreen $(PY) packaging/bench/intake.py packaging/bench/twins
	$(PY) packaging/bench/matching.py

screenshots: $(READY)
	$(PY) packaging/screenshots/make_screenshots.py --out build/screenshots

build: $(READY)
	$(PY) -m PyInstaller --noconfirm --clean --log-level WARN --distpath dist --workpath build/pyinstaller build.spec
	$(PY) packaging/licences/shipped.py dist/TienDo
	QT_QPA_PLATFORM=offscreen dist/TienDo/TienDoLenh self-check

# The frozen program as a Debian package.
deb: build
	$(PY) packaging/linux/deb.py

# The installer for Windows, made and proven on Debian: see packaging/windows/README.md.
windows-tools:
	sh packaging/setup/windows.sh

windows: $(READY) windows-tools
	$(PY) packaging/windows/assemble.py

windows-twice: $(READY) windows-tools
	$(PY) packaging/windows/assemble.py --twice

windows-proof: $(READY) windows-tools
	$(PY) packaging/windows/proof.py

$(READY): requirements.lock packaging/setup/system.sh
	sh packaging/setup/system.sh "$(PYTHON)"
	sh packaging/setup/environment.sh "$(PYTHON)" "$(VENV)"
	touch $(READY)

clean:
	rm -rf build dist $(VENV)
