#!/usr/bin/env bash
# Installs the tools that the build and the tests need and this machine lacks; says which and why.
# Takes a moment when nothing is missing. Needs: rustup, Node with npm, curl, a C compiler;
# for the tests Chromium with its driver, Firefox, WebKitGTK with its driver, and nginx, which it installs on Debian and Ubuntu.
#
#   scripts/setup.sh build   what `make dist` and `make serve` need
#   scripts/setup.sh         that, and what `make test` needs
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/versions.sh
PATH=${PATH//"$PWD/scripts/bin:"/} # its wasm-bindgen is a wrapper that calls the tool

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have rustup || stop "rustup is missing: it brings Rust $RUST. See https://rustup.rs"
have node && have npm || stop "Node.js with npm is missing: wasm-opt comes from npm. Install Node 18 or newer."
have cc || stop "a C compiler is missing (Debian: apt-get install gcc)."

# ---- Rust -----------------------------------------------------------------------------
if ! rustup run "$RUST" rustc --version >/dev/null 2>&1; then
  say "installing Rust $RUST (named in rust-toolchain.toml)"
  rustup toolchain install "$RUST" --profile minimal
fi
installed=$(rustup component list --toolchain "$RUST" --installed)
for component in rustfmt clippy; do
  grep -q "^$component" <<<"$installed" || {
    say "adding $component (make test uses it)"; rustup component add --toolchain "$RUST" "$component"; }
done
grep -q '^rust-std-wasm32-unknown-unknown' <<<"$installed" || {
  say "adding Rust's WebAssembly target"; rustup target add --toolchain "$RUST" wasm32-unknown-unknown; }

# ---- tools from crates.io, built once into the cache ---------------------------------------
# crate name, version, binary, extra arguments
from_crates() {
  local crate=$1 version=$2 binary=$3; shift 3
  local root=$TOOLS/$crate-$version
  [ -x "$root/bin/$binary" ] && return
  mkdir -p "$root/bin"
  if have "$binary" && "$binary" --version 2>/dev/null | grep -qF " $version"; then
    ln -sf "$(command -v "$binary")" "$root/bin/$binary"
    return
  fi
  say "building $crate $version (once; a few minutes on two cores)"
  # Its own release profile optimises for ten minutes what runs for a second here.
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
    cargo install "$crate" --version "$version" --root "$root" "$@" ||
    stop "$crate $version could not be built; without it there is no page to serve."
}
# Without --locked: the lock file it was published with names a crate version that was withdrawn.
from_crates wasm-bindgen-cli "$WASM_BINDGEN" wasm-bindgen
from_crates trunk "$TRUNK" trunk --locked --no-default-features
from_crates wasm_split_cli_support "$WASM_SPLIT" wasm-split-cli --locked --features build-binary

# ---- tools from npm: wasm-opt for modules, esbuild for scripts and styles; biome and typescript check these ----
if [ "${1:-}" = build ]; then wanted="binaryen and esbuild" tool=wasm-opt omit=--omit=dev
else wanted="binaryen, esbuild, biome, typescript and axe" tool=biome omit=; fi
if [ ! -x "$NPM/node_modules/.bin/$tool" ]; then
  say "fetching $wanted from npm"
  rm -rf "$NPM.part"
  mkdir -p "$NPM.part/bin"
  cp scripts/npm/package.json scripts/npm/package-lock.json "$NPM.part"
  npm ci --prefix "$NPM.part" $omit --no-audit --no-fund --ignore-scripts --silent ||
    stop "npm could not fetch $wanted, or what came is not what scripts/npm/package-lock.json says."
  printf '#!/bin/sh\nexec node "%s" "$@"\n' "$NPM/node_modules/binaryen/bin/wasm-opt" >"$NPM.part/bin/wasm-opt"
  chmod +x "$NPM.part/bin/wasm-opt"
  rm -rf "$NPM"
  mv "$NPM.part" "$NPM"
fi

[ "${1:-}" = build ] && exit 0

# ---- what only the tests need ---------------------------------------------------------------
fonts() { have fc-list && fc-list :lang=zh | grep -q .; }
if ! have chromium || ! have chromedriver || ! fonts; then
  have apt-get || stop "the browser tests need chromium, chromedriver and a Chinese font; install them with this system's package manager."
  root=; [ "$(id -u)" = 0 ] || root=sudo
  say "installing Chromium, its driver and a Chinese font (for the browser tests)"
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends \
    chromium chromium-driver fonts-noto-cjk fontconfig >/dev/null ||
    stop "apt-get could not install chromium, chromium-driver and fonts-noto-cjk."
fi

# Debian installs nginx in /usr/sbin, which is not on every user's path.
if ! have nginx && [ ! -x /usr/sbin/nginx ]; then
  have apt-get || stop "the test of the example for nginx needs nginx; install it with this system's package manager."
  root=; [ "$(id -u)" = 0 ] || root=sudo
  say "installing nginx (the example for hosts is tested with it)"
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends nginx-light >/dev/null ||
    stop "apt-get could not install nginx-light."
  # The tests start their own nginx; the service that the package has started is stopped again.
  if [ -d /run/systemd/system ]; then $root systemctl disable --quiet --now nginx; else $root service nginx stop >/dev/null; fi || true
fi

# Other engines than Chromium: what cannot be installed is not tested, and `make test` says so. It is tried once.
lacks_engine() { ! { have firefox-esr || have firefox; } || ! have WebKitWebDriver || ! have Xvfb; }
if have apt-get && lacks_engine && [ ! -e "$TOOLS/no-engines" ]; then
  root=; [ "$(id -u)" = 0 ] || root=sudo
  say "installing Firefox and WebKitGTK (a part of the browser tests runs on them, too)"
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends \
    firefox-esr webkit2gtk-driver xvfb >/dev/null || {
    touch "$TOOLS/no-engines"
    say "apt-get could not install firefox-esr, webkit2gtk-driver and xvfb: nothing is tested on them."
  }
fi
