// Files of the owner that could hurt: node .ci/adverse/owner.mjs PROGRAM
// Expected: a pipe, a device, a huge line and a table of nonsense are named or passed over within seconds, and questions are answered.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, run, temporary } from '../lib.mjs';

const program = process.argv[2];
const work = temporary();
const notes = join(work, 'notes');
const where = ['--notes', notes, '--index', join(work, 'index')];
const synonyms = join(notes, 'synonyms.txt');
mkdirSync(notes);
writeFileSync(join(notes, 'drift.md'), '# Data drift\n\nThe distribution of the inputs changes.\n');

const kinds = {
  'a pipe': () => execFileSync('mkfifo', [synonyms]),
  'a device': () => symlinkSync('/dev/zero', synonyms),
  'a line of 20,000 words': () => writeFileSync(synonyms, Array.from({ length: 20000 }, (_, i) => `w${i}`).join(', ')),
  'a phrase of 20,000 words': () => writeFileSync(synonyms, `drift, ${Array.from({ length: 20000 }, (_, i) => `w${i}`).join(' ')}`),
  'two gigabytes of nothing': () => { writeFileSync(synonyms, ''); execFileSync('truncate', ['-s', '2G', synonyms]); },
};
for (const [kind, make] of Object.entries(kinds)) {
  rmSync(synonyms, { force: true });
  make();
  const index = await run(program, ['index', ...where], { seconds: 30 });
  const find = await run(program, ['find', ...where, 'data', 'drift'], { seconds: 30 });
  expect(`synonyms that are ${kind}: notes are read`, index.code === 0 && index.memory < 700, JSON.stringify(index));
  expect('... and answer', find.code === 0 && find.output.includes('distribution') && find.seconds < 10, JSON.stringify(find));
}
