// The published bot, as a process of its own, against the stand-in for Discord: people ask 20 times a second while everything goes wrong
// that can, by chance from a seed. Ends with status 0 when each interaction was answered once (or Discord was away), no rule was broken,
// the bot left well and what it holds did not grow.
// Usage: node .ci/storm.mjs SIMULATOR PROGRAM SECONDS SEED FOLDER; FOLDER gets storm.csv (what the bot held, every 10 s) and bot.log.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '../tests/NotesBot.Discord.Simulator/peers/simulator.mjs';

const [simulatorPath, program, seconds, seed, folder] = process.argv.slice(2);
const everySeconds = 10;
// Handles come and go with the pooled connections, a hundred after a burst of what REST held back.
const most = { rssMiB: 16, handles: 128, threads: 8 };

/** What a process holds, as the kernel counts it. */
function look(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const number = name => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)[1]);
  return { rssMiB: number('VmRSS') / 1024, handles: readdirSync(`/proc/${pid}/fd`).length, threads: number('Threads') };
}

/** How much a figure grows over the second half, by the straight line that fits it best. */
function growth(samples, name) {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = of => half.reduce((sum, sample) => sum + of(sample), 0) / half.length;
  const [meanAt, meanValue] = [mean(sample => sample.at), mean(sample => sample[name])];
  const slope = mean(sample => (sample.at - meanAt) * (sample[name] - meanValue)) / mean(sample => (sample.at - meanAt) ** 2);
  return { slope, overHalf: slope * (half.at(-1).at - half[0].at) };
}

mkdirSync(folder, { recursive: true });
rmSync(join(folder, 'storm-index'), { recursive: true, force: true });
const simulator = await startSimulator(simulatorPath, ['--storm', seconds, '--seed', seed]);
const bot = spawn(program, ['run', '--notes', 'notes', '--index', join(folder, 'storm-index')], {
  env: { ...process.env, Discord__ApiBaseUrl: simulator.api, Discord__Token: simulator.token },
  stdio: ['ignore', 'pipe', 'pipe'],
});
const log = createWriteStream(join(folder, 'bot.log'));
bot.stdout.pipe(log);
bot.stderr.pipe(log);
const left = new Promise(resolve => bot.on('exit', resolve));
await simulator.line(line => line.startsWith('A storm of'), 90);
const began = Date.now();
const samples = [];
const sampling = setInterval(() => samples.push({ at: (Date.now() - began) / 1000, ...look(bot.pid) }), everySeconds * 1000);
left.then(() => clearInterval(sampling));
const judged = await simulator.exited;
clearInterval(sampling);
bot.kill('SIGTERM');
const code = await left;

const rows = samples.map(({ at, rssMiB, handles, threads }) => `${at.toFixed(0)},${rssMiB.toFixed(1)},${handles},${threads}`);
writeFileSync(join(folder, 'storm.csv'), ['seconds,rss MiB,handles,threads', ...rows, ''].join('\n'));
console.log(simulator.lines.slice(simulator.lines.findIndex(line => line.startsWith('A storm of'))).join('\n'));
let isFlat = samples.length >= 4;
for (const name of isFlat ? Object.keys(most) : []) {
  const values = samples.map(sample => sample[name]);
  const { slope, overHalf } = growth(samples, name);
  isFlat &&= overHalf <= most[name];
  console.log(`${name}: first ${values[0].toFixed(1)}, halfway ${values[Math.floor(values.length / 2)].toFixed(1)}, last ${values.at(-1).toFixed(1)}, `
    + `most ${Math.max(...values).toFixed(1)}; second half ${(slope * 3600).toFixed(2)} an hour, ${overHalf.toFixed(2)} in all (at most ${most[name]})`);
}
console.log(`the bot ended with ${code}; ${isFlat ? 'flat' : 'NOT FLAT'}`);
process.exit(judged === 0 && code === 0 && isFlat ? 0 : 1);
