#!/usr/bin/env bash
# The bot against the stand-in for Discord while everything goes wrong that can, by chance from a seed, at 20 interactions a second.
#   .ci/storm.sh SECONDS SEED     ends with status 0 when each interaction was answered once (or Discord was away) and no rule was broken
set -euo pipefail
export NOTESBOT_STORM="${1:-180} ${2:-1}"
dotnet run --project tests/NotesBot.Discord.Tests -- -class NotesBot.Discord.Tests.Storm.StormTests
