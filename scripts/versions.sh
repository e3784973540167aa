# Which version of each tool this project builds with; every script reads it here.
#
# Some versions stand elsewhere because a tool insists on reading them there:
#   Rust              rust-toolchain.toml   (rustup)
#   wasm-bindgen      Cargo.toml            (the library and the tool must be the same)
#   all from npm      scripts/npm           (npm, with digests of all that it fetches)
TRUNK=0.21.14
WASM_SPLIT=0.2.4
RUST=$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)
WASM_BINDGEN=$(sed -n 's/^wasm-bindgen = .*"=\([0-9.]*\)".*/\1/p' Cargo.toml)

# Tools live in a cache of their own, one folder a version: a clone shares them with the
# next one, and nothing that the user installed for other work is replaced.
TOOLS=${BUDGET_LENS_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/budget-lens}
# The folder of the tools from npm has a checksum of the lock file in its name: another lock file is another folder.
NPM=$TOOLS/npm-$(cksum <scripts/npm/package-lock.json | cut -d' ' -f1)
