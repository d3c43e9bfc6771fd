using System.Globalization;

namespace NotesBot.Soak;

/// <summary>What must not be, written down with its time as it happens. Safe to use from many threads.</summary>
internal sealed class Faults(string path) : IDisposable
{
    private readonly StreamWriter _file = new(path) { AutoFlush = true };
    private readonly List<string> _all = [];

    public int Count
    {
        get
        {
            lock (_all)
            {
                return _all.Count;
            }
        }
    }

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_all)
            {
                return [.. _all];
            }
        }
    }

    public void Add(string sentence)
    {
        lock (_all)
        {
            _all.Add(sentence);
            _file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {sentence}"));
        }
    }

    public void Dispose() => _file.Dispose();
}
