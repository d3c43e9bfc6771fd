// Notes that are away without being deleted, and files of odd times: node .ci/adverse/absent.mjs PROGRAM
// Expected: an empty or missing folder and odd times cost nothing that was known; the sentence says why; --rebuild believes that all is gone.
import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, run, temporary } from '../lib.mjs';

const program = process.argv[2];
const work = temporary();
const notes = join(work, 'notes');
const where = ['--notes', notes, '--index', join(work, 'index')];
const index = (...more) => run(program, ['index', ...where, ...more]);
const find = async words => (await run(program, ['find', ...where, ...words.split(' ')])).output;

mkdirSync(join(notes, 'more'), { recursive: true });
writeFileSync(join(notes, 'drift.md'), '# Data drift\n\nThe distribution of the inputs changes.\n');
writeFileSync(join(notes, 'more/canary.md'), '# Canary\n\nA small share of the traffic.\n');
expect('notes are read', (await index()).output.includes('2 passages of 2 notes'));

renameSync(notes, join(work, 'away'));
const missing = await index();
expect('a folder that is gone is a fault', missing.code === 1 && missing.output.includes('not there'), JSON.stringify(missing));
expect('... and its notes answer', (await find('data drift')).includes('distribution'));
mkdirSync(notes);
const empty = await index();
expect('an empty mount point is a fault', empty.code === 1 && empty.output.includes('is empty'), JSON.stringify(empty));
expect('... and its notes answer', (await find('data drift')).includes('distribution'));
const gone = await index('--rebuild');
expect('that all is gone is believed with --rebuild', gone.code === 0 && gone.output.includes('0 passages'), JSON.stringify(gone));
rmSync(notes, { recursive: true });
renameSync(join(work, 'away'), notes);
expect('notes that are back are read', (await index()).output.includes('2 passages of 2 notes'));

for (const seconds of [253402300800, -62167219200, 4102444800]) {
  utimesSync(join(notes, 'drift.md'), seconds, seconds);
  const odd = await index();
  expect(`a time of ${seconds} seconds costs nothing`, odd.code === 0 && odd.output.includes('2 passages of 2 notes'), JSON.stringify(odd));
}
