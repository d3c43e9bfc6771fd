// What the peers that are scripts share: the same figures as Measurement.cs prints for the others, from the same passages and questions.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Notes that are changed one after the other, as in Measurement.cs.
export const CHANGES = 40;

const WARMING_MS = 8_000;

export const questionsIn = input => readFileSync(join(input, 'questions.jsonl'), 'utf8').trim().split('\n').map(line => JSON.parse(line));

// A word that no other note has and no other is a typing error of.
export const newWord = number => `xqz${[...String(number)].map(digit => String.fromCharCode('k'.charCodeAt(0) + Number(digit))).join('')}`;

export function took(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

const at = (sorted, share) => sorted[Math.floor(sorted.length * share)];
const mean = times => times.reduce((sum, time) => sum + time, 0) / times.length;

function timesOf(prefix, times) {
  const sorted = times.toSorted((one, other) => one - other);
  return { [`${prefix}p50`]: at(sorted, 0.5), [`${prefix}p99`]: at(sorted, 0.99), [`${prefix}mean`]: mean(times) };
}

/** Asks for some seconds without looking, so that code is compiled for good. */
export function warm(questions, answer) {
  const started = performance.now();
  for (let number = 0; performance.now() - started < WARMING_MS; number++) answer(questions[number % questions.length].Text);
}

/** Asks all questions and gives the times, of all and of each kind. */
export function ask(questions, answer) {
  const times = questions.map(question => took(() => answer(question.Text)));
  const figures = { ...timesOf('', times), perSecond1: 1000 / mean(times) };
  for (const kind of new Set(questions.map(question => question.Kind))) {
    Object.assign(figures, timesOf(`${kind}.`, times.filter((_, number) => questions[number].Kind === kind)));
  }
  return figures;
}

export function changesOf(times) {
  const sorted = times.toSorted((one, other) => one - other);
  return { changeP50Ms: at(sorted, 0.5), changeMaxMs: sorted.at(-1) };
}

export const print = figures => console.log(JSON.stringify(figures));
