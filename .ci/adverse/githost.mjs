// A git host over HTTP for trials: git's own backend behind a server of this process, and git as anybody runs it.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { join } from 'node:path';

const author = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@example.org' };

/** Runs git; what it printed. */
export function git(...args) {
  const done = spawnSync('git', args, { encoding: 'utf8', env: { ...process.env, ...author, GIT_CONFIG_GLOBAL: '/dev/null' } });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}

/** Serves the bare repositories of a folder, as a host that is well. */
export function wellHost(folder) {
  const backendPath = join(git('--exec-path'), 'git-http-backend');
  return (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const backend = spawn(backendPath, { env: {
      GIT_PROJECT_ROOT: folder, GIT_HTTP_EXPORT_ALL: '1', PATH_INFO: url.pathname, QUERY_STRING: url.search.slice(1), REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '', REMOTE_ADDR: '127.0.0.1', PATH: process.env.PATH,
      ...(request.headers['content-length'] ? { CONTENT_LENGTH: request.headers['content-length'] } : {}),
    } });
    request.pipe(backend.stdin);
    const parts = [];
    backend.stdout.on('data', part => parts.push(part));
    backend.stdout.on('end', () => {
      const answer = Buffer.concat(parts);
      const head = answer.indexOf('\r\n\r\n');
      for (const line of answer.subarray(0, head).toString().split('\r\n')) {
        const [name, value] = line.split(': ');
        name === 'Status' ? response.statusCode = Number.parseInt(value) : response.setHeader(name, value);
      }
      response.end(answer.subarray(head + 4));
    });
  };
}

/** Runs a check with the address of a host's repository `notes.git`. */
export async function on(host, check) {
  const server = createServer(host).listen(0, '127.0.0.1');
  await new Promise(done => server.once('listening', done));
  await check(`http://127.0.0.1:${server.address().port}/notes.git`);
  server.closeAllConnections();
  server.close();
}
