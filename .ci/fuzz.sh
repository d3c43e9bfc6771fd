#!/usr/bin/env bash
# Feeds mutated inputs to everything that takes what strangers write: readers of notes, questions, buttons, what comes from Discord. The same seed
# gives the same inputs. One that is taken badly is written to fuzz-TARGET-SEED-NUMBER in the working directory, and the status is not 0.
#   .ci/fuzz.sh [MINUTES [SEED [TARGET...]]]
set -euo pipefail
dotnet run -c Release --project "$(dirname "$0")/../tests/NotesBot.Fuzz" -- "${@:-2}"
