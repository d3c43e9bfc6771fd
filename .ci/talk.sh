#!/usr/bin/env bash
# Lets the published bot talk to the simulator of Discord, as a person would with two terminals: it connects, registers, answers, is cut off,
# resumes and leaves. Ends with status 0 when all of it happened and not one rule of Discord was broken.
#   .ci/talk.sh PROGRAM FOLDER [OPENAPI.json]     FOLDER gets the record of the requests, the description is held against it
# (by what "npm ci" puts into tests/NotesBot.Discord.Simulator/peers)
set -uo pipefail
program=$1 work=$2 description=${3:-}
simulator="tests/NotesBot.Discord.Simulator/bin/Debug/net10.0/NotesBot.Discord.Simulator"
fail() { echo "$1"; cat "$work/simulator.log" "$work/bot.log"; kill "${bot:-}" "$person" 2>/dev/null; exit 1; }

cat >"$work/lines" <<'LINES'
/find data drift
press More
/find query:what is concept drift course:1
/syllabus
/syllabus 3
fault cut
/find canary deployment
fault op7
/notes
/find zebra crossing
violations
quit
LINES
"$simulator" --port 0 --record "$work/record.jsonl" --script "$work/lines" >"$work/simulator.log" 2>&1 &
person=$!
for _ in $(seq 100); do grep -q ApiBaseUrl "$work/simulator.log" && break; sleep 0.1; done
url=$(sed -n 's/.*Discord__ApiBaseUrl=//p' "$work/simulator.log")
token=$(sed -n 's/.*Discord__Token=//p' "$work/simulator.log")
"$program" index --notes notes --index "$work/talk-index" >"$work/bot.log" 2>&1 || fail "The notes could not be indexed."
Discord__ApiBaseUrl=$url Discord__Token=$token "$program" run --notes notes --index "$work/talk-index" >>"$work/bot.log" 2>&1 &
bot=$!
wait "$person" || fail "The simulator saw a rule broken, or no answer."
kill -TERM "$bot"
wait "$bot" || fail "The bot did not end well."

cat "$work/simulator.log" "$work/bot.log"
grep -q "No rule was broken" "$work/simulator.log" || fail "There were violations."
[ "$(grep -c "is ready" "$work/bot.log")" -eq 1 ] || fail "The bot identified again instead of resuming."
grep -q "has resumed" "$work/bot.log" || fail "The bot did not resume."
grep -q "Canary" "$work/simulator.log" || fail "The sample notes were not quoted."
if grep -qF "$token" "$work/bot.log"; then fail "The token is in the log."; fi
if [ -n "$description" ]; then
  node tests/NotesBot.Discord.Simulator/check-openapi.mjs "$description" "$work/record.jsonl"
fi
