namespace NotesBot.Search.Thesaurus;

/// <summary>What a file says, read anew when its size or time has changed. Safe to use from many threads.</summary>
/// <param name="path">The file; it may come and go.</param>
/// <param name="read">Reads it.</param>
/// <param name="none">What holds without it.</param>
internal sealed class WatchedFile<T>(string path, Func<string, T> read, T none)
    where T : class
{
    private volatile State _state = new(none, default, -1);

    internal T Current
    {
        get
        {
            var file = new FileInfo(path);
            var (time, size) = file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
            var state = _state;
            if (state.Time != time || state.Size != size)
            {
                _state = state = new State(size < 0 ? none : read(path), time, size);
            }

            return state.Value;
        }
    }

    private sealed record State(T Value, DateTime Time, long Size);
}
