#!/usr/bin/env bash
# Makes the pictures of docs/pictures.md anew: the bot answers the lines of pictures.txt in the simulator's console, which writes each answer
# as a page, and a headless Chromium takes a picture of each, as wide as a phone.
#   tests/NotesBot.Discord.Simulator/pictures.sh [FOLDER]      by default docs/pictures; needs chromium and, for letters as on a phone
#   and small files: apt-get install fonts-open-sans fonts-noto-color-emoji fonts-noto-cjk pngquant
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(mkdir -p "${1:-docs/pictures}" && cd "${1:-docs/pictures}" && pwd)
work=$(mktemp -d)
bot='' person=''
trap 'kill $bot $person 2>/dev/null || true; rm -rf "$work"' EXIT
browser=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}

dotnet build src/NotesBot -v q -clp:ErrorsOnly
dotnet build tests/NotesBot.Discord.Simulator -v q -clp:ErrorsOnly
program=src/NotesBot/bin/Debug/net10.0/NotesBot
"$program" index --notes notes --index "$work/index" >/dev/null
tests/NotesBot.Discord.Simulator/bin/Debug/net10.0/NotesBot.Discord.Simulator --port 0 --pages "$work" \
  --script tests/NotesBot.Discord.Simulator/pictures.txt >"$work/log" 2>&1 &
person=$!
for _ in $(seq 300); do grep -q Discord__Token "$work/log" && break; sleep 0.1; done
export Notes__UrlTemplate='https://notes.example/{path}#{anchor}'
Discord__ApiBaseUrl=$(sed -n 's/.*Discord__ApiBaseUrl=//p' "$work/log") Discord__Token=$(sed -n 's/.*Discord__Token=//p' "$work/log") \
  "$program" run --notes notes --index "$work/index" >/dev/null 2>&1 &
bot=$!
wait "$person" || { cat "$work/log"; exit 1; }

look() { # options and page: what a new browser prints
  "$browser" --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/browser" "$@" 2>/dev/null
}
for page in "$work"/*.html; do
  name=$(basename "$page" .html)
  height=$(look --dump-dom "file://$page" | sed -n 's/.*<title>\([0-9]*\)<.*/\1/p')
  height=$((height < 190 ? 190 : height)) # a lower window is no longer what it is told to be, and its picture is cut
  look --window-size="390,$height" --screenshot="$out/$name.png" "file://$page" >/dev/null
  if command -v pngquant >/dev/null; then pngquant --force --ext .png 32 "$out/$name.png"; fi
  echo "$name: $height pixels high"
done
