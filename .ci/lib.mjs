// What the scripts here share: a program that is asked, a random that can be repeated, and the memory of a process.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder that is gone with the script. */
export function temporary() {
  const folder = mkdtempSync(join(tmpdir(), 'notesbot-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Asks questions in one run; gives the answers in their order. `options` are further arguments. */
export function ask(program, file, options = []) {
  const run = spawnSync(program, ['find', '--batch', file, '--json', ...options], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(`${program} find: ${run.stderr}`);
  return run.stdout.split('\n').filter(Boolean).map(line => JSON.parse(line));
}

/** Most memory that a process and its children have held, in MB; Linux alone tells. */
export function memoryOf(pid) {
  const own = field => Number(/(\d+) kB/.exec(field?.[0] ?? '')?.[1] ?? 0) / 1024;
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own(/VmHWM:.*/.exec(status)) + children.reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}

/** Runs the program to its end, or ends it after `seconds`; gives exit code, output, seconds and megabytes. */
export function run(program, args, { env = {}, seconds = 120 } = {}) {
  return new Promise(resolve => {
    const started = Date.now();
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '', memory = 0;
    child.stdout.on('data', data => output += data);
    child.stderr.on('data', data => output += data);
    const look = setInterval(() => memory = Math.max(memory, memoryOf(child.pid)), 50);
    const end = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('close', code => {
      clearInterval(look);
      clearTimeout(end);
      resolve({ code, output, seconds: (Date.now() - started) / 1000, memory });
    });
  });
}

let failures = 0;

/** Says whether what was expected is so; the exit code of the script tells whether all was. */
export function expect(what, isSo, detail = '') {
  console.log(`${isSo ? 'ok  ' : 'FAIL'} ${what}${isSo ? '' : `: ${detail}`}`);
  failures += isSo ? 0 : 1;
  process.exitCode = failures > 0 ? 1 : 0;
}
