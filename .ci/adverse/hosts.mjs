// Git hosts that are silent, endless, odd or well: node .ci/adverse/hosts.mjs PROGRAM
// Expected: a well host's notes are read; a silent one is given up within two minutes, an endless one is cut, each with one sentence that
// says so, below 700 MB; and a token goes to nobody else.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, run, temporary } from '../lib.mjs';
import { git, on, wellHost } from './githost.mjs';

const program = process.argv[2];
const work = temporary();
const tree = join(work, 'tree');
mkdirSync(tree);
git('init', '-q', '-b', 'main', tree);
writeFileSync(join(tree, 'drift.md'), '# Data drift\n\nThe distribution of the inputs changes.\n');
git('-C', tree, 'add', '.');
git('-C', tree, 'commit', '-qm', 'notes');
git('clone', '-q', '--bare', tree, join(work, 'notes.git'));
const head = git('-C', tree, 'rev-parse', 'HEAD');
for (let branch = 0; branch < 3000; branch++) {
  mkdirSync(join(work, 'notes.git/refs/heads/other'), { recursive: true });
  writeFileSync(join(work, `notes.git/refs/heads/other/${branch}`), `${head}\n`);
}

const service = '001e# service=git-upload-pack\n0000';
const line = text => (text.length + 4).toString(16).padStart(4, '0') + text;
function endlessHost(request, response) {
  response.setHeader('Content-Type', 'application/x-git-upload-pack-advertisement');
  response.write(service);
  let number = 0;
  const more = () => {
    while (response.write(Array.from({ length: 1000 }, () => line(`${'a'.repeat(40)} refs/heads/b${number++}\n`)).join(''))) ;
    response.once('drain', more);
  };
  more();
}

const index = (url, name, env = {}, seconds = 150) => run(program, ['index', '--notes', url, '--index', join(work, name)], { env, seconds });

await on(wellHost(work), async url => {
  const well = await index(url, 'well');
  expect('a host with 3,000 branches gives its notes soon', well.code === 0 && well.output.includes('1 passages of 1 notes') && well.seconds < 20, JSON.stringify(well));
  writeFileSync(join(tree, 'more.md'), '# More\n\nAnother note.\n');
  git('-C', tree, 'add', '.');
  git('-C', tree, 'commit', '-qm', 'more');
  git('-C', tree, 'push', '-q', join(work, 'notes.git'), 'main');
  const more = await index(url, 'well');
  expect('a push is fetched on top of it', more.code === 0 && more.output.includes('2 passages of 2 notes'), JSON.stringify(more));
});
await on(endlessHost, async url => {
  const endless = await index(url, 'endless', { Notes__MaxRepositoryBytes: `${32 << 20}` });
  expect('a host that sends without end is cut', endless.code === 1 && endless.output.includes('Notes:MaxRepositoryBytes'), JSON.stringify(endless));
  expect('... below 700 MB', endless.memory < 700, `${endless.memory} MB`);
});
await on((request, response) => response.writeHead(302, { Location: 'http://localhost:1/elsewhere' }).end(), async url => {
  const redirected = await index(url, 'redirected', { Notes__Token: 'very-secret' });
  expect('a host that redirects elsewhere gets no token there', redirected.code === 1 && !redirected.output.includes('very-secret'), JSON.stringify(redirected));
});
await on(() => {}, async url => {
  const silent = await index(url, 'silent');
  expect('a silent host is given up within two minutes', silent.code === 1 && silent.output.includes('silent') && silent.seconds < 120, JSON.stringify(silent));
});
