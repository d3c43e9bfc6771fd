#!/usr/bin/env node
// Asks the judged questions of each library as it is, and again with two thousand passages of another subject added to it: what the
// notes do not hold must not look like an answer because a library is large.
//   node .ci/padded.mjs PROGRAM FOLDER TEXT OUT
// FOLDER holds notes/ and eval/ with the questions and their scorers, TEXT texts of another subject (.md, .txt; a library that is TEXT
// itself is left as it is). OUT is filled with the padded libraries, the indexes and the runs, which fit-confidence.mjs reads:
// find-dev.jsonl, padded-find-dev.jsonl and so on. Ends with status 1 when padding makes more false answers than the gate allows.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ask, seeded } from './lib.mjs';

const [program, folder, text, out] = process.argv.slice(2);
const { padding } = JSON.parse(readFileSync(new URL('gates.json', import.meta.url), 'utf8'));
const { readLines, scoreRun, summarise } = await import(pathToFileURL(resolve(folder, 'eval', 'score.mjs')));
const PASSAGES = 2000, SENTENCES = 6, IN_A_FILE = 20, SEED = 7;

/** Passages of a few sentences that follow each other in the texts, taken from anywhere in them. */
function passagesOf(where) {
  const files = readdirSync(where, { recursive: true }).map(String).filter(name => /\.(md|txt)$/.test(name)).sort();
  const sentences = files.flatMap(name => readFileSync(join(where, name), 'utf8').replace(/[<>#*_`|[\]]/g, ' ').split(/(?<=[.?!])\s+/))
    .map(sentence => sentence.replace(/\s+/g, ' ').trim()).filter(sentence => sentence.length > 20);
  const random = seeded(SEED);
  return Array.from({ length: PASSAGES }, () => {
    const from = Math.floor(random() * Math.max(1, sentences.length - SENTENCES));
    const said = sentences.slice(from, from + SENTENCES);
    return `## ${said[0].split(' ').slice(0, 6).join(' ')}\n\n${said.join(' ')}\n`;
  });
}

function pad(library, passages) {
  const padded = join(out, 'notes', library), own = join(folder, 'notes', library);
  rmSync(padded, { recursive: true, force: true });
  cpSync(own, padded, { recursive: true });
  if (resolve(own) === resolve(text)) return;
  mkdirSync(join(padded, 'padding'));
  for (let i = 0; i < passages.length; i += IN_A_FILE) {
    writeFileSync(join(padded, 'padding', `${i}.md`), passages.slice(i, i + IN_A_FILE).join('\n'));
  }
}

/** The answers to the questions of a file over the libraries under a folder, with their evidence. */
function run(file, prefix, notes) {
  const questions = readLines(join(folder, 'eval', file));
  const answers = [...new Set(questions.map(question => question.library))].flatMap(library => {
    const where = ['--notes', join(notes, library), '--index', join(out, `${prefix}index`, library)];
    const batch = join(out, 'batch.jsonl');
    execFileSync(program, ['index', ...where], { stdio: ['ignore', 'ignore', 'inherit'] });
    writeFileSync(batch, questions.filter(question => question.library === library)
      .map(({ id, query, filter }) => JSON.stringify({ id, query, ...filter })).join('\n') + '\n');
    return ask(program, batch, ['--explain', ...where]);
  });
  writeFileSync(join(out, `${prefix}${file}`), answers.map(answer => JSON.stringify(answer)).join('\n') + '\n');
  const { ndcg10, falseAnswers, missedAnswers, misled } = summarise(scoreRun(questions, answers));
  const figures = { ndcg10, falseAnswers, missedAnswers, misled };
  console.log(`${prefix}${file}: ${Object.entries(figures).map(([name, figure]) => `${name} ${figure?.toFixed(3) ?? '-'}`).join('  ')}`);
  return falseAnswers;
}

const passages = passagesOf(text);
mkdirSync(out, { recursive: true });
new Set(readLines(join(folder, 'eval', 'find-dev.jsonl')).map(question => question.library)).forEach(library => pad(library, passages));
for (const [file, { most }] of Object.entries(padding)) {
  if (!existsSync(join(folder, 'eval', file))) continue;
  const more = run(file, 'padded-', join(out, 'notes')) - run(file, '', join(folder, 'notes'));
  const kept = most === undefined || more <= most;
  if (!kept) process.exitCode = 1;
  console.log(`${kept ? 'kept  ' : 'BROKEN'} ${file} false answers by padding: ${more.toFixed(3)} more${most === undefined ? '' : ` (at most ${most})`}`);
}
