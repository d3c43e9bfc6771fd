// Starts the published bot on the sample notes, and reads its log line by line, each with the millisecond it came.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export function startBot(program, index, env, notes = 'notes') {
  const child = spawn(program, ['run', '--notes', notes, '--index', index], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines = [];
  const waiting = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', text => {
      const line = { at: Date.now(), text };
      lines.push(line);
      for (const entry of [...waiting].filter(entry => entry.fits(line))) {
        waiting.splice(waiting.indexOf(entry), 1);
        entry.resolve(line);
      }
    });
  }

  const exited = new Promise(resolve => child.on('exit', resolve));
  return {
    lines,
    /** The first line with these words that came at or after a moment; fails after some seconds. */
    line(words, seconds, since = 0) {
      const fits = line => line.at >= since && line.text.includes(words);
      const found = lines.find(fits);
      return found ? Promise.resolve(found) : new Promise((resolve, reject) => {
        waiting.push({ fits, resolve });
        setTimeout(() => reject(new Error(`"${words}" did not come within ${seconds} s. There was:\n${lines.map(line => line.text).join('\n')}`)),
          seconds * 1000).unref();
      });
    },
    count: words => lines.filter(line => line.text.includes(words)).length,
    /** Stops it as a supervisor does; its exit code. */
    stop() {
      child.kill('SIGTERM');
      return exited;
    },
    exited,
  };
}

/** Says what is expected and what was seen; the process ends with 1 when one thing is not so. */
export function expect(what, isSo, seen) {
  console.log(`${isSo ? 'ok  ' : 'NOT '} ${what}; seen: ${seen}`);
  if (!isSo) process.exitCode = 1;
}
