using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace NotesBot.Benchmarks.Peers;

/// <summary>Lucene's own BM25 over the words of an index of ours, any of those asked for, and nothing else: no spelling, no snippets.</summary>
/// <param name="folder">Where our index is.</param>
internal sealed class PlainBm25(string folder) : IPeer
{
    private readonly SimpleFSDirectory _directory = new(Path.Combine(folder, "passages"));
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    /// <inheritdoc/>
    public void Add(IReadOnlyList<Note> notes) => throw new NotSupportedException("It searches what NotesBot indexed.");

    /// <inheritdoc/>
    public void Commit() => throw new NotSupportedException("It searches what NotesBot indexed.");

    /// <inheritdoc/>
    public void Open()
    {
        // Opening ours first makes the codec of its index known.
        using (var ours = new Ours(folder))
        {
            ours.Open();
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Answer(string question)
    {
        var query = new BooleanQuery();
        foreach (var word in Plain.WordsOf(question).Distinct(StringComparer.Ordinal))
        {
            query.Add(new TermQuery(new Term("text", word)), Occur.SHOULD);
        }

        return [.. _searcher!.Search(query, 10).ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).GetBinaryValue("data").Length.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <inheritdoc/>
    public void Change(Note note) => throw new NotSupportedException("It searches what NotesBot indexed.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        _directory.Dispose();
    }
}
