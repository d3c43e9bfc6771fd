using Microsoft.Extensions.Logging.Abstractions;
using NotesBot.Search;

namespace NotesBot.Benchmarks.Peers;

/// <summary>NotesBot.</summary>
/// <param name="folder">Where its index is.</param>
internal sealed class Ours(string folder) : IPeer
{
    private const string Source = "generated";
    private static readonly ParallelOptions OnAllCores = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
    private PassageIndexWriter? _writer;
    private PassageSearcher? _reader;

    private IPassageSearcher Searcher => _writer?.Searcher ?? _reader!;

    /// <inheritdoc/>
    public void Add(IReadOnlyList<Note> notes)
    {
        _writer ??= PassageIndexWriter.Open(folder, Source, NullLogger.Instance);
        Parallel.ForEach(notes, OnAllCores, note => _writer.Replace(note.File, note.Passages));
    }

    /// <inheritdoc/>
    public void Commit() => _writer!.Commit(LibraryFacts.None);

    /// <inheritdoc/>
    public void Open() => _reader = PassageSearcher.OpenForReading(folder, Source);

    /// <inheritdoc/>
    public IReadOnlyList<string> Answer(string question)
    {
        var answer = Searcher.SearchAsync(new SearchRequest(question), CancellationToken.None).GetAwaiter().GetResult();
        return [.. answer.Hits.Select(hit => hit.Snippet.Text)];
    }

    /// <inheritdoc/>
    public void Change(Note note)
    {
        _writer ??= PassageIndexWriter.Open(folder, Source, NullLogger.Instance);
        _writer.Replace(note.File, note.Passages);
        _writer.Commit(LibraryFacts.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _reader?.Dispose();
    }
}
