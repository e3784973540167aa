#!/usr/bin/env bash
# Runs the browser tests on Firefox and WebKitGTK, against the page that was built last.
#
#   scripts/engines.sh part    one test of each part of the page, as `make test` does
#   scripts/engines.sh all     all of them; names behind it choose some: scripts/engines.sh all drilling::
set -euo pipefail
cd "$(dirname "$0")/.."

have() { command -v "$1" >/dev/null 2>&1; }
which=${1:-part}
shift || true
tests=("$@")
[ "$which" = all ] || mapfile -t tests < <(cat tests/browser/engines/part.txt; printf -- '--exact\n')

for engine in firefox webkit; do
  case $engine in
    firefox) needs="firefox-esr" packages="firefox-esr" ;;
    webkit) needs="WebKitWebDriver Xvfb" packages="webkit2gtk-driver xvfb" ;;
  esac
  missing=
  for program in $needs; do have "$program" || have "${program%-esr}" || missing="$missing $program"; done
  if [ -n "$missing" ]; then
    echo "engines: no tests on $engine, since this machine has no$missing (Debian: apt-get install $packages)." >&2
    continue
  fi
  echo "engines: $engine, $which"
  # WebKit does not hold the place of what is looked at (scroll anchoring), so what arrives late above may move what a
  # test is about to touch; and now and then it stops a program of WebAssembly that goes on when it is asked again. Tests that
  # fail there are run once more, alone.
  log=$(mktemp)
  run() { ENGINE=$engine cargo test --quiet --locked --test browser -- "$@"; }
  if ! run "${tests[@]}" | tee "$log"; then
    mapfile -t failed < <(sed -n 's/^    \([a-z0-9_]*::[a-z0-9_:]*\)$/\1/p' "$log" | sort -u)
    if [ "$engine" != webkit ] || [ "${#failed[@]}" -eq 0 ]; then exit 1; fi
    echo "engines: webkit once more: ${failed[*]}"
    run "${failed[@]}" --exact --test-threads=1
  fi
  rm -f "$log"
done
