#!/usr/bin/env node
// Which conformance cases are the trait of a test, and which are not: node .ci/cases.mjs CASES.md
// A case is a table row that begins with its id (| GW-13 |); a test carries [Trait("Case", "GW-13")]. Ends with status 1 when one is missing.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const cases = [...readFileSync(process.argv[2], 'utf8').matchAll(/^\| ([A-Z]{2}-\d{2}) \|/gm)].map(match => match[1]);
const sources = execFileSync('git', ['ls-files', '-z', 'tests/*.cs'], { encoding: 'utf8' }).split('\0').filter(Boolean);
const traits = sources.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/Trait\("Case", "([A-Z]{2}-\d{2})"\)/g)].map(match => match[1]));
const covered = new Set(traits);
const missing = cases.filter(id => !covered.has(id));
const unknown = [...covered].filter(id => !cases.includes(id));
console.log(`${cases.length - missing.length} of ${cases.length} cases are the trait of a test`);
if (missing.length > 0) console.log(`missing: ${missing.join(' ')}`);
if (unknown.length > 0) console.log(`no such case: ${unknown.join(' ')}`);
process.exitCode = missing.length + unknown.length === 0 ? 0 : 1;
