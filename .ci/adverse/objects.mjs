// Odd objects in a repository: node .ci/adverse/objects.mjs PROGRAM
// Expected of commits and trees that git makes only when it is told to take them as they are: the notes are read, or one sentence says why not, within
// 20 s; and as soon as the branch is mended they are read again, without a clone having to be deleted.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, run, temporary } from '../lib.mjs';
import { git } from './githost.mjs';

const program = process.argv[2];
const work = temporary();
const bare = join(work, 'notes.git');
const index = join(work, 'index');
git('init', '-q', '--bare', '-b', 'main', bare);

/** Writes an object as it is; its name. */
function object(type, bytes) {
  const file = join(work, 'object');
  writeFileSync(file, bytes);
  return git('-C', bare, 'hash-object', '-t', type, '-w', '--literally', file);
}

const entry = (mode, name, id) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]);
const blob = object('blob', '# Data drift\n\nThe distribution of the inputs changes.\n');
const tree = object('tree', entry('100644', 'drift.md', blob));
const person = date => `A <a@example.org> ${date}`;
const commit = (of, { author = person('1700000000 +0000'), committer = person('1700000000 +0000'), more = '', message = 'notes' } = {}) =>
  object('commit', `tree ${of}\nauthor ${author}\ncommitter ${committer}\n${more}\n${message}\n`);
const gone = '1'.repeat(40);

const kinds = {
  'a date after the year 9999': () => commit(tree, { committer: person('253402300800 +0000'), author: person('253402300800 +0000') }),
  'a date of twenty digits': () => commit(tree, { committer: person('99999999999999999999 +0000') }),
  'a date before all': () => commit(tree, { committer: person('-99999999999 +0000') }),
  'a zone of 99 hours': () => commit(tree, { committer: person('1700000000 +9999') }),
  'no date': () => commit(tree, { committer: 'A <a@example.org>' }),
  'no name': () => commit(tree, { author: '<> 0 +0000', committer: '<> 0 +0000' }),
  'an encoding that nobody knows': () => commit(tree, { more: 'encoding x-nothing\n', message: Buffer.from([0xff, 0xfe, 0x41]).toString('latin1') }),
  'a message of eight megabytes': () => commit(tree, { message: 'x'.repeat(8 << 20) }),
  'a tree that is not there': () => commit(gone),
  'a note that is not there': () => commit(object('tree', entry('100644', 'drift.md', gone))),
  'a folder that is its own parent by name': () => commit(object('tree', Buffer.concat([entry('40000', '..', tree), entry('100644', 'drift.md', blob)]))),
  'a folder called .git': () => commit(object('tree', Buffer.concat([entry('40000', '.git', tree), entry('100644', 'drift.md', blob)]))),
  'a mode that nobody knows': () => commit(object('tree', entry('777777', 'drift.md', blob))),
  'a note that is a link to /etc/passwd': () => commit(object('tree', Buffer.concat([entry('100644', 'drift.md', blob), entry('120000', 'passwd.md', object('blob', '/etc/passwd'))]))),
  'one name twice': () => commit(object('tree', Buffer.concat([entry('100644', 'drift.md', blob), entry('100644', 'drift.md', blob)]))),
  'a name of 5,000 letters': () => commit(object('tree', Buffer.concat([entry('100644', 'drift.md', blob), entry('100644', `${'n'.repeat(5000)}.md`, blob)]))),
  'folders 3,000 deep': () => commit(Array.from({ length: 3000 }).reduce(inner => object('tree', entry('40000', 'd', inner)), tree)),
};
const read = () => run(program, ['index', '--notes', `file://${bare}`, '--index', index], { seconds: 60, env: { Search__Model: 'None' } });

for (const [kind, make] of Object.entries(kinds)) {
  git('-C', bare, 'update-ref', 'refs/heads/main', make());
  const odd = await read();
  const isSaid = odd.code === 1 && odd.output.trim().split('\n').length <= 4 && !odd.output.includes('   at ');
  expect(`${kind}: ${odd.code === 0 ? 'read' : odd.output.trim().split('\n').at(-1).slice(0, 120)}`, (odd.code === 0 || isSaid) && odd.seconds < 20, JSON.stringify(odd));
  git('-C', bare, 'update-ref', 'refs/heads/main', commit(tree, { message: `after ${kind}` }));
  const mended = await read();
  expect('... and mended', mended.code === 0 && mended.output.includes('1 passages of 1 notes'), JSON.stringify(mended));
}
