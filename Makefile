.DEFAULT_GOAL := help
# `make walk` and `make pictures` install chromium where it is missing.
.PHONY: help deps build release test test-checked test-asan test-tsan budget budget-debug soundness check recount golden format lint floors bench demo test-server walk pictures fuzz ci

SWIFT_SOURCES := Sources Tests Package.swift
MARGAY := .build/release/margay

help: ## Show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

deps: ## Install the C libraries that are missing (Debian packages)
	@scripts/install-dependencies

build: deps ## Debug build
	swift build

release: deps ## Optimised build: .build/release/margay
	swift build -c release --product margay

test: deps ## All tests; one suite: make test FILTER=ParserTests
	swift test --parallel $(if $(FILTER),--filter $(FILTER))

SAFETY_SUITES := PythonRuntimeTests|PythonLibraryTests

test-checked: deps ## Tests of the machine with every value's lifetime checked
	MARGAY_CHECKED=1 swift test --scratch-path .build/checked --filter '$(SAFETY_SUITES)'

# Foundation does not free the buffer of what it read from a file whose length it did not know.
test-asan: deps ## The same with the address sanitizer
	LSAN_OPTIONS=suppressions=scripts/leaks.suppressions MARGAY_CHECKED=1 swift test --disable-xctest --scratch-path .build/asan --sanitize address --filter '$(SAFETY_SUITES)'

test-tsan: deps ## Tests of what runs on several threads, with the thread sanitizer
	@scripts/thread-sanitizer

budget: release ## What an event costs, counted by valgrind, against Benchmarks/budget.json
	@scripts/install-dependencies valgrind:valgrind
	@scripts/budget

budget-debug: build ## The same of the debug build, with fewer rules and events, in a minute
	@scripts/install-dependencies valgrind:valgrind
	@scripts/budget --debug

COUNT ?= 1000000

soundness: deps ## Scans that must agree, on changed events of a pack: make soundness PACK=folder COUNT=1000000
	@scripts/soundness $(or $(PACK),packs/aws) $(COUNT)

check: lint floors test ## All that a commit must pass

golden: ## Rewrite golden files; read the diff before committing
	UPDATE_GOLDEN=1 swift test && git diff --stat -- '*Golden*'

format: ## Format in place
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

lint: ## Formatting and lint, strict
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

floors: deps ## Fail if a target imports one it does not declare
	@out=$$(swift build --explicit-target-dependency-import-check error 2>&1) || { echo "$$out"; exit 1; }; \
	if echo "$$out" | grep -F 'without declaring it a dependency'; then exit 1; fi

FUZZ_SECONDS ?= 300
FUZZERS := kql machine parser regex sigma tape yaraL

fuzz: $(FUZZERS:%=fuzz-%) ## Fuzz KQL, machine, parser, regex, Sigma, tape and YARA-L, each for FUZZ_SECONDS (300)

# libFuzzer with AddressSanitizer, in the checked mode, over the seeds of Fuzz/<Name>/Seeds; what it finds is left in
# .build/fuzz.
fuzz-%: deps
	MARGAY_FUZZ=1 MARGAY_CHECKED=1 swift build -c release --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address \
		--scratch-path .build/fuzz --product Fuzz$(shell echo $* | sed 's/./\U&/')
	@mkdir -p .build/fuzz/corpus-$*
	LSAN_OPTIONS=suppressions=scripts/leaks.suppressions SWIFT_BACKTRACE=enable=no .build/fuzz/release/Fuzz$(shell echo $* | sed 's/./\U&/') \
		-max_total_time=$(FUZZ_SECONDS) -max_len=4096 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix=.build/fuzz/ .build/fuzz/corpus-$* Fuzz/$(shell echo $* | sed 's/./\U&/')/Seeds

bench: deps ## Benchmarks on a file of events: make bench BENCH=tape FILE=events.ndjson
	MARGAY_BENCH=1 swift build -c release --product MargayBenchmarks
	.build/release/MargayBenchmarks $(or $(BENCH),tape) $(FILE)

demo: release ## Scan the AWS samples with the AWS starter pack, show the alerts and the pack's catalogue
	@echo
	@echo "The 42 rules of packs/aws over recorded attacks (packs/aws/samples/SOURCES.md says whose):"
	@echo
	@echo "  $(MARGAY) scan --rules packs/aws packs/aws/samples/*.ndjson.gz"
	@echo
	@COLUMNS=$${COLUMNS:-120} $(MARGAY) scan --rules packs/aws packs/aws/samples/*.ndjson.gz
	@echo
	@echo "The same rules as a catalogue, and those of them that have to do with SendCommand:"
	@echo
	@echo "  $(MARGAY) catalog build packs/aws packs/sigma-aws --db .build/demo.db"
	@echo "  $(MARGAY) catalog search SendCommand --db .build/demo.db"
	@echo
	@$(MARGAY) catalog build packs/aws packs/sigma-aws --db .build/demo.db
	@COLUMNS=$${COLUMNS:-120} $(MARGAY) catalog search SendCommand --db .build/demo.db
	@echo
	@echo "In a browser: $(MARGAY) serve --db .build/demo.db"

test-server: deps ## Tests of the server on a real socket, which need a process of their own
	MARGAY_SERVER_TESTS=1 swift test --filter WebServerTests

walk: build ## Walk through the catalogue's pages in a real browser
	@scripts/install-dependencies chromium:chromium
	scripts/browser/walk .build/debug/margay packs/aws packs/sigma-aws $(if $(PICTURES),--pictures $(PICTURES))

pictures: release ## Take the pictures that documents show
	@scripts/install-dependencies chromium:chromium
	scripts/browser/screenshot $(MARGAY) docs/images

recount: build ## Count anew what rules of the bundled packs share, and compare
	scripts/recount .build/debug/margay packs/aws packs/sigma-aws

ci: check recount ## What the build server runs
	@if scripts/install-dependencies valgrind:valgrind && valgrind --version; then $(MAKE) budget-debug; \
	else echo "warning: there is no valgrind here and none can be installed: nobody counted what an event costs" >&2; fi
	@if scripts/install-dependencies chromium:chromium && chromium --version; then $(MAKE) walk; \
	else echo "warning: there is no chromium here and none can be installed: nobody walked through the pages" >&2; fi
