// Starts the simulator as a program, and drives it over its console.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export async function startSimulator(program, args = []) {
  const command = program.endsWith('.dll') ? ['dotnet', program] : [program];
  const child = spawn(command[0], [...command.slice(1), '--port', '0', ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = [];
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', line => {
    lines.push(line);
    for (const entry of [...waiting]) {
      if (entry.fits(line)) {
        waiting.splice(waiting.indexOf(entry), 1);
        entry.resolve(line);
      }
    }
  });

  /** The first line that fits, from those already there or to come; fails after some seconds. */
  const line = (fits, seconds = 30) => {
    const found = lines.find(fits);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const entry = { fits, resolve };
      waiting.push(entry);
      setTimeout(() => reject(new Error(`No such line within ${seconds} s. There were:\n${lines.join('\n')}`)), seconds * 1000).unref();
    });
  };

  const value = async name => (await line(text => text.includes(`${name}=`))).split(`${name}=`)[1].split(' ')[0];
  return {
    lines,
    api: await value('Discord__ApiBaseUrl'),
    token: await value('Discord__Token'),
    say: text => child.stdin.write(`${text}\n`),
    line,
    exited: new Promise(resolve => child.on('exit', resolve)),
    stop: () => child.kill(),
  };
}
