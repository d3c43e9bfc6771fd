// Holds recorded requests (--record) against Discord's OpenAPI description with ajv (JSON Schema 2020-12).
// Usage: node check-openapi.mjs OPENAPI.json RECORD.jsonl   (ajv and ajv-formats are looked for in peers/node_modules)
// Ends with 0 when every body fits, 1 when one does not, 2 on wrong use. Exceptions: where the description contradicts the documents.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [descriptionPath, recordPath] = process.argv.slice(2);
if (!descriptionPath || !recordPath) {
  console.error('usage: node check-openapi.mjs OPENAPI.json RECORD.jsonl');
  process.exit(2);
}

const require = createRequire(new URL('./peers/package.json', import.meta.url));
const { default: Ajv } = require('ajv/dist/2020.js');
const { default: addFormats } = require('ajv-formats');
const description = JSON.parse(readFileSync(descriptionPath, 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, discriminator: false });
addFormats(ajv);
ajv.addFormat('snowflake', /^(0|[1-9][0-9]*)$/);
ajv.addSchema({ $id: 'openapi', components: description.components });

/** References inside of the description are made absolute, so that each body's schema can stand alone. */
const absolute = value => JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"openapi#/components/'));
const validators = new Map();

function validatorOf(request) {
  const type = (request.contentType ?? 'application/json').split(';')[0].trim();
  const key = `${request.method} ${request.route} ${type}`;
  if (!validators.has(key)) {
    const operation = description.paths[request.route]?.[request.method.toLowerCase()];
    const schema = operation?.requestBody?.content?.[type]?.schema;
    validators.set(key, { operation, validate: schema ? ajv.compile(absolute(schema)) : null });
  }
  return validators.get(key);
}

/** The documents say: a decimal string, where the description says: an integer. And a file's id may be a number. */
function documented(body) {
  if (Array.isArray(body)) return body.map(documented);
  if (body === null || typeof body !== 'object') return body;
  const copy = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, documented(value)]));
  if (typeof copy.default_member_permissions === 'string') copy.default_member_permissions = Number(copy.default_member_permissions);
  if (Array.isArray(copy.attachments)) copy.attachments = copy.attachments.map(file => ({ ...file, id: String(file.id) }));
  return copy;
}

function problemOf(request) {
  if (request.status >= 400) return null;
  const { operation, validate } = validatorOf(request);
  if (!operation) return 'the description has no such route';
  if (request.body === null) return operation.requestBody?.required ? 'the body is missing' : null;
  if (!validate) return 'no body belongs here, or none of this content type';
  if (validate(documented(request.body))) return null;
  const deepest = [...validate.errors].sort((a, b) => b.instancePath.length - a.instancePath.length).slice(0, 3);
  return deepest.map(error => `${error.instancePath || '/'} ${error.message}`).join('; ');
}

const requests = readFileSync(recordPath, 'utf8').split('\n').filter(line => line.trim()).map(line => JSON.parse(line));
const problems = requests.map((request, index) => ({ request, index, problem: problemOf(request) })).filter(entry => entry.problem);
for (const { request, index, problem } of problems) console.log(`${index + 1}: ${request.method} ${request.route}: ${problem}`);
console.log(`${requests.length - problems.length} of ${requests.length} requests fit the description`);
process.exit(problems.length === 0 ? 0 : 1);
