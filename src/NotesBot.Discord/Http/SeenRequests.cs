using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;

namespace NotesBot.Discord.Http;

/// <summary>
/// The interactions that came over HTTP as long as their requests could be valid, in a file too, so that a restart forgets none. A line
/// each: timestamp and id. Not safe from many threads.
/// </summary>
internal sealed class SeenRequests
{
    /// <summary>Name of the file in the state folder.</summary>
    internal const string FileName = "discord-seen.txt";

    /// <summary>After so many the file is written anew, without what is over.</summary>
    private const int MaxLines = 20_000;

    private readonly ILogger _logger;
    private readonly string? _path;
    private Dictionary<ulong, long> _seen;
    private int _lines;
    private bool _isWarned;

    /// <summary>Reads what the last process saw.</summary>
    /// <param name="folder">Where the file is; <see langword="null"/> to keep none.</param>
    /// <param name="logger">The log.</param>
    internal SeenRequests(string? folder, ILogger logger)
    {
        _logger = logger;
        _path = folder is null ? null : Path.Combine(folder, FileName);
        _seen = Load();
        Newest = _seen.Values.DefaultIfEmpty().Max();
    }

    /// <summary>The newest timestamp, in seconds; 0 before the first.</summary>
    internal long Newest { get; private set; }

    /// <summary>Remembers an interaction. Whether it was new.</summary>
    internal bool TryAdd(ulong id, long seconds)
    {
        if (!_seen.TryAdd(id, seconds))
        {
            return false;
        }

        Newest = Math.Max(Newest, seconds);
        Write(() => File.AppendAllText(_path!, Line(id, seconds), Encoding.ASCII));
        if (++_lines > MaxLines)
        {
            Compact();
        }

        return true;
    }

    private Dictionary<ulong, long> Load()
    {
        var loaded = new Dictionary<ulong, long>();
        try
        {
            foreach (var line in _path is not null && File.Exists(_path) ? File.ReadLines(_path) : [])
            {
                if (line.Split(' ') is [var time, var id] && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                    && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                {
                    loaded[number] = seconds;
                    _lines++;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(e);
        }

        return loaded;
    }

    private void Compact()
    {
        _seen = _seen.Where(entry => Newest - entry.Value <= ReplayGuard.MaxSecondsBehind).ToDictionary();
        _lines = _seen.Count;
        Write(() => File.WriteAllText(_path!, string.Concat(_seen.Select(entry => Line(entry.Key, entry.Value))), Encoding.ASCII));
    }

    private static string Line(ulong id, long seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds} {id}\n");

    private void Write(Action write)
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Warn(e);
        }
    }

    private void Warn(Exception e)
    {
        if (!_isWarned)
        {
            _isWarned = true;
            _logger.SeenUnusable(e.GetType().Name);
        }
    }
}
