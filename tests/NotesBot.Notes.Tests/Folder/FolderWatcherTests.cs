using Microsoft.Extensions.Logging;
using NotesBot.Notes.Folder;

namespace NotesBot.Notes.Tests.Folder;

public sealed class FolderWatcherTests
{
    [Theory]
    [InlineData("a.md")]
    [InlineData("new folder/sub/a.md")]
    [InlineData(".notesignore")]
    [InlineData("sub/.gitignore")]
    public async Task GivenAWatchedFolder_WhenAFileIsWritten_ThenThatIsTold(string path)
    {
        using var folder = new TemporaryFolder();
        var log = new Lines();
        await using var changes = Watch(folder.Path, log);
        await changes.MoveNextAsync();

        folder.Write(path, "text");
        var isTold = await changes.MoveNextAsync();

        Assert.True(isTold);
        Assert.Empty(log.Texts);
    }

    [Fact]
    public async Task GivenAWatchedFolder_WhenAFileIsRenamedOrDeleted_ThenThatIsTold()
    {
        using var folder = new TemporaryFolder().Write("a.md", "text");
        await using var changes = Watch(folder.Path, new Lines());
        await changes.MoveNextAsync();

        File.Move(folder.Full("a.md"), folder.Full("b.md"));
        await changes.MoveNextAsync();
        File.Delete(folder.Full("b.md"));
        var isTold = await changes.MoveNextAsync();

        Assert.True(isTold);
    }

    [Fact]
    public async Task GivenABurstOfAThousandChanges_WhenItGoesOn_ThenItIsToldOnceItEnded()
    {
        using var folder = new TemporaryFolder();
        var time = new LeapingTime();
        await using var changes = Watch(folder.Path, new Lines(), time);
        await changes.MoveNextAsync();

        var next = changes.MoveNextAsync().AsTask();
        folder.Write("first.md", "text");
        await time.Waiting;
        for (var file = 0; file < 1_000; file++)
        {
            folder.Write($"{file}.md", "text");
        }

        var isToldEarly = next.IsCompleted;
        time.Leap();
        var isTold = await next;

        Assert.False(isToldEarly);
        Assert.True(isTold);
    }

    [Theory]
    [InlineData("a.md", true)]
    [InlineData("sub/.gitignore", true)]
    [InlineData(".git/HEAD", false)]
    [InlineData(".obsidian/workspace.json", false)]
    [InlineData("a.md~", false)]
    [InlineData("sub/.a.md.swp", false)]
    [InlineData("4913", false)]
    [InlineData("~$a.docx", false)]
    [InlineData("#a.md#", false)]
    [InlineData("a.md.tmp", false)]
    [InlineData("a.md___jb_tmp___", false)]
    [InlineData("book.pdf.crdownload", false)]
    public void GivenAChangedFile_WhenItIsAnEditorsOrHidden_ThenItDoesNotMatter(string path, bool expected)
    {
        var matters = FolderWatcher.Matters(path);

        Assert.Equal(expected, matters);
    }

    [Fact]
    public async Task GivenTheTokenIsCancelled_WhenWaiting_ThenItEnds()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        await using var changes = new FolderWatcher(folder.Path, TimeProvider.System,
            new Lines()).WatchAsync(stop.Token).GetAsyncEnumerator(stop.Token);
        await changes.MoveNextAsync();

        var waiting = changes.MoveNextAsync();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await waiting);
    }

    [Fact]
    public async Task GivenAFolderThatCannotBeWatched_WhenItComesLater_ThenOneLineSaysSoAndItIsWatchedThen()
    {
        using var folder = new TemporaryFolder();
        var log = new Lines();
        var time = new LeapingTime();
        await using var changes = Watch(folder.Full("later"), log, time);

        var first = changes.MoveNextAsync();
        await time.Waiting;
        Directory.CreateDirectory(folder.Full("later"));
        time.Leap();
        var isWatched = await first;

        Assert.True(isWatched);
        Assert.Single(log.Texts);
    }

    private static IAsyncEnumerator<DateTimeOffset> Watch(string folder, Lines log, TimeProvider? time = null) =>
        new FolderWatcher(folder, time ?? TimeProvider.System, log).WatchAsync(TestContext.Current.CancellationToken)
            .GetAsyncEnumerator(TestContext.Current.CancellationToken);

    private sealed class Lines : ILogger<FolderWatcher>
    {
        internal List<string> Texts { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter) =>
            Texts.Add(formatter(state, exception));
    }

    /// <summary>A clock whose timers ring when the test says so, and from then on at once.</summary>
    private sealed class LeapingTime : TimeProvider
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _lock = new();
        private Action _ring = static () => { };
        private bool _hasLeapt;

        internal Task Waiting => _waiting.Task;

        internal void Leap()
        {
            lock (_lock)
            {
                _hasLeapt = true;
                _ring();
            }
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (_lock)
            {
                _ring = () => callback(state);
                _waiting.TrySetResult();
                return System.CreateTimer(callback, state, _hasLeapt ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
    }
}
