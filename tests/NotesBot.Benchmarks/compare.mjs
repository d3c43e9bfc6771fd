#!/usr/bin/env node
// Measures our search and others side by side, each step a process of its own, over the same made-up notes and the same questions.
// Usage: node tests/NotesBot.Benchmarks/compare.mjs [--out FOLDER] [--peers NAME,NAME] [PASSAGES ...]      (10000 and 100000 passages)
// Prints a table a size; writes compare.json, with all figures, and the plots to FOLDER (docs/plots). Needs npm, and rg for ripgrep.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { OURS, PEERS, titleOf, writePlots } from './plots.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: join(here, '..', '..', 'docs', 'plots') },
    peers: { type: 'string', default: PEERS.join() },
  },
});
const sizes = (positionals.length > 0 ? positionals : ['10000', '100000']).map(Number);
const ASKED = 500, STARTS = 5;
// Plain BM25 searches the index that ours made, and ripgrep the notes themselves.
const WITHOUT_INDEX = ['bm25', 'ripgrep'];
// Plain BM25 opens our index first, to make the codec known, so its start would be ours too; each answer of ripgrep is a start.
const WITHOUT_START = ['bm25', 'ripgrep'];
const WITHOUT_CHANGE = ['bm25'];
const SCRIPTS = ['minisearch', 'ripgrep'];

const milliseconds = value => `${digits(value)} ms`;
const megabytes = value => `${digits(value / 1e6)} MB`;
const FIGURES = [
  ['passagesPerSecond', 'indexing, passages a second', digits],
  ['indexOfText', 'index, of the text', value => value.toFixed(2)],
  ['indexPeakBytes', 'most memory, indexing', megabytes],
  ['mean', 'answer, mean', milliseconds],
  ['p50', 'answer, p50', milliseconds],
  ['p99', 'answer, p99', milliseconds],
  ['perSecond1', 'answers a second', digits],
  ['perSecond2', 'on two threads', digits],
  ['askPeakBytes', 'most memory, asked', megabytes],
  ['startMs', 'start to first answer', milliseconds],
  ['changeP50Ms', 'a change until found', milliseconds],
];

/** Two digits that mean something, and all of those before the point. */
function digits(value) {
  return value >= 10 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)));
}

const rounded = (_, value) => (typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value);

function build() {
  const project = join(here, 'NotesBot.Benchmarks.csproj');
  execFileSync('dotnet', ['build', project, '-c', 'Release', '-v', 'q', '--nologo'], { stdio: ['ignore', 2, 2] });
  execFileSync('npm', ['ci', '--silent', '--no-audit', '--no-fund', '--prefix', join(here, 'Peers')], { stdio: ['ignore', 2, 2] });
  return execFileSync('dotnet', ['msbuild', project, '-p:Configuration=Release', '-getProperty:RunCommand'], { encoding: 'utf8' }).trim();
}

function chosenPeers() {
  const names = [...new Set([OURS, ...options.peers.split(',')])];
  const unknown = names.filter(name => !PEERS.includes(name));
  if (unknown.length > 0) throw new Error(`There is no peer ${unknown[0]}; there are ${PEERS.join(', ')}.`);
  if (!names.includes('ripgrep') || spawnSync('rg', ['--version']).status === 0) return names;
  console.error('ripgrep is left out: there is no rg on the PATH.');
  return names.filter(name => name !== 'ripgrep');
}

function printTo(file, program, args) {
  const out = openSync(file, 'w');
  execFileSync(program, args, { stdio: ['ignore', out, 2] });
  closeSync(out);
}

/** The notes and questions in files, for the peers that are scripts. */
function writeInput(program, folder, passages) {
  mkdirSync(folder);
  printTo(join(folder, 'passages.jsonl'), program, ['passages', String(passages)]);
  printTo(join(folder, 'questions.jsonl'), program, ['questions', String(passages), String(ASKED)]);
  execFileSync(program, ['corpus', join(folder, 'notes'), String(passages)]);
}

const bytesOf = folder => readdirSync(folder, { recursive: true }).reduce((sum, name) => {
  const entry = statSync(join(folder, name));
  return sum + (entry.isFile() ? entry.size : 0);
}, 0);

/** All measuring of one size. What changes an index comes last, since plain BM25 searches ours. */
function measure(program, peers, passages) {
  const work = mkdtempSync(join(tmpdir(), 'notesbot-compare-'));
  const size = { program, passages, work, input: join(work, 'input') };
  writeInput(program, size.input, passages);
  size.textBytes = bytesOf(join(size.input, 'notes'));
  const figures = Object.fromEntries(peers.map(peer => [peer, { ...index(size, peer), ...ask(size, peer) }]));
  for (const peer of peers.filter(name => !WITHOUT_CHANGE.includes(name))) Object.assign(figures[peer], run(size, 'change', peer));
  rmSync(work, { recursive: true });
  return figures;
}

function index(size, peer) {
  if (WITHOUT_INDEX.includes(peer)) return {};
  const folder = folderOf(size, peer);
  mkdirSync(folder);
  const figures = run(size, 'index', peer);
  if (figures.passagesPerSecond === undefined) return {};
  const indexBytes = bytesOf(folder);
  return { ...figures, textBytes: size.textBytes, indexBytes, indexOfText: indexBytes / size.textBytes };
}

function ask(size, peer) {
  const figures = run(size, 'ask', peer);
  console.error(`${size.passages} passages, ${peer}: ${milliseconds(figures.mean ?? NaN)} an answer`);
  return WITHOUT_START.includes(peer) ? figures : { ...figures, startMs: startOf(size, peer) };
}

const folderOf = ({ work, input }, peer) => ({ bm25: join(work, OURS), ripgrep: join(input, 'notes') })[peer] ?? join(work, peer);

/** The figures that a process prints; none where it fails, so that the others are measured all the same. */
function run(size, verb, peer, given = SCRIPTS.includes(peer) ? size.input : String(size.passages)) {
  const folder = folderOf(size, peer);
  const [command, args] = SCRIPTS.includes(peer)
    ? [process.execPath, [join(here, 'Peers', `${peer}.mjs`), verb, folder, given]]
    : [size.program, [verb, peer, folder, given]];
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 2] });
  if (status !== 0) console.error(`${verb} ${peer} failed: its figures are left out.`);
  return status !== 0 || stdout.trim() === '' ? {} : JSON.parse(stdout);
}

/** The whole process from start to end: the median of some, with the files in memory. */
function startOf(size, peer) {
  const question = JSON.parse(readFileSync(join(size.input, 'questions.jsonl'), 'utf8').split('\n')[0]).Text;
  const times = Array.from({ length: STARTS }, () => {
    const started = performance.now();
    run(size, 'first', peer, question);
    return performance.now() - started;
  });
  return times.sort((one, other) => one - other)[Math.floor(STARTS / 2)];
}

function tableOf(figures) {
  const peers = Object.keys(figures);
  const rows = FIGURES.map(([name, title, format]) => [title, ...peers.map(peer => cellOf(figures, peer, name, format))]);
  const lines = [['', ...peers.map(titleOf)], ['---', ...peers.map(() => '---')], ...rows];
  return lines.map(cells => `| ${cells.join(' | ')} |`.replaceAll('  ', ' ')).join('\n');
}

function cellOf(figures, peer, name, format) {
  const [value, ours] = [figures[peer][name], figures[OURS][name]];
  if (!Number.isFinite(value)) return '';
  return peer === OURS || !ours ? format(value) : `${format(value)} (${digits(value / ours)})`;
}

const peers = chosenPeers();
const program = build();
mkdirSync(options.out, { recursive: true });
const measured = { date: new Date().toISOString().slice(0, 10), cores: cpus().length, sizes: {} };
for (const passages of sizes) {
  measured.sizes[passages] = measure(program, peers, passages);
  console.log(`\n${passages.toLocaleString('en')} passages; in brackets as a multiple of ours\n\n${tableOf(measured.sizes[passages])}`);
  // After each size, since the next one can take long.
  writeFileSync(join(options.out, 'compare.json'), JSON.stringify(measured, rounded, 2) + '\n');
  writePlots(measured, options.out);
}
