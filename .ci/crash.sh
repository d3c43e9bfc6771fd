#!/usr/bin/env bash
# Hurts the index in every way that a machine knows (kill -9, flipped bits, files cut off, full disks, second writers) and holds each next
# start of the published program against a fresh build.
#   .ci/crash.sh [SCALE [SEED [TRIAL]]]     1 is all of it: 200 kills, 100 bits, 50 cuts, 50 full disks, 40 hurt vectors, 100 writers; PROGRAM names a published one
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "${PROGRAM:-}" ]; then
  dotnet publish src/NotesBot -c Release -o "$work/bot" -v q
  PROGRAM="$work/bot/NotesBot"
fi
dotnet build tests/NotesBot.Crash -v q -clp:ErrorsOnly
# A disk that is really full needs a mount: root may, others may in a namespace of their own where the system allows it.
may_mount=()
if [ "$(id -u)" -ne 0 ] && unshare -rm true 2>/dev/null; then may_mount=(unshare -rm); fi
"${may_mount[@]}" dotnet run --no-build --project tests/NotesBot.Crash -- "$PROGRAM" "$@"
