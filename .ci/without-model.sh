#!/usr/bin/env bash
# Builds the program without sentence models, in a clone, and asks it: words answer, and a model that is named is refused with a sentence.
#   .ci/without-model.sh FOLDER     FOLDER gets the clone
set -euo pipefail
folder=$1
rm -rf "$folder"
git clone -q . "$folder"
dotnet build "$folder/src/NotesBot" -p:UseMeaning=false -v q -nologo -clp:ErrorsOnly
program="$folder/src/NotesBot/bin/Debug/net10.0/NotesBot"
if ls "$(dirname "$program")" | grep -iE 'onnx|^models$|Meaning'; then echo "FAILED: something of the model is there"; exit 1; fi
answer=$(echo 'what is drift?' | env -u Search__Model "$program" --notes "$folder/notes" --index "$folder/index")
grep -q '^1\. Drift' <<<"$answer" || { echo "FAILED: words do not answer: $answer"; exit 1; }
refusal=$(Search__Model=MiniLM "$program" find drift --notes "$folder/notes" --index "$folder/index" 2>&1) && { echo "FAILED: a model was named, and nothing said"; exit 1; }
grep -q 'built without sentence models' <<<"$refusal" || { echo "FAILED: $refusal"; exit 1; }
echo "ok: words answer without a model"
