# The pinned tools come first on the path of every recipe.
export PATH := $(CURDIR)/scripts/bin:$(shell . ./scripts/versions.sh && echo "$$TOOLS/trunk-$$TRUNK/bin:$$TOOLS/wasm-bindgen-cli-$$WASM_BINDGEN/bin:$$NPM/bin:$$NPM/node_modules/.bin"):$(PATH)
# The folder of the tools from npm.
NPM := $(shell . ./scripts/versions.sh && echo "$$NPM")
export RUSTUP_TOOLCHAIN := $(shell . ./scripts/versions.sh && echo "$$RUST")
