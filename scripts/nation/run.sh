#!/usr/bin/env bash
# Makes a nation of documents, fills a store with their numbers, and asks DuckDB, Spark and the program itself the same questions.
#
#   scripts/nation/run.sh COUNT [--write]   so many documents; --write renews the numbers of docs/nation.md
#
# Needs Python 3.10 or newer with venv, and Java 17 or newer. The engines come from PyPI into the cache of tools, as
# scripts/nation/requirements.txt has them: 500 MB once, of which Spark is nearly all.
set -euo pipefail
cd "$(dirname "$0")/../.."
. scripts/versions.sh
export RUSTUP_TOOLCHAIN=$RUST

say() { printf 'nation: %s\n' "$*"; }
stop() { printf 'nation: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

have python3 || stop "python3 is missing: the engines are asked from it (Debian: apt-get install python3-venv)."
python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null ||
  stop "Python 3.10 or newer with venv is missing (Debian: apt-get install python3-venv)."
have java || stop "Java is missing: Spark runs in it. Install 17 or newer (Debian: apt-get install openjdk-17-jre-headless)."
java=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
[ "${java%%.*}" -ge 17 ] || stop "Java $java is too old for Spark: install 17 or newer (Debian: apt-get install openjdk-17-jre-headless)."

engines=$TOOLS/python-$(cksum <scripts/nation/requirements.txt | cut -d' ' -f1)
if [ ! -x "$engines/bin/spark-submit" ]; then
  say "fetching DuckDB and Spark from PyPI (once; 480 MB)"
  rm -rf "$engines"
  python3 -m venv "$engines"
  "$engines/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r scripts/nation/requirements.txt || {
    rm -rf "$engines"
    stop "pip could not fetch the engines, or what came is not what scripts/nation/requirements.txt says."
  }
fi

say "building budget-lens"
cargo build --quiet --locked --release --bin budget-lens
cargo build --quiet --locked --example nation
exec "$engines/bin/python" scripts/nation/run.py "$@"
