#!/usr/bin/env node
// A replay over HTTP: node .ci/adverse/replay.mjs PROGRAM FOLDER
// Expected: a rightly signed question is answered once; the same bytes again, and again after a restart, get 202 and nothing; one that was
// signed ten seconds before the process began gets 202 and nothing, a new one its answer.
import { generateKeyPairSync, sign } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, startBot } from './bot.mjs';

const [program, folder] = process.argv.slice(2);
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const port = 20_000 + Math.floor(Math.random() * 20_000);
const env = {
  Discord__Transport: 'Http',
  Discord__PublicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex'),
  Discord__Port: String(port),
};
let last = 1_174_000_000_000_000_000n;

function question(secondsAgo = 0) {
  const timestamp = String(Math.floor(Date.now() / 1000) - secondsAgo);
  const body = JSON.stringify({
    id: String(++last), application_id: '100', token: 't', type: 2, version: 1, user: { id: '1' },
    data: { id: '5', name: 'find', type: 1, options: [{ name: 'query', type: 3, value: 'data drift' }] },
  });
  return { body, timestamp, signature: sign(null, Buffer.from(timestamp + body), privateKey).toString('hex') };
}

async function post({ body, timestamp, signature }) {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/interactions`, {
        method: 'POST', body, headers: { 'X-Signature-Ed25519': signature, 'X-Signature-Timestamp': timestamp },
      });
      return answer.status;
    } catch (failure) {
      if (tries > 100) throw failure;
      await pause(200);
    }
  }
}

const index = join(folder, 'replay-index');
let bot = startBot(program, index, env);
const first = question();
const statuses = [await post(first), await post(first)];
await bot.stop();
bot = startBot(program, index, env);
statuses.push(await post(first), await post(question(10)), await post(question()));
await bot.stop();
expect('answered once, then refused twice; an older one refused, a new one answered', statuses.join() === '200,202,202,202,200', statuses.join(' '));
