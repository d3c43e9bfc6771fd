#!/usr/bin/env bash
# Builds the program with Discord.Net from a folder of packages and lets it talk to the simulator as .ci/talk.sh does with our own client.
#   .ci/discordnet.sh FEED FOLDER     FEED holds Discord.Net 3.18 and what it needs beside the usual source; FOLDER gets a clone, its build and logs
# Not part of .ci/run: not every package source holds Discord.Net.
set -euo pipefail
feed=$(realpath "$1") work=$2
rm -rf "$work/clone"
git clone -q . "$work/clone"
dotnet build "$work/clone/src/NotesBot" -p:UseDiscordNet=true -p:RestoreAdditionalProjectSources="$feed" -p:NuGetAudit=false -v q -nologo
Discord__Library=DiscordNet .ci/talk.sh "$work/clone/src/NotesBot/bin/Debug/net10.0/NotesBot" "$work"
