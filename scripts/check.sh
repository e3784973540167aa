#!/usr/bin/env bash
# What the compiler says of both programs, natively and in the browser, as editors read it: one JSON object a line.
set -u
cd "$(dirname "$0")/.."
for target in "" "--target=wasm32-unknown-unknown"; do
  # Tests are native.
  cargo check --quiet --locked --message-format=json --keep-going ${target:-"--all-targets"}
done
true
