#!/usr/bin/env node
// Breaks Search on purpose, one place at a time, and runs its tests: a break that no test sees is a survivor.
//   node .ci/mutants.mjs [PART]      only the breaks whose file or text holds PART
// Each weight is broken by WeightsTests, in one run; each step below is skipped in a copy of the repository, which is built for it.
// Ends with status 1 when something survives.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const steps = [
  ['Ranking/Finder.cs', 'new Widener(scope, ranker).Widen(ranked, query)', 'ranked'],
  ['Ranking/Finder.cs', 'new DefinitionOrder(scope).Order(widened)', 'widened'],
  ['Ranking/Finder.cs', 'new IntroductionOrder(scope).Order(defined)', 'defined'],
  ['Ranking/Finder.cs', 'return new WrittenOrder(scope).Order(introduced with', 'return (introduced with'],
  ['Answers/Answering.cs', 'isWhole ? ranked : finder.Find(query with { Phrases = [] })', 'ranked'],
  ['Answers/ConfidenceJudge.cs', 'new SyllabusFinder(scope, ranked.Meanings).Find(request)', 'default(SyllabusMatch)'],
  ['Answers/ConfidenceJudge.cs', 'isWhole ? ConfidenceModel.Fitted.Judge(probability) : Confidence.None', 'ConfidenceModel.Fitted.Judge(probability)'],
  ['Answers/AnswerWriter.cs', 'CorrectedQuery.Of(request.Query, ranked, hits[0].Passage)', 'null'],
  ['Answers/AnswerWriter.cs', 'NearOf(hits)', '[]'],
  ['Answers/HitWriter.cs', '_twins.Find(passage)', '-1'],
  ['Answers/HitWriter.cs', 'Twins.IsBetter(passage, _hits[twin].Passage)', 'false'],
  ['Answers/EvidenceReading.cs', '_coverage.Of(first)', '1'],
  ['Queries/Expander.cs', 'AddJoined(query, variants);', ''],
  ['Queries/Expander.cs', '_acronyms.AddAcronymsOfRuns(query, variants);', ''],
  ['Queries/Expander.cs', '_guesser.AddGuesses(word, variants);', ''],
  ['Ranking/CloseLook.cs', 'candidate.Nearness = nearness.Of(candidate)', 'candidate.Nearness = 0'],
  ['Ranking/CloseLook.cs', 'LookForStopWord(leaf, word, candidates);', ''],
  ['Ranking/CloseLook.cs', 'candidate.HeadingMatch = ', 'candidate.HeadingMatch = 0 * '],
  ['Ranking/Ranker.cs', 'candidates.OrderByDescending(candidate => candidate.Score)', 'candidates'],
  ['Ranking/DefinitionOrder.cs', 'certainties.Count > 1 && certainties.TrueForAll(certainty => certainty > 0) ? 1 : certainties.Average()', 'certainties.Average()'],
  ['Snippets/Snippeter.cs', '+ DefinitionGain(passage.Text, sentence, scored[i])', ''],
  ['Snippets/Snippeter.cs', '+ Beside(sentences, matches, chosen, i)', ''],
  ['Snippets/SnippetText.cs', 'Append(text, WithHeader(passage.Text, sentences, chosen, i));', ''],
  ['Snippets/SnippetText.cs', 'matches.Count == 0 ? sentence.Start : BestStart(matches, room)', 'sentence.Start'],
];

const repository = join(dirname(fileURLToPath(import.meta.url)), '..');
const part = process.argv[2] ?? '';
const copy = mkdtempSync(join(tmpdir(), 'notesbot-mutants-'));
const tests = join(copy, 'tests', 'NotesBot.Search.Tests');

function run(...args) {
  return spawnSync('dotnet', args, { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 28, timeout: 900_000 }).status === 0;
}

const built = () => run('build', tests, '-v', 'q', '-nologo', '-p:TreatWarningsAsErrors=false', '-p:EnforceCodeStyleInBuild=false', '-p:RunAnalyzers=false');
const passes = classes => run('run', '--no-build', '--project', tests, '--', ...classes.flatMap(name => ['-class', name]), '-stopOnFail');

for (const file of execFileSync('git', ['ls-files', 'src/NotesBot.Notes', 'src/NotesBot.Search', 'src/BannedSymbols.txt', 'tests/NotesBot.Search.Tests',
  'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'], { cwd: repository, encoding: 'utf8' }).trim().split('\n')) {
  cpSync(join(repository, file), join(copy, file));
}

const classes = ['*Cases', '*FindingTests', '*SnippetTests', '*SyllabusTests', '*PassageSearcherTests', '*OutsideWordsTests'];
if (!built() || !passes([...classes, ...(part ? [] : ['*WeightsTests'])])) {
  console.log('The tests fail as they are, or a weight is seen by none: run them for which.');
  process.exitCode = 1;
} else {
  const survivors = [];
  for (const [name, code, broken] of steps.filter(step => step.some(text => text.includes(part)))) {
    const file = join(copy, 'src', 'NotesBot.Search', name), text = readFileSync(file, 'utf8');
    if (!text.includes(code)) {
      console.log(`gone      ${name}: ${code}`);
      survivors.push(name);
      continue;
    }

    writeFileSync(file, text.replace(code, broken));
    const fate = !built() ? 'no code ' : passes(classes) ? 'SURVIVES' : 'seen    ';
    writeFileSync(file, text);
    if (fate !== 'seen    ') survivors.push(name);
    console.log(`${fate}  ${name}: ${code}`);
  }

  process.exitCode = survivors.length === 0 ? 0 : 1;
}

rmSync(copy, { recursive: true });
