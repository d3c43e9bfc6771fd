#!/usr/bin/env node
// Counts raw markup of generators and plug-ins in what people see: the first three snippets and headings of every judged question.
//   node .ci/markup.mjs PROGRAM SHARED [--work DIR] [FILE ...]     FILE: find-dev.jsonl ... (default: all of SHARED/eval that ask)
//   node .ci/markup.mjs --self-test                                each pattern against what it must and must not find
// Ends with status 1 when there is any.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// name, pattern, what it must find, what it must not
const patterns = [
  ['admonition', /^(!!!|\?\?\?\+?)\s+\w/m, '!!! note', 'What!!! No'],
  ['tab', /^===[!+]?\s+"/m, '=== "Linux"', 'a === "b"'],
  ['colon fence', /^:{3,}/m, '::: {.callout-tip}', 'a::b'],
  ['attributes', /\{[#.][A-Za-z][\w-]*[^{}\n]*\}/, 'Boot {#sec-boot}', 'the set {1, 2}'],
  ['kramdown', /\{:\s*[.#\w][^{}\n]*\}/, '{:toc}', '{a: b}'],
  ['width', /\)\{\w+=[^}\n]*\}/, '](a.png){width=50%}', 'f(x){y}'],
  ['directive', /`{3,}\s*\{[\w:.-]+\}/, '```{note} Title', '{note}'],
  ['fence', /^\s*(`{3,}|~{3,})\w*\s*$/m, '```python', 'a `code` b'],
  ['role', /\{[a-z][\w:-]*\}`/, '{ref}`part`', '{ref} part'],
  ['target', /^\([\w:.-]+\)=\s*$/m, '(label)=', '(a)=b'],
  ['option', /^:[\w-]+:(\s\S.*)?$/m, ':class: tip', 'at 10:30:45'],
  ['cell option', /^#\|/m, '#| label: fig', '# a | b'],
  ['shortcode', /\{\{[<%].*?[%>]\}\}/, '{{< video x >}}', '{a}'],
  ['template', /\{%.*?%\}/, '{% hint %}', '{5%}'],
  ['variable', /\{\{\s*[\w.]+\s*(\|[^{}]*)?\}\}/, '{{ site.title }}', '{{1, 2}, {3}}'],
  ['import', /^import\s.+\sfrom\s+['"]/m, "import Tabs from '@theme/Tabs'", 'import numpy as np'],
  ['export', /^export\s+(const|default|function)\s/m, 'export const a = 1', 'export it now'],
  ['comment of MDX', /\{\/\*/, '{/* x */}', '/* x */'],
  ['component', /<\/?[A-Z][a-z]\w*(\s[\w-]+=["'{][^>]*)?\/?>(?=\s*$)/m, '<TabItem value="x">', 'List<Integer> list'],
  ['slide component', /<\/?v-[a-z]+/, '<v-clicks>', '<very>'],
  ['comment of HTML', /<!--/, '<!-- x -->', 'a <- b'],
  ['tag', /<\/?(div|span|center|details|summary|iframe|br|p|font|sup|sub)(\s[^>]*)?\/?>/i, '<div style="x">', 'a < b and c > d'],
  ['remark', /%%[^%\n]+%%/, 'a %%secret%% b', '100 %% of'],
  ['block id', /\s\^[a-z0-9]*[a-z][a-z0-9-]{2,}$/m, 'text ^a1b2c3', 'x ^2'],
  ['wiki link', /!?\[\[(?!\d)[^\]\n]+\]\]/, '[[Note|text]]', 'i ∈ [[1,n]]'],
  ['footnote in place', /\^\[/, 'one^[two]', 'x^2'],
  ['callout', /\[![A-Za-z]+\]/, '[!tip] Title', '[tip]'],
  ['property', /^\s*(id|collapsed|alias|tags|title):: /m, 'id:: 64f1', 'std::vector'],
  ['drawer', /:(LOGBOOK|END|PROPERTIES):/, ':LOGBOOK:', 'END: yes'],
  ['block reference', /\(\([\da-f]{8}-[\da-f-]+\)\)/, '((64f1c0de-bbbb-4bbb))', '((a))'],
  ['dataview', /\b(dv\.(pages|current|table|list)|dataviewjs?)\b/, 'dv.pages()', 'a data view'],
  ['templater', /<%/, '<%* tp.file %>', 'a <5% b'.replace('<5', '5')],
  ['excalidraw', /EXCALIDRAW VIEW|compressed-json/, 'Switch to EXCALIDRAW VIEW', 'Excalidraw'],
  ['LaTeX reference', /\\(ref|eqref|autoref|nameref|cite[pt]?|label|pageref)\{/, '\\ref{sec}', 'the ref {a}'],
  ['LaTeX command', /\\(newline|newpage|leavevmode|noindent|hspace|vspace|cellcolor|centering|fa[A-Z]\w+)\b/, '\\faBook', '\\frac{1}{2}'],
  ['LaTeX text', /(?<!\$[^$]*)\\(textbf|textit|emph|texttt)\{/, '\\textbf{a}', '\\mathbf{a}'],
  ['LaTeX brackets', /\\[([]\s*\S[^\n]*\\[)\]]/, '\\(x^2\\)', '\\{1\\}'],
  ['citation', /\[-?@[\w:.-]+[^\]\n]*\]/, '[-@fowl07a]', 'mail a@b.org'],
  ['cross-reference', /(^|\s)@(fig|tbl|eq|sec|lst)-[\w-]+/, 'see @fig-boot', '@figaro'],
  ['slide header', /^(layout|hideInToc|transition|routeAlias):\s*\S+$/m, 'layout: section', 'the layout: wide'],
  ['TOML', /^\+\+\+\s*$/m, '+++', 'a +++ b'],
  ['icon', /:(material|octicons|fontawesome)-[\w-]+:/, ':material-check:', 'material'],
  ['heading sign', /^#{1,6} \S/m, '## Title', 'C# is'],
  ['bold sign', /\*\*[^*\n]+\*\*/, 'a **bold** b', '2 ** 3'],
];

if (process.argv[2] === '--self-test') {
  const wrong = patterns.filter(([, pattern, yes, no]) => !pattern.test(yes) || pattern.test(no)).map(([name]) => name);
  console.log(wrong.length === 0 ? `${patterns.length} patterns are right` : `wrong: ${wrong.join(', ')}`);
  process.exit(wrong.length === 0 ? 0 : 1);
}

const given = process.argv.slice(2);
const option = given.indexOf('--work');
const work = option < 0 ? mkdtempSync(join(tmpdir(), 'markup-')) : given.splice(option, 2)[1];
const [program, shared, ...files] = given;
if (!program || !shared) { console.error('usage: markup.mjs PROGRAM SHARED [--work DIR] [FILE ...] | --self-test'); process.exit(2); }
mkdirSync(work, { recursive: true });

function ask(...args) {
  const done = spawnSync(resolve(program), args, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (done.status !== 0) throw new Error(`${args.join(' ')}: exit ${done.status} ${(done.stderr ?? '').slice(-300)}`);
  return done.stdout;
}

// Code is shown as it is written: signs in it are its own.
function rawIn(answer) {
  const seen = (answer.results ?? []).slice(0, 3).map(hit => [...(hit.trail ?? [hit.heading ?? '']), hit.kind === 'code' ? '' : hit.snippet ?? ''].join('\n'));
  return patterns.filter(([, pattern]) => seen.some(text => pattern.test(text))).map(([name]) => name);
}

const names = files.length > 0 ? files : readdirSync(join(shared, 'eval')).filter(name => /^find-.*\.jsonl$/.test(name));
const questions = names.flatMap(name => readFileSync(join(shared, 'eval', name), 'utf8').split('\n').filter(line => line.startsWith('{')).map(JSON.parse));
const libraries = Map.groupBy ? Map.groupBy(questions, question => question.library) : new Map();
if (libraries.size === 0) for (const question of questions) libraries.set(question.library, [...(libraries.get(question.library) ?? []), question]);
const counts = new Map();
let raw = 0;
for (const [library, asked] of libraries) {
  const where = ['--notes', join(shared, 'notes', library), '--index', join(work, `index-${library}`)];
  ask('index', ...where);
  const batch = join(work, `markup-${library}.jsonl`);
  writeFileSync(batch, asked.map(({ id, query, filter }) => JSON.stringify({ id, query, course: filter?.course, week: filter?.week })).join('\n') + '\n');
  for (const line of ask('find', '--batch', batch, '--json', ...where).split('\n').filter(line => line.startsWith('{'))) {
    const answer = JSON.parse(line);
    const found = rawIn(answer);
    raw += found.length > 0 ? 1 : 0;
    for (const name of found) counts.set(name, (counts.get(name) ?? 0) + 1);
    if (found.length > 0) console.log(`${answer.id}: ${found.join(', ')}`);
  }
}
console.log(`raw markup in ${raw} of ${questions.length} questions${[...counts].map(([name, count]) => `; ${name} ${count}`).join('')}`);
process.exitCode = raw === 0 ? 0 : 1;
