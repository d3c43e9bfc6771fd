#!/usr/bin/env node
// Fits the weights of src/NotesBot.Search/Answers/confidence.json to judged questions.
//   node fit-confidence.mjs --score SCORER.mjs --pair QUESTIONS.jsonl RUN.jsonl [--pair ...] [--padded QUESTIONS.jsonl RUN.jsonl ...]
//        [--test QUESTIONS.jsonl RUN.jsonl ...] [--threshold 0.26] [--out confidence.json]
// A run is what `find --batch --explain --json` writes; each answer's first hit ends with a line "confidence 0.1: name=value ...".
// A question counts as answered when a right passage is in the first three. Each library is judged by a fit on the others. Runs over
// padded libraries (.ci/padded.mjs writes them) take part in the fit and are judged apart; those given with --test are only judged.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const args = process.argv.slice(2);
const option = name => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const { scoreQuestion, readLines } = await import(pathToFileURL(resolve(option('--score'))));

const rows = [];
const SETS = ['pair', 'padded', 'test'];
args.forEach((arg, at) => { if (SETS.includes(arg.slice(2))) rows.push(...rowsOf(arg.slice(2), args[at + 1], args[at + 2])); });
const names = Object.keys(rows.find(row => row.features).features);

function rowsOf(set, questionFile, runFile) {
  const answers = new Map(readLines(runFile).map(answer => [answer.id, answer]));
  return readLines(questionFile).map(question => {
    const answer = answers.get(question.id);
    const scored = scoreQuestion(question, answer);
    const line = answer.results[0]?.explanation?.find(text => text.startsWith('confidence '));
    return {
      set, id: question.id, kind: question.kind, library: question.library, answerable: scored.answerable,
      right: scored.success3 === 1, features: line && featuresOf(line), certain: Boolean(answer.notice ?? answer.syllabus),
    };
  });
}

function featuresOf(line) {
  return Object.fromEntries(line.split(': ')[1].split(' ').map(pair => pair.split('=')).map(([name, value]) => [name, Number(value)]));
}

const AGAINST = new Set(['unknown', 'spelledOut', 'lacking', 'passages']);
const RIDGE = Number(option('--ridge') ?? 0.02);

/**
 * Logistic regression with a little ridge, right and wrong counting the same. What is asked for and found never speaks against an answer,
 * what is guessed or lacking never for one: evidence that learnt the opposite from chance is left out, the worst first.
 */
function fit(training) {
  const used = training.filter(row => row.features && !row.certain);
  for (let kept = names; ;) {
    const model = regress(used, kept);
    const wrong = name => (AGAINST.has(name) ? 1 : -1) * model.strength[name];
    const worst = kept.reduce((one, other) => (wrong(other) > wrong(one) ? other : one));
    if (wrong(worst) <= 0) return model;
    kept = kept.filter(name => name !== worst);
  }
}

/** By Newton's method: few features, few rows. */
function regress(used, kept) {
  const mean = test => used.reduce((sum, row) => sum + test(row.features), 0) / used.length;
  const centre = kept.map(name => mean(features => features[name]));
  const scale = kept.map((name, i) => Math.max(1e-6, Math.sqrt(mean(features => (features[name] - centre[i]) ** 2))));
  const inputs = used.map(row => [1, ...kept.map((name, i) => (row.features[name] - centre[i]) / scale[i])]);
  const positives = used.filter(row => row.right).length;
  const weights = Array(kept.length + 1).fill(0);
  for (let round = 0; round < 8; round++) {
    const gradient = weights.map((weight, i) => (i === 0 ? 0 : RIDGE * weight));
    const curve = weights.map((_, i) => weights.map((_, j) => (i === j && i > 0 ? RIDGE : 0)));
    inputs.forEach((input, row) => {
      const { right } = used[row], share = 1 / (2 * (right ? positives : used.length - positives));
      const chance = logistic(input.reduce((sum, value, i) => sum + weights[i] * value, 0));
      input.forEach((value, i) => {
        gradient[i] += share * (chance - Number(right)) * value;
        input.forEach((other, j) => { curve[i][j] += share * Math.max(1e-4, chance * (1 - chance)) * value * other; });
      });
    });
    solve(curve, gradient).forEach((step, i) => { weights[i] -= step; });
  }
  const strength = Object.fromEntries(kept.map((name, i) => [name, weights[i + 1]]));
  const bias = weights[0] - kept.reduce((sum, _, i) => sum + weights[i + 1] * centre[i] / scale[i], 0);
  return { bias, strength, weights: Object.fromEntries(names.map(name => [name, (strength[name] ?? 0) / (scale[kept.indexOf(name)] ?? 1)])) };
}

/** Gauss's elimination; the matrix is positive definite. */
function solve(matrix, right) {
  for (let i = 0; i < right.length; i++) {
    for (let row = 0; row < right.length; row++) {
      const factor = row === i ? 0 : matrix[row][i] / matrix[i][i];
      matrix[row] = matrix[row].map((value, column) => value - factor * matrix[i][column]);
      right[row] -= factor * right[i];
    }
  }
  return right.map((value, i) => value / matrix[i][i]);
}

const logistic = odds => 1 / (1 + Math.exp(-odds));
const probability = (model, row) => (row.certain ? 1 : !row.features ? 0
  : logistic(model.bias + names.reduce((sum, name) => sum + model.weights[name] * row.features[name], 0)));

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

const learnt = rows.filter(row => row.set !== 'test');
const judged = [...new Set(rows.map(row => row.library))].flatMap(library => {
  const model = fit(learnt.filter(row => row.library !== library));
  return rows.filter(row => row.library === library).map(row => ({ ...row, probability: probability(model, row) }));
});
const digits = object => Object.entries(object).map(([name, value]) => `${name} ${value.toFixed(3)}`).join('  ');
for (const set of SETS.filter(name => rows.some(row => row.set === name))) {
  const ofSet = judged.filter(row => row.set === set);
  console.log(`${ofSet.length} questions (${set}), each library judged by a fit on the others:`);
  for (let percent = 16; percent <= 60; percent += percent < 32 ? 1 : 4) console.log(digits(rates(ofSet, percent / 100)));
}
const model = fit(learnt);
const rounded = { bias: Number(model.bias.toFixed(3)), weights: Object.fromEntries(names.map(name => [name, Number(model.weights[name].toFixed(3))])) };
const threshold = Number(option('--threshold') ?? 0.26);
for (const set of SETS.filter(name => rows.some(row => row.set === name))) {
  console.log(`by one fit on all (${set}):`, digits(rates(rows.filter(row => row.set === set).map(row => ({ ...row, probability: probability(model, row) })), threshold)));
}
console.log(JSON.stringify(rounded));
if (option('--out')) writeFileSync(option('--out'), `${JSON.stringify({ ...rounded, answer: threshold, closest: Number((threshold / 2).toFixed(3)) }, null, 2)}\n`);
