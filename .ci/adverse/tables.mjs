// Small files that ask for much: node .ci/adverse/tables.mjs PROGRAM
// Expected: whatever they hold, indexing ends within minutes, below 700 MB, and the note beside them is read.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, run, temporary } from '../lib.mjs';

const program = process.argv[2];
const work = temporary();
const anchors = Array.from({ length: 30 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '1' : `*a${i - 1}, *a${i - 1}`}]`).join('\n');
const kinds = {
  'table of 6 KB': `|${'a|'.repeat(1500)}\n|${'-|'.repeat(1500)}\n`,
  'table of 60 KB': `|${'a|'.repeat(15000)}\n|${'-|'.repeat(15000)}\n${'|\n'.repeat(500)}`,
  'front matter that multiplies': `---\n${anchors}\n---\n\n# Note\n`,
  'nested quotes': `${'> '.repeat(20000)}x\n`,
  'nested lists': Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n').slice(0, 60000),
};
for (const [kind, text] of Object.entries(kinds)) {
  const notes = join(work, kind);
  mkdirSync(notes);
  writeFileSync(join(notes, 'odd.md'), text);
  writeFileSync(join(notes, 'drift.md'), '# Data drift\n\nThe distribution of the inputs changes.\n');
  const index = await run(program, ['index', '--notes', notes, '--index', join(work, `index of ${kind}`)], { seconds: 180 });
  expect(`a ${kind}`, index.code === 0 && index.memory < 700 && !index.output.startsWith('0 passages'), JSON.stringify(index));
}
