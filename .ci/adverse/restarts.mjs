#!/usr/bin/env node
// Ten restarts in a row: node .ci/adverse/restarts.mjs SIMULATOR PROGRAM FOLDER [TIMES]
// Expected: each is ready within 10 s of its start while Discord's budget has plenty, each ends with 0, and no rule is broken.
import { join } from 'node:path';
import { startSimulator } from '../../tests/NotesBot.Discord.Simulator/peers/simulator.mjs';
import { expect, startBot } from './bot.mjs';

const [simulatorPath, program, folder, times = '10'] = process.argv.slice(2);
const simulator = await startSimulator(simulatorPath);
const env = { Discord__ApiBaseUrl: simulator.api, Discord__Token: simulator.token };
const index = join(folder, 'restarts-index');
const took = [];
const codes = [];
for (let time = 0; time < Number(times); time++) {
  const began = Date.now();
  const bot = startBot(program, index, env);
  took.push((await bot.line('is ready', 30)).at - began);
  codes.push(await bot.stop());
}

expect(`${times} restarts, each ready within 10 s`, Math.max(...took) <= 10_000, `${took.map(ms => (ms / 1000).toFixed(1)).join(' ')} s`);
expect('each ends with 0', codes.every(code => code === 0), codes.join(' '));
simulator.say('quit');
expect('no rule broken', (await simulator.exited) === 0, simulator.lines.filter(line => line.startsWith('!')).join(' ') || 'none');
