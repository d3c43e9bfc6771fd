// Makes a folder of files that want to hurt, good ones among them, and lets the program index it: each bad file must be named with its reason,
// each good one must answer, all within the time and below the memory that are promised.
//   node .ci/hostile.mjs PROGRAM FOLDER     FOLDER is made anew; ends with status 0 when all of it held
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { appendFileSync, closeSync, ftruncateSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync }
  from "node:fs";
import { dirname, join } from "node:path";
import { deflateSync } from "node:zlib";

const MAX_MEMORY = 1024 ** 3; // Of the program and the readers beside it.
const MAX_OWN_MEMORY = 700e6; // Of the program, which goes on when a reader is ended.
const MAX_SECONDS = 300; // Far beyond what it takes: only what hangs gets there.
const [program, folder] = process.argv.slice(2);
const notes = join(folder, "notes"), index = join(folder, "index");
rmSync(folder, { recursive: true, force: true });
mkdirSync(notes, { recursive: true });

const times = (text, count) => text.repeat(count);
const many = (count, line) => Array.from({ length: count }, (_, number) => line(number)).join("");
const write = (name, content) => {
  mkdirSync(dirname(join(notes, name)), { recursive: true });
  writeFileSync(join(notes, name), content);
};
const sparse = (name, bytes) => {
  write(name, "x");
  const file = openSync(join(notes, name), "r+");
  ftruncateSync(file, bytes);
  closeSync(file);
};
const pdf = (...objects) => Buffer.concat([
  Buffer.from("%PDF-1.7\n"),
  ...objects.map((object, number) => Buffer.concat([Buffer.from(`${number + 1} 0 obj\n`), Buffer.from(object), Buffer.from("\nendobj\n")])),
  Buffer.from("trailer\n<< /Root 1 0 R /Size 99 >>\nstartxref\n0\n%%EOF\n"),
]);
const stream = (entries, bytes) => Buffer.concat([Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`), bytes, Buffer.from("\nendstream")]);
const catalog = "<< /Type /Catalog /Pages 2 0 R >>";
const onePage = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F 5 0 R >> /XObject << /X 4 0 R >> >> /Contents 4 0 R >>";
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
const cell = (source, outputs = []) => ({ cell_type: outputs.length ? "code" : "markdown", source, outputs });
const notebook = (...cells) => JSON.stringify({ nbformat: 4, metadata: {}, cells });

// What must be said of each: a reason, or "" for a file that is read like any other.
const deep = /too deeply/, costly = /too much text|seconds|memory/, large = /bytes; the limit is/;
const hostile = {
  "pdf/bomb.pdf": [pdf(catalog, onePage, page, stream("/Filter /FlateDecode", deflateSync(Buffer.alloc(256 << 20, 32))), font), /unpacks/],
  "pdf/bomb in a bomb.pdf": [pdf(catalog, onePage, page,
    stream("/Filter [/FlateDecode /FlateDecode]", deflateSync(deflateSync(Buffer.alloc(256 << 20, 32)))), font), /unpacks|without text/],
  "pdf/pages in a circle.pdf": [pdf(catalog, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 /Parent 2 0 R >>"), /no page/],
  "pdf/forms in a circle.pdf": [pdf(catalog, onePage, page,
    stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >>", Buffer.from("/X Do /X Do"))), /without an end/],
  "pdf/deep array.pdf": [pdf(catalog, `<< /Type /Pages /Kids ${times("[", 100_000)} /Count 1 >>`), /./],
  "pdf/deep dictionary.pdf": [pdf(catalog, times("<< /Kids ", 100_000)), /./],
  "pdf/endless table.pdf": [Buffer.from("%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Prev 9 /Root 1 0 R /Size 1 >>\nstartxref\n9\n%%EOF"), /./],
  "pdf/absurd width.pdf": [Buffer.from("%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 9 /W [1 2 999999999] /Root 2 0 R /Length 9 >>\nstream\n123456789\nendstream\nendobj\nstartxref\n9\n%%EOF"), /broken/],
  "pdf/two billion pages.pdf": [pdf(catalog, onePage.replace("Count 1", "Count 2147483647"), page, stream("", Buffer.from("BT ET"))), /./],
  "pdf/noise.pdf": [Buffer.concat([Buffer.from("%PDF-1.7\n"), Buffer.alloc(4 << 20, "\x93<<[(/stream ")]), /broken/],

  "deep/quotes.md": [times("> ", 100_000) + "x", deep],
  "deep/lists.md": [times("- ", 100_000) + "x", deep],
  "deep/brackets.md": [times("[", 100_000), deep],
  "deep/tags.md": [times("<div>", 100_000), deep],
  "deep/elements.html": [times("<div>", 100_000), deep],
  "deep/tables.html": [times("<table><tr><td>", 100_000), deep],
  "deep/array.ipynb": [times("[", 100_000), deep],
  "deep/object.ipynb": [times('{"cells":', 100_000), deep],

  "much/link definitions.md": [many(100_000, number => `[name${number}]: https://example.org/${number}\n`) + "\nfoundling", null],
  "much/links.md": [many(100_000, number => `[name${number}] `), null],
  "much/footnotes.md": [many(50_000, number => `x[^${number}]\n\n[^${number}]: y\n\n`), null],
  "much/emphasis.md": [times("*a **b ", 100_000), null],
  "much/stars.md": [times("a*", 200_000), null],
  "much/underscores.md": [times("_a__", 100_000), null],
  "much/ticks.md": [many(2_000, number => `a${times("`", number)}`), null],
  "much/comments.md": [times("<!--", 100_000), null],
  "much/angles.md": [times("<a b='", 100_000), null],
  "much/dollars.md": [times("$a ", 100_000), null],
  "much/columns.md": [`${times("|a", 50_000)}|\n${times("|-", 50_000)}|\n${times("|b", 50_000)}|\n`, null],
  "much/rows.md": [`|a|b|\n|-|-|\n${times("|some words|some more words|\n", 300_000)}`, null],
  "much/grid.md": [`${times("+--", 20_000)}+\n${times("|a ", 20_000)}|\n${times("+--", 20_000)}+\n`, null],
  "much/span.html": [`<table>${times("<tr><td colspan=1000000000 rowspan=1000000000>x", 20_000)}</table>`, null],
  "much/formatting.html": [times("<b><p>", 390) + times("<i>x</b>", 20_000), null],
  "much/attributes.html": [`<p ${many(100_000, number => `a${number}=1 `)}>x</p>`, null],
  "much/line.md": [times("words without an end ", 1 << 20), null],
  "much/line.txt": [times("words without an end ", 2 << 20), null],
  "much/one word.txt": [times("x", 40 << 20), null],
  "much/long heading.md": [`# ${times("x", 100_000)}\n\n${many(5_000, number => `## ${number}\n\ntext\n\n`)}`, costly],
  "much/keywords.md": [`---\ntags: [${many(6_000, number => `tag${number}, `)}end]\n---\n${many(9_000, number => `## ${number}\n\ntext\n\n`)}`, null],
  "much/weeks.md": [`# Syllabus\n\n${many(3_000, number => `## Course ${number % 99}\n\n- Weeks 1-99: [a](b${number}.md)\n`)}`, null],
  "much/output.ipynb": [notebook(cell("print(1)", [{ output_type: "stream", text: times("hippogriff\n", 1 << 20) }])), null],
  "much/cells.ipynb": [notebook(...Array.from({ length: 100_000 }, (_, number) => cell(`# ${number}\n\ntext`))), /memory|broke down|passages|^$/],
  "much/aliases.md": [`---\na0: &a0 [x]\n${many(60, number => `a${number + 1}: &a${number + 1} [*a${number}, *a${number}, *a${number}]\n`)}tags: *a60\n---\n# Bomb\n\ntext\n`, null],
  "much/matter.md": [`---\ntags: ${times("[", 60_000)}\n---\n# Deep matter\n\ntext\n`, null],

  "odd/half characters.md": [Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("# Half \ud800 character\n\nwords \udc00\n", "utf16le")]), null],
  "odd/half escapes.ipynb": [notebook(cell("HALF")).replace("HALF", "half \\ud800 escape"), null],
  "odd/noise.md": [Buffer.from(Array.from({ length: 4_096 }, (_, number) => (number * 7_919) % 256)), /binary/],
  "odd/control \u0007 name.md": ["# x\n", /control characters/],
};
for (const [name, [content]] of Object.entries(hostile)) write(name, content);

const reasons = Object.fromEntries(Object.entries(hostile).map(([name, [, reason]]) => [name, reason]));
for (const [name, bytes] of [["huge/line.txt", 1024 ** 3], ["huge/notebook.ipynb", 4 * 1024 ** 3], ["huge/paper.pdf", 1024 ** 4]]) {
  sparse(name, bytes);
  reasons[name] = large;
}

writeFileSync(join(folder, "secret.md"), "# Secret\n\nwolpertinger\n");
symlinkSync(join(folder, "secret.md"), join(notes, "out.md"));
symlinkSync("/dev/zero", join(notes, "zero.md"));
symlinkSync(".", join(notes, "circle"));
symlinkSync("nowhere.md", join(notes, "nowhere.md"));
Object.assign(reasons, { "out.md": /out of/, "zero.md": /out of/, "nowhere.md": /nowhere/ });
execFileSync("mkfifo", [join(notes, "pipe.md")]);
const socket = createServer().listen(join(notes, "socket.md"));
write("rules/.gitignore", many(2_000, number => `**/*a*b*c*${number}*/[a-z]*\n`));
write("huge rules/.notesignore", times("*a", 100_000));
reasons["huge rules/.notesignore"] = /Too large/;
write(join(times("d/", 150), "x.md"), "# deep down\n");

// Beside them, and in the worst company, what must be found.
const good = { "good.md": "aardvark", "pdf/beside.md": "basilisk", "much/beside.txt": "chimera", "rules/beside.md": "dragonfly", "Case.md": "elephant",
  "case.md": "flamingo", "huge/beside.html": "gryphon", "odd/beside.ipynb": "heffalump" };
for (const [name, word] of Object.entries(good)) {
  const text = `The ${word} is described in this note alone.`;
  write(name, name.endsWith(".ipynb") ? notebook(cell(`# ${word}\n\n${text}`)) : name.endsWith(".html") ? `<h1>${word}</h1><p>${text}</p>` : `# ${word}\n\n${text}\n`);
}

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(Notes|Index|Discord|Health)_|DISCORD_TOKEN/i.test(name)));
const options = { cwd: folder, env: { ...environment, Notes__Path: notes, Index__Path: index } };

// All processes of the program together, several times a second, as the system counts them.
const memoryOf = pid => {
  try {
    const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
    const children = readdirSync(`/proc/${pid}/task`).flatMap(task => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean));
    return { own, all: own + children.map(memoryOf).reduce((sum, memory) => sum + memory.all, 0) };
  } catch {
    return { own: 0, all: 0 }; // It ended meanwhile.
  }
};

const run = argumentsOf => new Promise(resolve => {
  const started = Date.now();
  const child = spawn(program, argumentsOf, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  let output = "", peak = 0, own = 0;
  child.stdout.on("data", chunk => output += chunk);
  const look = setInterval(() => {
    const memory = memoryOf(child.pid);
    [peak, own] = memory.all > peak ? [memory.all, memory.own] : [peak, own];
    appendFileSync(join(notes, "growing.md"), "It grows while it is read.\n\n");
  }, 50);
  child.on("close", status => {
    clearInterval(look);
    resolve({ status, output, peak, own, seconds: (Date.now() - started) / 1000 });
  });
});

const faults = [];
const indexed = await run(["index"]);
const said = new Map([...indexed.output.matchAll(/^(not read|partly read): (.+?): (.*)$/gm)].map(([, kind, name, reason]) => [name, { kind, reason }]));
for (const [name, reason] of Object.entries(reasons)) {
  const { kind, reason: given } = said.get(name) ?? [...said].find(([other]) => other.replace("\\u0007", "\u0007") === name)?.[1] ?? {};
  if (reason && !reason.test(given ?? "")) faults.push(`${name}: expected ${reason}, and the report says ${given ?? "nothing"}`);
  // Where the memory ends, .NET says so or falls: either way the file is named and the others are read.
  if (given && !reason?.test(given) && /could not be understood|broke down/.test(given)) faults.push(`${name}: ${given}`);
  if (given) console.log(`${kind}: ${name}: ${given}`);
}
if (indexed.status !== 0) faults.push(`index ended with ${indexed.status}: ${indexed.output.slice(0, 400)}`);
if (!/^Left out: .*1 end of a long output/m.test(indexed.output)) faults.push("much/output.ipynb: its end is left out, and that is not said");
if (indexed.peak > MAX_MEMORY) faults.push(`${(indexed.peak / 1024 ** 2).toFixed(0)} MiB of memory`);
if (indexed.own > MAX_OWN_MEMORY) faults.push(`${(indexed.own / 1024 ** 2).toFixed(0)} MiB of memory in the first process`);
if (indexed.seconds > MAX_SECONDS) faults.push(`${indexed.seconds.toFixed(0)} s`);

const batch = join(folder, "questions.jsonl");
writeFileSync(batch, Object.entries(good).map(([id, query]) => JSON.stringify({ id, query })).join("\n"));
const found = spawnSync(program, ["find", "--batch", batch, "--json"], { ...options, encoding: "utf8" }).stdout.trim().split("\n").map(line => JSON.parse(line));
for (const answer of found) if (!answer.confident || answer.results[0]?.path !== answer.id) faults.push(`${answer.query} is not answered from ${answer.id}`);
const secret = spawnSync(program, ["find", "wolpertinger", "--json"], { ...options, encoding: "utf8" }).stdout;
if (JSON.parse(secret).results.some(result => result.text.includes("wolpertinger"))) faults.push("a file outside the folder was read");
socket.close();

console.log(`${said.size} files named, ${found.length} good ones asked; ${indexed.seconds.toFixed(1)} s, at most ${(indexed.peak / 1024 ** 2).toFixed(0)} MiB, `
  + `${(indexed.own / 1024 ** 2).toFixed(0)} of them in the first process`);
faults.forEach(fault => console.log(`FAULT ${fault}`));
rmSync(folder, { recursive: true, force: true });
process.exit(faults.length ? 1 : 0);
