# Two commands are all: `make serve` shows the page, `make test` proves it. Both set everything up.

include scripts/tools.mk

PORT ?= 8080
# QUICK=1 builds the page for whoever works on it: in seconds, several times as large; a panic says where. `make serve` then
# builds it anew at every change, and the page shows itself anew.
RELEASE = $(if $(QUICK),,--release)
export QUICK

# How long `make fuzz` tries each reader, and which; all unless some are named.
SECONDS ?= 60
READERS ?=

.PHONY: serve test style format dist setup golden bench fuzz deny clean

## The page with the real budget at http://127.0.0.1:8080/ (PORT= changes it).
serve: dist
	@$(if $(QUICK),trunk --quiet watch --locked & trap "kill $$!" EXIT;) cargo run --quiet --example serve -- dist $(PORT)

## A folder with relative paths only, for any static host, from any sub-path.
dist:
	@scripts/setup.sh build
	trunk build --locked $(RELEASE)

## Every test: style, lints for both targets, native tests, then the page in a real browser.
test:
	@scripts/setup.sh
	cargo fmt --check
	cargo clippy --quiet --all-targets -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown -- -D warnings
	cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features importer -- -D warnings
	@$(MAKE) --no-print-directory style
	node --test scripts/
	trunk build --locked $(RELEASE)
	cargo test --locked

## Format, lints and types of scripts and styles.
style:
	@scripts/setup.sh
	biome check --error-on-warnings .
	tsc --project . --types node --typeRoots "$(NPM)/node_modules/@types"

## Puts scripts and sources into their format.
format:
	@scripts/setup.sh
	cargo fmt
	biome format --write .

## Installs what the machine lacks, and says what and why.
setup:
	@scripts/setup.sh

## Renews the golden files (tests/README.md) after a wanted change; look at the difference.
golden:
	GOLDEN=1 cargo test --quiet --test figures --test checks --test house --test page --test commands -- drawings:: sentences:: sentences_lists:: told:: schema:: prerendered:: template:: import_whole::
	git status --short tests/golden tests/data budget.schema.json docs/checks.md docs/template.xlsx

## From budget text to scenes, from budgets to folders, and from official files to budgets, natively.
bench:
	cargo bench --bench pipeline --bench publish --bench import

## Looks for official files that break their reader: SECONDS=60 for each, READERS="pdf docx" for some.
fuzz:
	@scripts/fuzz.sh $(SECONDS) $(READERS)

## Licences, advisories, packages that come twice, and where they come from, as deny.toml wants them.
deny:
	@command -v cargo-deny >/dev/null || { echo "deny: cargo-deny is missing. Install it (two minutes): cargo install cargo-deny --locked" >&2; exit 1; }
	cargo deny --locked check

clean:
	rm -rf dist target
