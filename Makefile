# The vocabulary of the work. `make` alone lists it.
#
#   make demo      sets up what is missing, builds, runs the whole way of a complaint on this machine
#   make test      sets up what is missing, runs every test

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
DESTDIR ?=
BENCH ?=
SOAK ?=

# What the build links with, as pkg-config and as Debian and Ubuntu name it.
LIBRARIES := libcurl libxml-2.0 libdeflate sqlite3
APT_PACKAGES := pkg-config libcurl4-openssl-dev libxml2-dev libdeflate-dev libsqlite3-dev
FORMATTED := Package.swift Sources Tests Fuzz Tools

.PHONY: help setup build demo test docs check-format format fuzz soak sanitize bench bench-peers model release install deb test-deb check-unit check-alerts clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

setup: ## install the system packages that are missing; silent when none is
	@if pkg-config --exists $(LIBRARIES) 2>/dev/null; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	    echo "make setup: pkg-config and the development files of libcurl, libxml2, libdeflate and SQLite 3 are needed;" \
	        "there is no apt-get here, so install them with this system's package manager and run make again" >&2; \
	    exit 1; \
	fi; \
	root=; \
	if [ "$$(id -u)" -ne 0 ]; then \
	    if ! command -v sudo >/dev/null; then \
	        echo "make setup: these packages are missing and need root to install:" \
	            "apt-get install $(APT_PACKAGES)" >&2; \
	        exit 1; \
	    fi; \
	    root="sudo --preserve-env=DEBIAN_FRONTEND"; \
	fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	$$root apt-get update -qq; \
	$$root apt-get install -y -qq --no-install-recommends $(APT_PACKAGES)

build: setup ## build everything, tests too
	$(SWIFT) build --build-tests

demo: setup ## watch an invented shop's complaints arrive, on this machine alone
	$(SWIFT) build --product ombud
	@"$$($(SWIFT) build --show-bin-path)/ombud" demo

# The counts are those of Swift Testing's own last line, which a run that crashed or did not build never prints.
# Lines of single tests may be torn apart by what the tests themselves print, so they are not relied on for more
# than naming what failed or was skipped.
# Hundreds of worlds at once, each with a site, a store and threads, wait for each other more than they test.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 16
test: setup ## run every test; ends with the counts
	@mkdir -p .build; rm -f .build/test-counts; status=0; \
	$(SWIFT) test --disable-xctest 2>&1 | tee .build/test-output || status=$$?; \
	total=$$(sed -nE 's/.*Test run with ([0-9]+) tests?.*/\1/p' .build/test-output | tail -n 1); \
	lines() { grep -vE 'Test (run|case) ' .build/test-output | grep -cE "Test .* $$1" || true; }; \
	failed=$$(lines 'failed after [0-9.]+ s'); \
	skipped=$$(lines 'skipped(:|\.|$$)'); \
	if [ "$$status" -ne 0 ] && [ "$$failed" -eq 0 ]; then failed=1; fi; \
	passed=$$(( $${total:-0} - failed - skipped )); \
	if [ -z "$$total" ]; then passed=0; fi; \
	counts="$$passed passed, $$failed failed"; \
	if [ "$$skipped" -gt 0 ]; then counts="$$counts, $$skipped skipped"; fi; \
	if [ -z "$$total" ]; then counts="$$counts (the run did not reach its end)"; status=1; fi; \
	if [ "$$passed" -le 0 ] || [ "$$failed" -gt 0 ]; then status=1; fi; \
	if [ "$$status" -ne 0 ]; then \
	    echo "what failed:"; \
	    grep -E 'recorded an issue|failed after|error:|[Ff]atal error|Time limit' .build/test-output \
	        | grep -vE '(Test run|Suite) ' | cut -c 1-600 | tail -n 60 || true; \
	fi; \
	echo "$$counts" | tee .build/test-counts; \
	exit $$status

# docs/commands.md, docs/keys.md, docs/events.md: from the commands' help, the schemas of the files and of the events.
docs: setup ## write the reference pages of docs/ anew
	OMBUD_WRITE_DOCS=1 $(SWIFT) test --disable-xctest --filter GeneratedDocsTests

check-format: ## complain about code that `make format` would change
	@$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED)

format: ## format all code in place
	@$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

# `make fuzz FUZZ="feed css" FUZZ_SECONDS=600` for two targets, ten minutes each; Fuzz/run says more.
fuzz: setup ## feed made-up bytes to everything that reads bytes from outside, 30 s each
	@SWIFTC="$$(command -v $(SWIFT))c" Fuzz/run $(FUZZ)

# An hour on loopback: sites and receivers that fail, kills, reloads, clock jumps, a full disk; then what must hold.
# The clock jumps where libfaketime is installed, the disk is full where root runs it; Soak/soak.py says more.
# `make soak SOAK="--minutes 10 --seed 7"` for less, and for the same again.
soak: release ## an hour of everything that can go wrong, and the invariants checked at its end
	@python3 Soak/soak.py $(SOAK)

# The whole suite under the address and the thread sanitizer, each with a build of its own.
sanitize: sanitize-address sanitize-thread ## run every test under both sanitizers

sanitize-%: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8
sanitize-%: export TSAN_OPTIONS ?= suppressions=$(CURDIR)/Tools/thread-sanitizer.supp
sanitize-%: setup
	$(SWIFT) test --disable-xctest --sanitize=$* --scratch-path .build-$*

# `make bench` runs all but the long ones; `make bench-first`, `make bench-memory-long` one of them;
# `make bench BENCH="first later --pages 300 --rounds 1 --write"` what Benchmarks/bench.py is told.
bench: release bench-peers ## run the benchmarks against their peers and print one table
	@python3 Benchmarks/bench.py $(BENCH)

bench-%: release bench-peers
	@python3 Benchmarks/bench.py $* $(BENCH)

bench-peers:
	@missing=; for tool in nginx curl python3; do \
	    if [ -z "$$(PATH=$$PATH:/usr/sbin command -v $$tool)" ]; then missing="$$missing $$tool"; fi; \
	done; \
	if ! python3 -c 'import ensurepip' 2>/dev/null; then missing="$$missing python3-venv"; fi; \
	if [ -n "$$missing" ]; then \
	    packages="$${missing/nginx/nginx-light}"; \
	    if command -v apt-get >/dev/null && [ "$$(id -u)" -eq 0 ]; then \
	        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$packages || true; \
	    else \
	        echo "make bench: rows that need$$missing are left out; to have them: apt-get install$$packages" >&2; \
	    fi; \
	fi

# The Swift runtime goes into the binary: the service cannot see a toolchain in somebody's home. Linked
# so, Foundation knows no time zones unless its ICU part is asked for by name; `ombud check` on our own
# calendars proves with the very binary that it knows them.
STATIC := -c release --static-swift-stdlib \
    -Xlinker -u -Xlinker '$$s30FoundationInternationalization12_TimeZoneICUCMa'

# Two minutes on one core; the same every time. The sets are not part of the project.
OMBUD_CASES ?= ../shared/data
model: setup ## train the model of complaints on $OMBUD_CASES (../shared/data), with its card's figures
	$(SWIFT) build -c release --product train-model
	.build/release/train-model --cases "$(OMBUD_CASES)" --out Sources/ombud/Model/complaints.model --card docs/model.md

release: setup ## build the binary that `make install` installs
	$(SWIFT) build $(STATIC) --product ombud
	@.build/release/ombud check --config config > /dev/null

# Needs no Swift when `make release` ran before, so that root need not have one.
# Configuration that is already there is kept. The examples of watchlists go to the documentation: the service starts
# with the first one that `ombud init` or somebody writes.
BINARY ?= .build/release/ombud
install: ## install below DESTDIR: PREFIX=/usr/local, SYSCONFDIR=/etc
	@binary="$(BINARY)"; \
	if [ ! -x "$$binary" ]; then $(MAKE) release; fi; \
	share="$(DESTDIR)$(PREFIX)/share"; \
	install -D -m 0755 "$$binary" "$(DESTDIR)$(PREFIX)/bin/ombud"; \
	install -D -m 0644 Sources/ombud/Model/complaints.model "$$share/ombud/complaints.model"; \
	install -d "$(DESTDIR)$(PREFIX)/lib/systemd/system" "$(DESTDIR)$(SYSCONFDIR)/ombud" \
	    "$$share/bash-completion/completions" "$$share/zsh/site-functions" "$$share/fish/vendor_completions.d"; \
	sed 's|/usr/bin/ombud|$(PREFIX)/bin/ombud|; s|/etc/ombud|$(SYSCONFDIR)/ombud|g; s|/usr/share/doc|$(PREFIX)/share/doc|' systemd/ombud.service \
	    > "$(DESTDIR)$(PREFIX)/lib/systemd/system/ombud.service"; \
	"$$binary" completions bash | sed '1{/^#!/d}' > "$$share/bash-completion/completions/ombud"; \
	"$$binary" completions zsh > "$$share/zsh/site-functions/_ombud"; \
	"$$binary" completions fish > "$$share/fish/vendor_completions.d/ombud.fish"; \
	"$$binary" manual --out "$$share/man/man1"; \
	gzip -9nf "$$share/man/man1"/ombud*.1; \
	install -D -m 0644 -t "$$share/doc/ombud" docs/*.md; \
	install -D -m 0644 -t "$$share/doc/ombud/examples/watchlists" watchlists/*.yaml; \
	install -D -m 0644 -t "$$share/ombud/monitoring" monitoring/alerts.yaml monitoring/dashboard.json; \
	place() { \
	    local to="$(DESTDIR)$(SYSCONFDIR)/ombud/$$2"; \
	    if [ -e "$$to" ]; then echo "kept $$to"; else install -D -m 0644 "$$1" "$$to"; fi; \
	}; \
	while IFS= read -r file; do place "config/$$file" "$$file"; done < <(cd config && find . -type f | sed 's|^\./||'); \
	while IFS= read -r file; do place "watchlists/sites/$$file" "watchlists/sites/$$file"; done \
	    < <(cd watchlists/sites && find . -type f | sed 's|^\./||'); \
	echo "installed below $(DESTDIR)$(PREFIX); docs/operations.md says how to start it"

deb: release ## make a Debian package of the release binary, in .build/deb
	@packaging/deb.sh "$(BINARY)" .build/deb

# As root; a clean Debian of debootstrap is kept in .build/deb for the next time. DEB_ROOT names another.
test-deb: deb ## install the package into a clean Debian and run it there: poll, reload, kill, remove
	@packaging/test-deb.sh .build/deb/ombud_*.deb

check-unit: ## the measure of the systemd unit's hardening, where systemd-analyze is
	@systemd-analyze security --offline=true --threshold=12 systemd/ombud.service | tail -n 1

# promtool comes with the Debian package prometheus.
check-alerts: ## test the alert rules, where promtool is
	@promtool check rules monitoring/alerts.yaml && promtool test rules monitoring/alerts-test.yaml

clean: ## remove what was built
	$(SWIFT) package clean
