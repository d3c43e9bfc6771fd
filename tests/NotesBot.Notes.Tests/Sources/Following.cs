using NotesBot.Notes.Sources;
using NotesBot.Notes.Tests.Folder;

namespace NotesBot.Notes.Tests.Sources;

/// <summary>A remote, a place for the clone, and the source that follows the one into the other.</summary>
internal sealed class Following : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private INotesSource? _source;

    internal Following() => Remote = new RemoteRepository(_folder.Full("remote.git"));

    internal RemoteRepository Remote { get; }

    internal NotesOptions Options { get; init; } = new();

    internal RecordedLogs Logs { get; } = new();

    internal string ClonePath => _folder.Full("clone");

    internal INotesSource Source => _source ??= Open();

    /// <summary>As a new process of the bot would.</summary>
    internal INotesSource Open()
    {
        Options.Path = Options.Path == "notes" ? "file://" + Remote.Path : Options.Path;
        return NotesSource.Of(Options, ClonePath, TimeProvider.System, Logs);
    }

    /// <summary>The newest notes: the text of each file's passages, by path.</summary>
    internal async Task<Dictionary<string, string>> NotesAsync(bool newest = true)
    {
        using var notes = await Source.OpenAsync(newest, TestContext.Current.CancellationToken);
        return notes.Folder.List(TestContext.Current.CancellationToken).Files.ToDictionary(
            file => file.Path,
            file => string.Join(' ', notes.Folder.Read(file, TestContext.Current.CancellationToken).Passages.Select(passage => passage.Text)));
    }

    internal void MoveRemote(string to) => Directory.Move(Remote.Path, Remote.Path + to);

    internal void MoveRemoteBack(string from) => Directory.Move(Remote.Path + from, Remote.Path);

    public void Dispose()
    {
        _source?.Dispose();
        Remote.Dispose();
        _folder.Dispose();
    }
}
