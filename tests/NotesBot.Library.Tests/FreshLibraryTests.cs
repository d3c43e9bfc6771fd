using Microsoft.Extensions.Time.Testing;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Library.Tests;

public sealed class FreshLibraryTests
{
    private static readonly string[] KnownPaths = ["drift.md", "odd.md", "other.md"];

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

    [Fact]
    public async Task GivenANotesFolderThatIsSuddenlyEmpty_WhenRefreshed_ThenTheLastGoodNotesAnswerAndItIsSaidUntilTheyAreBack()
    {
        using var shelf = new Shelf();
        shelf.Write("drift.md", "# Data drift\n\nThe distribution of the inputs changes.\n");
        using var library = shelf.Open();
        await library.RefreshAsync(progress: null, Token);

        File.Delete(Path.Combine(shelf.Notes, "drift.md"));
        var failure = await Assert.ThrowsAsync<NotesUnavailableException>(() => library.RefreshAsync(progress: null, Token));
        var meanwhile = library.Searcher.Library;
        shelf.Write("other.md", "# Other\n\nThe disk is back, and the note is really gone.\n");
        await library.RefreshAsync(progress: null, Token);

        Assert.Contains("is empty", failure.Message, StringComparison.Ordinal);
        Assert.Equal((1, failure.Message), (meanwhile.Passages, Assert.Single(meanwhile.Faults).Reason));
        Assert.Empty(library.Searcher.Library.Faults);
        Assert.Equal(["other.md"], Paths(library));
    }

    [Fact]
    public async Task GivenANotesFolderThatIsGone_WhenRefreshed_ThenTheLastGoodNotesAnswer()
    {
        using var shelf = new Shelf();
        shelf.Write("drift.md", "# Data drift\n\nThe distribution of the inputs changes.\n");
        using var library = shelf.Open();
        await library.RefreshAsync(progress: null, Token);

        Directory.Delete(shelf.Notes, recursive: true);

        await Assert.ThrowsAsync<NotesUnavailableException>(() => library.RefreshAsync(progress: null, Token));
        Assert.Equal(["drift.md"], Paths(library));
        Assert.Equal(".", Assert.Single(library.Searcher.Library.Faults).Path);
    }

    [Theory]
    [InlineData("253402300800")]
    [InlineData("-62167219201")]
    public async Task GivenANoteOfATimeThatNoCalendarHas_WhenRefreshed_ThenItIsReadAndFollowedAndNothingElseSuffers(string seconds)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Its disks hold no such times.");
        using var shelf = new Shelf();
        shelf.Write("drift.md", "# Data drift\n\nThe distribution of the inputs changes.\n");
        shelf.Write("odd.md", "# Odd\n\nOne thing.\n");
        await TouchAsync(shelf, "odd.md", seconds);
        using var library = shelf.Open();
        await library.RefreshAsync(progress: null, Token);
        var before = library.Searcher.Read("odd.md", 0, 1)[0].Text;

        await File.WriteAllTextAsync(Path.Combine(shelf.Notes, "odd.md"), "# Odd\n\nAnother.\n!", Token);
        await TouchAsync(shelf, "odd.md", seconds);
        await library.RefreshAsync(progress: null, Token);

        Assert.Equal("One thing.", before);
        Assert.StartsWith("Another.", library.Searcher.Read("odd.md", 0, 1)[0].Text, StringComparison.Ordinal);
        Assert.Equal(["drift.md", "odd.md"], Paths(library));
    }

    [Fact]
    public async Task GivenAWorkerThatGetsNowhere_WhenAskedForItsHealth_ThenItSaysSo()
    {
        var (time, log) = (new FakeTimeProvider(), new LogLines());
        using var shelf = new Shelf { Tools = new LibraryTools(static () => new Shelf.InProcess(), time, log) };
        using var stuck = new ManualResetEventSlim();
        var source = new FakeSource(shelf.Snapshot);
        using var library = shelf.Open(source);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var working = library.KeepFreshAsync(stopping.Token);
        await log.WaitForAsync("Notes: 0 passages");
        var before = library.Fault;

        var isLooking = new TaskCompletionSource();
        source.Opening = () =>
        {
            isLooking.SetResult();
            stuck.Wait(Token);
            return shelf.Snapshot();
        };
        source.Nudge();
        await isLooking.Task;
        time.Advance(TimeSpan.FromMinutes(16));
        var after = library.Fault;

        stuck.Set();
        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.Null(before);
        Assert.Contains("stuck", after, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Paths(FreshLibrary library) => KnownPaths.Where(path => library.Searcher.Read(path, 0, 1).Count > 0);

    private static async Task TouchAsync(Shelf shelf, string path, string seconds)
    {
        using var touch = System.Diagnostics.Process.Start("touch", ["-d", $"@{seconds}", Path.Combine(shelf.Notes, path)]);
        await touch.WaitForExitAsync(Token);
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
