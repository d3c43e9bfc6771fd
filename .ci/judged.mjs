#!/usr/bin/env node
// Asks the published program the judged questions and holds its figures against the gates in gates.json.
//   node .ci/judged.mjs PROGRAM FOLDER      FOLDER holds notes/ and eval/ with the questions and their scorers
// Prints a table for each file of questions and one line a gate; ends with status 1 when a gate is broken.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [program, folder] = process.argv.slice(2);
const gates = JSON.parse(readFileSync(new URL('gates.json', import.meta.url), 'utf8'));
const work = mkdtempSync(join(tmpdir(), 'notesbot-judged-'));
const script = name => join(folder, 'eval', name);
const node = (...args) => execFileSync('node', args, { encoding: 'utf8', maxBuffer: 1 << 30 });
let broken = 0;

function hold(name, value, { least, most }) {
  const kept = (least === undefined || value >= least) && (most === undefined || value <= most);
  broken += kept ? 0 : 1;
  console.log(`${kept ? 'kept  ' : 'BROKEN'} ${name} = ${value.toFixed(3)} (${least === undefined ? `at most ${most}` : `at least ${least}`})`);
}

function find(file) {
  const queries = script(file), run = join(work, 'run.jsonl');
  node(script('run.mjs'), '--bot', program, '--queries', queries, '--out', run, '--work', join(work, 'indexes'));
  console.log(`\n${file}\n${node(script('score.mjs'), '--queries', queries, '--run', run)}`);
  return JSON.parse(node(script('score.mjs'), '--queries', queries, '--run', run, '--json'));
}

function syllabus(file) {
  const questions = readFileSync(script(file), 'utf8').trim().split('\n').map(line => JSON.parse(line));
  const answers = questions.map(({ id, library, args }) => {
    const where = ['--notes', join(folder, 'notes', library), '--index', join(work, 'indexes', `index-${library}`)];
    const chosen = Object.entries(args).flatMap(([name, value]) => [`--${name}`, String(value)]);
    return { id, ...JSON.parse(execFileSync(program, ['syllabus', '--json', ...where, ...chosen], { encoding: 'utf8' })) };
  });
  const run = join(work, 'syllabus.jsonl');
  writeFileSync(run, answers.map(answer => JSON.stringify(answer)).join('\n') + '\n');
  const report = node(script('score-syllabus.mjs'), '--queries', script(file), '--run', run);
  console.log(`\n${file}\n${report}`);
  const [, exact, all] = report.match(/(\d+) of (\d+) exactly right/);
  return Number(exact) / Number(all);
}

for (const [file, wanted] of Object.entries(gates.find)) {
  if (!existsSync(script(file))) continue;
  const scores = find(file);
  for (const [name, limits] of Object.entries(wanted)) {
    const [kind, figure] = name.includes('.') ? name.split('.') : [null, name];
    hold(`${file} ${name}`, (kind ? scores.kinds[kind] : scores.all)[figure], limits);
  }
}

for (const [file, limits] of Object.entries(gates.syllabus)) {
  if (existsSync(script(file))) hold(file, syllabus(file), limits);
}

rmSync(work, { recursive: true });
process.exitCode = broken === 0 ? 0 : 1;
