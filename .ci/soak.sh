#!/usr/bin/env bash
# The published bot follows a repository that is pushed to every two seconds while people ask 20 times a second.
#   .ci/soak.sh SECONDS SEED [PROGRAM FOLDER]     FOLDER gets soak.csv, faults.log and bot.log; without PROGRAM it is published first
# Ends with status 0 when no reply came from what had been gone for two seconds, nothing went wrong, and nothing grew.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${4:-$(mktemp -d)}
program=${3:-$folder/bot/NotesBot}
[ -x "$program" ] || dotnet publish src/NotesBot -c Release -o "$(dirname "$program")" -v q
dotnet run --project tests/NotesBot.Soak -- "$program" "$1" "$2" "$folder"
echo "$folder"
