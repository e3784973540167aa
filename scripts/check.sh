#!/usr/bin/env bash
# Checks the program for both targets, native and browser, for editors: prints one JSON object a line.
set -u
cd "$(dirname "$0")/.."
for target in "" "--target=wasm32-unknown-unknown"; do
  # Tests exist for the native target only.
  cargo check --quiet --locked --message-format=json --keep-going ${target:-"--all-targets"}
done
true
