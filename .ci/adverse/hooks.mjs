#!/usr/bin/env node
// Many webhooks at once: node .ci/adverse/hooks.mjs PROGRAM FOLDER
// Expected of 200 signed ones in five seconds, with pushes between them, at a host that takes half a second: each is accepted at once, the host
// sees one fetch at a time, after the last at most one that waited, and the last push is answered from. An unsigned one is refused.
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { temporary } from '../lib.mjs';
import { expect, startBot } from './bot.mjs';
import { git, on, wellHost } from './githost.mjs';

const [program, folder] = process.argv.slice(2);
const work = temporary();
const [hooks, seconds, secret] = [200, 5, 'a secret of the host'];
const tree = join(work, 'tree');
mkdirSync(tree);
git('init', '-q', '-b', 'main', tree);
push('drift', '# Data drift\n\nThe distribution of the inputs changes.\n', { isFirst: true });
git('clone', '-q', '--bare', tree, join(work, 'notes.git'));

function push(name, text, { isFirst = false } = {}) {
  writeFileSync(join(tree, `${name}.md`), text);
  git('-C', tree, 'add', '.');
  git('-C', tree, 'commit', '-qm', name);
  if (!isFirst) git('-C', tree, 'push', '-q', join(work, 'notes.git'), 'main');
}

let [now, most] = [0, 0];
const begun = [];
const well = wellHost(work);
async function slowHost(request, response) {
  if (!request.url.includes('/info/refs')) return well(request, response);
  most = Math.max(most, ++now);
  begun.push(Date.now());
  response.on('close', () => now--);
  await pause(500);
  well(request, response);
}

const port = 20_000 + Math.floor(Math.random() * 20_000);
const { publicKey } = generateKeyPairSync('ed25519');
async function hook(signature) {
  const began = Date.now();
  const answer = await fetch(`http://127.0.0.1:${port}/hooks/notes`, { method: 'POST', body: '{}', headers: { 'X-Hub-Signature-256': signature } });
  return { status: answer.status, took: Date.now() - began };
}

await on(slowHost, async url => {
  const bot = startBot(program, join(folder, 'hooks-index'), {
    Discord__Transport: 'Http', Discord__PublicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
    Discord__Port: String(port), Notes__HookSecret: secret, Search__Model: 'None',
  }, url);
  await bot.line('1 passages', 60);
  const signature = `sha256=${createHmac('sha256', secret).update('{}').digest('hex')}`;
  const answers = [];
  for (let sent = 0; sent < hooks; sent++) {
    if (sent % 50 === 25) push(`note${sent}`, `# Note ${sent}\n\nIt came with webhook ${sent}.\n`);
    answers.push(hook(signature));
    await pause(seconds * 1000 / hooks);
  }
  const all = await Promise.all(answers);
  const last = Date.now();
  await bot.line('5 passages', 30);
  await pause(3000);
  expect('each is accepted', all.every(answer => answer.status === 202), [...new Set(all.map(answer => answer.status))].join());
  expect('one fetch at a time', most === 1, `${most} at once, ${begun.length} in all`);
  const after = begun.filter(at => at > last).length;
  expect('at most one fetch after the last', after <= 1, `${after} of ${begun.length}`);
  expect('an unsigned one is refused', (await hook('sha256=00')).status === 401, 'its status');
  expect('a clean end', (await bot.stop()) === 0, 'its exit code');
});
