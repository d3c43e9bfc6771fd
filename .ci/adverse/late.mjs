#!/usr/bin/env node
// Late confirmations: node .ci/adverse/late.mjs SIMULATOR PROGRAM FOLDER
// Discord takes a first response in time and says so 2 s or 4 s later. Expected: one POST of it, no rule broken, and no line that says that
// it did not get through.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '../../tests/NotesBot.Discord.Simulator/peers/simulator.mjs';
import { expect, startBot } from './bot.mjs';

const [simulatorPath, program, folder] = process.argv.slice(2);
const simulator = await startSimulator(simulatorPath);
const bot = startBot(program, join(folder, 'late-index'), { Discord__ApiBaseUrl: simulator.api, Discord__Token: simulator.token });
await bot.line('Commands for', 60);
let asked = 0;
for (const seconds of [2, 4]) {
  simulator.say(`fault slow=${seconds}`);
  simulator.say('/find data drift');
  asked++;
  await pause((seconds + 3) * 1000);
}

simulator.say('requests');
await pause(1000);
simulator.say('violations');
simulator.say('quit');
const judged = await simulator.exited;
const posts = simulator.lines.filter(line => /^\d+ POST .*callback/.test(line));
expect('one POST a question', posts.length === asked, posts.join(', '));
expect('no rule broken', judged === 0, simulator.lines.filter(line => line.startsWith('!')).join(' ') || 'none');
expect('no loss in the log', bot.count('did not get through') === 0, `${bot.count('did not get through')} lines`);
expect('a clean end', (await bot.stop()) === 0, 'its exit code');
