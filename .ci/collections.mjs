#!/usr/bin/env node
// Asks the questions of classic test collections, to which nothing was fitted: abstracts of aerodynamics (Cranfield), of library science
// (CISI) and of computing, half of them titles only (CACM), each a note of its own.
//   node .ci/collections.mjs PROGRAM FOLDER
// FOLDER holds cran.all.1400, cran.qry and cranqrel, or CISI.ALL, CISI.QRY and CISI.REL, or cacm.all, query.text and qrels.text, or all of
// them, as they are passed around. Prints for each collection nDCG@10 (relevant or not; Cranfield's grade 5, "of no interest", is not) and
// the share of questions whose first hit is relevant.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from './lib.mjs';

const [program, folder] = process.argv.slice(2);
const TOP = 10;
const COLLECTIONS = [
  // The questions of Cranfield have numbers with gaps, its judgements count them.
  { name: 'Cranfield', texts: 'cran.all.1400', questions: 'cran.qry', judgements: 'cranqrel', counted: true, relevant: grade => grade >= 1 && grade <= 4 },
  { name: 'CISI', texts: 'CISI.ALL', questions: 'CISI.QRY', judgements: 'CISI.REL', counted: false, relevant: () => true },
  { name: 'CACM', texts: 'cacm.all', questions: 'query.text', judgements: 'qrels.text', counted: false, relevant: () => true },
];

/** Records of ".I 1", then fields of ".T" and lines. */
function records(file) {
  return `\n${readFileSync(join(folder, file), 'latin1')}`.split('\n.I ').slice(1).map(record => {
    const [number, ...lines] = record.split('\n');
    const fields = { number: Number(number) };
    let field = '';
    for (const line of lines) {
      const [, name] = line.match(/^\.([A-Z])\s*$/) ?? [];
      if (name) field = name;
      else fields[field] = `${fields[field] ?? ''}${line}\n`;
    }
    return fields;
  });
}

function measure({ name, texts, questions, judgements, counted, relevant }) {
  const work = mkdtempSync(join(tmpdir(), 'notesbot-collection-'));
  const notes = join(work, 'notes');
  mkdirSync(notes);
  for (const { number, T: title = '', W: text = '', K: keywords = '', A: authors = '' } of records(texts)) {
    // Cranfield's texts begin with their titles.
    const body = text.trim().startsWith(title.trim()) ? text.trim().slice(title.trim().length) : text;
    const paragraphs = [`# ${title.replace(/\s+/g, ' ').trim()}`, body, keywords, authors].map(paragraph => paragraph.trim()).filter(Boolean);
    writeFileSync(join(notes, `${number}.md`), `${paragraphs.join('\n\n')}\n`);
  }
  const right = new Map();
  for (const line of readFileSync(join(folder, judgements), 'utf8').trim().split('\n')) {
    const [question, text, grade] = line.trim().split(/\s+/).map(Number);
    if (relevant(grade)) right.set(question, (right.get(question) ?? new Set()).add(text));
  }
  const asked = records(questions).map((record, i) => ({ id: String(counted ? i + 1 : record.number), query: record.W.replace(/\s+/g, ' ').trim() }))
    .filter(({ id }) => right.has(Number(id)));
  const batch = join(work, 'questions.jsonl');
  writeFileSync(batch, asked.map(question => JSON.stringify(question)).join('\n'));
  const where = ['--notes', notes, '--index', join(work, 'index')];
  execFileSync(program, ['index', ...where], { stdio: 'ignore' });
  const answers = ask(program, batch, ['--top', String(2 * TOP), ...where]);
  const scores = answers.map(({ id, results }) => {
    const found = [...new Set(results.map(result => Number.parseInt(result.path, 10)))].slice(0, TOP).map(text => right.get(Number(id)).has(text));
    const gain = hits => hits.reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
    return { ndcg: gain(found) / gain(Array(Math.min(TOP, right.get(Number(id)).size)).fill(true)), first: found[0] ? 1 : 0 };
  });
  rmSync(work, { recursive: true });
  const mean = figure => (scores.reduce((sum, score) => sum + score[figure], 0) / scores.length).toFixed(3);
  console.log(`${name}: ${scores.length} questions  nDCG@10 ${mean('ndcg')}  first hit ${mean('first')}`);
}

COLLECTIONS.filter(({ texts }) => existsSync(join(folder, texts))).forEach(measure);
