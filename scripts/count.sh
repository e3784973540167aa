#!/usr/bin/env bash
# Runs the tests of how much work hostile documents make (tests/hostile/work), with every stretch of code counted that the
# program runs through: the compiler is told to announce each of them.
#
#   scripts/count.sh [what cargo test takes…]
#
# As a wrapper of the compiler, which is how it calls itself: only the library is built so, beside the usual build.
set -euo pipefail
case " $* " in
*" --crate-name budget_lens "*" --crate-type lib "*)
  exec "$@" -Copt-level=1 -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=2 -Cllvm-args=-sanitizer-coverage-trace-pc ;;
*" --crate-name "*) exec "$@" -Copt-level=1 ;;
esac
if [ "${RUSTC_WORKSPACE_WRAPPER:-}" = "$0" ]; then exec "$@"; fi
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
# Without the page no program is built, which would lack what is called.
RUSTC_WORKSPACE_WRAPPER=$here/count.sh exec cargo test --no-default-features --test hostile work:: "$@"
