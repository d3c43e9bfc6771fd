using NotesBot.Tests;

namespace NotesBot.Search.Tests;

public sealed class RebuildTests
{
    private static readonly int Rebuilds = Trials.Of(50, 500);

    private static readonly string[] Texts =
    [
        "The harvest of rice begins when the fields are dry.",
        "Before a harvest, farmers sharpen their tools and mend the carts.",
        "Insurance pays when hail destroys the harvest.",
        "A late harvest makes sweet wine.",
    ];

    /// <summary>Every passage says which rebuild it is from: an answer from two of them would show.</summary>
    [Fact, Trait("Case", "LR-08")]
    public async Task GivenQuestionsAllTheTime_WhenTheIndexIsRebuiltAgainAndAgain_ThenEachAnswerIsWholeAndNothingIsLeftOver()
    {
        using var folder = new IndexFolder();
        using var writer = folder.Open();
        Rebuild(writer, 0);
        using var reader = PassageSearcher.OpenForReading(folder.Path, IndexFolder.Source);
        using var asking = new CancellationTokenSource();

        var answers = Task.Run(() => AskUntilAsync(reader, asking.Token), TestContext.Current.CancellationToken);
        for (var rebuild = 1; rebuild <= Rebuilds; rebuild++)
        {
            Rebuild(writer, rebuild);
        }

        await asking.CancelAsync();
        var seen = await answers;

        Assert.True(seen.Count > 1, $"The questions saw {seen.Count} rebuilds.");
        Assert.Equal([$"{Rebuilds}"], (await AskAsync(reader)).Distinct());
        Assert.InRange(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Length, 1, 200);
    }

    private static void Rebuild(PassageIndexWriter writer, int rebuild) => Sample.Write(
        writer, [.. Texts.Select((text, i) => Sample.Passage($"{i}.md", 0, text) with { Keywords = [$"{rebuild}"] })]);

    /// <summary>The rebuilds that were seen. Fails at an answer that is not of one alone.</summary>
    private static async Task<HashSet<string>> AskUntilAsync(IPassageSearcher searcher, CancellationToken end)
    {
        var seen = new HashSet<string>();
        while (!end.IsCancellationRequested)
        {
            var rebuilds = await AskAsync(searcher);
            Assert.Equal(Texts.Length, rebuilds.Count);
            seen.Add(Assert.Single(rebuilds.Distinct()));
        }

        return seen;
    }

    /// <summary>Which rebuild each hit is from.</summary>
    private static async Task<List<string>> AskAsync(IPassageSearcher searcher)
    {
        var answer = await searcher.SearchAsync(new SearchRequest("harvest"), TestContext.Current.CancellationToken);
        return [.. answer.Hits.Select(hit => hit.Passage.Keywords[0])];
    }
}
