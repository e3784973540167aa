#!/usr/bin/env bash
# What CHANGELOG.md says of a version, for the release's page: scripts/release-notes.sh 0.2.0
# A heading is the version, and what may follow it, such as the date: ## 0.2.0 – 2026-12-01
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?which version? scripts/release-notes.sh 0.2.0}
notes=$(awk -v version="$version" '
  /^## / { wanted = $2 == version; next }
  wanted { print }
' CHANGELOG.md)
if ! grep -q '[^[:space:]]' <<<"$notes"; then
  echo "CHANGELOG.md has no section “## $version”, or nothing in it" >&2
  exit 1
fi
# Without the empty lines around it, which the shell keeps in front.
sed '/./,$!d' <<<"$notes"
