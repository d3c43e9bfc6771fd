using System.Collections.Concurrent;
using NotesBot.Notes;
using NotesBot.Notes.Syllabi;
using NotesBot.Search;

namespace NotesBot.Library;

/// <summary>
/// The outlines of all files, and the syllabus that follows from them: made anew only when an outline is another one, so that a change to
/// one of many notes costs nothing here. <see cref="Put"/> is safe from many threads.
/// </summary>
internal sealed class LibraryOutlines(NotesOptions options)
{
    private readonly ConcurrentDictionary<string, string> _outlines = new(StringComparer.Ordinal);
    private volatile SyllabusMap? _map;

    /// <summary>The syllabus and the place of each file, as far as is known now.</summary>
    public SyllabusMap Map => _map ??= SyllabusMap.Build([.. _outlines.Values.Select(FileOutline.Parse)], options);

    /// <summary>What was left out of each file on purpose.</summary>
    public IEnumerable<LeftOut> LeftOut => _outlines.Values.Select(FileOutline.Parse).SelectMany(outline => outline.LeftOut);

    /// <summary>Keeps to the files that are there: what is not indexed yet is known by its path alone.</summary>
    public void Follow(IReadOnlyCollection<string> files, IReadOnlyDictionary<string, IndexedFile> indexed)
    {
        var present = files.ToHashSet(StringComparer.Ordinal);
        foreach (var path in _outlines.Keys.Where(path => !present.Contains(path)))
        {
            _outlines.TryRemove(path, out _);
            _map = null;
        }

        foreach (var path in present.Where(path => !_outlines.ContainsKey(path)))
        {
            Put(path, indexed.TryGetValue(path, out var known) ? known.Outline : ByPath(path).Serialize());
        }
    }

    /// <summary>What a file was found to hold.</summary>
    public void Put(string path, string outline)
    {
        var isNew = !_outlines.TryGetValue(path, out var before) || before != outline;
        _outlines[path] = outline;
        if (isNew)
        {
            _map = null;
        }
    }

    private static FileOutline ByPath(string path) => new(path, Path.GetFileNameWithoutExtension(path), []);
}
