#!/usr/bin/env node
// Draws what compare.mjs measured: SVG files, on a background of their own so that they are read on a light page and on a dark one.
// Usage: node tests/NotesBot.Benchmarks/plots.mjs COMPARE.json FOLDER
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const OURS = 'notesbot';
// Colours of Okabe and Ito, which people who see colours differently can tell apart; the strongest one is ours.
const LOOKS = {
  notesbot: ['NotesBot', '#d55e00'],
  bm25: ['plain BM25', '#56b4e9'],
  'lucene-tuned': ['Lucene tuned', '#0072b2'],
  'lucene-default': ['Lucene fuzzy', '#009e73'],
  sqlite: ['SQLite FTS5', '#cc79a7'],
  minisearch: ['MiniSearch', '#b8860b'],
  ripgrep: ['ripgrep', '#555555'],
};
const WIDTH = 880, LINE = 16, INK = '#24292f', FAINT = '#d0d7de', PALE = '#8c959f';
export const PEERS = Object.keys(LOOKS);
export const titleOf = peer => LOOKS[peer][0];

const escaped = text => String(text).replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);
const svgText = (x, y, text, more = '') => `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(text)}</text>`;
const svgCircle = (x, y, radius, colour) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${radius}" fill="${colour}"/>`;

function svgLine(x1, y1, x2, y2, colour, width = 1) {
  const [from, to] = [[x1, y1], [x2, y2]].map(place => place.map(number => number.toFixed(1)));
  return `<line x1="${from[0]}" y1="${from[1]}" x2="${to[0]}" y2="${to[1]}" stroke="${colour}" stroke-width="${width}"/>`;
}

/** A round number of a scale. */
function short(value) {
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e3 ? `${value / 1e3}k` : String(Number(value.toPrecision(2)));
}

/** A measured number, to as many places as mean something. */
function exact(value) {
  return value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(value < 5 ? 2 : 1);
}

const emphasis = peer => (peer === OURS ? 'font-weight="bold"' : '');
// So that the lines of a scale don't run through a number.
const HALO = 'paint-order="stroke" stroke="#ffffff" stroke-width="4"';

function page(title, height, parts) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img"
  font-family="system-ui, -apple-system, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="12" fill="${INK}">
<title>${escaped(title)}</title>
<rect width="${WIDTH}" height="${height}" rx="8" fill="#ffffff" stroke="${FAINT}"/>
${svgText(20, 28, title, 'font-size="15" font-weight="bold"')}
${parts.flat(9).join('\n')}
</svg>
`;
}

/** A scale from values to places: of powers of ten where the values differ by that much, else from nothing. */
function scaleOf(values, from, to) {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return most / least >= 10 ? logScale(least, most, from, to) : linearScale(most, from, to);
}

function logScale(least, most, from, to) {
  const [low, high] = [Math.floor(Math.log10(least * 0.9)), Math.ceil(Math.log10(most * 1.1))];
  const ticks = Array.from({ length: high - low + 1 }, (_, number) => 10 ** (low + number));
  return { ticks, logarithmic: true, at: value => from + ((Math.log10(value) - low) / (high - low)) * (to - from) };
}

function linearScale(most, from, to) {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2].map(part => part * power).find(size => most / size <= 5);
  const top = Math.ceil((most * 1.02) / step) * step;
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, number) => number * step);
  return { ticks, logarithmic: false, at: value => from + (value / top) * (to - from) };
}

/** Moves labels apart until each has a line to itself, from the top. */
function apart(labels, bottom) {
  const sorted = labels.toSorted((one, other) => one.y - other.y);
  sorted.forEach((label, number) => { if (number > 0) label.y = Math.max(label.y, sorted[number - 1].y + LINE); });
  sorted.reverse().forEach((label, number) => { label.y = Math.min(label.y, number > 0 ? sorted[number - 1].y - LINE : bottom); });
  return sorted;
}

/** A line a peer over the number of passages; its name stands at its end. */
function linesPanel(title, figure, measured, left, scale) {
  const [top, bottom, right] = [76, 336, left + 215];
  const sizes = Object.keys(measured.sizes).map(Number);
  const x = size => left + 24 + (Math.log(size / sizes[0]) / Math.log(sizes.at(-1) / sizes[0]) || 0) * (right - left - 40);
  const drawn = PEERS.map(peer => ({ peer, points: pointsOf(measured, peer, figure, x, scale) }))
    .filter(({ points }) => points.length > 0)
    .sort((one, other) => (one.peer === OURS) - (other.peer === OURS));
  const labels = apart(drawn.map(({ peer, points }) => ({ peer, end: points.at(-1), y: points.at(-1)[1] })), bottom);
  return [
    svgText(left, top - 16, title, 'font-weight="bold"'),
    scale.ticks.map(tick => [
      svgLine(left, scale.at(tick), right, scale.at(tick), FAINT),
      svgText(left - 6, scale.at(tick) + 4, short(tick), 'text-anchor="end"'),
    ]),
    sizes.map(size => [
      svgLine(x(size), bottom, x(size), bottom + 5, INK),
      svgText(x(size), bottom + 20, short(size), 'text-anchor="middle"'),
    ]),
    svgLine(left, bottom, right, bottom, INK),
    svgText((left + right) / 2, bottom + 40, 'passages', 'text-anchor="middle"'),
    drawn.map(lineOf),
    labels.map(labelOf),
  ];
}

const pointsOf = (measured, peer, figure, x, scale) => Object.entries(measured.sizes)
  .filter(([, figures]) => Number.isFinite(figures[peer]?.[figure]))
  .map(([size, figures]) => [x(Number(size)), scale.at(figures[peer][figure]), figures[peer][figure]]);

function lineOf({ peer, points }) {
  const [colour, width] = [LOOKS[peer][1], peer === OURS ? 4 : 1.8];
  const path = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`,
    points.map(([x, y]) => svgCircle(x, y, width + 1.5, colour)),
  ];
}

function labelOf({ peer, end: [x, y, value], y: at }) {
  return [
    svgLine(x + 7, y, x + 22, at, LOOKS[peer][1]),
    svgText(x + 26, at + 4, `${titleOf(peer)} ${exact(value)} ms`, `${HALO} ${emphasis(peer)}`),
  ];
}

function answersPlot(measured) {
  const values = Object.values(measured.sizes).flatMap(Object.values).flatMap(({ mean, p99 }) => [mean, p99]).filter(Number.isFinite);
  const scale = scaleOf(values, 336, 76);
  const unit = svgText(0, 0, `milliseconds an answer${noteOf(scale)}`, 'text-anchor="middle" transform="translate(22 206) rotate(-90)"');
  return page('Time of an answer, by number of passages (less is better)', 396, [
    unit,
    linesPanel('mean', 'mean', measured, 74, scale),
    linesPanel('p99: one of a hundred takes longer', 'p99', measured, 496, scale),
  ]);
}

/** A row a peer in each panel, all on one scale: bars from nothing, or dots where only a scale of powers of ten shows them all. */
function rowsPlot(title, unit, panels, best = 'less') {
  const known = panels.map(panel => ({ ...panel, rows: panel.rows.filter(([, value]) => Number.isFinite(value)) }));
  const height = 124 + 24 * Math.max(...known.map(({ rows }) => rows.length));
  const values = known.flatMap(({ rows }) => rows.map(([, value]) => value));
  return page(`${title} (${best} is better)`, height, known.map(({ title: name, rows }, number) => {
    const left = 120 + number * 430;
    const sorted = rows.toSorted(([, one], [, other]) => (best === 'less' ? one - other : other - one));
    return rowsPanel(name, unit, sorted, left, scaleOf(values, left, left + 240));
  }));
}

function rowsPanel(name, unit, rows, left, scale) {
  const [top, right] = [66, left + 240];
  const bottom = top + 24 * rows.length + 4;
  return [
    svgText(left, top - 10, name, 'font-weight="bold"'),
    scale.ticks.map(tick => [
      svgLine(scale.at(tick), top, scale.at(tick), bottom, FAINT),
      svgText(scale.at(tick), bottom + 16, short(tick), 'text-anchor="middle"'),
    ]),
    svgText((left + right) / 2, bottom + 36, unit + noteOf(scale), 'text-anchor="middle"'),
    rows.map(([peer, value], number) => rowOf(peer, value, top + 16 + 24 * number, left, scale)),
  ];
}

function rowOf(peer, value, y, left, scale) {
  const [end, colour] = [scale.at(value), peer === OURS ? LOOKS[OURS][1] : PALE];
  const mark = scale.logarithmic
    ? [svgLine(left, y, end, y, colour, peer === OURS ? 3 : 1.5), svgCircle(end, y, 6, colour)]
    : `<rect x="${left}" y="${y - 8}" width="${(end - left).toFixed(1)}" height="16" fill="${colour}"/>`;
  return [
    svgText(left - 8, y + 4, titleOf(peer), `text-anchor="end" ${emphasis(peer)}`),
    svgText(end + 10, y + 4, exact(value), `${HALO} ${emphasis(peer)}`),
    mark,
  ];
}

const noteOf = scale => (scale.logarithmic ? ' (log scale)' : '');

function rowsOf(figures, name, unit = 1) {
  return PEERS.filter(peer => figures[peer]).map(peer => [peer, figures[peer][name] / unit]);
}

/** Writes the plots of what was measured to a folder. */
export function writePlots(measured, folder) {
  const sizes = Object.keys(measured.sizes).map(Number).slice(-2);
  const titled = size => `${size.toLocaleString('en')} passages`;
  const each = name => sizes.map(size => ({ title: titled(size), rows: rowsOf(measured.sizes[size], name) }));
  const most = measured.sizes[sizes.at(-1)];
  const plots = {
    answers: answersPlot(measured),
    indexing: rowsPlot('Indexing', 'passages a second', each('passagesPerSecond'), 'more'),
    size: rowsPlot('Size of the index', 'of the text', each('indexOfText')),
    memory: rowsPlot(`Most memory, ${titled(sizes.at(-1))}`, 'megabytes', [
      { title: 'while indexing', rows: rowsOf(most, 'indexPeakBytes', 1e6) },
      { title: 'while asked', rows: rowsOf(most, 'askPeakBytes', 1e6) },
    ]),
  };
  for (const [name, svg] of Object.entries(plots)) writeFileSync(join(folder, `${name}.svg`), svg);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writePlots(JSON.parse(readFileSync(process.argv[2], 'utf8')), process.argv[3]);
}
