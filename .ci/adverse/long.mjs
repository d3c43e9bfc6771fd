// Questions as long as Discord lets them be: node .ci/adverse/long.mjs PROGRAM [PASSAGES]
// Expected: over 20,000 passages the slowest that can be built takes at most five times the median of whole questions, and all are answered.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, expect, run, seeded, temporary } from '../lib.mjs';

const [program, passages = '20000'] = process.argv.slice(2);
const work = temporary();
const [notes, index] = [join(work, 'notes'), join(work, 'index')];
const [longest, each] = [6000, 7];
const chance = seeded(1);
const pick = from => from[Math.floor(chance() * from.length)];
const sentences = readdirSync('notes', { recursive: true }).filter(name => name.endsWith('.md'))
  .flatMap(name => readFileSync(join('notes', name), 'utf8').split(/(?<=[.!?])\s+/))
  .map(sentence => sentence.replace(/\s+/g, ' ').trim()).filter(sentence => /^[A-Z][^#|`]{30,300}[.!?]$/.test(sentence));
const words = [...new Set(sentences.join(' ').toLowerCase().match(/[a-z]{3,}/g))];

// Names of their own make a vocabulary as large as that of real notes.
const syllables = 'ba ce di fo gu ha ji ke lo mu na pe qui ro su ta ve wi xo yu za stra plen dorf mach'.split(' ');
const name = () => Array.from({ length: 2 + Math.floor(chance() * 3) }, () => pick(syllables)).join('');
const section = () => `## ${pick(words)} ${name()}\n\n${Array.from({ length: 5 }, () => `${pick(sentences)} ${name()}`).join(' ')}\n`;
for (let file = 0; file < Number(passages) / 20; file++) {
  mkdirSync(join(notes, `part${file % 50}`), { recursive: true });
  writeFileSync(join(notes, `part${file % 50}`, `note${file}.md`), `# ${name()} ${file}\n\n${Array.from({ length: 20 }, section).join('\n')}`);
}

const built = await run(program, ['index', '--no-wait', '--notes', notes, '--index', index], { seconds: 600 });
expect('the notes are indexed', built.code === 0, built.output);

const until = (length, make) => { let text = ''; while (text.length < length) text += make(); return text.slice(0, length); };
const misspelt = word => word.slice(0, 1) + word.slice(2);
const kinds = {
  'words of the notes': () => until(longest, () => `${pick(words)} `),
  'their names': () => until(longest, () => `${name()} `),
  'misspelt words': () => until(longest, () => `${misspelt(pick(words))} `),
  'misspelt names': () => until(longest, () => `${misspelt(name())}x `),
  'one word again and again': () => until(longest, () => 'model '),
  'whole sentences': () => until(longest, () => `${pick(sentences)} `),
  'one endless word': () => until(longest, () => pick(syllables)),
  'single letters': () => until(longest, () => `${pick([...'abcdefghijklmnopqrstuvwxyz'])} `),
  'beginnings': () => until(longest, () => `${pick(words).slice(0, 3)} `),
  'phrases': () => until(longest, () => `"${pick(words)} ${pick(words)}" `),
  'one long phrase': () => `"${until(longest - 2, () => `${pick(words)} `)}"`,
  'exclusions': () => until(longest, () => `-${pick(words)} `) + ' model',
  'compounds': () => until(longest, () => `${pick(words)}-${pick(words)}-${name()}/${pick(words)} `),
  'acronyms': () => until(longest, () => `${name().slice(0, 4).toUpperCase()} `),
  'characters of another script': () => until(longest, () => pick([...'数据漂移模型部署机器学习训练'])),
  'signs': () => until(longest, () => pick([...'?*~"-+(){}[]^\\/:!&|'])),
};
const whole = Array.from({ length: 60 }, () => `what does ${pick(sentences).toLowerCase().split(' ').slice(0, 8).join(' ')} mean?`);
const questions = [...whole, ...whole, ...Object.values(kinds).flatMap(make => Array.from({ length: each }, make))];
const batch = join(work, 'questions.jsonl');
writeFileSync(batch, questions.map((query, number) => JSON.stringify({ id: String(number), query })).join('\n'));
const answers = ask(program, batch, ['--notes', notes, '--index', index]);
expect('all are answered', answers.length === questions.length, `${answers.length} of ${questions.length}`);

const middle = times => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)];
const took = answers.map(answer => answer.took_ms);
const median = middle(took.slice(whole.length, 2 * whole.length));
Object.keys(kinds).forEach((kind, number) => {
  const times = took.slice(2 * whole.length + each * number, 2 * whole.length + each * (number + 1));
  expect(`${kind}: ${(middle(times) / median).toFixed(1)} times a whole question's ${median.toFixed(1)} ms`, middle(times) <= 5 * median, `${middle(times)} ms`);
});
