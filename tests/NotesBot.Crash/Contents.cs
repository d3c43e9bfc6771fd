using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Notes;
using NotesBot.Search;

namespace NotesBot.Crash;

/// <summary>The passages of a library, by note.</summary>
internal sealed class Contents
{
    private const int EveryNote = 4;
    private readonly Dictionary<string, string> _notes = new(StringComparer.Ordinal);
    private readonly List<Passage> _some = [];
    private int _passages;

    /// <summary>The notes.</summary>
    internal IEnumerable<string> Notes => _notes.Keys;

    /// <summary>What an index of these notes has to hold: what the readers make of the files.</summary>
    internal static Contents OfNotes(string folder)
    {
        var notes = new NotesFolder(new NotesOptions { Path = folder }, NullLogger<NotesFolder>.Instance);
        var contents = new Contents();
        foreach (var file in notes.List(CancellationToken.None).Files)
        {
            contents.Add(file.Path, notes.Read(file, CancellationToken.None).Passages);
        }

        return contents;
    }

    /// <summary>What an index holds of some notes.</summary>
    internal static Contents OfIndex(IPassageSearcher searcher, IEnumerable<string> paths)
    {
        var contents = new Contents();
        foreach (var path in paths)
        {
            contents.Add(path, searcher.Read(path, 0, int.MaxValue));
        }

        contents._passages = searcher.Library.Passages;
        return contents;
    }

    /// <summary>The first thing in which an index differs; <see langword="null"/> when it holds just this and finds it.</summary>
    internal string? DifferenceFrom(IPassageSearcher searcher)
    {
        var other = OfIndex(searcher, Notes);
        return _notes.Keys.FirstOrDefault(path => _notes[path] != other._notes[path])
            ?? (_passages != other._passages ? $"{other._passages} passages instead of {_passages}" : Unfound(searcher));
    }

    /// <summary>A note whose passages an index does not hold as they are here; <see langword="null"/> for none.</summary>
    /// <param name="searcher">Reads the index.</param>
    /// <param name="touched">Notes that may differ.</param>
    internal string? LostFrom(IPassageSearcher searcher, IReadOnlySet<string> touched)
    {
        var other = OfIndex(searcher, Notes);
        return _notes.Keys.FirstOrDefault(path => !touched.Contains(path) && _notes[path] != other._notes[path]);
    }

    private void Add(string path, IReadOnlyList<Passage> passages)
    {
        _notes[path] = JsonSerializer.Serialize(passages);
        _passages += passages.Count;
        if (_notes.Count % EveryNote == 0)
        {
            _some.AddRange(passages.Take(1));
        }
    }

    /// <summary>Two words of a passage that do not lead to it.</summary>
    private string? Unfound(IPassageSearcher searcher)
    {
        foreach (var passage in _some)
        {
            var words = passage.Text.Split('\n').MaxBy(line => line.Length)!.Split(' ', 4);
            var request = new SearchRequest($"\"{words[1]} {words[2]}\"", Top: 100);
            var answer = searcher.SearchAsync(request, CancellationToken.None).GetAwaiter().GetResult();
            if (answer.Hits.All(hit => hit.Passage.Id != passage.Id))
            {
                return $"{request.Query} does not find {passage.Path}";
            }
        }

        return null;
    }
}
