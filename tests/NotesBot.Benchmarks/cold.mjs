#!/usr/bin/env node
// How long a question takes a program that was not running, in turn with an empty .NET console program.
// Usage: node tests/NotesBot.Benchmarks/cold.mjs PROGRAM [OTHER ...]      (published programs, such as one of before and one of after)
// Asks the sample notes, in a folder of their own and in a checkout of git, 24 times each. Prints medians, and what they are above the empty one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TURNS = 24;
const checkout = fileURLToPath(new URL('../..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'notesbot-cold-'));
const quiet = { stdio: ['ignore', 'ignore', 'ignore'] };

function emptyProgram() {
  const folder = join(work, 'empty');
  execFileSync('dotnet', ['new', 'console', '-n', 'empty', '-o', folder], quiet);
  execFileSync('dotnet', ['publish', folder, '-c', 'Release', '-o', join(folder, 'published')], quiet);
  return { name: 'empty program', run: [join(folder, 'published', 'empty')], times: [] };
}

/** A question to an index that is there. */
function question(program, place, notes, number) {
  const where = ['--notes', notes, '--index', join(work, `index${number}`, place)];
  execFileSync(program, ['index', ...where], quiet);
  return { name: `${program}, in a ${place}`, run: [program, 'find', ...where, 'data', 'drift'], times: [] };
}

function milliseconds([program, ...args]) {
  const before = process.hrtime.bigint();
  execFileSync(program, args, quiet);
  return Number(process.hrtime.bigint() - before) / 1e6;
}

const median = times => times.toSorted((one, other) => one - other)[times.length >> 1];

const alone = join(work, 'notes');
cpSync(join(checkout, 'notes'), alone, { recursive: true });
execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${checkout}`, join(work, 'checkout')], quiet);
const programs = process.argv.slice(2).map(program => resolve(program));
const asked = [emptyProgram(), ...programs.flatMap((program, number) => [
  question(program, 'folder', alone, number), question(program, 'checkout', join(work, 'checkout', 'notes'), number),
])];
for (let turn = 0; turn < TURNS; turn++) asked.forEach(({ run, times }) => times.push(milliseconds(run)));
const least = median(asked[0].times);
for (const { name, times } of asked) console.log(`${name}: ${median(times).toFixed(0)} ms (+${(median(times) - least).toFixed(0)})`);
rmSync(work, { recursive: true });
