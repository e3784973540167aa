# Build and test tasks. Two are enough for daily work: `make serve` shows the page, `make test` runs every test. Both
# install the tools that they need.

include scripts/tools.mk

PORT ?= 8080
# QUICK=1 makes a development build: in seconds, several times as large, with panic messages that name the source line.
# `make serve` then rebuilds at every change, and the page reloads itself.
RELEASE = $(if $(QUICK),,--release)
export QUICK

# How many seconds `make fuzz` tests each reader, and which readers (all unless some are named).
SECONDS ?= 60
READERS ?=

# How many functions of each module `make bytes` lists.
TOP ?= 30

# How many documents `make nation` makes.
COUNT ?= 3000

.PHONY: serve test test-engines axe style format dist setup golden bench bench-browser bytes count fuzz nation deny clean

## Serves the page with the shipped budget at http://127.0.0.1:8080/ (PORT= changes the port).
serve: dist
	@$(if $(QUICK),trunk --quiet watch --locked & trap "kill $$!" EXIT;) cargo run --quiet --example serve -- dist $(PORT)

## Builds dist/, a folder with relative paths only, which any static host can serve from any sub-path.
dist:
	@scripts/setup.sh build
	$(if $(QUICK),cargo build --quiet --locked)
	trunk build --locked $(RELEASE)

## Every test: style, lints for both targets, native tests, then the page in Chromium, and a part of that in other engines.
test:
	@scripts/setup.sh
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features importer -- -D warnings
	cargo doc --quiet --no-deps --document-private-items
	@$(MAKE) --no-print-directory style
	node --test scripts/*/*.test.mjs
	@if command -v python3 >/dev/null; then PYTHONDONTWRITEBYTECODE=1 python3 -m unittest discover --quiet -s scripts/nation -p '*_test.py'; \
		else echo "test: python3 is missing, so what make nation reckons is not tested"; fi
	trunk build --locked $(RELEASE)
	cargo test --locked
	scripts/engines.sh part

## All browser tests on Firefox and WebKitGTK, too, of which `make test` runs a part. TESTS="drilling:: print::" runs some.
test-engines:
	@scripts/setup.sh
	trunk build --locked --release
	scripts/engines.sh all $(TESTS)

## All states of the page, in every scheme, language and device, held against axe; `make test` does a part of them.
axe:
	@scripts/setup.sh
	trunk build --locked --release
	cargo test --locked --test browser -- --include-ignored axe::

## Checks format, lints and types of scripts and style sheets.
style:
	@scripts/setup.sh
	biome check --config-path=js --error-on-warnings .
	tsc --project js --types node --typeRoots "$(NPM)/node_modules/@types"

## Formats the Rust sources, scripts and style sheets.
format:
	@scripts/setup.sh
	cargo fmt
	biome format --config-path=js --write .

## Installs the tools that the build and the tests lack on this machine; says which and why.
setup:
	@scripts/setup.sh

## Regenerates the golden files (tests/README.md) after an intended change; review the diff.
golden:
	GOLDEN=1 cargo test --quiet --test figures --test checks --test house --test page --test commands -- drawings:: sentences:: sentences_lists:: statistics:: told:: schema:: prerendered:: template:: import_whole::
	git status --short tests/golden tests/data budget.schema.json docs/checks.md docs/template.xlsx

## Runs all benchmarks: the native ones (budget text to scenes, budgets to published folders, official files to budgets),
## then builds the page and measures it beside its peers.
bench:
	cargo bench --bench pipeline --bench publish --bench import
	@$(MAKE) --no-print-directory dist bench-browser

## Measures dist/ in Chromium beside the same charts with Chart.js and ECharts: ROUNDS=5 of them, ONLY="page,chartjs",
## PROFILES="phone", OURS="dist,other/dist" to compare builds, JSON=FILE for every number, WRITE=1 to renew the tables of
## README.md and docs/benchmark.md.
bench-browser:
	@scripts/setup.sh
	@node scripts/bench/bench.mjs $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(ONLY),--only "$(ONLY)") $(if $(PROFILES),--profiles "$(PROFILES)") \
		$(if $(OURS),--ours "$(OURS)") $(if $(JSON),--json "$(JSON)") $(if $(WRITE),--write)

## Counts the work that hostile documents make (tests/hostile/work), each stretch of code that is run through; takes three minutes.
count:
	scripts/count.sh --quiet

## Prints which packages and functions the bytes of each of the built page's modules are; the first time takes minutes.
bytes:
	@node scripts/bytes.mjs $(TOP)

## Fuzzes the readers of official files, of budgets (load), narratives and tables (csv): SECONDS=60 for each, READERS="pdf load" for some.
fuzz:
	@scripts/fuzz.sh $(SECONDS) $(READERS)

## Makes COUNT=3000 documents, fills a store with their numbers natively and on Spark, and asks DuckDB, Spark SQL and the program
## itself the same questions (docs/nation.md); WRITE=1 renews the numbers there. Needs Python with venv, Java, and 500 MB once.
nation:
	@scripts/nation/run.sh $(COUNT) $(if $(WRITE),--write)

## Checks licences, security advisories, duplicate packages and package sources against .cargo/deny.toml.
deny:
	@command -v cargo-deny >/dev/null || { echo "deny: cargo-deny is missing. Install it (two minutes): cargo install cargo-deny --locked" >&2; exit 1; }
	cargo deny --locked check

clean:
	rm -rf dist target
