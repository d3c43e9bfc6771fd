using Microsoft.Extensions.Time.Testing;
using NotesBot.Search;

namespace NotesBot.Library.Tests;

public sealed class FreshLibraryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GivenNotes_WhenRefreshed_ThenTheLibraryAnswersFromThem()
    {
        using var shelf = new Shelf();
        shelf.Write("drift.md", "# Data drift\n\nThe distribution of the inputs changes.\n");
        using var library = shelf.Open();

        await library.RefreshAsync(progress: null, Token);

        var answer = await library.Searcher.SearchAsync(new SearchRequest("data drift"), Token);
        Assert.Equal("drift.md", answer.Hits[0].Passage.Path);
    }

    [Fact]
    public async Task GivenNoIndexYet_WhenAsked_ThenItSaysSoInsteadOfAnsweringFromNothing()
    {
        using var shelf = new Shelf();
        using var library = shelf.Open();

        Assert.Throws<IndexUnavailableException>(() => library.Searcher.Library);
        Assert.False(library.IsReady);
        Assert.Null(StandingLibrary.TryOpen(shelf.Options));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task GivenAnIndexThatWasBuilt_WhenOpenedToAnswerOnly_ThenItAnswersBesideItsWriter()
    {
        using var shelf = new Shelf();
        shelf.Write("drift.md", "# Data drift\n\nThe distribution of the inputs changes.\n");
        using var library = shelf.Open();
        await library.RefreshAsync(progress: null, Token);

        using var standing = StandingLibrary.TryOpen(shelf.Options);

        Assert.Equal(1, standing?.Searcher.Library.Passages);
    }

    [Theory]
    [InlineData("a source")]
    [InlineData("the watching")]
    public async Task GivenAFailureThatNobodyExpects_WhenKeptFresh_ThenItIsSaidAndTheNextLookTriesAgain(string what)
    {
        var (time, log) = (new FakeTimeProvider(), new LogLines());
        using var shelf = new Shelf { Tools = new LibraryTools(static () => new Shelf.InProcess(), time, log) };
        var source = new FakeSource(shelf.Snapshot);
        using var library = shelf.Open(source);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var working = library.KeepFreshAsync(stopping.Token);
        await log.WaitForAsync("Notes: 0 passages");

        if (what == "a source")
        {
            source.Opening = static () => throw new ArgumentOutOfRangeException(null, "A date that is none.");
            source.Nudge();
        }
        else
        {
            source.FailWatching(new ArgumentOutOfRangeException(null, "A date that is none."));
        }

        var said = await log.WaitForAsync("A date that is none.");
        source.Opening = shelf.Snapshot;
        await AdvanceUntilAsync(time, log.WaitForAsync("The notes can be refreshed again"));
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.StartsWith("Warning: The notes could not be refreshed", said, StringComparison.Ordinal);
    }

    /// <summary>Lets time pass until something has happened: how far a worker is when a signal comes is not seen from here.</summary>
    private static async Task AdvanceUntilAsync(FakeTimeProvider time, Task happened)
    {
        while (!happened.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await happened;
    }
}
