// Makes a folder of so many Markdown notes (sentences of the sample notes, by chance from a seed) and measures the program on it: the first
// index, a second one that finds nothing to do, a start of the bot until it has answered, and the time until a changed note is answered from.
//   node .ci/many.mjs PROGRAM FOLDER [FILES]     FOLDER/notes is made anew; ends with status 0 when all of it was answered rightly
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { memoryOf, seeded } from "./lib.mjs";

const [program, folder, files = "100000"] = process.argv.slice(2);
const notes = join(folder, "notes"), index = join(folder, "index");
const samples = join(dirname(fileURLToPath(import.meta.url)), "..", "notes");
const SECTIONS = 3, SENTENCES = 5;
// Words that no other is a typing error of.
const NEW = ["zyzzyva", "wolpertinger", "quixotry", "bumfuzzle", "heffalump"];

const random = seeded(1);
const pick = from => from[Math.floor(random() * from.length)];
const sentences = readdirSync(samples, { recursive: true }).filter(name => name.endsWith(".md"))
  .flatMap(name => readFileSync(join(samples, name), "utf8").split(/(?<=[.!?])\s+/))
  .map(sentence => sentence.replace(/\s+/g, " ").trim()).filter(sentence => /^[A-Z][^#|`]{30,300}[.!?]$/.test(sentence));
const words = [...new Set(sentences.join(" ").match(/[a-z]{5,}/g))];

const noteOf = number => [`# ${pick(words)} ${pick(words)} ${number}\n`, ...Array.from({ length: SECTIONS }, () =>
  `## ${pick(words)} ${pick(words)}\n\n${Array.from({ length: SENTENCES }, () => pick(sentences)).join(" ")}\n`)].join("\n");
const nameOf = number => join(notes, `part-${Math.floor(number / 500)}`, `note-${number}.md`);
rmSync(notes, { recursive: true, force: true });
rmSync(index, { recursive: true, force: true });
let bytes = 0;
for (let number = 0; number < Number(files); number++) {
  if (number % 500 === 0) mkdirSync(dirname(nameOf(number)), { recursive: true });
  const text = noteOf(number);
  bytes += text.length;
  writeFileSync(nameOf(number), text);
}

const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(Notes|Index|Discord|Health)_|DISCORD_TOKEN/i.test(name)));
const start = (...argumentsOf) => spawn(program, [...argumentsOf, "--notes", notes, "--index", index], { cwd: folder, env: environment, stdio: ["pipe", "pipe", "pipe"] });
const mebibytes = count => `${(count / 1024 ** 2).toFixed(0)} MiB`;

const indexAll = () => new Promise(resolve => {
  const began = Date.now();
  const child = start("index");
  let output = "", progress = 0, peak = 0;
  const look = setInterval(() => peak = Math.max(peak, memoryOf(child.pid)), 100);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", text => { output += text; progress += String(text).split("Reading notes").length - 1; });
  child.on("close", status => { clearInterval(look); resolve({ status, output, progress, peak, seconds: (Date.now() - began) / 1000 }); });
});

const faults = [];
const report = (what, { status, output, progress, peak, seconds }) => {
  console.log(`${what}: ${seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MiB, ${progress} times progress; ${output.trim().split(/[\r\n]+/).at(-1)}`);
  if (status !== 0) faults.push(`${what}: ended with ${status}`);
};
console.log(`${files} notes, ${mebibytes(bytes)}`);
report("first index", await indexAll());
const held = readdirSync(index, { recursive: true }).reduce((sum, name) => sum + statSync(join(index, name)).size, 0);
console.log(`index: ${mebibytes(held)}, ${(held / bytes).toFixed(2)} of the notes`);
report("again, nothing changed", await indexAll());

// The bot without a token: a chat. A question that names a word of one note alone is answered from it, or is not.
const began = Date.now();
const bot = start("run");
const lines = createInterface({ input: bot.stdout });
let said = [];
lines.on("line", line => said.push(line));
const ask = async (question, isAnswer) => {
  said = [];
  bot.stdin.write(`${question}\n`);
  for (const patience = Date.now() + 60_000; Date.now() < patience; await new Promise(resolve => setTimeout(resolve, 5))) {
    if (said.some(line => isAnswer.test(line))) return true;
    if (said.some(line => /not in the notes|Nothing|closest/i.test(line))) return false;
  }
  faults.push(`no reply to ${question}`);
  return false;
};
if (!await ask("what is drift?", /^1\. /)) faults.push("the first question was not answered");
console.log(`start to first answer: ${((Date.now() - began) / 1000).toFixed(1)} s`);
const waited = [];
for (const word of NEW) {
  await new Promise(resolve => setTimeout(resolve, 3000));
  const number = Math.floor(random() * Number(files));
  const changed = Date.now();
  writeFileSync(nameOf(number), `${noteOf(number)}\n## ${word}\n\nThe ${word} is described in this note alone.\n`);
  while (!await ask(word, new RegExp(`note-${number}\\.md`)) && Date.now() - changed < 60_000) await new Promise(resolve => setTimeout(resolve, 50));
  waited.push((Date.now() - changed) / 1000);
}
console.log(`a change until it is answered: ${waited.map(seconds => seconds.toFixed(2)).join(", ")} s`);
if (Math.max(...waited) > 60) faults.push("a change was never answered");
console.log(`the bot holds at most ${memoryOf(bot.pid).toFixed(0)} MiB`);
bot.stdin.end();
bot.kill();
faults.forEach(fault => console.log(`FAULT ${fault}`));
process.exit(faults.length ? 1 : 0);
