#!/usr/bin/env node
// Makes thesaurus.txt.gz from the data files of WordNet 3.0 (Debian's package wordnet-base; /usr/share/wordnet).
//   node make-thesaurus.mjs WORDNET_FOLDER thesaurus.txt.gz english.txt.gz
// A line a word, ordered by bytes: the word, a tab, and related words with weights in hundredths: "car\tauto:71 vehicle:43".
// Only words that WordNet has counts for; synonyms and derived forms weigh 1, one step to broader, narrower and similar words 0.6,
// times the square root of the share of the sense in all uses of the word.
// english.txt.gz has a line for each of these words and their irregular forms: the word, its count, and what it is a form of.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder, out, words] = process.argv.slice(2);
if (!words) { console.error('usage: make-thesaurus.mjs WORDNET_FOLDER THESAURUS WORDS'); process.exit(2); }

const MAX_RELATED = 40;
const MIN_WEIGHT = 15;
const STEP = 0.6;
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
  return [...related].map(([lemma, weight]) => [lemma, Math.round(100 * weight)]).filter(([, weight]) => weight >= MIN_WEIGHT)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MAX_RELATED);
}

const table = [...senses].filter(([, list]) => list.some(sense => sense.count > 0)).sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([word, list]) => [word, relatedTo(word, list)]).filter(([, related]) => related.length > 0)
  .map(([word, related]) => `${word}\t${related.map(([lemma, weight]) => `${lemma}:${weight}`).join(' ')}`);
write(out, table);

const uses = new Map();
for (const [key, count] of counts) {
  const lemma = key.split('/')[0];
  if (isWord(lemma)) uses.set(lemma, (uses.get(lemma) ?? 0) + count);
}
const forms = Object.values(FILES).flatMap(file => lines(`${file}.exc`)).map(line => line.split(' '))
  .filter(([form, base]) => isWord(form) && uses.has(base) && !uses.has(form));
write(words, [...[...uses].map(([word, count]) => `${word}\t${count}`), ...new Map(forms.map(([form, base]) => [form, `${form}\t${uses.get(base)}\t${base}`])).values()]
  .sort());

function write(file, rows) {
  const bytes = gzipSync(`${rows.join('\n')}\n`, { level: 9 });
  writeFileSync(file, bytes);
  console.log(`${file}: ${rows.length} lines, ${bytes.length} bytes`);
}
