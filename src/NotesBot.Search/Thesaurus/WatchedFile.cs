namespace NotesBot.Search.Thesaurus;

/// <summary>What a file says, read when it is told to and its size or time has changed. Safe to use from many threads.</summary>
/// <param name="path">The file; it may come and go.</param>
/// <param name="read">Reads it.</param>
/// <param name="none">What holds without it.</param>
internal sealed class WatchedFile<T>(string path, Func<string, T> read, T none)
    where T : class
{
    private volatile State _state = new(none, "");

    internal T Current => _state.Value;

    /// <summary>Reads the file if it is another one than before.</summary>
    internal void Reload()
    {
        var stamp = OwnerFile.StampOf(path);
        if (_state.Stamp != stamp)
        {
            _state = new State(stamp.Length == 0 ? none : read(path), stamp);
        }
    }

    private sealed record State(T Value, string Stamp);
}
