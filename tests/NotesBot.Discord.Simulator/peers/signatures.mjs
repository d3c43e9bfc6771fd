// Ed25519 both ways with npm's discord-interactions: it accepts what the simulator signs, and the simulator signs as Node does.
// Usage: node signatures.mjs PROGRAM
import { createServer } from 'node:http';
import { generateKeyPairSync, sign } from 'node:crypto';
import { InteractionResponseType, InteractionType, verifyKey } from 'discord-interactions';
import { startSimulator } from './simulator.mjs';

const { privateKey } = generateKeyPairSync('ed25519');
const seed = Buffer.from(privateKey.export({ format: 'jwk' }).d, 'base64url').toString('hex');
const different = [];
const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const signature = request.headers['x-signature-ed25519'];
  const timestamp = request.headers['x-signature-timestamp'];
  const isRight = Boolean(signature) && Boolean(timestamp) && await verifyKey(body, signature, timestamp, simulator.publicKey).catch(() => false);
  if (!isRight) return response.writeHead(401).end();
  const ours = sign(null, Buffer.concat([Buffer.from(timestamp), body]), privateKey).toString('hex');
  if (ours !== signature) different.push(signature);
  const interaction = JSON.parse(body);
  const answer = interaction.type === InteractionType.PING
    ? { type: InteractionResponseType.PONG }
    : { type: InteractionResponseType.CHANNEL_MESSAGE_WITH_SOURCE, data: { content: 'pong', allowed_mentions: { parse: [] } } };
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
});

await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const simulator = await startSimulator(process.argv[2], ['--http', `http://127.0.0.1:${server.address().port}/`, '--private-key', seed]);
simulator.publicKey = (await simulator.line(line => line.includes('Discord__PublicKey='))).split('Discord__PublicKey=')[1];
const api = (path, options) => fetch(`${simulator.api}/v10${path}`, {
  ...options,
  headers: { 'User-Agent': 'DiscordBot (https://example.org, 1.0)', 'Content-Type': 'application/json', Authorization: `Bot ${simulator.token}` },
});
const { id } = await (await api('/applications/@me')).json();
await api(`/applications/${id}/commands`, { method: 'PUT', body: JSON.stringify([{ name: 'ping', description: 'Answers' }]) });
simulator.say('/ping');
await simulator.line(line => line === 'pong');
simulator.say('quit');
const code = await simulator.exited;
server.close();
const isGood = code === 0 && different.length === 0 && simulator.lines.some(line => line.startsWith('The endpoint answers PING'));
console.log(isGood ? 'ok: discord-interactions and the simulator agree about signatures' : `FAILED: ${code}\n${simulator.lines.join('\n')}`);
process.exit(isGood ? 0 : 1);
