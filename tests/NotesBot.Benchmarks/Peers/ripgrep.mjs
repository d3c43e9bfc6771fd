// ripgrep over the notes as Markdown, a process a question and no index: the ten files with the most lines that have one of its words.
//   node ripgrep.mjs ask|change FOLDER INPUT: a line of JSON with figures; compare.mjs asks for them all.
// FOLDER holds the notes, INPUT questions.jsonl, as the benchmark program writes and prints them.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHANGES, ask, changesOf, newWord, print, questionsIn, took } from './figures.mjs';

// Fewer than the others are asked, since each is a process that reads all notes.
const ASKED = 100;
const WATCHED = 20;
const [verb, folder, input] = process.argv.slice(2);

// Short words are in nearly every line: who searches this way leaves them out.
function argumentsOf(question) {
  const words = question.match(/[\p{L}\p{N}]+/gu);
  const long = words.filter(word => word.length > 3);
  return ['-i', '-F', '-c', '--no-ignore', ...(long.length > 0 ? long : words).flatMap(word => ['-e', word]), folder];
}

function answer(question) {
  const { stdout, status } = spawnSync('rg', argumentsOf(question), { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status > 1) throw new Error(`rg ended with ${status}`);
  const files = stdout.trim().split('\n').map(line => /^(.*):(\d+)$/.exec(line)).filter(Boolean);
  return files.sort((one, other) => other[2] - one[2]).slice(0, 10).map(([, file]) => file);
}

// The most that a process of rg held, looked at again and again until it ends.
const peakOf = question => new Promise(resolve => {
  const child = spawn('rg', argumentsOf(question), { stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const look = setInterval(() => {
    try {
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024);
    } catch { /* It has ended, or this is not Linux. */ }
  }, 1);
  child.on('close', () => { clearInterval(look); resolve(peak); });
});

async function askAll() {
  const questions = questionsIn(input).slice(0, ASKED);
  const figures = ask(questions, answer);
  const peaks = [];
  for (const question of questions.slice(0, WATCHED)) peaks.push(await peakOf(question.Text));
  print({ ...figures, askPeakBytes: Math.max(...peaks) || undefined });
}

function change() {
  const notes = readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.md')).sort().slice(0, CHANGES);
  print(changesOf(notes.map((name, number) => {
    const word = newWord(number);
    let seen = false;
    const ms = took(() => {
      writeFileSync(join(folder, name), `# A note\n\nThe word is ${word}.\n`);
      seen = answer(word).some(file => file.endsWith(name));
    });
    return seen ? ms : NaN;
  })));
}

await { ask: askAll, change }[verb]();
