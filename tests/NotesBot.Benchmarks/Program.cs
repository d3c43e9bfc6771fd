using System.Globalization;
using System.Text.Json;
using BenchmarkDotNet.Running;
using NotesBot.Benchmarks;
using NotesBot.Benchmarks.Bots;

// index|ask|change PEER FOLDER PASSAGES: a line of JSON with figures of a peer; compare.mjs asks for them all.
// first PEER FOLDER QUESTION: one answer and the end.
// corpus FOLDER PASSAGES: writes the notes as Markdown.   passages PASSAGES, questions PASSAGES COUNT: prints them as JSON lines.
// bots FOLDER SCRIPT ROUNDS: holds our bot against others; Bots/peers.sh asks for it.
// turns FOLDER TURNS PROGRAM...: how long an answer takes, the programs in turn, a second each, all of them running; the first is the measure.
// Anything else is for BenchmarkDotNet (--filter '*' runs all).
switch (args)
{
    case ["index", var peer, var folder, var count]:
        Measurement.Index(peer, folder, Number(count));
        break;
    case ["ask", var peer, var folder, var count]:
        Measurement.Ask(peer, folder, Number(count));
        break;
    case ["change", var peer, var folder, var count]:
        Measurement.Change(peer, folder, Number(count));
        break;
    case ["first", var peer, var folder, var question]:
        Measurement.First(peer, folder, question);
        break;
    case ["corpus", var folder, var count]:
        Corpus.Write(folder, Number(count));
        break;
    case ["passages", var count]:
        PrintLines(Corpus.Notes(Number(count)).SelectMany(note => note.Passages)
            .Select(passage => new { passage.Path, passage.Heading, passage.Title, passage.Text }));
        break;
    case ["questions", var count, var asked]:
        PrintLines(Questions.Of(Number(count), Number(asked)));
        break;
    case ["bots", var folder, var script, var rounds]:
        await BotComparison.PrintAsync(folder, script, Number(rounds));
        break;
    case ["turns", var folder, var turns, .. var programs]:
        await BotTurns.PrintAsync(folder, programs, Number(turns));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Corpus).Assembly).Run(args);
        break;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void PrintLines<T>(IEnumerable<T> items)
{
    foreach (var item in items)
    {
        Console.WriteLine(JsonSerializer.Serialize(item));
    }
}
