#!/usr/bin/env bash
# Makes the pictures of the page in docs/pictures.md anew: the program serves the sample notes, and a headless Chromium takes a picture of each.
#   tests/NotesBot.Browser.Tests/pictures.sh [FOLDER]      by default docs/pictures; needs chromium, curl and, for small files, pngquant
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mkdir -p "${1:-docs/pictures}" && cd "${1:-docs/pictures}" && pwd)
work=$(mktemp -d)
program=${PROGRAM:-src/NotesBot/bin/Debug/net10.0/NotesBot}
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
[ -x "$program" ] || dotnet build src/NotesBot -v q -clp:ErrorsOnly
Search__Model=None Web__Port=0 "$program" run --notes notes --index "$work/index" </dev/null >"$work/log" 2>"$work/errors" &
served=$!
trap 'kill $served 2>/dev/null || true; rm -rf "$work"' EXIT
for _ in $(seq 300); do grep -q '^In a browser' "$work/log" && break; sleep 0.1; done
page=$(sed -n 's/^In a browser: //p' "$work/log")

take() { # name, width, height, address, further options
  local name=$1 width=$2 height=$3 address=$4; shift 4
  "$browser" --headless --no-sandbox --disable-gpu --no-first-run --hide-scrollbars --user-data-dir="$work/browser-$name" \
    --force-prefers-reduced-motion --window-size="$width,$height" --screenshot="$out/$name.png" "$@" "$page$address" 2>/dev/null
  if command -v pngquant >/dev/null; then pngquant --force --ext .png 32 "$out/$name.png"; fi
  echo "$name"
}
# A window is never narrower than 500 pixels.
passage=$(curl -s "$page?q=concept+drift" | grep -o 'href="/notes/[^"]*"' | grep passage= | head -1 | sed 's/href="\///; s/"$//; s/&amp;/\&/g')
take page-phone 500 1080 '?q=concept+drift'
take page-dark 500 1080 '?q=concept+drift' --force-dark-mode --blink-settings=preferredColorScheme=0
take page-german 500 1080 '?q=Drift' --accept-lang=de
take page-syllabus 500 1080 '?q=/syllabus+1'
take page-desktop 1280 860 '?q=concept+drift'
take page-note 1280 860 "$passage"
