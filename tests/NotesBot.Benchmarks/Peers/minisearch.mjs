// MiniSearch, held in memory and kept as JSON, with its documents' advice: fuzzy 0.2, beginnings of words, headings before text.
//   node minisearch.mjs index|ask|change FOLDER INPUT, first FOLDER QUESTION: a line of JSON with figures; compare.mjs asks for them all.
// INPUT holds passages.jsonl and questions.jsonl, as the benchmark program prints them.
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import MiniSearch from 'minisearch';
import { CHANGES, ask, changesOf, newWord, print, questionsIn, took, warm } from './figures.mjs';

const BATCH = 2_000;
const OPTIONS = {
  fields: ['heading', 'text'],
  storeFields: ['path', 'heading', 'text'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { heading: 2 } },
};
const [verb, folder, input] = process.argv.slice(2);
const file = join(folder, 'minisearch.json');
const peakBytes = () => process.resourceUsage().maxRSS * 1024;
const open = () => MiniSearch.loadJSON(readFileSync(file, 'utf8'), OPTIONS);
const answer = (search, question) => search.search(question).slice(0, 10).map(hit => hit.text);

async function* documents() {
  let id = 0;
  for await (const line of createInterface({ input: createReadStream(join(input, 'passages.jsonl')) })) {
    const { Path, Title, Heading, Text } = JSON.parse(line);
    yield { id: id++, path: Path, heading: `${Title} ${Heading}`, text: Text };
  }
}

async function index() {
  const search = new MiniSearch(OPTIONS);
  let [batch, ms] = [[], 0];
  const add = () => { ms += took(() => search.addAll(batch)); batch = []; };
  for await (const document of documents()) {
    if (batch.push(document) === BATCH) add();
  }
  add();
  mkdirSync(folder, { recursive: true });
  ms += took(() => writeFileSync(file, JSON.stringify(search)));
  print({ seconds: ms / 1000, passagesPerSecond: search.documentCount / (ms / 1000), indexPeakBytes: peakBytes() });
}

function askAll() {
  const search = open();
  const questions = questionsIn(input);
  warm(questions, text => answer(search, text));
  print({ ...ask(questions, text => answer(search, text)), askPeakBytes: peakBytes() });
}

async function notes(count) {
  const byPath = new Map();
  for await (const document of documents()) {
    if (byPath.size === count && !byPath.has(document.path)) break;
    byPath.set(document.path, [...(byPath.get(document.path) ?? []), document]);
  }
  return [...byPath.values()];
}

// Each changed note is one passage with a new word: the others of it go.
async function change() {
  const search = open();
  const changed = await notes(CHANGES);
  print(changesOf(changed.map(([first, ...others], number) => {
    const word = newWord(number);
    let seen = false;
    const ms = took(() => {
      search.discardAll(others.map(other => other.id));
      search.replace({ ...first, text: `The word is ${word}.` });
      seen = answer(search, word).some(text => text.includes(word));
    });
    return seen ? ms : NaN;
  })));
}

await { index, ask: askAll, change, first: () => answer(open(), input) }[verb]();
