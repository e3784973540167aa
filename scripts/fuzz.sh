#!/usr/bin/env bash
# Fuzzes the readers of official files, and what becomes of budgets (load), narratives and tables (csv), with libFuzzer, which
# is guided by the code that each input reaches.
#
#   scripts/fuzz.sh SECONDS [READER…]   each reader for so many seconds; all readers unless some are named
#
# libFuzzer needs no nightly Rust: only sanitizers do, and they look for errors that safe Rust cannot have. Inputs that
# break a reader are in target/fuzz/found; the corpus is kept in target/fuzz/corpus for the next time.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/versions.sh
export RUSTUP_TOOLCHAIN=$RUST

seconds=${1:?how many seconds for each reader}; shift
readers=("$@")
[ ${#readers[@]} -gt 0 ] || readers=($(ls tests/fuzz/corpus))
command -v c++ >/dev/null || { echo "fuzz: a C++ compiler is missing, which builds libFuzzer (Debian: apt-get install g++)." >&2; exit 1; }

target=$(rustc -vV | sed -n 's/^host: //p')
# The compiler instruments branches and comparisons. Since a target is named, this holds for the project and its
# dependencies, and for no build script.
RUSTFLAGS="--cfg fuzzing -Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
-Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
-Cllvm-args=-sanitizer-coverage-trace-compares" \
  cargo build --quiet --release --manifest-path tests/fuzz/Cargo.toml --target "$target" --target-dir target/fuzz

mkdir -p target/fuzz/found
status=0
for reader in "${readers[@]}"; do
  [ -d "tests/fuzz/corpus/$reader" ] || { echo "fuzz: no reader is called $reader" >&2; exit 1; }
  case $reader in
    recogniser) program=blocks ;;
    load | narrative | csv) program=$reader ;;
    *) program=file ;;
  esac
  mkdir -p "target/fuzz/corpus/$reader"
  echo "fuzz: $reader for $seconds seconds"
  "target/fuzz/$target/release/$program" "target/fuzz/corpus/$reader" "tests/fuzz/corpus/$reader" \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=65536 -dict=tests/fuzz/words.dict \
    -artifact_prefix="target/fuzz/found/$reader-" -print_final_stats=1 >"target/fuzz/$reader.log" 2>&1 || status=1
  grep -E '^(stat::number_of_executed_units|stat::peak_rss_mb)|panicked|ERROR|Test unit written|^Base64' "target/fuzz/$reader.log" || true
done
exit $status
