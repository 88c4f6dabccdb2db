# make run [ARGS=…]   builds Lectern and starts it
# make test           builds and runs every test
# make install        installs the program, its manual page and completions [PREFIX=… DESTDIR=…]

PREFIX ?= /usr/local
ARGS ?=

BINARY = .build/release/lectern
RELEASE = -c release --product lectern
# The Swift runtime inside the program halves the time to the first frame. On macOS the system has it.
ifneq ($(shell uname),Darwin)
RELEASE += --static-swift-stdlib
endif

# A crashing Swift program would wait in its backtracer wherever ptrace is not allowed.
export SWIFT_BACKTRACE = enable=no

.PHONY: run build release test lint docs recording bench bench-import torture several emulator-check \
  corpora-report install deps sanitize fuzz clean

run: release
	@exec $(BINARY) $(ARGS)

build:
	@Scripts/dependencies build
	swift build

release:
	@Scripts/dependencies build
	swift build $(RELEASE)

test:
	@Scripts/dependencies test
	swift build --build-tests --explicit-target-dependency-import-check error
	LC_ALL=C.UTF-8 swift test --skip-build

lint:
	swift format lint --strict --recursive Sources Tests Fuzz Package.swift seeds

# The pages that are made from the program; a test fails when one of them is out of date.
docs: build
	XDG_CONFIG_HOME=/dev/null .build/debug/lectern keys --format markdown >docs/keys.md
	.build/debug/lectern manual >docs/lectern.1

# docs/screens.md and docs/round.cast: what the program looks like, made by using it.
recording: release
	@Scripts/dependencies test
	@Scripts/dependencies bench
	Scripts/record-session $(BINARY) docs/round.cast docs/screens.md

# make bench ARGS=--check fails when a budget of docs/performance.md is broken.
bench: release
	@Scripts/dependencies bench
	python3 Benchmarks/bench.py --lectern $(BINARY) $(ARGS)

# make bench-import ARGS="--entries 100000" measures importing BibTeX against SQLite alone.
bench-import: release
	@Scripts/dependencies bench
	python3 Benchmarks/import.py --lectern $(BINARY) $(ARGS)

# Kills the program, fails its calls, fills its disk, and counts what is lost. A seed can be given with
# ARGS="--seed N". It takes up to ten minutes.
torture: release
	@Scripts/dependencies bench
	$(CC) -Wall -Wextra -shared -fPIC -o .build/faults.so Torture/faults.c -ldl
	python3 Torture/torture.py --lectern $(BINARY) --shim .build/faults.so $(ARGS)

# Two browsers, a loop of commands and imports on one library, for MINUTES.
MINUTES ?= 20
several: release
	@Scripts/dependencies test
	python3 Torture/several.py --lectern $(BINARY) --minutes $(MINUTES) $(ARGS)

# Draws the screens in an emulated terminal, which pip brings, and looks for misplaced cells. More
# titles than the project's own can be given with TITLES="FILE…".
EMULATOR = .build/emulator
emulator-check: release
	@Scripts/dependencies emulator
	@test -x $(EMULATOR)/bin/pip || python3 -m venv $(EMULATOR)
	@$(EMULATOR)/bin/pip install --quiet pyte==0.8.2 wcwidth
	$(EMULATOR)/bin/python Tests/EndToEndTests/Emulator/check.py --lectern $(BINARY) $(TITLES)

# The tests under the address and the thread sanitizer; a sanitized process is no measure of the
# program in a real terminal, so the end-to-end tests stay out.
sanitize:
	@Scripts/dependencies test
	ASAN_OPTIONS=detect_leaks=0 LC_ALL=C.UTF-8 swift test --sanitize=address \
	  --scratch-path .build-asan --skip EndToEndTests
	TSAN_OPTIONS='suppressions="$(CURDIR)/.ci/thread-suppressions"' LC_ALL=C.UTF-8 swift test --sanitize=thread \
	  --scratch-path .build-tsan --skip EndToEndTests

# make fuzz SECONDS=60 TARGETS="bibtex markdown" looks for input that breaks something: all targets
# without TARGETS, each for so many seconds.
SECONDS ?= 60
fuzz:
	@Scripts/dependencies build
	@Scripts/fuzz $(SECONDS) $(TARGETS)

# make corpora-report CORPORA=FOLDER compares what is found in real documents with their true counts.
CORPORA ?= ../shared/corpora
corpora-report: release
	@Scripts/dependencies bench
	@Scripts/corpora-report $(BINARY) $(CORPORA)

install: release
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -s -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/lectern"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 docs/lectern.1 "$(DESTDIR)$(PREFIX)/share/man/man1/lectern.1"
	$(call install_completion,bash,share/bash-completion/completions,lectern)
	$(call install_completion,zsh,share/zsh/site-functions,_lectern)
	$(call install_completion,fish,share/fish/vendor_completions.d,lectern.fish)

# $(call install_completion,SHELL,FOLDER,NAME)
define install_completion
@$(BINARY) completions $(1) >.build/completion.$(1) \
  && install -d "$(DESTDIR)$(PREFIX)/$(2)" \
  && install -m 644 .build/completion.$(1) "$(DESTDIR)$(PREFIX)/$(2)/$(3)" \
  || echo "No completion for $(1) was installed." >&2
endef

deps:
	@Scripts/dependencies test

clean:
	swift package clean
	rm -rf .build-asan .build-tsan .build-fuzz dist
