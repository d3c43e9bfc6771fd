namespace NotesBot.Search.Tests;

/// <summary>What is an answer must not hang on how many other passages a library has.</summary>
public sealed class LargeLibraryTests : IDisposable
{
    private const int Passages = 2000;

    private readonly IndexFolder _folder = new();
    private readonly PassageIndexWriter _writer;

    public LargeLibraryTests() => _writer = _folder.Open();

    public void Dispose()
    {
        _writer.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void GivenAWordOfManyPassages_WhenAsked_ThenTheyAreAnAnswer()
    {
        Fill(i => i % 4 == 0 ? $"Container {i} is scheduled by Kubernetes." : $"Parcel {i} came by ship.");

        Assert.Equal(Confidence.Answer, Ask("kubernetes").Confidence);
    }

    [Fact]
    public void GivenTheWordsOfAQuestionScatteredOverManyPassages_WhenAsked_ThenTwoThatMeetByChanceAreNoAnswer()
    {
        string[] words = ["glacier", "harvest", "lantern", "velvet", "pottery"];
        Fill(i => i == 1 ? "A glacier is here. Nothing is to be said of it. A harvest is there."
            : i % 500 < words.Length ? $"Parcel {i} holds a {words[i % 500]}." : $"Parcel {i} came by ship.");

        Assert.NotEqual(Confidence.Answer, Ask(string.Join(" ", words)).Confidence);
    }

    [Fact]
    public void GivenOnePassageThatSaysIt_WhenAskedAmongMany_ThenItIsAnAnswer()
    {
        Fill(i => i == 700 ? "A canary deployment sends a small part of the traffic to the new model." : $"Parcel {i} came by ship.");

        var answer = Ask("canary deployment");

        Assert.Equal((Confidence.Answer, "700.md"), (answer.Confidence, answer.Hits[0].Passage.Path));
    }

    private void Fill(Func<int, string> text) =>
        Sample.Write(_writer, [.. Enumerable.Range(0, Passages).Select(i => Sample.Passage($"{i}.md", 0, text(i)))]);

    private SearchAnswer Ask(string query) =>
        _writer.Searcher.SearchAsync(new SearchRequest(query), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
}
