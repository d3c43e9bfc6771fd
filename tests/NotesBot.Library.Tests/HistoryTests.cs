using NotesBot.Search;
using NotesBot.Tests;

namespace NotesBot.Library.Tests;

/// <summary>
/// The same notes give the same answers, however their index came about. <c>NOTESBOT_HISTORIES</c> names how many histories are tried, and
/// <c>NOTESBOT_SEED</c> the first of them.
/// </summary>
public sealed class HistoryTests
{
    private const int Questions = 60;
    private static readonly string[] Words =
    [
        "data", "drift", "model", "canary", "release", "label", "feature", "store", "pipeline", "training", "serving", "monitoring", "inputs",
        "changes", "traffic", "share", "quality", "errors", "baseline", "human", "level", "speech", "images", "metric", "precision", "recall",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenARandomHistory_WhenAsked_ThenEveryAnswerIsThatOfAFreshIndex()
    {
        var (count, first) = (Number("NOTESBOT_HISTORIES", Trials.Of(1, 5)), Number("NOTESBOT_SEED", 1));
        for (var seed = first; seed < first + count; seed++)
        {
            var (lived, fresh, random) = (new Shelf(), new Shelf(), new Random(seed));
            using (lived)
            using (fresh)
            {
                await LiveAsync(lived, random, steps: 50);
                foreach (var file in Directory.EnumerateFiles(lived.Notes))
                {
                    File.Copy(file, Path.Combine(fresh.Notes, Path.GetFileName(file)));
                }

                await CompareAsync(lived, fresh, random, seed);
            }
        }
    }

    /// <summary>Adds, changes, deletes and renames notes, and opens the index anew now and then.</summary>
    private static async Task LiveAsync(Shelf shelf, Random random, int steps)
    {
        var library = shelf.Open();
        for (var step = 0; step < steps; step++)
        {
            Change(shelf, random);
            await library.RefreshAsync(progress: null, Token);
            if (random.Next(8) == 0)
            {
                library.Dispose();
                library = shelf.Open();
            }
        }

        library.Dispose();
    }

    private static void Change(Shelf shelf, Random random)
    {
        var path = $"note{random.Next(12)}.md";
        var file = Path.Combine(shelf.Notes, path);
        switch (random.Next(5))
        {
            case 0 when File.Exists(file) && Directory.EnumerateFiles(shelf.Notes).Count() > 1:
                File.Delete(file);
                break;
            case 1 when File.Exists(file):
                File.Move(file, Path.Combine(shelf.Notes, $"note{random.Next(12)}.md"), overwrite: true);
                break;
            default:
                shelf.Write(path, Note(random));
                break;
        }
    }

    private static string Note(Random random) =>
        string.Join("\n\n", Enumerable.Range(0, random.Next(1, 5)).Select(_ => $"## {Some(random, 2)}\n\n{Some(random, random.Next(8, 40))}."));

    private static string Some(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Words[random.Next(Words.Length)]));

    private static async Task CompareAsync(Shelf lived, Shelf fresh, Random random, int seed)
    {
        using var freshLibrary = fresh.Open();
        await freshLibrary.RefreshAsync(progress: null, Token);
        using var livedLibrary = lived.Open();
        for (var number = 0; number < Questions; number++)
        {
            var question = Misspelt(Some(random, random.Next(1, 4)), random);
            var (expected, actual) = (await AskAsync(freshLibrary, question), await AskAsync(livedLibrary, question));
            Assert.True(expected == actual, $"Seed {seed}, “{question}”: fresh\n{expected}\nlived\n{actual}");
        }
    }

    private static string Misspelt(string question, Random random) =>
        random.Next(4) == 0 ? question.Remove(random.Next(question.Length), 1) : question;

    /// <summary>All that somebody who asks gets to see.</summary>
    private static async Task<string> AskAsync(FreshLibrary library, string question)
    {
        var answer = await library.Searcher.SearchAsync(new SearchRequest(question), Token);
        var hits = answer.Hits.Select(hit => FormattableString.Invariant($"{hit.Passage.Path} {hit.Passage.Ordinal} {hit.Score:0.000000} {hit.Snippet.Text}"));
        return $"{answer.Confidence} {answer.SearchedFor}\n{string.Join('\n', hits)}\n{string.Join('|', answer.Near)}";
    }

    private static int Number(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : usual;
}
