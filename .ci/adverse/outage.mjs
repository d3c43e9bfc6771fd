#!/usr/bin/env node
// Gateway outages: node .ci/adverse/outage.mjs SIMULATOR PROGRAM FOLDER [SECONDS...] (0.3, 1 and 4 unless said; 20 and 120 take their time)
// Expected of each: every connection is refused for so long; the session is resumed within 10 s of the return (65 s from 20 s on) without a
// new one, what was asked before that is answered, the log says at Information why and that it is over, and no rule of Discord is broken.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '../../tests/NotesBot.Discord.Simulator/peers/simulator.mjs';
import { expect, startBot } from './bot.mjs';

const [simulatorPath, program, folder, ...asked] = process.argv.slice(2);
const outages = asked.length > 0 ? asked.map(Number) : [0.3, 1, 4];
const simulator = await startSimulator(simulatorPath);
const bot = startBot(program, join(folder, 'outage-index'), { Discord__ApiBaseUrl: simulator.api, Discord__Token: simulator.token });
await bot.line('is ready', 60);
simulator.say('/find data drift');
await simulator.line(line => line.includes('alice> ') || line.includes('[Delete]'), 60);
for (const seconds of outages) {
  await pause(2000);
  const began = Date.now();
  simulator.say('fault refuse');
  simulator.say('fault cut');
  await pause(seconds * 1000);
  simulator.say('fault off');
  const back = Date.now();
  // What is asked while the bot may wait for longer than Discord does is lost, whoever is to blame.
  if (seconds < 20) simulator.say('/find canary deployment');
  const most = seconds < 20 ? 10 : 65;
  const resumed = await bot.line('has resumed', most + 5, began);
  expect(`after ${seconds} s away the session goes on within ${most} s`, resumed.at - back <= most * 1000, `${((resumed.at - back) / 1000).toFixed(1)} s`);
}

await pause(3000);
simulator.say('violations');
await simulator.line(line => line.includes('No rule was broken') || line.includes('!'), 20);
simulator.say('quit');
const judged = await simulator.exited;
expect('one session for all of it', bot.count('is ready') === 1, `${bot.count('is ready')} begun`);
expect('why the gateway was not reached, and that it is reached again', bot.count('cannot reach') > 0 || Math.max(...outages) < 1,
  `${bot.count('cannot reach')} and ${bot.count('reaches the gateway again')} lines`);
expect('no rule broken', judged === 0, simulator.lines.filter(line => line.includes('!')).join(' ') || 'none');
expect('a clean end', (await bot.stop()) === 0, 'its exit code');
