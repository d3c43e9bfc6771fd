// Two copies of the published bot in HTTP mode behind nginx with docs/nginx.conf: people send signed interactions while one copy is killed
// and started again, and then the other is asked to leave and started again. Ends with status 0 when not one was lost.
// Usage: node .ci/copies.mjs SIMULATOR PROGRAM FOLDER [COUNT]; COUNT is 1000 by default. Installs nginx where it is missing (apt-get).
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startSimulator } from '../tests/NotesBot.Discord.Simulator/peers/simulator.mjs';

const [simulatorPath, program, folderName, countText] = process.argv.slice(2);
const [folder, count, rate] = [resolve(folderName), Number(countText ?? 1000), 25];

async function freePorts(many) {
  const servers = await Promise.all(Array.from({ length: many }, () => new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => done(server));
  })));
  const ports = servers.map(server => server.address().port);
  servers.forEach(server => server.close());
  return ports;
}

function installNginx() {
  const sudo = process.getuid() === 0 ? '' : 'sudo ';
  const script = `command -v nginx >/dev/null || { ${sudo}apt-get update -qq && ${sudo}apt-get install -y -qq nginx; }`;
  if (spawnSync('sh', ['-c', script], { stdio: 'inherit' }).status !== 0) throw new Error('nginx could not be installed.');
}

function run(name, command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const log = createWriteStream(join(folder, `${name}.log`), { flags: 'a' });
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  return Object.assign(child, { left: new Promise(done => child.on('exit', code => done(code))) });
}

/** A copy: to be killed or asked to leave, and started again. */
function copy(name, port, env) {
  const start = () => run(name, program, ['run', '--notes', 'notes', '--index', join(folder, name)], {
    ...env, Discord__Transport: 'Http', Discord__Port: String(port), Health__Port: String(port + 1000),
  });
  const isReady = () => fetch(`http://127.0.0.1:${port + 1000}/health/ready`).then(answer => answer.ok, () => false);
  let running = start();
  const ready = async () => { while (!await isReady()) await pause(100); };
  return {
    ready,
    async restart(signal) {
      running.kill(signal);
      await running.left;
      await pause(1000);
      running = start();
      await ready();
      console.log(`${name} got ${signal} and is back`);
    },
    async end() { running.kill('SIGTERM'); return running.left; },
  };
}

mkdirSync(folder, { recursive: true });
installNginx();
const [proxyPort, ...ports] = await freePorts(3);
const simulator = await startSimulator(simulatorPath, ['--storm', String(count / rate), '--rate', String(rate), '--calm', '--seed', '1',
  '--http', `http://127.0.0.1:${proxyPort}/interactions`]);
const publicKey = (await simulator.line(line => line.includes('Discord__PublicKey='))).split('Discord__PublicKey=')[1];
const env = { Discord__ApiBaseUrl: simulator.api, Discord__Token: simulator.token, Discord__PublicKey: publicKey };
const copies = ports.map((port, index) => copy(`copy-${index + 1}`, port, env));
await Promise.all(copies.map(each => each.ready()));
const [first, second] = ports;
writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/nginx.pid;\n${readFileSync('docs/nginx.conf', 'utf8')
  .replace('127.0.0.1:8080', `127.0.0.1:${proxyPort}`).replace('127.0.0.1:8081', `127.0.0.1:${first}`).replace('127.0.0.1:8082', `127.0.0.1:${second}`)
  .replace('http {', `http {\n  access_log ${folder}/access.log;\n  client_body_temp_path ${folder}/body;\n  proxy_temp_path ${folder}/proxy;`)}`);
const nginx = run('nginx', 'nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log'), '-g', 'daemon off;']);
await simulator.line(line => line.startsWith('A storm of'), 90);
await pause((count / rate) * 100);
await copies[0].restart('SIGKILL');
await pause(5000); // As docs/copies.md says: the first answers of a new process are slow, and the other one would not be there for them.
await copies[1].restart('SIGTERM');
const judged = await simulator.exited;
const codes = await Promise.all(copies.map(each => each.end()));
nginx.kill('SIGTERM');
await nginx.left;

const figures = simulator.lines.slice(simulator.lines.findIndex(line => line.startsWith('A storm of')));
console.log(figures.join('\n'));
const lost = Number(/(\d+) lost/.exec(figures.find(line => line.startsWith('interactions:')))?.[1] ?? NaN);
console.log(`the copies ended with ${codes.join(' and ')}`);
process.exit(judged === 0 && lost === 0 && codes.every(code => code === 0) ? 0 : 1);
