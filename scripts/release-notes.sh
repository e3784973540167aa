#!/usr/bin/env bash
# Prints the section of CHANGELOG.md about a version, for the release's page: scripts/release-notes.sh 0.2.0
# The section's heading is the version, which a date may follow: ## 0.2.0 – 2026-12-01
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
# The shell has dropped empty lines at the end; sed drops those at the beginning.
sed '/./,$!d' <<<"$notes"
