#!/usr/bin/env bash
# Our transport, discord.js and the least program that can answer, held against each other on this machine: a table with ratios.
#   tests/NotesBot.Benchmarks/Bots/peers.sh [ROUNDS]     about four minutes a round; medians of the rounds. Needs Node and npm.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
peers=tests/NotesBot.Discord.Simulator/peers
npm ci --silent --no-audit --no-fund --prefix "$peers"
dotnet publish src/NotesBot -c Release -o "$work/bot" -v q
dotnet publish tests/NotesBot.Ping -c Release -o "$work/ping" -v q
dotnet publish tests/NotesBot.Least -c Release -o "$work/least" -v q
dotnet build tests/NotesBot.Benchmarks -c Release -v q
"$work/bot/NotesBot" index --notes notes --index "$work/index" > "$work/index.log"
dotnet run -c Release --no-build --project tests/NotesBot.Benchmarks -- bots "$work" "$peers/ping.mjs" "${1:-3}"
