#!/bin/sh
# Bring what the tests in this folder need besides Python, where that is possible: Chromium, a font
# as wide as Arial and Graphviz from the system's packages; Mermaid, playwright, axe and what
# drawings are saved by from npm. What is missing afterwards, the tests say.
set -u
cd "$(dirname "$0")"

missing=""
command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| command -v google-chrome >/dev/null || missing="chromium"
command -v dot >/dev/null || missing="$missing graphviz"
fc-list : family 2>/dev/null | grep -Eq "Arial|Helvetica|Liberation Sans" \
	|| missing="$missing fonts-liberation"
if test -n "$missing" && command -v apt-get >/dev/null; then
	as_root=""
	test "$(id -u)" = 0 || as_root="sudo -n"
	# shellcheck disable=SC2086
	$as_root apt-get update -qq && $as_root env DEBIAN_FRONTEND=noninteractive \
		apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
if command -v npm >/dev/null && ! test node_modules/.installed -nt package-lock.json; then
	npm ci --silent --no-audit --no-fund --ignore-scripts && touch node_modules/.installed
fi
exit 0
