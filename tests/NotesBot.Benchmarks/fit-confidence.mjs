#!/usr/bin/env node
// Fits the weights of src/NotesBot.Search/Answers/confidence.json to judged questions.
//   node fit-confidence.mjs --score SCORER.mjs --pair QUESTIONS.jsonl RUN.jsonl [--pair ...] [--out confidence.json]
// A run is what `find --batch --explain --json` writes; each answer's first hit ends with a line "confidence 0.1: name=value ...".
// A question counts as answered when a right passage is in the first three. Each library is judged by a fit on the others.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const args = process.argv.slice(2);
const option = name => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const { scoreQuestion, readLines } = await import(pathToFileURL(resolve(option('--score'))));

const rows = [];
args.forEach((arg, at) => { if (arg === '--pair') rows.push(...rowsOf(args[at + 1], args[at + 2])); });
const names = Object.keys(rows.find(row => row.features).features);
const total = rows.length;

function rowsOf(questionFile, runFile) {
  const answers = new Map(readLines(runFile).map(answer => [answer.id, answer]));
  return readLines(questionFile).map(question => {
    const answer = answers.get(question.id);
    const scored = scoreQuestion(question, answer);
    const line = answer.results[0]?.explanation?.find(text => text.startsWith('confidence '));
    return {
      id: question.id, kind: question.kind, library: question.library, answerable: scored.answerable,
      right: scored.success3 === 1, features: line && featuresOf(line), certain: Boolean(answer.notice ?? answer.syllabus),
    };
  });
}

function featuresOf(line) {
  return Object.fromEntries(line.split(': ')[1].split(' ').map(pair => pair.split('=')).map(([name, value]) => [name, Number(value)]));
}

/** Logistic regression with a little ridge, by gradient descent: few features, few rows. */
function fit(training) {
  const used = training.filter(row => row.features);
  const scale = names.map(name => Math.max(1e-6, Math.sqrt(used.reduce((sum, row) => sum + row.features[name] ** 2, 0) / used.length)));
  const weights = names.map(() => 0);
  let bias = 0;
  const positives = used.filter(row => row.right).length;
  for (let round = 0; round < 4000; round++) {
    const gradient = names.map((_, i) => RIDGE * weights[i]);
    let gradientBias = 0;
    for (const row of used) {
      const odds = bias + names.reduce((sum, name, i) => sum + (weights[i] * row.features[name]) / scale[i], 0);
      const error = (1 / (1 + Math.exp(-odds)) - Number(row.right)) * (row.right ? used.length / (2 * positives) : used.length / (2 * (used.length - positives)));
      gradientBias += error / used.length;
      names.forEach((name, i) => { gradient[i] += (error * row.features[name]) / scale[i] / used.length; });
    }
    bias -= gradientBias;
    names.forEach((name, i) => { weights[i] = clamp(name, weights[i] - gradient[i]); });
  }
  return { bias, weights: Object.fromEntries(names.map((name, i) => [name, weights[i] / scale[i]])) };
}

const AGAINST = new Set(['guessed', 'unknown', 'spelledOut', 'lacksTerm']);
const RIDGE = Number(option('--ridge') ?? 0.01);
/** What is asked for and found never speaks against an answer, what is guessed or lacking never for one: no fit may learn the opposite from chance. */
function clamp(name, weight) {
  return AGAINST.has(name) ? Math.min(0, weight) : Math.max(0, weight);
}

const probability = (model, row) => (row.certain ? 1 : !row.features ? 0
  : 1 / (1 + Math.exp(-(model.bias + names.reduce((sum, name) => sum + model.weights[name] * row.features[name], 0)))));

function rates(judged, threshold) {
  const share = (list, test) => (list.length ? list.filter(test).length / list.length : 0);
  const yes = row => row.probability >= threshold;
  const answerable = judged.filter(row => row.answerable);
  const none = judged.filter(row => !row.answerable && !row.kind.startsWith('elsewhere'));
  const elsewhere = judged.filter(row => row.kind.startsWith('elsewhere'));
  return {
    threshold, False: share(none, yes), Missed: share(answerable, row => !yes(row)), Misled: share(answerable, row => yes(row) && !row.right),
    elsewhere: share(elsewhere, yes), long: share(elsewhere.filter(row => row.kind === 'elsewhere-long'), yes),
  };
}

const libraries = [...new Set(rows.map(row => row.library))];
const judged = libraries.flatMap(library => {
  const model = fit(rows.filter(row => row.library !== library));
  return rows.filter(row => row.library === library).map(row => ({ ...row, probability: probability(model, row) }));
});
console.log(`${total} questions; each library judged by a fit on the others:`);
for (let threshold = 0.2; threshold < 0.9; threshold += 0.05) {
  console.log(Object.entries(rates(judged, threshold)).map(([name, value]) => `${name} ${value.toFixed(3)}`).join('  '));
}
const model = fit(rows);
const rounded = { bias: Number(model.bias.toFixed(3)), weights: Object.fromEntries(names.map(name => [name, Number(model.weights[name].toFixed(3))])) };
const threshold = Number(option('--threshold') ?? 0.6);
console.log('all together:', rates(rows.map(row => ({ ...row, probability: probability(model, row) })), threshold), rounded);
if (option('--out')) writeFileSync(option('--out'), `${JSON.stringify({ ...rounded, answer: threshold, closest: Number((threshold / 2).toFixed(3)) }, null, 2)}\n`);
